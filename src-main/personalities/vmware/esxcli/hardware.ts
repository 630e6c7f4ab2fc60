/** `hardware`: processors, memory, the machine itself, its cards. */
import { done } from '../objects/fault.ts';
import { coresOf, hardwareOf, mebibyte, threadsOf } from '../objects/host/hardware.ts';
import { serverOf } from '../objects/host/server.ts';
import { threadingOf, threadsPerCore } from '../objects/host/threads.ts';
import { dataListAt, numberAt, textAt } from '../wire/ask.ts';
import { isoOf } from '../wire/value.ts';
import { command } from './command.ts';
import type { Ask, Command, Row } from './command.ts';

const hex = (number: number | undefined): string => `0x${((number ?? 0) & 0xffff).toString(16)}`;

function cpuRows({ vc, host }: Ask): readonly Row[] {
  const perPackage = host.spec.coresPerSocket * threadsPerCore(vc, host);
  return Array.from({ length: threadsOf(vc, host) }, (_, Id) => ({
    APICID: `0x${Id.toString(16)}`,
    Brand: 'GenuineIntel',
    CoreSpeed: host.spec.megahertz * 1_000_000,
    Id,
    Node: Math.floor(Id / perPackage),
    PackageId: Math.floor(Id / perPackage),
  }));
}

const pciRows = ({ vc, host }: Ask): readonly Row[] =>
  dataListAt(hardwareOf(vc, host), 'pciDevice').map((card) => ({
    Address: textAt(card, 'id'),
    DeviceClass: hex(numberAt(card, 'classId')),
    DeviceID: hex(numberAt(card, 'deviceId')),
    DeviceName: textAt(card, 'deviceName'),
    VendorID: hex(numberAt(card, 'vendorId')),
    VendorName: textAt(card, 'vendorName'),
  }));

export const hardwareCommands: readonly Command[] = [
  command({
    path: 'hardware.cpu.list',
    help: 'Lists the processors, each thread as one.',
    gives: {
      is: 'rows',
      name: 'CPU',
      fields: {
        APICID: 'text',
        Brand: 'text',
        CoreSpeed: 'whole',
        Id: 'whole',
        Node: 'whole',
        PackageId: 'whole',
      },
    },
    run: (ask) => done(cpuRows(ask)),
  }),
  command({
    path: 'hardware.cpu.global.get',
    help: 'Counts packages, cores and threads.',
    gives: {
      is: 'one',
      name: 'GlobalCPUInfo',
      fields: {
        CPUCores: 'whole',
        CPUPackages: 'whole',
        CPUThreads: 'whole',
        HyperthreadingActive: 'flag',
        HyperthreadingEnabled: 'flag',
        HyperthreadingSupported: 'flag',
      },
    },
    run: ({ vc, host }) => {
      const { isActive, isWanted } = threadingOf(vc, host);
      return done({
        CPUCores: coresOf(host),
        CPUPackages: host.spec.sockets,
        CPUThreads: threadsOf(vc, host),
        HyperthreadingActive: isActive,
        HyperthreadingEnabled: isWanted,
        HyperthreadingSupported: host.spec.threadsPerCore > 1,
      });
    },
  }),
  command({
    path: 'hardware.memory.get',
    help: 'Tells how much memory there is, in bytes.',
    gives: {
      is: 'one',
      name: 'MemoryInfo',
      fields: { NUMANodeCount: 'whole', PhysicalMemory: 'whole', ReliableMemory: 'whole' },
    },
    run: ({ host }) =>
      done({
        NUMANodeCount: host.spec.sockets,
        PhysicalMemory: host.spec.memory * mebibyte,
        ReliableMemory: 0,
      }),
  }),
  command({
    path: 'hardware.platform.get',
    help: 'Tells what machine the host runs on.',
    gives: {
      is: 'one',
      name: 'PlatformInfo',
      fields: {
        EnclosureSerialNumber: 'text',
        IPMISupported: 'flag',
        ProductName: 'text',
        SerialNumber: 'text',
        UUID: 'text',
        VendorName: 'text',
      },
    },
    run: ({ vc, host }) => {
      const system = hardwareOf(vc, host).systemInfo;
      const server = serverOf(vc, host);
      return done({
        EnclosureSerialNumber: server?.spec.serial,
        IPMISupported: server !== undefined,
        ProductName: textAt(system, 'model'),
        SerialNumber: server?.spec.serial,
        UUID: host.aliases.uuid,
        VendorName: textAt(system, 'vendor'),
      });
    },
  }),
  command({
    path: 'hardware.clock.get',
    help: 'Tells the clock of the hardware: that of the lab.',
    gives: { is: 'text' },
    run: ({ vc }) => done(isoOf(vc.now()).replace(/\.\d+Z$/, 'Z')),
  }),
  command({
    path: 'hardware.pci.list',
    help: 'Lists the cards.',
    gives: {
      is: 'rows',
      name: 'PciDevice',
      fields: {
        Address: 'text',
        DeviceClass: 'text',
        DeviceID: 'text',
        DeviceName: 'text',
        VendorID: 'text',
        VendorName: 'text',
      },
    },
    run: (ask) => done(pciRows(ask)),
  }),
];
