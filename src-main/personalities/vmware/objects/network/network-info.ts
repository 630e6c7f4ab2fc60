/** `summary` of networks, `config` of port groups. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Nic } from '../../../../../sim/contract/machine-specs.ts';
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import { settingOf } from '../host/settings.ts';
import { switchOf } from '../inventory/tree.ts';
import { nicPortOf } from '../machine/nic-port.ts';
import { paperOf } from '../machine/paper.ts';
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

const usualPolicy: Data = {
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

/** What a port may say otherwise than its group. */
export const groupPolicyOf = (vc: Pick<Vc, 'papers'>, network: Network): Data => ({
  ...usualPolicy,
  ...groupPaperOf(vc, network).policy,
});

const numPortsOf = (vc: Vc, network: Network): number => groupPaperOf(vc, network).numPorts ?? 8;

/** At least as many as are in use: a group grows by itself. Each host has every uplink. */
export const portsOf = (vc: Vc, network: Network): number =>
  isUplink(vc, network)
    ? uplinkPortsOf(vc, network).length
    : Math.max(numPortsOf(vc, network), pluggedInto(vc, network).length);

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
    policy: groupPolicyOf(vc, network),
    configVersion: String(paper.version ?? 0),
    autoExpand: paper.autoExpand ?? true,
    vmVnicNetworkResourcePoolKey: '-1',
    uplink: isUplink(vc, network),
    ...(isNsx
      ? { logicalSwitchUuid: network.aliases.uuid, segmentId: `/infra/segments/${network.name}` }
      : {}),
  };
}

/** An adapter of a machine that hangs on it, and the port that it is on. */
export type Plugged = { readonly key: string; readonly vm: EntityOf<'vm'>; readonly nic: Nic };

export const pluggedInto = (vc: Vc, { id }: Network): readonly Plugged[] =>
  vc
    .members()
    .ofNetwork(id)
    .flatMap((vm) => {
      const holder = { vm, paper: paperOf(vc, vm.id) };
      return vm.spec.nics
        .filter(({ network }) => network === id)
        .map((nic) => ({ key: nicPortOf(holder, nic), vm, nic }));
    });

/** Numbers of ports that nobody is on: of its own ten thousand, so that no two groups of a switch share one. */
const portKey = ({ aliases }: Network, at: number): string =>
  String(Number(/\d+$/.exec(aliases.moRef ?? '')?.[0] ?? 0) * 10_000 + at);

/** Those in use first. */
export function portKeysOf(vc: Vc, network: Network): readonly string[] {
  if (isUplink(vc, network)) return uplinkPortsOf(vc, network).map(({ key }) => key);
  const used = new Set(pluggedInto(vc, network).map(({ key }) => key));
  const count = Math.max(numPortsOf(vc, network), used.size);
  const own = Array.from({ length: count }, (_, at) => portKey(network, at));
  return [...used, ...own.filter((key) => !used.has(key)).slice(0, count - used.size)];
}

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
