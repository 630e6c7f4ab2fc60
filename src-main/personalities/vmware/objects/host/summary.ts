/** `summary` and `runtime` of a host. */
import { awaitsStart, patchedVersion } from '../../patches/packages.ts';
import type { Vc } from '../../vc.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { customValuesOf, escapedName, statusOf } from '../managed-entity.ts';
import { evcModeOf } from '../cluster/evc-mode.ts';
import { hostEvcMode } from '../cluster/evc-modes.table.ts';
import { bootedAt } from './booted.ts';
import { hardwareSummaryOf, megahertzOf } from './hardware.ts';
import { healthOf } from './health.ts';
import type { Host } from './host.ts';
import { ipv6Of, runningStacksOf } from './net-stacks.ts';
import { awaitsPassthru } from './passthru.ts';
import { threadingOf } from './threads.ts';
import { kernelsOf } from './network-paper.ts';

export const connections = {
  connected: 'connected',
  disconnected: 'disconnected',
  'not-responding': 'notResponding',
} as const;

const powers = { on: 'poweredOn', off: 'poweredOff', standby: 'standBy' } as const;

/** Of a host that does not answer nobody knows. */
export const powerOf = ({ spec }: Host): string =>
  spec.state === 'not-responding' ? 'unknown' : powers[spec.power];

export const isInMaintenance = ({ spec }: Host): boolean => spec.mode === 'maintenance';

export function productOf(vc: Vc, host: Host): Data {
  const patched = patchedVersion(vc, host);
  const version = /^\d+(\.\d+){2}/.exec(patched ?? host.spec.version)?.[0] ?? '8.0.2';
  const build = /\.(\d{5,})$/.exec(patched ?? '')?.[1] ?? vc.about.build;
  return {
    _type: 'AboutInfo',
    name: 'VMware ESXi',
    fullName: `VMware ESXi ${version} build-${build}`,
    vendor: 'VMware, Inc.',
    version,
    patchLevel: '0',
    build,
    localeVersion: 'INTL',
    localeBuild: '000',
    osType: 'vmnix-x86',
    productLineId: 'embeddedEsx',
    apiType: 'HostAgent',
    apiVersion: version,
    licenseProductName: 'VMware ESX Server',
    licenseProductVersion: `${version.split('.')[0] ?? '8'}.0`,
  };
}

export function runtimeOf(vc: Vc, host: Host): Data {
  const { spec } = host;
  const isOn = spec.power === 'on';
  return {
    _type: 'HostRuntimeInfo',
    connectionState: connections[spec.state],
    powerState: powerOf(host),
    standbyMode: spec.power === 'standby' ? 'in' : 'none',
    inMaintenanceMode: isInMaintenance(host),
    inQuarantineMode: false,
    bootTime: isOn ? isoOf(bootedAt(vc, host)) : undefined,
    healthSystemRuntime: healthOf(vc, host),
    dasHostState: haStateOf(vc, host),
    networkRuntimeInfo: {
      netStackInstanceRuntimeInfo: runningStacksOf(vc, host),
    },
    hostMaxVirtualDiskCapacity: 68_169_720_922_112,
    cryptoState: 'incapable',
  };
}

/** The first that is up speaks for its cluster. */
function haStateOf(vc: Vc, host: Host): Data | undefined {
  const { inventory } = vc.world();
  const cluster = host.parent === null ? undefined : inventory.get(host.parent);
  if (cluster?.kind !== 'cluster' || !cluster.spec.ha) return undefined;
  const stateReporter = vc.refs.of(host);
  if (host.spec.state !== 'connected' || isInMaintenance(host)) return { state: 'hostDown', stateReporter };
  for (const other of inventory.childrenOf(cluster.id))
    if (other.kind === 'host' && other.spec.state === 'connected' && !isInMaintenance(other))
      return { state: other.id === host.id ? 'master' : 'connectedToMaster', stateReporter };
  return undefined;
}

/** The figures of this second. */
export function quickStatsOf(vc: Vc, host: Host): Data {
  const use = vc.use();
  const isOn = host.spec.power === 'on';
  return {
    overallCpuUsage: isOn ? Math.round(use.host(host.id) * megahertzOf(host)) : 0,
    overallMemoryUsage: isOn ? Math.round(use.hostMemory(host.id)) : 0,
    distributedCpuFairness: 0,
    distributedMemoryFairness: 0,
    availablePMemCapacity: 0,
    uptime: isOn ? Math.max(0, Math.floor((vc.now() - bootedAt(vc, host)) / 1000)) : 0,
  };
}

export function configSummaryOf(vc: Vc, host: Host): Data {
  return {
    _type: 'HostConfigSummary',
    name: escapedName(host.name),
    port: 443,
    product: productOf(vc, host),
    vmotionEnabled: kernelsOf(vc, host).some(({ uses }) => uses.includes('vmotion')),
    faultToleranceEnabled: false,
    agentVmDatastore: undefined,
  };
}

/** That of its cluster. */
function evcOf(vc: Vc, { parent }: Host): string | undefined {
  const cluster = parent === null ? undefined : vc.world().inventory.get(parent);
  return cluster?.kind === 'cluster' ? evcModeOf(vc, cluster) : undefined;
}

function isStartWanted(vc: Vc, host: Host): boolean {
  const [ipv6, threads] = [ipv6Of(vc, host), threadingOf(vc, host)];
  return (
    ipv6.isActive !== ipv6.isWanted ||
    threads.isActive !== threads.isWanted ||
    awaitsStart(vc, host) ||
    awaitsPassthru(vc, host)
  );
}

export const summaryOf = (vc: Vc, host: Host): Data => ({
  _type: 'HostListSummary',
  host: vc.refs.of(host),
  hardware: hardwareSummaryOf(vc, host),
  runtime: runtimeOf(vc, host),
  config: configSummaryOf(vc, host),
  quickStats: quickStatsOf(vc, host),
  overallStatus: statusOf(vc, host.id),
  rebootRequired: isStartWanted(vc, host),
  customValue: customValuesOf(vc, host),
  managementServerIp: vc.kind === 'vcenter' ? '127.0.0.1' : undefined,
  maxEVCModeKey: hostEvcMode,
  currentEVCModeKey: evcOf(vc, host),
  currentEVCGraphicsModeKey: '',
});
