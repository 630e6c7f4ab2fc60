/** `summary` of networks, `config` of port groups. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import { settingOf } from '../host/settings.ts';
import { switchOf } from '../inventory/tree.ts';
import { escapedName } from '../managed-entity.ts';
import type { Network } from './network.ts';
import { isUplink, portSettingOf } from './port-setting.ts';
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
