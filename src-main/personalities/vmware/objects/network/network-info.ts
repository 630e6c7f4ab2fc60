/** `summary` of networks, `config` of port groups. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { flagAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import { isData } from '../../wire/value.ts';
import { settingOf } from '../host/settings.ts';
import { switchOf } from '../inventory/tree.ts';
import { escapedName } from '../managed-entity.ts';
import { over } from '../over.ts';
import type { Network } from './network.ts';
import { membersOf } from './switch-members.ts';

export const networkSummaryOf = (vc: Vc, network: Network): Data => ({
  _type: 'NetworkSummary',
  network: vc.refs.of(network),
  name: escapedName(network.name),
  accessible: network.spec.isUp,
  ipPoolName: '',
});

export const opaqueSummaryOf = (vc: Vc, network: Network): Data => ({
  ...networkSummaryOf(vc, network),
  _type: 'OpaqueNetworkSummary',
  opaqueNetworkId: network.aliases.uuid ?? network.id,
  opaqueNetworkType: 'nsx.LogicalSwitch',
});

/** As it was set, beside what the world has of it. */
export type GroupPaper = {
  readonly type?: string;
  readonly numPorts?: number;
  readonly autoExpand?: boolean;
  readonly version?: number;
  readonly setting?: Data;
  readonly policy?: Data;
  readonly more?: Data;
};

export const groupKey = ({ id }: Pick<Network, 'id'>): string => `network/${id}/portgroup`;
export const groupPaperOf = (vc: Pick<Vc, 'papers'>, network: Network): GroupPaper =>
  settingOf<GroupPaper>(vc, groupKey(network), {});

export const isUplink = (vc: Pick<Vc, 'papers'>, { id }: Network): boolean =>
  vc.papers.get(`network/${id}/uplink`) === true;

const no: Data = { inherited: false, value: false };

/** An uplink group carries every VLAN. */
const vlanOf = (vc: Vc, network: Network): Data =>
  isUplink(vc, network)
    ? {
        _type: 'VmwareDistributedVirtualSwitchTrunkVlanSpec',
        inherited: false,
        vlanId: [{ start: 0, end: 4094 }],
      }
    : { _type: 'VmwareDistributedVirtualSwitchVlanIdSpec', inherited: false, vlanId: network.spec.vlan ?? 0 };

export function portSettingOf(vc: Vc, network: Network): Data {
  const kept = groupPaperOf(vc, network).setting ?? {};
  const isPrivate = isData(kept.vlan) && kept.vlan._type !== 'VmwareDistributedVirtualSwitchVlanIdSpec';
  const usual: Data = {
    blocked: no,
    vmDirectPathGen2Allowed: no,
    inShapingPolicy: shaping,
    outShapingPolicy: shaping,
    networkResourcePoolKey: { inherited: true, value: '-1' },
    uplinkTeamingPolicy: teamingOf(vc, network),
    securityPolicy: { inherited: false, allowPromiscuous: no, macChanges: no, forgedTransmits: no },
    macManagementPolicy: macManagement(kept),
    ipfixEnabled: no,
    txUplink: no,
  };
  return {
    ...over(usual, kept),
    _type: 'VMwareDVSPortSetting',
    vlan: isPrivate ? kept.vlan : vlanOf(vc, network),
  };
}

/** What the security policy says, in the words that came with 6.7; learning is off until somebody asks for it. */
function macManagement({ securityPolicy }: Data): Data {
  const says = (field: string): boolean => flagAt(securityPolicy, `${field}.value`) ?? false;
  return {
    inherited: false,
    allowPromiscuous: says('allowPromiscuous'),
    macChanges: says('macChanges'),
    forgedTransmits: says('forgedTransmits'),
    macLearningPolicy: {
      inherited: false,
      enabled: false,
      allowUnicastFlooding: true,
      limit: 4096,
      limitPolicy: 'DROP',
    },
  };
}

const shaping: Data = {
  inherited: true,
  enabled: no,
  averageBandwidth: { inherited: true, value: 100_000_000 },
  peakBandwidth: { inherited: true, value: 100_000_000 },
  burstSize: { inherited: true, value: 104_857_600 },
};

