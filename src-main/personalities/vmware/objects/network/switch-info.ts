/** `config`, `summary` and ports of a distributed switch. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { dataAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { networksOn } from '../inventory/tree.ts';
import { escapedName } from '../managed-entity.ts';
import { portKeysOf, portsOf, uplinkPortsOf } from './network-info.ts';
import { switchUuid } from './network.ts';
import type { Network, Switch } from './network.ts';
import { defaultSettingOf, isUplink, portSettingOf } from './port-setting.ts';
import { extrasOf } from './switch-extras.ts';
import { backingOf, membersOf, switchPaperOf } from './switch-members.ts';

export const usualVersion = '8.0.0';

export const productOf = (version: string): Data => ({
  name: 'DVS',
  vendor: 'VMware, Inc.',
  version,
  build: '20519528',
  forwardingClass: 'etherswitch',
});

const portCountOf = (vc: Vc, { id }: Switch): number =>
  networksOn(vc, id).reduce((sum, group) => sum + portsOf(vc, group), 0);

/** Nobody wrote any: none at all. */
const notesOf = ({ spec }: Switch): string | undefined => (spec.notes === '' ? undefined : spec.notes);

export function switchSummaryOf(vc: Vc, vswitch: Switch): Data {
  const groups = networksOn(vc, vswitch.id);
  const hosts = membersOf(vc, vswitch).map(({ host }) => vc.refs.of(host));
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
    description: notesOf(vswitch),
    contact: dataAt(switchPaperOf(vc, vswitch).config, 'contact') ?? {},
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
    contact: {},
    networkResourceManagementEnabled: false,
    ...paper.config,
    ...extrasOf(paper.config),
    _type: 'VMwareDVSConfigInfo',
    uuid: switchUuid(vswitch.aliases.uuid ?? ''),
    name: escapedName(vswitch.name),
    numStandalonePorts: 0,
    numPorts: portCountOf(vc, vswitch),
    maxPorts: 60_000,
    uplinkPortPolicy: { _type: 'DVSNameArrayUplinkPortPolicy', uplinkPortName: [...vswitch.spec.uplinks] },
    uplinkPortgroup: groups.filter((group) => isUplink(vc, group)).map(vc.refs.of),
    defaultPortConfig: defaultSettingOf(vc, vswitch),
    host: membersOf(vc, vswitch).map((member) => memberData(vc, vswitch, member)),
    productInfo: productOf(paper.version ?? usualVersion),
    description: notesOf(vswitch),
    configVersion: String(paper.changes ?? 1),
    createTime: isoOf(paper.createdAt ?? vc.world().clock.epoch),
    defaultProxySwitchMaxNumPorts: 2048,
    maxMtu: vswitch.spec.mtu,
  };
}

function memberData(vc: Vc, vswitch: Switch, member: ReturnType<typeof membersOf>[number]): Data {
  const { host } = member;
  const ports = networksOn(vc, vswitch.id)
    .filter((group) => isUplink(vc, group))
    .flatMap((group) => uplinkPortsOf(vc, group));
  return {
    _type: 'DistributedVirtualSwitchHostMember',
    config: { host: vc.refs.of(host), maxProxySwitchPorts: 2048, backing: backingOf(member) },
    productInfo: productOf(switchPaperOf(vc, vswitch).version ?? usualVersion),
    uplinkPortKey: ports.filter((port) => port.host.id === host.id).map(({ key }) => key),
    status: host.spec.state === 'connected' ? 'up' : 'disconnected',
  };
}

/** The machines of a group are on its first ports, one each; ports of uplinks are of one host each. */
export function portsIn(vc: Vc, vswitch: Switch, group: Network): readonly Data[] {
  const vlan = group.spec.vlan ?? 0;
  const settled: Data = { scope: [], description: '', setting: portSettingOf(vc, group), configVersion: '0' };
  return usesOf(vc, group).map(({ key, name, host, connectee, isUp, mac }) => ({
    _type: 'DistributedVirtualPort',
    key,
    config: { ...settled, name },
    dvsUuid: switchUuid(vswitch.aliases.uuid ?? ''),
    portgroupKey: vc.refs.of(group).value,
    proxyHost: host,
    connectee,
    conflict: false,
    state: {
      runtimeInfo: {
        linkUp: isUp,
        blocked: false,
        vlanIds: [{ start: vlan, end: vlan }],
        trunkingMode: false,
        mtu: vswitch.spec.mtu,
        macAddress: mac,
        statusDetail: '',
        vmDirectPathGen2Active: false,
        vmDirectPathGen2InactiveReasonOther: '',
      },
      stats: noTraffic,
    },
    lastStatusChange: isoOf(vc.world().clock.epoch),
  }));
}

/** Who is on a port. */
type Use = {
  readonly key: string;
  readonly name: string;
  readonly host: Ref | undefined;
  readonly connectee: Data | undefined;
  readonly isUp: boolean;
  readonly mac: string;
};

const noMac = '00:00:00:00:00:00';

function usesOf(vc: Vc, group: Network): readonly Use[] {
  if (isUplink(vc, group))
    return uplinkPortsOf(vc, group).map(({ key, name, host, device }) => ({
      key,
      name,
      host: vc.refs.of(host),
      connectee:
        device === undefined
          ? undefined
          : { connectedEntity: vc.refs.of(host), nicKey: device, type: 'pnic' },
      isUp: device !== undefined,
      mac: noMac,
    }));
  const machines = vc.members().ofNetwork(group.id);
  return portKeysOf(vc, group).map((key, at) => useBy(vc, group, { key, vm: machines[at] }));
}

type Taken = { readonly key: string; readonly vm: EntityOf<'vm'> | undefined };

function useBy(vc: Vc, group: Network, { key, vm }: Taken): Use {
  if (vm === undefined)
    return { key, name: '', host: undefined, connectee: undefined, isUp: false, mac: noMac };
  const nic = vm.spec.nics.find(({ network }) => network === group.id);
  return {
    key,
    name: '',
    host: vc.refs.ofId(vm.spec.host),
    connectee:
      nic === undefined
        ? undefined
        : { connectedEntity: vc.refs.of(vm), nicKey: String(nic.key), type: 'vmVnic' },
    isUp: vm.spec.power === 'on',
    mac: nic?.mac ?? noMac,
  };
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
