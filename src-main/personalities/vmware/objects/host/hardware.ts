/** What a host is made of: its own figures, and the name of the server in the rack that it runs on. */
import type { Vc } from '../../vc.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { cpuLevels } from './cpu-features.table.ts';
import { nicsOf } from './network-paper.ts';
import type { Host } from './host.ts';
import { serverOf } from './server.ts';
import { threadsPerCore } from './threads.ts';

type Threading = Parameters<typeof threadsPerCore>[0];

export const mebibyte = 1_048_576;

const makerOf = (vc: Vc, host: Host): { readonly vendor: string; readonly model: string } => {
  const server = serverOf(vc, host);
  return server === undefined
    ? { vendor: 'Coldaisle', model: 'Virtual Server' }
    : { vendor: server.spec.manufacturer ?? 'Coldaisle', model: server.spec.model };
};

export const coresOf = ({ spec }: Host): number => spec.sockets * spec.coresPerSocket;
export const threadsOf = (vc: Threading, host: Host): number => coresOf(host) * threadsPerCore(vc, host);
/** MHz of all its cores. */
export const megahertzOf = (host: Host): number => coresOf(host) * host.spec.megahertz;

const cpuModelOf = ({ spec }: Host): string =>
  `Intel(R) Xeon(R) CPU @ ${(spec.megahertz / 1000).toFixed(2)}GHz`;

export function hardwareSummaryOf(vc: Vc, host: Host): Data {
  return {
    ...makerOf(vc, host),
    uuid: host.aliases.uuid ?? '',
    otherIdentifyingInfo: identifiersOf(vc, host),
    memorySize: host.spec.memory * mebibyte,
    cpuModel: cpuModelOf(host),
    cpuMhz: host.spec.megahertz,
    numCpuPkgs: host.spec.sockets,
    numCpuCores: coresOf(host),
    numCpuThreads: threadsOf(vc, host),
    numNics: nicsOf(vc, host).length,
    numHBAs: 1,
  };
}

function identifiersOf(vc: Vc, host: Host): readonly Data[] {
  const server = serverOf(vc, host);
  const named = (key: string, label: string, identifierValue: string | undefined): readonly Data[] =>
    identifierValue === undefined
      ? []
      : [{ identifierValue, identifierType: { label, summary: label, key } }];
  return [
    ...named('AssetTag', 'Asset Tag', server?.name),
    ...named('ServiceTag', 'Service tag', server?.spec.serial),
    ...named('SerialNumberTag', 'Serial number tag', server?.spec.serial),
  ];
}

/** The bits of a register, highest first, in groups of four. */
const bitsOf = (register: number): string =>
  register.toString(2).padStart(32, '0').match(/.{4}/g)?.join(':') ?? '';

const cpuFeatures: readonly Data[] = cpuLevels.map(({ level, eax, ebx, ecx, edx }) => ({
  level,
  eax: bitsOf(eax),
  ebx: bitsOf(ebx),
  ecx: bitsOf(ecx),
  edx: bitsOf(edx),
}));

export function hardwareOf(vc: Vc, host: Host): Data {
  const { spec } = host;
  const hz = spec.megahertz * 1_000_000;
  const threads = spec.coresPerSocket * threadsPerCore(vc, host);
  return {
    _type: 'HostHardwareInfo',
    systemInfo: {
      ...makerOf(vc, host),
      uuid: host.aliases.uuid ?? '',
      otherIdentifyingInfo: identifiersOf(vc, host),
      serialNumber: serverOf(vc, host)?.spec.serial,
    },
    cpuPowerManagementInfo: { currentPolicy: 'Balanced', hardwareSupport: 'ACPI C-states' },
    cpuInfo: {
      numCpuPackages: spec.sockets,
      numCpuCores: coresOf(host),
      numCpuThreads: threadsOf(vc, host),
      hz,
    },
    cpuPkg: Array.from({ length: spec.sockets }, (_, index) => ({
      index,
      vendor: 'intel',
      hz,
      busHz: 100_000_000,
      description: cpuModelOf(host),
      threadId: Array.from({ length: threads }, (_each, at) => index * threads + at),
    })),
    memorySize: spec.memory * mebibyte,
    numaInfo: {
      type: 'NUMA',
      numNodes: spec.sockets,
      numaNode: Array.from({ length: spec.sockets }, (_, typeId) => ({
        typeId,
        cpuID: Array.from({ length: threads }, (_each, at) => typeId * threads + at),
        memorySize: Math.floor((spec.memory * mebibyte) / spec.sockets),
        memoryRangeBegin: Math.floor((spec.memory * mebibyte) / spec.sockets) * typeId,
        memoryRangeLength: Math.floor((spec.memory * mebibyte) / spec.sockets),
      })),
    },
    smcPresent: false,
    cpuFeature: cpuFeatures,
    pciDevice: devicesOf(vc, host),
    biosInfo: {
      biosVersion: '2.12.2',
      releaseDate: isoOf(1_655_251_200_000),
      vendor: makerOf(vc, host).vendor,
      majorRelease: 2,
      minorRelease: 12,
    },
    reliableMemoryInfo: { memorySize: 0 },
  };
}

/** An adapter for its disks, and one each for its network ports. */
function devicesOf(vc: Vc, host: Host): readonly Data[] {
  return [
    pciDevice('0000:00:1f.2', 0, { classId: 262, vendor: 'Intel Corporation', name: 'SATA AHCI Controller' }),
    ...nicsOf(vc, host).map(({ pci }, at) =>
      pciDevice(pci, at, { classId: 512, vendor: 'Intel Corporation', name: 'Ethernet Controller X710' }),
    ),
  ];
}

type Card = { readonly classId: number; readonly vendor: string; readonly name: string };

const pciDevice = (id: string, part: number, { classId, vendor, name }: Card): Data => ({
  id,
  classId,
  bus: Number.parseInt(id.slice(5, 7), 16),
  slot: Number.parseInt(id.slice(8, 10), 16),
  function: part,
  vendorId: -32_634,
  subVendorId: 4136,
  vendorName: vendor,
  deviceId: 5490,
  subDeviceId: 8063,
  deviceName: name,
});
