import type { AnyManaged, ManagedType } from '../managed.ts';
import { groupMethods, groupsOfSwitch, networkMethods } from './groups.ts';
import { groupConfigOf, networkSummaryOf, opaqueSummaryOf, portKeysOf } from './network-info.ts';
import { networkType, opaqueNetworkType, portgroupType, switchType } from './network.ts';
import type { Switch } from './network.ts';
import { portChanges } from './port-change.ts';
import { switchChanges } from './switch-change.ts';
import { groupRollback, switchRollback } from './switch-export.ts';
import { switchExtras } from './switch-extras.ts';
import { switchConfigOf, switchSummaryOf } from './switch-info.ts';
import { switchManager } from './switch-desk.ts';

const switchParts: Pick<ManagedType<Switch>, 'properties' | 'methods'> = {
  properties: {
    capability: () => ({
      _type: 'DVSCapability',
      dvsOperationSupported: true,
      dvPortGroupOperationSupported: true,
      dvPortOperationSupported: true,
      featuresSupported: {
        _type: 'VMwareDVSFeatureCapability',
        networkResourceManagementSupported: true,
        vmDirectPathGen2Supported: false,
        backupRestoreCapability: { backupRestoreSupported: true },
      },
    }),
    summary: (vswitch, { vc }) => switchSummaryOf(vc, vswitch),
    config: (vswitch, { vc }) => switchConfigOf(vc, vswitch),
    networkResourcePool: () => [],
  },
  methods: { ...groupsOfSwitch, ...switchChanges, ...switchExtras, ...portChanges, ...switchRollback },
};

export const networkTypes = (): readonly AnyManaged[] => [
  networkType({
    properties: { summary: (network, { vc }) => networkSummaryOf(vc, network) },
    methods: networkMethods,
  }),
  opaqueNetworkType({
    properties: {
      summary: (network, { vc }) => opaqueSummaryOf(vc, network),
      capability: () => ({ _type: 'OpaqueNetworkCapability', networkReservationSupported: false }),
    },
    methods: networkMethods,
  }),
  portgroupType({
    properties: {
      summary: (network, { vc }) => networkSummaryOf(vc, network),
      config: (network, { vc }) => groupConfigOf(vc, network),
      portKeys: (network, { vc }) => [...portKeysOf(vc, network)],
    },
    methods: { ...groupMethods, ...groupRollback },
  }),
  switchType('VmwareDistributedVirtualSwitch', switchParts),
  switchType('DistributedVirtualSwitch', switchParts),
  switchManager(),
];
