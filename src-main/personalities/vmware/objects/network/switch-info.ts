/** `config`, `summary` and ports of a distributed switch. */
import type { Vc } from '../../vc.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { settingOf } from '../host/settings.ts';
import { datacenterOf, networksOn } from '../inventory/tree.ts';
import { escapedName } from '../managed-entity.ts';
import { isUplink, portKeysOf, portSettingOf, portsOf } from './network-info.ts';
import { switchUuid } from './network.ts';
import type { Network, Switch } from './network.ts';

export type SwitchPaper = {
  readonly version?: string;
  readonly config?: Data;
  readonly changes?: number;
  /** The hosts that take part, and their ports; all of the datacenter where nobody named any. */
  readonly members?: Readonly<Record<string, readonly string[]>>;
  readonly createdAt?: number;
};

export const switchKey = ({ id }: Pick<Switch, 'id'>): string => `vswitch/${id}/switch`;
export const switchPaperOf = (vc: Pick<Vc, 'papers'>, vswitch: Switch): SwitchPaper =>
  settingOf<SwitchPaper>(vc, switchKey(vswitch), {});

export const usualVersion = '8.0.0';

export const productOf = (version: string): Data => ({
  name: 'DVS',
  vendor: 'VMware, Inc.',
  version,
  build: '20519528',
  forwardingClass: 'etherswitch',
});

/** Hosts that named their ports, or those of its datacenter. */
export function membersOf(vc: Vc, vswitch: Switch) {
  const { members } = switchPaperOf(vc, vswitch);
  const { inventory } = vc.world();
  if (members !== undefined)
    return Object.keys(members).flatMap((id) => {
      const host = inventory.get(id as Switch['id']);
      return host?.kind === 'host' ? [host] : [];
    });
  const datacenter = datacenterOf(vc, vswitch);
  return inventory.ofKind('host').filter((host) => datacenterOf(vc, host)?.id === datacenter?.id);
}

const portCountOf = (vc: Vc, { id }: Switch): number =>
  networksOn(vc, id).reduce((sum, group) => sum + portsOf(vc, group), 0);

export function switchSummaryOf(vc: Vc, vswitch: Switch): Data {
  const groups = networksOn(vc, vswitch.id);
  const hosts = membersOf(vc, vswitch).map(vc.refs.of);
  return {
    _type: 'DVSSummary',
    name: escapedName(vswitch.name),
    uuid: switchUuid(vswitch.aliases.uuid ?? ''),
    numPorts: portCountOf(vc, vswitch),
    productInfo: productOf(switchPaperOf(vc, vswitch).version ?? usualVersion),
    hostMember: hosts,
    vm: [...new Set(groups.flatMap(({ id }) => vc.members().ofNetwork(id)))].map(vc.refs.of),
    host: hosts,
    portgroupName: groups.map(({ name }) => escapedName(name)),
    description: vswitch.spec.notes,
    contact: { name: '', contact: '' },
    numHosts: hosts.length,
  };
}

export function switchConfigOf(vc: Vc, vswitch: Switch): Data {
  const paper = switchPaperOf(vc, vswitch);
  const groups = networksOn(vc, vswitch.id);
  return {
    linkDiscoveryProtocolConfig: { protocol: 'cdp', operation: 'listen' },
    lacpApiVersion: 'multipleLag',
    multicastFilteringMode: 'legacyFiltering',
    networkResourceControlVersion: 'version3',
    ipfixConfig: { activeFlowTimeout: 60, idleFlowTimeout: 15, samplingRate: 4096, internalFlowsOnly: false },
    contact: { name: '', contact: '' },
    networkResourceManagementEnabled: false,
    ...paper.config,
    _type: 'VMwareDVSConfigInfo',
    uuid: switchUuid(vswitch.aliases.uuid ?? ''),
    name: escapedName(vswitch.name),
    numStandalonePorts: 0,
    numPorts: portCountOf(vc, vswitch),
    maxPorts: 60_000,
    uplinkPortPolicy: { _type: 'DVSNameArrayUplinkPortPolicy', uplinkPortName: [...vswitch.spec.uplinks] },
    uplinkPortgroup: groups.filter((group) => isUplink(vc, group)).map(vc.refs.of),
    defaultPortConfig: defaultSetting(vswitch),
    host: membersOf(vc, vswitch).map((host) => memberData(vc, vswitch, host)),
    productInfo: productOf(paper.version ?? usualVersion),
    description: vswitch.spec.notes,
    configVersion: String(paper.changes ?? 1),
    createTime: isoOf(paper.createdAt ?? vc.world().clock.epoch),
    defaultProxySwitchMaxNumPorts: 2048,
    maxMtu: vswitch.spec.mtu,
    vspanSession: [],
    pvlanConfig: [],
  };
}

