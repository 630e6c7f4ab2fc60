/** `runtime`, `guest` and what of both stands in the summary. */
import { toolsNow, upAt } from '../../../../../sim/index.ts';
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Nic } from '../../../../../sim/contract/machine-specs.ts';
import type { Vc } from '../../vc.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data, Value } from '../../wire/value.ts';
import { guestNameOf, toolsVersion } from './config.ts';
import { gibibyte } from './files.ts';
import { guestNames } from './guest-ids.table.ts';
import { paperOf } from './paper.ts';
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
export function connectionOf(vc: Pick<Vc, 'world'>, vm: Vm): 'connected' | 'disconnected' {
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
    toolsInstallerMounted: false,
    suspendTime: undefined,
    bootTime: isOn && spec.startedAt !== undefined ? isoOf(spec.startedAt) : undefined,
    suspendInterval: 0,
    question: undefined,
    memoryOverhead: isOn ? Math.round(spec.memory * 0.02) * 1_048_576 : undefined,
    maxCpuUsage: host === undefined ? undefined : host.spec.megahertz * spec.cpus,
    maxMemoryUsage: spec.memory,
    numMksConnections: 0,
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
    hostName: isUp ? hostNameOf(vm) : undefined,
    ipAddress: isUp ? addressOf(vm) : undefined,
    hwVersion: isUp ? (paperOf(vc, vm.id).version ?? 'vmx-19') : undefined,
  };
}

export const hostNameOf = ({ name, spec }: Vm): string => spec.hostname ?? name;

export const addressOf = ({ spec }: Vm): string | undefined =>
  spec.nics.find(({ address, isConnected }) => address !== null && isConnected)?.address ?? undefined;

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
    net: isUp ? vm.spec.nics.map((nic) => nicInfo(vc, nic)) : [],
    ipStack: isUp ? [stackOf(vc, vm)] : [],
    disk: isUp ? diskInfo(vm) : [],
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

function nicInfo(vc: Vc, nic: Nic): Data {
  const network = nic.network === null ? undefined : vc.world().inventory.get(nic.network);
  const { address } = nic;
  return {
    network: network?.name,
    ipAddress: address === null ? [] : [address],
    macAddress: nic.mac,
    connected: nic.isConnected,
    deviceConfigId: nic.key,
    ipConfig:
      address === null
        ? undefined
        : {
            dhcp: undefined,
            ipAddress: [
              { ipAddress: address, prefixLength: prefixOf(vc, nic), origin: 'dhcp', state: 'preferred' },
            ],
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
      hostName: hostNameOf(vm),
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

function diskInfo({ spec }: Vm): Value {
  const [first] = spec.disks;
  if (first === undefined) return [];
  const capacity = Math.round(first.size * gibibyte);
  const free = Math.max(0, Math.round((first.size - first.used) * gibibyte));
  return [
    { diskPath: '/', capacity, freeSpace: free, filesystemType: 'ext4', mappings: [{ key: first.key }] },
  ];
}

/** Seconds since it was started; 0 while it is off. */
export function uptimeOf(vc: Vc, vm: Vm): number {
  const up = upAt(vm);
  return up === null || vm.spec.startedAt === undefined
    ? 0
    : Math.max(0, Math.round((vc.now() - vm.spec.startedAt) / 1000));
}
