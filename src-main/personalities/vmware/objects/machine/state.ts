/** `runtime`, `guest` and what of both stands in the summary. */
import { evcModeOfMachine } from '../cluster/evc-mode.ts';
import { toolsNow } from '../../../../../sim/index.ts';
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Nic } from '../../../../../sim/contract/machine-specs.ts';
import { textOf } from '../../../../../sim/guests/bytes.ts';
import type { Guests } from '../../guest-operations/guests.ts';
import type { Vc } from '../../vc.ts';
import type { Data, Value } from '../../wire/value.ts';
import { guestNameOf, toolsVersion } from './config.ts';
import { gibibyte, isConfigLost } from './files.ts';
import { guestNames } from './guest-ids.table.ts';
import { paperOf } from './paper.ts';
import { isInstallerMounted } from './tools-installer.ts';
import type { Vm } from './paper.ts';

export const powerWords = {
  on: 'poweredOn',
  off: 'poweredOff',
  suspended: 'suspended',
  paused: 'poweredOn',
} as const satisfies Record<Vm['spec']['power'], string>;

export type Host = EntityOf<'host'>;

export function hostOf(vc: Pick<Vc, 'world'>, { spec }: Vm): Host | undefined {
  const host = spec.host === null ? undefined : vc.world().inventory.get(spec.host);
  return host?.kind === 'host' ? host : undefined;
}

/** A host that vCenter does not hear takes its machines along. */
export function connectionOf(
  vc: Pick<Vc, 'world' | 'papers'>,
  vm: Vm,
): 'connected' | 'disconnected' | 'inaccessible' {
  if (isConfigLost(vc, vm, paperOf(vc, vm.id))) return 'inaccessible';
  const host = hostOf(vc, vm);
  return host === undefined || host.spec.state === 'connected' ? 'connected' : 'disconnected';
}

export function runtimeOf(vc: Vc, vm: Vm): Data {
  const { spec } = vm;
  const host = hostOf(vc, vm);
  const isOn = spec.power !== 'off';
  return {
    _type: 'VirtualMachineRuntimeInfo',
    host: vc.refs.ofId(spec.host),
    connectionState: connectionOf(vc, vm),
    powerState: powerWords[spec.power],
    vmFailoverInProgress: vc.world().tasks.on(vm.id)?.verb === 'restart',
    faultToleranceState: 'notConfigured',
    dasVmProtection: isOn ? { dasProtected: isProtected(vc, host) } : undefined,
    toolsInstallerMounted: isInstallerMounted(vc, vm),
    suspendTime: undefined,
    bootTime: isOn ? vc.iso(startedAt(vc, vm)) : undefined,
    minRequiredEVCModeKey: evcModeOfMachine(vc, vm),
    suspendInterval: 0,
    question: undefined,
    memoryOverhead: isOn ? Math.round(spec.memory * 0.02) * 1_048_576 : undefined,
    maxCpuUsage: host === undefined ? undefined : host.spec.megahertz * spec.cpus,
    maxMemoryUsage: spec.memory,
    numMksConnections: vc.consoles.connectionsOf(vm.id).length,
    recordReplayState: 'inactive',
    cleanPowerOff: isOn ? undefined : spec.fellWith === undefined,
    onlineStandby: false,
    consolidationNeeded: (spec.leftovers ?? 0) > 0,
    paused: spec.power === 'paused',
    snapshotInBackground: false,
    quiescedForkParent: false,
    instantCloneFrozen: false,
    cryptoState: undefined,
    suspendedToMemory: false,
    iommuActive: false,
  };
}

function isProtected(vc: Vc, host: Host | undefined): boolean {
  const cluster =
    host?.parent === undefined || host.parent === null ? undefined : vc.world().inventory.get(host.parent);
  return cluster?.kind === 'cluster' && cluster.spec.ha;
}

export const toolsOf = (vc: Vc, vm: Vm): ReturnType<typeof toolsNow> => toolsNow(vm, vc.world());

const toolsWords = {
  running: { status: 'toolsOk', state: 'guestToolsRunning' },
  'not-running': { status: 'toolsNotRunning', state: 'guestToolsNotRunning' },
  'not-installed': { status: 'toolsNotInstalled', state: 'guestToolsNotRunning' },
} as const;

/** Names and addresses are those the tools told of: a system that is not up tells nothing. */
export function guestSummaryOf(vc: Vc, vm: Vm): Data {
  const tools = toolsOf(vc, vm);
  const name = guestNameOf(vm, paperOf(vc, vm.id));
  const isUp = tools === 'running';
  return {
    guestId: isUp ? name.id : undefined,
    guestFullName: isUp ? name.fullName : undefined,
    toolsStatus: toolsWords[tools].status,
    toolsVersionStatus: tools === 'not-installed' ? 'guestToolsNotInstalled' : 'guestToolsUnmanaged',
    toolsVersionStatus2: tools === 'not-installed' ? 'guestToolsNotInstalled' : 'guestToolsUnmanaged',
    toolsRunningStatus: toolsWords[tools].state,
    hostName: isUp ? hostNameOf(vc, vm) : undefined,
    ipAddress: isUp ? addressOf(vc, vm) : undefined,
    hwVersion: isUp ? (paperOf(vc, vm.id).version ?? 'vmx-19') : undefined,
  };
}

/** Who has its system running here sees more than what the lab has written down. */
const lookAt = (vc: Vc, vm: Vm): ReturnType<Guests['look']> =>
  vm.spec.power === 'on' ? (vc.guests.guests?.look(vm.id) ?? null) : null;

export function hostNameOf(vc: Vc, vm: Vm): string {
  const seen = lookAt(vc, vm);
  return seen === null ? (vm.spec.hostname ?? vm.name) : textOf(seen.hostname);
}

