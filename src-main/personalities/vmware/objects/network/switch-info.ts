/** `config`, `summary` and ports of a distributed switch. */
import type { Vc } from '../../vc.ts';
import { dataAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import { networksOn } from '../inventory/tree.ts';
import { escapedName } from '../managed-entity.ts';
import { portsOf, uplinkPortsOf } from './network-info.ts';
import { switchUuid } from './network.ts';
import type { Switch } from './network.ts';
import { defaultSettingOf, isUplink } from './port-setting.ts';
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
