/** What a distributed switch keeps beside the world's: VLANs within VLANs, mirrors, shares of traffic, checks, groups of uplinks. */
import { dataAt, dataListAt, flagAt, numberAt, textAt, textListAt } from '../../wire/ask.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { writePaper } from '../host/settings.ts';
import type { Call, Method } from '../managed.ts';
import { begin } from '../machine/doing.ts';
import { over } from '../over.ts';
import type { Switch } from './network.ts';
import { switchKey, switchPaperOf } from './switch-members.ts';

/** As they are on a switch that nobody has touched: shares, out of a hundred. */
const usualTraffic: readonly (readonly [string, string, number])[] = [
  ['management', 'normal', 50],
  ['faultTolerance', 'normal', 50],
  ['vmotion', 'normal', 50],
  ['virtualMachine', 'high', 100],
  ['iSCSI', 'normal', 50],
  ['nfs', 'normal', 50],
  ['hbr', 'normal', 50],
  ['vsan', 'normal', 50],
  ['vdp', 'normal', 50],
];

const usualExtras: Data = {
  infrastructureTrafficResourceConfig: usualTraffic.map(([key, level, shares]) => ({
    key,
    description: '',
    allocationInfo: { limit: -1, shares: { shares, level }, reservation: 0 },
  })),
  healthCheckConfig: ['VMwareDVSVlanMtuHealthCheckConfig', 'VMwareDVSTeamingHealthCheckConfig'].map(
    (_type) => ({
      _type,
      enable: false,
      interval: 1,
    }),
  ),
  lacpGroupConfig: [],
  pvlanConfig: [],
  vspanSession: [],
};

export const extrasOf = (config: Data | undefined): Data =>
  Object.fromEntries(Object.keys(usualExtras).map((field) => [field, config?.[field] ?? usualExtras[field]]));

type Change = { readonly operation: string; readonly item: Data };
type Like = (one: Data, other: Data) => boolean;

const changesIn = (spec: Data, list: string, item: string): readonly Change[] =>
  dataListAt(spec, list).flatMap((each) => {
    const given = dataAt(each, item);
    return given === undefined ? [] : [{ operation: textAt(each, 'operation') ?? 'add', item: given }];
  });

const missing = (what: string): Answer<never> =>
  faulted('NotFound', `The switch has no ${what} like that to change.`);

/** Added, edited and removed, one after another. */
function changed(
  now: readonly Data[],
  changes: readonly Change[],
  { like, what }: { readonly like: Like; readonly what: string },
): Answer<readonly Data[]> {
  let list = now;
  for (const { operation, item } of changes) {
    const at = list.findIndex((each) => like(each, item));
    if (operation === 'add') {
      if (at >= 0) return faulted('AlreadyExists', `There is such a ${what} already.`, { name: what });
      list = [...list, item];
      continue;
    }
    if (at < 0) return missing(what);
    list = operation === 'remove' ? list.toSpliced(at, 1) : list.with(at, over(list[at] ?? {}, item));
  }
  return done(list);
}

const isSamePvlan: Like = (one, other) =>
  numberAt(one, 'primaryVlanId') === numberAt(other, 'primaryVlanId') &&
  numberAt(one, 'secondaryVlanId') === numberAt(other, 'secondaryVlanId');

const hasSame =
  (field: string): Like =>
  (one, other) =>
    textAt(other, field) !== undefined && textAt(one, field) === textAt(other, field);

/** Sessions get a key from the switch. */
function keyed(changes: readonly Change[], taken: readonly Data[]): readonly Change[] {
  let last = Math.max(0, ...taken.map((each) => Number(/\d+$/.exec(textAt(each, 'key') ?? '')?.[0] ?? 0)));
  return changes.map(({ operation, item }) => {
    if (operation !== 'add') return { operation, item };
    last += 1;
    return { operation, item: { ...item, key: `session-${last}` } };
  });
}