const teamingOf = (vc: Vc, network: Network): Data => ({
  inherited: true,
  policy: { inherited: true, value: 'loadbalance_srcid' },
  reversePolicy: { inherited: true, value: true },
  notifySwitches: { inherited: true, value: true },
  rollingOrder: { inherited: true, value: false },
  uplinkPortOrder: {
    inherited: true,
    activeUplinkPort: [...(switchOf(vc, network)?.spec.uplinks ?? [])],
    standbyUplinkPort: [],
  },
});

const policy: Data = {
  _type: 'VMwareDVSPortgroupPolicy',
  blockOverrideAllowed: true,
  shapingOverrideAllowed: false,
  vendorConfigOverrideAllowed: false,
  livePortMovingAllowed: false,
  portConfigResetAtDisconnect: true,
  networkResourcePoolOverrideAllowed: false,
  trafficFilterOverrideAllowed: false,
  vlanOverrideAllowed: false,
  uplinkTeamingOverrideAllowed: false,
  securityPolicyOverrideAllowed: false,
  ipfixOverrideAllowed: false,
  macManagementOverrideAllowed: false,
};

/** At least as many as are in use: a group grows by itself. Each host has every uplink. */
export function portsOf(vc: Vc, network: Network): number {
  if (isUplink(vc, network)) return uplinkPortsOf(vc, network).length;
  const { numPorts } = groupPaperOf(vc, network);
  return Math.max(numPorts ?? 8, vc.members().ofNetwork(network.id).length);
}

export function groupConfigOf(vc: Vc, network: Network): Data {
  const paper = groupPaperOf(vc, network);
  const vswitch = switchOf(vc, network);
  const isNsx = vc.papers.get(`network/${network.id}/backing`) === 'nsx';
  return {
    ...paper.more,
    _type: 'DVPortgroupConfigInfo',
    key: vc.refs.of(network).value,
    name: escapedName(network.name),
    numPorts: portsOf(vc, network),
    distributedVirtualSwitch: vswitch === undefined ? undefined : vc.refs.of(vswitch),
    defaultPortConfig: portSettingOf(vc, network),
    description: network.spec.notes,
    type: paper.type ?? 'earlyBinding',
    backingType: isNsx ? 'nsx' : 'standard',
    policy: { ...policy, ...paper.policy },
    configVersion: String(paper.version ?? 0),
    autoExpand: paper.autoExpand ?? true,
    vmVnicNetworkResourcePoolKey: '-1',
    uplink: isUplink(vc, network),
    ...(isNsx
      ? { logicalSwitchUuid: network.aliases.uuid, segmentId: `/infra/segments/${network.name}` }
      : {}),
  };
}

/** Numbers of its ports: of its own ten thousand, so that no two groups of a switch share one. */
const portKey = ({ aliases }: Network, at: number): string =>
  String(Number(/\d+$/.exec(aliases.moRef ?? '')?.[0] ?? 0) * 10_000 + at);

export const portKeysOf = (vc: Vc, network: Network): readonly string[] =>
  isUplink(vc, network)
    ? uplinkPortsOf(vc, network).map(({ key }) => key)
    : Array.from({ length: portsOf(vc, network) }, (_, at) => portKey(network, at));

type UplinkPort = {
  readonly key: string;
  /** As the switch names its uplinks. */
  readonly name: string;
  readonly host: EntityOf<'host'>;
  /** The card that is on it. */
  readonly device: string | undefined;
};

/** Every host that takes part has one for each uplink of the switch. */
export function uplinkPortsOf(vc: Vc, network: Network): readonly UplinkPort[] {
  const vswitch = switchOf(vc, network);
  if (vswitch === undefined) return [];
  const { uplinks } = vswitch.spec;
  return membersOf(vc, vswitch).flatMap(({ host, slot, cards }) =>
    uplinks.map((name, at) => {
      const key = portKey(network, slot * uplinks.length + at);
      return { key, name, host, device: cards.find(({ port }) => port === key)?.device };
    }),
  );
}
