/** Single ports of a distributed switch are set as far as their group lets them differ. */
import { dataAt, dataListAt, flagAt, textAt, textListAt } from '../../wire/ask.ts';
import { isData } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { writePaper } from '../host/settings.ts';
import { networksOn } from '../inventory/tree.ts';
import { begin } from '../machine/doing.ts';
import type { Call, Method } from '../managed.ts';
import { groupPolicyOf, portKeysOf } from './network-info.ts';
import type { Network, Switch } from './network.ts';
import { portPapersOf, portsKey } from './ports.ts';
import type { PortPaper, PortPapers } from './ports.ts';

/** What the group has to allow before a port may say it by itself. */
const allowances: Readonly<Record<string, string>> = {
  blocked: 'blockOverrideAllowed',
  inShapingPolicy: 'shapingOverrideAllowed',
  outShapingPolicy: 'shapingOverrideAllowed',
  vendorSpecificConfig: 'vendorConfigOverrideAllowed',
  networkResourcePoolKey: 'networkResourcePoolOverrideAllowed',
  filterPolicy: 'trafficFilterOverrideAllowed',
  vlan: 'vlanOverrideAllowed',
  uplinkTeamingPolicy: 'uplinkTeamingOverrideAllowed',
  securityPolicy: 'securityPolicyOverrideAllowed',
  ipfixEnabled: 'ipfixOverrideAllowed',
  macManagementPolicy: 'macManagementOverrideAllowed',
};

const noPort = (vswitch: Switch, key: string): Answer<never> =>
  faulted('NotFound', `${vswitch.name} has no port ${key}.`);

const groupWith = ({ vc }: Call, vswitch: Switch, key: string): Network | undefined =>
  networksOn(vc, vswitch.id).find((group) => portKeysOf(vc, group).includes(key));

const isInherited = (value: Data[string]): boolean => isData(value) && value.inherited === true;

/** What a port has from its group again is forgotten. */
function settingAfter(before: Data, given: Data): Data {
  const both = Object.entries({ ...before, ...given });
  return Object.fromEntries(both.filter(([, value]) => value !== undefined && !isInherited(value)));
}

function mayDiffer(call: Call, group: Network, given: Data): Answer<null> {
  const policy = groupPolicyOf(call.vc, group);
  const own = Object.keys(given).filter((each) => !isInherited(given[each]));
  const field = own.find((each) => {
    const allowance = allowances[each];
    return allowance !== undefined && flagAt(policy, allowance) !== true;
  });
  return field === undefined
    ? done(null)
    : invalidArgument(
        `port.setting.${field}`,
        `${group.name} does not let its ports differ in ${field}: ${allowances[field] ?? ''} is off.`,
      );
}

function changed(call: Call, vswitch: Switch, { papers, spec }: Change): Answer<PortPapers> {
  const key = textAt(spec, 'key') ?? '';
  if (textAt(spec, 'operation') !== 'edit')
    return faulted('NotSupported', 'Ports come and go with their groups, and not one by one.');
  const group = groupWith(call, vswitch, key);
  if (group === undefined) return noPort(vswitch, key);
  const kept = papers[key];
  const before: PortPaper = kept?.group === group.id ? kept : { group: group.id, version: 0 };
  const version = textAt(spec, 'configVersion') ?? '';
  if (version !== '' && version !== String(before.version))
    return faulted('ConcurrentAccess', `Port ${key} was changed by somebody else since it was read.`);
  const { _type, ...given } = dataAt(spec, 'setting') ?? {};
  const allowed = mayDiffer(call, group, given);
  if (!allowed.ok) return allowed;
  const setting = settingAfter(before.setting ?? {}, given);
  const after = { ...before, ...wordsIn(spec), version: before.version + 1, setting };
  return done({ ...papers, [key]: after });
}

function wordsIn(spec: Data): Pick<PortPaper, 'name' | 'description'> {
  const [name, description] = [textAt(spec, 'name'), textAt(spec, 'description')];
  return { ...(name === undefined ? {} : { name }), ...(description === undefined ? {} : { description }) };
}

type Change = { readonly papers: PortPapers; readonly spec: Data };

const reconfigure: Method<Switch> = (call, vswitch) =>
  begin(call, {
    descriptionId: 'DistributedVirtualSwitch.reconfigurePort',
    entity: vswitch,
    work: async () => {
      let papers = portPapersOf(call.vc, vswitch);
      for (const spec of dataListAt(call.args, 'port')) {
        const after = changed(call, vswitch, { papers, spec });
        if (!after.ok) return after;
        papers = after.value;
      }
      const kept = await writePaper(call, portsKey(vswitch), papers);
      return kept.ok ? done({}) : kept;
    },
  });

/** Counted anew with each question. */
const refresh: Method<Switch> = (call, vswitch) => {
  const unknown = textListAt(call.args, 'portKeys').find(
    (key) => groupWith(call, vswitch, key) === undefined,
  );
  return unknown === undefined ? done(undefined) : noPort(vswitch, unknown);
};

export const portChanges: Readonly<Record<string, Method<Switch>>> = {
  ReconfigureDVPort_Task: reconfigure,
  RefreshDVPortState: refresh,
};
