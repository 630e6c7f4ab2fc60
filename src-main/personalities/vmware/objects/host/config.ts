/** `config` of a host: what its systems tell, in one. */
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import { lockdownOf } from './access.ts';
import { autostartOf } from './autostart.ts';
import { dateTimeOf } from './date-time.ts';
import { firewallOf } from './firewall.ts';
import type { Host } from './host.ts';
import { netCapabilities, networkInfoOf } from './network-info.ts';
import { nicManagerInfoOf } from './nic-desk.ts';
import { optionsOf } from './options.ts';
import { passthruOf } from './passthru.ts';
import { servicesOf } from './services.ts';
import { volumesOf, storageDeviceOf } from './storage-info.ts';
import { productOf } from './summary.ts';
import { hyperThreadOf } from './threads.ts';

export const datastoreCapabilities: Data = {
  _type: 'HostDatastoreSystemCapabilities',
  nfsMountCreationRequired: true,
  nfsMountCreationSupported: true,
  localDatastoreSupported: true,
  vmfsExtentExpansionSupported: true,
};

export const configOf = (vc: Vc, host: Host): Data => ({
  _type: 'HostConfigInfo',
  host: vc.refs.of(host),
  product: productOf(vc, host),
  hyperThread: hyperThreadOf(vc, host),
  pciPassthruInfo: passthruOf(vc, host),
  storageDevice: storageDeviceOf(vc, host),
  fileSystemVolume: volumesOf(vc, host),
  network: networkInfoOf(vc, host),
  virtualNicManagerInfo: nicManagerInfoOf(vc, host),
  capabilities: netCapabilities,
  datastoreCapabilities,
  service: servicesOf(vc, host),
  firewall: firewallOf(vc, host),
  autoStart: autostartOf(vc, host),
  option: optionsOf(vc, host),
  dateTimeInfo: dateTimeOf(vc, host),
  flags: { backgroundSnapshotsEnabled: false },
  adminDisabled: lockdownOf(vc, host) !== 'lockdownDisabled',
  lockdownMode: lockdownOf(vc, host),
  ipmi: {},
  featureVersion: [{ key: 'faultTolerance', value: '6.0.0' }],
  vFlashConfigInfo: {},
  vsanHostConfig: {
    enabled: false,
    hostSystem: vc.refs.of(host),
    clusterInfo: {},
    storageInfo: { autoClaimStorage: false },
    networkInfo: {},
  },
});