/** What a specification of the whole switch says of all this. */
export function extrasAfter(config: Data, spec: Data): Answer<Data> {
  const now = extrasOf(config);
  const entries = changesIn(spec, 'pvlanConfigSpec', 'pvlanEntry');
  const pvlans = changed(dataListAt(now, 'pvlanConfig'), entries, {
    like: isSamePvlan,
    what: 'private VLAN',
  });
  if (!pvlans.ok) return pvlans;
  const before = dataListAt(now, 'vspanSession');
  const wanted = keyed(changesIn(spec, 'vspanConfigSpec', 'vspanSession'), before);
  const sessions = changed(before, wanted, { like: hasSame('key'), what: 'mirror session' });
  if (!sessions.ok) return sessions;
  const shares = dataListAt(spec, 'infrastructureTrafficResourceConfig');
  const traffic = dataListAt(now, 'infrastructureTrafficResourceConfig').map((each) =>
    over(each, shares.find(({ key }) => key === each.key) ?? {}),
  );
  return done({
    ...(entries.length === 0 ? {} : { pvlanConfig: [...pvlans.value] }),
    ...(wanted.length === 0 ? {} : { vspanSession: [...sessions.value] }),
    ...(shares.length === 0 ? {} : { infrastructureTrafficResourceConfig: traffic }),
  });
}

function keep(call: Call, vswitch: Switch, more: Data): Promise<Answer> {
  const before = switchPaperOf(call.vc, vswitch);
  return writePaper(call, switchKey(vswitch), {
    ...before,
    config: { ...before.config, ...more },
    changes: (before.changes ?? 1) + 1,
  });
}

const manageResources: Method<Switch> = (call, vswitch) =>
  keep(call, vswitch, { networkResourceManagementEnabled: flagAt(call.args, 'enable') ?? false });

const check: Method<Switch> = (call, vswitch) =>
  begin(call, {
    descriptionId: 'DistributedVirtualSwitch.updateHealthCheckConfig',
    entity: vswitch,
    work: async () => {
      const given = dataListAt(call.args, 'healthCheckConfig');
      const now = dataListAt(extrasOf(switchPaperOf(call.vc, vswitch).config), 'healthCheckConfig');
      const after = now.map((each) => over(each, given.find(({ _type }) => _type === each._type) ?? {}));
      const kept = await keep(call, vswitch, { healthCheckConfig: after });
      return kept.ok ? done({}) : kept;
    },
  });

/** A group has a key, and names its uplinks after itself. */
function group(item: Data, number: number): Data {
  const name = textAt(item, 'name') ?? `lag${number}`;
  const uplinks = numberAt(item, 'uplinkNum') ?? 2;
  const given = textListAt(item, 'uplinkName');
  return {
    mode: 'active',
    loadbalanceAlgorithm: 'srcDestIpTcpUdpPortVlan',
    timeoutMode: 'slow',
    uplinkPortKey: [],
    ...item,
    key: `lag-${number}`,
    name,
    uplinkNum: uplinks,
    uplinkName:
      given.length === uplinks ? [...given] : Array.from({ length: uplinks }, (_, at) => `${name}-${at}`),
  };
}

const bundle: Method<Switch> = (call, vswitch) =>
  begin(call, {
    descriptionId: 'VmwareDistributedVirtualSwitch.updateLacpGroupConfig',
    entity: vswitch,
    work: async () => {
      const { config = {} } = switchPaperOf(call.vc, vswitch);
      if (textAt(config, 'lacpApiVersion') === 'singleLag')
        return faulted('NotSupported', `${vswitch.name} has LACP in its single form: it knows no groups.`);
      const before = dataListAt(extrasOf(config), 'lacpGroupConfig');
      let last = Math.max(
        0,
        ...before.map((each) => Number(/\d+$/.exec(textAt(each, 'key') ?? '')?.[0] ?? 0)),
      );
      const changes = changesIn(call.args, 'lacpGroupSpec', 'lacpGroupConfig').map(({ operation, item }) =>
        operation === 'add' ? { operation, item: group(item, (last += 1)) } : { operation, item },
      );
      const like: Like = (one, other) => hasSame('key')(one, other) || hasSame('name')(one, other);
      const after = changed(before, changes, { like, what: 'group of uplinks' });
      if (!after.ok) return after;
      const kept = await keep(call, vswitch, { lacpGroupConfig: [...after.value] });
      return kept.ok ? done({}) : kept;
    },
  });

export const switchExtras: Readonly<Record<string, Method<Switch>>> = {
  EnableNetworkResourceManagement: manageResources,
  UpdateDVSHealthCheckConfig_Task: check,
  UpdateDVSLacpGroupConfig_Task: bundle,
};
