/** What is read of a host beside its place in the tree. */
import type { Read } from '../managed.ts';
import { hostCapability } from './capability.table.ts';
import { managersOf } from './config-desk.ts';
import { configOf } from './config.ts';
import { hardwareOf, hardwareSummaryOf, megahertzOf } from './hardware.ts';
import type { Host } from './host.ts';
import {
  configSummaryOf,
  connections,
  isInMaintenance,
  powerOf,
  quickStatsOf,
  runtimeOf,
  summaryOf,
} from './summary.ts';

export const hostProperties: Readonly<Record<string, Read<Host>>> = {
  runtime: (host, { vc }) => runtimeOf(vc, host),
  summary: (host, { vc }) => summaryOf(vc, host),
  hardware: (host, { vc }) => hardwareOf(vc, host),
  capability: () => hostCapability,
  licensableResource: ({ spec }) => ({
    _type: 'HostLicensableResourceInfo',
    resource: [{ key: 'numCpuPackages', value: spec.sockets }],
  }),
  configManager: (host, { vc }) => ({ _type: 'HostConfigManager', ...managersOf(vc, host) }),
  config: (host, { vc }) => configOf(vc, host),
  datastoreBrowser: (host, { vc }) => vc.refs.part('HostDatastoreBrowser', 'datastoreBrowser', host),
  systemResources: (host) => ({
    _type: 'HostSystemResourceInfo',
    key: 'host/system',
    config: {
      cpuAllocation: {
        reservation: 0,
        expandableReservation: true,
        limit: megahertzOf(host),
        shares: { shares: 500, level: 'custom' },
      },
      memoryAllocation: {
        reservation: 0,
        expandableReservation: true,
        limit: host.spec.memory,
        shares: { shares: 500, level: 'custom' },
      },
    },
  }),
};

/** Deep ones that clients list for all hosts. */
export const hostPaths: Readonly<Record<string, Read<Host>>> = {
  'runtime.connectionState': ({ spec }) => connections[spec.state],
  'runtime.powerState': powerOf,
  'runtime.inMaintenanceMode': isInMaintenance,
  'summary.hardware': (host, { vc }) => hardwareSummaryOf(vc, host),
  'summary.quickStats': (host, { vc }) => quickStatsOf(vc, host),
  'summary.config': (host, { vc }) => configSummaryOf(vc, host),
  'summary.runtime.connectionState': ({ spec }) => connections[spec.state],
  'summary.runtime.powerState': powerOf,
  'summary.runtime.inMaintenanceMode': isInMaintenance,
};