const off: Data = { inherited: false, value: false };

const defaultSetting = ({ spec }: Switch): Data => ({
  _type: 'VMwareDVSPortSetting',
  blocked: off,
  vlan: { _type: 'VmwareDistributedVirtualSwitchVlanIdSpec', inherited: false, vlanId: 0 },
  securityPolicy: { inherited: false, allowPromiscuous: off, macChanges: off, forgedTransmits: off },
  uplinkTeamingPolicy: {
    inherited: false,
    policy: { inherited: false, value: 'loadbalance_srcid' },
    uplinkPortOrder: { inherited: false, activeUplinkPort: [...spec.uplinks], standbyUplinkPort: [] },
  },
});

function memberData(vc: Vc, vswitch: Switch, host: ReturnType<typeof membersOf>[number]): Data {
  const ports = switchPaperOf(vc, vswitch).members?.[host.id] ?? [];
  return {
    _type: 'DistributedVirtualSwitchHostMember',
    config: {
      host: vc.refs.of(host),
      maxProxySwitchPorts: 2048,
      backing: {
        _type: 'DistributedVirtualSwitchHostMemberPnicBacking',
        pnicSpec: ports.map((pnicDevice) => ({ pnicDevice })),
      },
    },
    productInfo: productOf(switchPaperOf(vc, vswitch).version ?? usualVersion),
    uplinkPortKey: [],
    status: host.spec.state === 'connected' ? 'up' : 'disconnected',
  };
}

/** The machines of a group are on its first ports, one each. */
export function portsIn(vc: Vc, vswitch: Switch, group: Network): readonly Data[] {
  const machines = vc.members().ofNetwork(group.id);
  return portKeysOf(vc, group).map((key, at) => {
    const vm = machines[at];
    const nic = vm?.spec.nics.find(({ network }) => network === group.id);
    return {
      _type: 'DistributedVirtualPort',
      key,
      config: {
        name: isUplink(vc, group) ? vswitch.spec.uplinks[at] : '',
        scope: [],
        description: '',
        setting: portSettingOf(vc, group),
        configVersion: '0',
      },
      dvsUuid: switchUuid(vswitch.aliases.uuid ?? ''),
      portgroupKey: vc.refs.of(group).value,
      proxyHost: vm === undefined ? undefined : vc.refs.ofId(vm.spec.host),
      connectee:
        vm === undefined || nic === undefined
          ? undefined
          : { connectedEntity: vc.refs.of(vm), nicKey: String(nic.key), type: 'vmVnic' },
      conflict: false,
      state: {
        runtimeInfo: {
          linkUp: vm?.spec.power === 'on',
          blocked: false,
          vlanIds: [{ start: group.spec.vlan ?? 0, end: group.spec.vlan ?? 0 }],
          trunkingMode: false,
          mtu: vswitch.spec.mtu,
          macAddress: nic?.mac ?? '00:00:00:00:00:00',
          statusDetail: '',
          vmDirectPathGen2Active: false,
          vmDirectPathGen2InactiveReasonOther: '',
        },
        stats: noTraffic,
      },
      lastStatusChange: isoOf(vc.world().clock.epoch),
    };
  });
}

const noTraffic: Data = {
  packetsInMulticast: 0,
  packetsOutMulticast: 0,
  bytesInMulticast: 0,
  bytesOutMulticast: 0,
  packetsInUnicast: 0,
  packetsOutUnicast: 0,
  bytesInUnicast: 0,
  bytesOutUnicast: 0,
  packetsInBroadcast: 0,
  packetsOutBroadcast: 0,
  bytesInBroadcast: 0,
  bytesOutBroadcast: 0,
  packetsInDropped: 0,
  packetsOutDropped: 0,
  packetsInException: 0,
  packetsOutException: 0,
};
