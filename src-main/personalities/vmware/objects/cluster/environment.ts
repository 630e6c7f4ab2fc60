/** `EnvironmentBrowser`: what machines of a cluster, a host or one machine may be made of. */
import type { Entity } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { refAt, textAt, textListAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, invalidArgument } from '../fault.ts';
import { partType } from '../entity-type.ts';
import type { Part } from '../entity-type.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { hostCapability } from '../host/capability.table.ts';
import { coresOf, threadsOf } from '../host/hardware.ts';
import type { Host } from '../host/host.ts';
import { escapedName } from '../managed-entity.ts';
import { capability } from '../machine/capability.table.ts';
import { switchOf } from '../inventory/tree.ts';
import { networkSummaryOf } from '../network/network-info.ts';
import { capabilityOf, summaryOf } from '../storage/datastore-info.ts';
import { hostsOf } from './capacity.ts';
import { guestsFor } from './guest-words.ts';
import type { GuestWords } from './guest-words.ts';
import { configOptionDescriptors, hardwareVersions, newestHardware } from './environment.table.ts';

/** Of a machine: those of the cluster or host that it is on. */
function hostsAround(vc: Vc, owner: Entity): readonly Host[] {
  const { inventory } = vc.world();
  if (owner.kind === 'cluster' || owner.kind === 'host') return hostsOf(vc, owner);
  const host = owner.kind === 'vm' && owner.spec.host !== null ? inventory.get(owner.spec.host) : undefined;
  if (host?.kind !== 'host') return [];
  const parent = host.parent === null ? undefined : inventory.get(host.parent);
  return parent?.kind === 'cluster' ? hostsOf(vc, parent) : [host];
}

/** The one that was asked for, or all. */
function hostsAsked(call: Call, { owner }: Part): Answer<readonly Host[]> {
  const hosts = hostsAround(call.vc, owner);
  const wanted = refAt(call.args, 'host') ?? refAt(call.args, 'spec.host');
  if (wanted === undefined) return done(hosts);
  const host = hosts.find((each) => call.vc.refs.of(each).value === wanted.value);
  return host === undefined
    ? invalidArgument('host', `${wanted.value} is not a host of this one.`)
    : done([host]);
}

const range = (min: number, max: number, defaultValue: number): Data => ({ min, max, defaultValue });
const cards = ['VirtualE1000', 'VirtualE1000e', 'VirtualVmxnet3'];
const controllers = [
  'ParaVirtualSCSIController',
  'VirtualLsiLogicController',
  'VirtualLsiLogicSASController',
  'VirtualAHCIController',
  'VirtualNVMEController',
];

function guestData([id, fullName, family]: GuestWords): Data {
  const isWindows = family === 'windowsGuest';
  return {
    id,
    family,
    fullName,
    supportedMaxCPUs: 768,
    numSupportedPhysicalSockets: 64,
    numSupportedCoresPerSocket: 64,
    supportedMinMemMB: isWindows ? 512 : 4,
    supportedMaxMemMB: 25_149_440,
    recommendedMemMB: isWindows ? 4096 : 1024,
    recommendedColorDepth: 32,
    supportedDiskControllerList: controllers,
    recommendedSCSIController: isWindows ? 'VirtualLsiLogicSASController' : 'ParaVirtualSCSIController',
    recommendedDiskController: isWindows ? 'VirtualLsiLogicSASController' : 'ParaVirtualSCSIController',
    supportedNumDisks: 60,
    recommendedDiskSizeMB: isWindows ? 40_960 : 16_384,
    recommendedCdromController: 'VirtualAHCIController',
    supportedEthernetCard: cards,
    recommendedEthernetCard: isWindows ? 'VirtualE1000e' : 'VirtualVmxnet3',
    supportsSlaveDisk: true,
    smcRequired: false,
    supportsWakeOnLan: true,
    supportsVMI: false,
    supportsMemoryHotAdd: true,
    supportsCpuHotAdd: true,
    supportsCpuHotRemove: false,
    supportedFirmware: ['bios', 'efi'],
    recommendedFirmware: isWindows ? 'efi' : 'bios',
    supports3D: false,
    recommended3D: false,
    smcRecommended: false,
    ich7mRecommended: false,
    usbRecommended: isWindows,
    supportLevel: 'supported',
    supportedForCreate: true,
    vRAMSizeInKB: range(2048, 131_072, 4096),
    numSupportedFloppyDevices: 2,
    supportsPvscsiControllerForBoot: true,
    diskUuidEnabled: false,
    supportsHotPlugPCI: true,
    supportsSecureBoot: true,
    defaultSecureBoot: false,
  };
}

const shares = (normal: number): Data => ({
  sharesOption: range(0, 1_000_000, normal),
  defaultLevel: 'normal',
});

