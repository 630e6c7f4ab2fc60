/** Ports of a distributed switch: who is on them, what they do, and what they were set to by themselves. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { dataAt, dataListAt, flagAt, numberAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { settingOf } from '../host/settings.ts';
import { over } from '../over.ts';
import { pluggedInto, portKeysOf, uplinkPortsOf } from './network-info.ts';
import type { Plugged } from './network-info.ts';
import { switchUuid } from './network.ts';
import type { Network, Switch } from './network.ts';
import { isUplink, portSettingOf } from './port-setting.ts';

/** What one port was told, for as long as it is of that group. */
export type PortPaper = {
  readonly group: string;
  readonly name?: string;
  readonly description?: string;
  readonly setting?: Data;
  readonly version: number;
};
export type PortPapers = Readonly<Record<string, PortPaper>>;

export const portsKey = ({ id }: Pick<Switch, 'id'>): string => `vswitch/${id}/ports`;
export const portPapersOf = (vc: Pick<Vc, 'papers'>, vswitch: Switch): PortPapers =>
  settingOf<PortPapers>(vc, portsKey(vswitch), {});

/** Each adapter of a machine is on a port of its own; ports of uplinks are of one host each. */
export function portsIn(vc: Vc, vswitch: Switch, group: Network): readonly Data[] {
  const papers = portPapersOf(vc, vswitch);
  const ofGroup = portSettingOf(vc, group);
  return usesOf(vc, group).map((use) => {
    const paper = papers[use.key];
    const own = paper?.group === group.id ? paper : undefined;
    const setting = settingWith(ofGroup, own?.setting ?? {});
    return {
      _type: 'DistributedVirtualPort',
      key: use.key,
      config: {
        name: own?.name ?? use.name,
        scope: [],
        description: own?.description ?? '',
        setting,
        configVersion: String(own?.version ?? 0),
      },
      dvsUuid: switchUuid(vswitch.aliases.uuid ?? ''),
      portgroupKey: vc.refs.of(group).value,
      proxyHost: use.host,
      connectee: use.connectee,
      conflict: false,
      state: { runtimeInfo: stateOf(vswitch, use, setting), stats: noTraffic },
      lastStatusChange: isoOf(vc.world().clock.epoch),
    };
  });
}

/** A VLAN is given whole. */
const settingWith = (ofGroup: Data, own: Data): Data => ({
  ...over(ofGroup, own),
  ...(own.vlan === undefined ? {} : { vlan: own.vlan }),
});

const stateOf = ({ spec }: Switch, { isUp, mac }: Use, setting: Data): Data => ({
  linkUp: isUp,
  blocked: flagAt(setting, 'blocked.value') ?? false,
  ...vlansIn(setting),
  mtu: spec.mtu,
  macAddress: mac,
  statusDetail: '',
  vmDirectPathGen2Active: false,
});

/** One VLAN, or those of a trunk. */
function vlansIn(setting: Data): Data {
  const vlan = dataAt(setting, 'vlan') ?? {};
  const ranges = dataListAt(vlan, 'vlanId');
  if (ranges.length > 0)
    return { vlanIds: ranges.map(({ start, end }) => ({ start, end })), trunkingMode: true };
  const id = numberAt(vlan, 'vlanId') ?? numberAt(vlan, 'pvlanId') ?? 0;
  return { vlanIds: [{ start: id, end: id }], trunkingMode: false };
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
      connectee: device === undefined ? undefined : connected(vc, host, { nicKey: device, type: 'pnic' }),
      isUp: device !== undefined,
      mac: noMac,
    }));
  const plugged = new Map(pluggedInto(vc, group).map((each) => [each.key, each]));
  return portKeysOf(vc, group).map((key) => useBy(vc, key, plugged.get(key)));
}

type Plug = { readonly nicKey: string; readonly type: 'pnic' | 'vmVnic' };

const connected = (vc: Vc, entity: EntityOf<'vm'> | EntityOf<'host'>, plug: Plug): Data => ({
  connectedEntity: vc.refs.of(entity),
  ...plug,
});

function useBy(vc: Vc, key: string, plugged: Plugged | undefined): Use {
  if (plugged === undefined)
    return { key, name: '', host: undefined, connectee: undefined, isUp: false, mac: noMac };
  const { vm, nic } = plugged;
  return {
    key,
    name: '',
    host: vc.refs.ofId(vm.spec.host),
    connectee: connected(vc, vm, { nicKey: String(nic.key), type: 'vmVnic' }),
    isUp: nic.isConnected && vm.spec.power === 'on',
    mac: nic.mac,
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