export const addressOf = (vc: Vc, vm: Vm): string | undefined =>
  vm.spec.nics
    .filter(({ isConnected }) => isConnected)
    .flatMap((nic) => addressesOf(vc, vm, nic))
    .find(({ address }) => !address.includes(':'))?.address;

type OwnAddress = { readonly address: string; readonly prefix: number };

/** A card is the same one outside and inside by its hardware's address. */
function addressesOf(vc: Vc, vm: Vm, nic: Nic): readonly OwnAddress[] {
  const seen = lookAt(vc, vm)?.interfaces.find(({ hardware }) => hardware === nic.mac);
  if (seen !== undefined) return seen.addresses;
  return nic.address === null ? [] : [{ address: nic.address, prefix: prefixOf(vc, nic) }];
}

export function guestOf(vc: Vc, vm: Vm): Data {
  const tools = toolsOf(vc, vm);
  const isUp = tools === 'running';
  const { hwVersion, ...summary } = guestSummaryOf(vc, vm);
  return {
    _type: 'GuestInfo',
    ...summary,
    toolsVersion: tools === 'not-installed' ? undefined : String(toolsVersion),
    toolsInstallType: tools === 'not-installed' ? undefined : 'guestToolsTypeOpenVMTools',
    guestFamily: isUp ? guestNames[vm.spec.os].family : undefined,
    net: isUp ? vm.spec.nics.map((nic) => nicInfo(vc, vm, nic)) : [],
    ipStack: isUp ? [stackOf(vc, vm)] : [],
    disk: isUp ? diskInfo(vc, vm) : [],
    screen: { width: isUp ? 1024 : 0, height: isUp ? 768 : 0 },
    guestState: isUp ? 'running' : 'notRunning',
    appHeartbeatStatus: 'appStatusGray',
    guestKernelCrashed: vm.spec.panickedAt !== undefined,
    appState: 'none',
    guestOperationsReady: isUp,
    interactiveGuestOperationsReady: false,
    guestStateChangeSupported: isUp,
    generationInfo: [],
    hwVersion,
    customizationInfo: { customizationStatus: 'TOOLSDEPLOYPKG_IDLE' },
  };
}

function nicInfo(vc: Vc, vm: Vm, nic: Nic): Data {
  const network = nic.network === null ? undefined : vc.world().inventory.get(nic.network);
  const addresses = addressesOf(vc, vm, nic);
  return {
    network: network?.name,
    ipAddress: addresses.map(({ address }) => address),
    macAddress: nic.mac,
    connected: nic.isConnected,
    deviceConfigId: nic.key,
    ipConfig:
      addresses.length === 0
        ? undefined
        : {
            dhcp: undefined,
            ipAddress: addresses.map(({ address, prefix }) => ({
              ipAddress: address,
              prefixLength: prefix,
              origin: 'dhcp',
              state: 'preferred',
            })),
          },
  };
}

type Subnet = EntityOf<'network'>['spec']['subnets'][number];

function subnetOf(vc: Vc, nic: Nic): Subnet | undefined {
  const network = nic.network === null ? undefined : vc.world().inventory.get(nic.network);
  return network?.kind === 'network' ? network.spec.subnets[0] : undefined;
}

const prefixOf = (vc: Vc, nic: Nic): number => Number(subnetOf(vc, nic)?.cidr.split('/')[1] ?? 24);

function stackOf(vc: Vc, vm: Vm): Data {
  const [first] = vm.spec.nics;
  const subnet = first === undefined ? undefined : subnetOf(vc, first);
  const gateway = subnet?.gateway ?? undefined;
  return {
    dnsConfig: {
      dhcp: false,
      hostName: hostNameOf(vc, vm),
      domainName: '',
      ipAddress: subnet?.dns ?? [],
      searchDomain: [],
    },
    ipRouteConfig: {
      ipRoute:
        gateway === undefined
          ? []
          : [{ network: '0.0.0.0', prefixLength: 0, gateway: { ipAddress: gateway, device: '0' } }],
    },
  };
}

/** What is on a disk: pseudo file systems tell of nothing. */
function diskInfo(vc: Vc, vm: Vm): Value {
  const { spec } = vm;
  const seen = lookAt(vc, vm)?.mounts.filter(({ source }) => source.startsWith('/dev/'));
  if (seen !== undefined && seen.length > 0)
    return seen.map(({ at, source, type, sizeBytes, usedBytes }) => ({
      diskPath: textOf(at),
      capacity: sizeBytes,
      freeSpace: Math.max(0, sizeBytes - usedBytes),
      filesystemType: type,
      mappings: mappingsOf(spec, source),
    }));
  const [first] = spec.disks;
  if (first === undefined) return [];
  const capacity = Math.round(first.size * gibibyte);
  const free = Math.max(0, Math.round((first.size - first.used) * gibibyte));
  return [
    { diskPath: '/', capacity, freeSpace: free, filesystemType: 'ext4', mappings: [{ key: first.key }] },
  ];
}

/** `/dev/sdb1` is on the second of its disks. */
function mappingsOf({ disks }: Vm['spec'], source: string): Value {
  const letter = /^\/dev\/sd([a-z])/.exec(source)?.[1];
  const key = letter === undefined ? undefined : disks[letter.charCodeAt(0) - 97]?.key;
  return key === undefined ? [] : [{ key }];
}

/** One that a lab's file has on runs since the lab began. */
const startedAt = (vc: Pick<Vc, 'world'>, { spec }: Vm): number => spec.startedAt ?? vc.world().clock.epoch;

/** Seconds since it was started; 0 while it is off. */
export const uptimeOf = (vc: Vc, vm: Vm): number =>
  vm.spec.power === 'off' ? 0 : Math.max(0, Math.round((vc.now() - startedAt(vc, vm)) / 1000));