function configOption(vc: Vc, version: string, ids: readonly string[]): Data | undefined {
  const known = hardwareVersions.find(([key]) => key === version);
  if (known === undefined) return undefined;
  return {
    _type: 'VirtualMachineConfigOption',
    version,
    description: known[1],
    guestOSDescriptor: guestsFor(vc.schema, ids).map(guestData),
    guestOSDefaultIndex: 0,
    hardwareOptions: {
      hwVersion: Number(version.slice(4)),
      virtualDeviceOption: [],
      deviceListReadonly: false,
      numCPU: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 768],
      numCoresPerSocket: range(1, 768, 1),
      numCpuReadonly: false,
      memoryMB: range(4, 25_149_440, 1024),
      numPCIControllers: range(1, 1, 1),
      numIDEControllers: range(2, 2, 2),
      numUSBControllers: range(0, 1, 0),
      numUSBXHCIControllers: range(0, 1, 0),
      numSIOControllers: range(1, 1, 1),
      numPS2Controllers: range(1, 1, 1),
      resourceConfigOption: {
        cpuAllocationOption: { sharesOption: shares(1000) },
        memoryAllocationOption: { sharesOption: shares(10) },
      },
    },
    capabilities: capability,
    datastore: { unsupportedVolumes: [] },
    supportedMonitorType: ['release', 'debug', 'stats'],
    supportedOvfEnvironmentTransport: ['iso', 'com.vmware.guestInfo'],
    supportedOvfInstallTransport: ['iso'],
  };
}

const query =
  (path: 'key' | 'spec.key'): Method<Part> =>
  (call) => {
    const key = textAt(call.args, path) ?? '';
    const option = configOption(
      call.vc,
      key === '' ? newestHardware : key,
      textListAt(call.args, 'spec.guestId'),
    );
    return option === undefined
      ? invalidArgument(path, `There is no hardware version ${key}.`)
      : done(option);
  };

function targetOf(vc: Vc, hosts: readonly Host[]): Data {
  const { inventory } = vc.world();
  const stores = new Set(hosts.flatMap(({ links }) => links.mounts ?? []));
  const networks = new Map(
    hosts.flatMap(({ id }) => vc.members().networksOfHost(id)).map((each) => [each.id, each]),
  );
  const groups = [...networks.values()].filter(
    (each) => vc.refs.typeOf(each) === 'DistributedVirtualPortgroup',
  );
  return {
    _type: 'ConfigTarget',
    numCpus: hosts.reduce((sum, host) => sum + threadsOf(vc, host), 0),
    numCpuCores: hosts.reduce((sum, host) => sum + coresOf(host), 0),
    numNumaNodes: Math.max(1, ...hosts.map(({ spec }) => spec.sockets)),
    maxCpusPerHost: Math.max(1, ...hosts.map((host) => threadsOf(vc, host))),
    smcPresent: false,
    datastore: [...stores].flatMap((id) => {
      const store = inventory.get(id);
      if (store?.kind !== 'datastore') return [];
      const datastore = summaryOf(vc, store);
      return [
        {
          name: escapedName(store.name),
          datastore,
          capability: capabilityOf(store),
          maxFileSize: 70_368_744_177_664,
          mode: 'readWrite',
          vStorageSupport: 'vStorageUnsupported',
        },
      ];
    }),
    network: [...networks.values()]
      .filter((each) => vc.refs.typeOf(each) === 'Network')
      .map((each) => ({
        name: escapedName(each.name),
        network: networkSummaryOf(vc, each),
        vswitch: switchOf(vc, each)?.name,
      })),
    distributedVirtualPortgroup: groups.flatMap((each) => {
      const vswitch = switchOf(vc, each);
      if (vswitch === undefined) return [];
      const portgroup = vc.refs.of(each);
      return [
        {
          switchName: vswitch.name,
          switchUuid: vswitch.aliases.uuid ?? '',
          portgroupName: escapedName(each.name),
          portgroupKey: portgroup.value,
          portgroupType: 'earlyBinding',
          uplinkPortgroup: vc.papers.get(`network/${each.id}/uplink`) === true,
          portgroup,
          networkReservationSupported: false,
        },
      ];
    }),
    maxMemMBOptimalPerf: Math.max(4, ...hosts.map(({ spec }) => spec.memory)),
    supportedMaxMemMB: 25_149_440,
    autoVmotion: false,
  };
}

export const environmentBrowser = (): AnyManaged =>
  partType('EnvironmentBrowser', 'envbrowser', {
    properties: {
      datastoreBrowser: ({ owner }, { vc }) =>
        vc.refs.part('HostDatastoreBrowser', 'datastoreBrowser', owner),
    },
    methods: {
      QueryConfigOption: query('key'),
      QueryConfigOptionEx: query('spec.key'),
      QueryConfigOptionDescriptor: ({ vc }, { owner }) =>
        done(configOptionDescriptors(hostsAround(vc, owner).map(vc.refs.of))),
      QueryConfigTarget: (call, part) => {
        const hosts = hostsAsked(call, part);
        return hosts.ok ? done(targetOf(call.vc, hosts.value)) : hosts;
      },
      QueryTargetCapabilities: (call, part) => {
        const hosts = hostsAsked(call, part);
        return hosts.ok ? done(hostCapability) : hosts;
      },
    },
  });
