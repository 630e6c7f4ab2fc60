/** `ReconfigureComputeResource_Task`: what a specification says of HA, DRS, rules and groups. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Worked } from '../../tasks/tasks.ts';
import type { Vc } from '../../vc.ts';
import { dataAt, dataListAt, flagAt, numberAt, refAt, refListAt, textAt } from '../../wire/ask.ts';
import type { Data, Ref } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import type { Call } from '../managed.ts';
import { does } from '../machine/doing.ts';
import { writePaper } from '../host/settings.ts';
import { clusterKey, clusterPaperOf, keyOfRule } from './cluster-config.ts';
import type { ClusterPaper, Group } from './cluster-config.ts';

type Cluster = EntityOf<'cluster'>;
type Spec = Cluster['spec'];
type Rule = Spec['rules'][number];
type Draft = { readonly rules: readonly Rule[]; readonly paper: ClusterPaper };

export async function changeCluster(call: Call, cluster: Cluster, spec: Data): Promise<Answer<Worked>> {
  const { vc } = call;
  let draft: Draft = { rules: cluster.spec.rules, paper: clusterPaperOf(vc, cluster) };
  for (const change of dataListAt(spec, 'groupSpec')) {
    const after = withGroup(vc, draft, change);
    if (!after.ok) return after;
    draft = after.value;
  }
  for (const change of dataListAt(spec, 'rulesSpec')) {
    const after = withWaiting(draft, change) ?? withRule(vc, draft, change);
    if (!after.ok) return after;
    draft = after.value;
  }
  const paper = withSettings(vc, draft.paper, spec);
  const words = {
    ...dasWords(spec, cluster.spec),
    ...drsWords(spec, cluster.spec),
    rules: draft.rules.map((rule) => settled(vc, rule, paper)),
  };
  const did = await does(call, { type: 'inventory.change', id: cluster.id, spec: words });
  if (!did.ok) return did;
  const kept = await writePaper(call, clusterKey(cluster), paper);
  return kept.ok ? done({}) : kept;
}

function dasWords(spec: Data, now: Spec): Partial<Spec> {
  const das = dataAt(spec, 'dasConfig');
  if (das === undefined) return {};
  return {
    ha: flagAt(das, 'enabled') ?? now.ha,
    admission: {
      isOn: flagAt(das, 'admissionControlEnabled') ?? now.admission.isOn,
      hostFailures:
        numberAt(das, 'admissionControlPolicy.failoverLevel') ??
        numberAt(das, 'failoverLevel') ??
        now.admission.hostFailures,
    },
  };
}

const modes = { manual: 'manual', partiallyAutomated: 'partial', fullyAutomated: 'automatic' } as const;

function drsWords(spec: Data, now: Spec): Partial<Spec> {
  const drs = dataAt(spec, 'drsConfig');
  if (drs === undefined) return {};
  const behaviour = textAt(drs, 'defaultVmBehavior') as keyof typeof modes | undefined;
  const isOn = flagAt(drs, 'enabled') ?? now.drs !== 'off';
  const usual = now.drs === 'off' ? 'automatic' : now.drs;
  const rate = numberAt(drs, 'vmotionRate');
  return {
    drs: isOn ? (behaviour === undefined ? usual : modes[behaviour]) : 'off',
    ...(rate === undefined || rate < 1 || rate > 5 ? {} : { drsThreshold: 6 - rate }),
  };
}

/** What the world has no word for is kept as it came. */
function withSettings(vc: Vc, paper: ClusterPaper, spec: Data): ClusterPaper {
  const more: Record<string, Data[string]> = { ...paper.more };
  for (const field of [
    'vmSwapPlacement',
    'spbmEnabled',
    'defaultHardwareVersionKey',
    'maximumHardwareVersionKey',
    'orchestration',
    'infraUpdateHaConfig',
    'proactiveDrsConfig',
  ])
    if (spec[field] !== undefined) more[field] = spec[field];
  return {
    ...paper,
    das: { ...paper.das, ...dataAt(spec, 'dasConfig') },
    drs: { ...paper.drs, ...dataAt(spec, 'drsConfig') },
    dpm: { ...paper.dpm, ...dataAt(spec, 'dpmConfig') },
    dasVms: withMachines(vc, paper.dasVms, dataListAt(spec, 'dasVmConfigSpec')),
    drsVms: withMachines(vc, paper.drsVms, dataListAt(spec, 'drsVmConfigSpec')),
    readyVms: withMachines(vc, paper.readyVms ?? {}, dataListAt(spec, 'vmOrchestrationSpec')),
    dpmHosts: withMachines(vc, paper.dpmHosts ?? {}, dataListAt(spec, 'dpmHostConfigSpec')),
    more,
  };
}

type Kept = Readonly<Record<string, Data>>;

/** Who is meant stands in `key`, but for what a machine waits for. */
const keyIn = (info: Data): Ref | undefined => refAt(info, 'key') ?? refAt(info, 'vm');

function withMachines(vc: Vc, kept: Kept, changes: readonly Data[]): Kept {
  const after: Record<string, Data> = { ...kept };
  for (const change of changes) {
    const info = dataAt(change, 'info');
    const ref = refAt(change, 'removeKey') ?? (info === undefined ? undefined : keyIn(info));
    const id = ref === undefined ? undefined : vc.refs.entity(ref)?.id;
    if (id === undefined) continue;
    const { key: _, vm: _vm, ...words } = info ?? {};
    if (textAt(change, 'operation') === 'remove') delete after[id];
    else after[id] = words;
  }
  return after;
}

const idsOf = (vc: Vc, refs: readonly Ref[]): readonly EntityId[] =>
  refs.flatMap((ref) => vc.refs.entity(ref)?.id ?? []);

function withGroup(vc: Vc, draft: Draft, change: Data): Answer<Draft> {
  const info = dataAt(change, 'info');
  const operation = textAt(change, 'operation') ?? '';
  const name = info === undefined ? (textAt(change, 'removeKey') ?? '') : (textAt(info, 'name') ?? '');
  const { groups } = draft.paper;
  const may = mayGroup(operation, name, groups);
  if (!may.ok) return may;
  const others = groups.filter((group) => group.name !== name);
  if (operation === 'remove') return done({ ...draft, paper: { ...draft.paper, groups: others } });
  const kind = info?._type === 'ClusterHostGroup' ? ('host' as const) : ('vm' as const);
  const group: Group = { name, kind, members: idsOf(vc, refListAt(info ?? {}, kind)) };
  return done({ ...draft, paper: { ...draft.paper, groups: [...others, group] } });
}

function mayGroup(operation: string, name: string, groups: readonly Group[]): Answer<null> {
  const isKnown = groups.some((group) => group.name === name);
  if (name === '') return invalidArgument('groupSpec.info.name', 'A group needs a name.');
  if (operation === 'add' && isKnown)
    return faulted('DuplicateName', `The name '${name}' already exists.`, { name });
  return operation === 'add' || isKnown
    ? done(null)
    : invalidArgument('groupSpec.info.name', `There is no group ${name}.`);
}

/** A rule of which group waits for which; undefined for the others. */
function withWaiting(draft: Draft, change: Data): Answer<Draft> | undefined {
  const { paper } = draft;
  const info = dataAt(change, 'info') ?? {};
  const known = waitingMeant(draft, Number(change.removeKey ?? info.key ?? -1));
  if (info._type !== 'ClusterDependencyRuleInfo' && known === undefined) return undefined;
  const name = textAt(info, 'name') ?? known ?? '';
  if (textAt(change, 'operation') === 'add' && isRule(draft, name))
    return faulted('DuplicateName', `The name '${name}' already exists.`, { name });
  const { [known ?? name]: before, ...others } = paper.waits;
  if (textAt(change, 'operation') === 'remove') return done({ ...draft, paper: { ...paper, waits: others } });
  const rule = { ...before, ...info, key: keyAfter(draft, before) };
  return done({ ...draft, paper: { ...paper, waits: { ...others, [name]: rule } } });
}

const keyAfter = (draft: Draft, before: { readonly key: number } | undefined): number =>
  before?.key ?? nextKey(draft);

const waitingMeant = ({ paper }: Draft, key: number): string | undefined =>
  Object.entries(paper.waits).find(([, rule]) => rule.key === key)?.[0];

const isRule = ({ rules, paper }: Draft, name: string): boolean =>
  Object.hasOwn(paper.waits, name) || rules.some((rule) => rule.name === name);

function withRule(vc: Vc, draft: Draft, change: Data): Answer<Draft> {
  const { rules } = draft;
  const operation = textAt(change, 'operation') ?? '';
  const info = dataAt(change, 'info') ?? {};
  const name = textAt(info, 'name') ?? '';
  if (operation === 'add')
    return rules.some((rule) => rule.name === name)
      ? faulted('DuplicateName', `The name '${name}' already exists.`, { name })
      : withRuleFrom(vc, draft, { info, at: -1 });
  const key = Number(change.removeKey ?? info.key ?? -1);
  const at = placeOfRule(draft, { key, name: operation === 'edit' ? name : '' });
  if (at < 0) return invalidArgument('rulesSpec.info.key', `There is no rule ${key}.`);
  return operation === 'remove' ? done(withoutRule(draft, at)) : withRuleFrom(vc, draft, { info, at });
}

function withoutRule({ rules, paper }: Draft, at: number): Draft {
  const { [rules[at]?.name ?? '']: _, ...left } = paper.rules;
  return { rules: rules.filter((_rule, index) => index !== at), paper: { ...paper, rules: left } };
}

type Given = { readonly info: Data; readonly at: number };

/** In place of the one that stood there; at the end where none did. */
function withRuleFrom(vc: Vc, draft: Draft, { info, at }: Given): Answer<Draft> {
  const { rules, paper } = draft;
  const before = rules[at];
  const rule = ruleFrom(vc, info, before);
  const number = before === undefined ? nextKey(draft) : keyOfRule(paper, before, at);
  const [affine, anti] = [wordAt(info, 'affineHostGroupName'), wordAt(info, 'antiAffineHostGroupName')];
  const entry = {
    key: number,
    ...named('vmGroup', textAt(info, 'vmGroupName')),
    ...named('hostGroup', affine ?? anti),
    ...named('antiGroup', affine === undefined ? undefined : anti),
  };
  return done({
    rules: before === undefined ? [...rules, rule] : rules.map((each, index) => (index === at ? rule : each)),
    paper: {
      ...paper,
      rules: { ...paper.rules, [rule.name]: { ...paper.rules[before?.name ?? ''], ...entry } },
    },
  });
}

/** By its number, or by its name where one is given. */
function placeOfRule(
  { rules, paper }: Draft,
  { key, name }: { readonly key: number; readonly name: string },
): number {
  const at = rules.findIndex((rule, index) => keyOfRule(paper, rule, index) === key);
  return at >= 0 ? at : rules.findIndex((rule) => rule.name === name);
}

/** An empty one is none. */
const wordAt = (info: Data, field: string): string | undefined => {
  const word = textAt(info, field);
  return word === '' ? undefined : word;
};

const named = (field: string, value: string | undefined): object =>
  value === undefined ? {} : { [field]: value };

const nextKey = ({ rules, paper }: Draft): number =>
  Math.max(
    0,
    ...rules.map((rule, at) => keyOfRule(paper, rule, at)),
    ...Object.values(paper.waits).map(({ key }) => key),
  ) + 1;

function kindOf(info: Data, before: Rule | undefined): Rule['kind'] {
  if (info._type === 'ClusterAffinityRuleSpec') return 'together';
  if (info._type === 'ClusterAntiAffinityRuleSpec') return 'apart';
  if (
    wordAt(info, 'affineHostGroupName') === undefined &&
    wordAt(info, 'antiAffineHostGroupName') !== undefined
  )
    return 'off-hosts';
  return info._type === 'ClusterVmHostRuleInfo' ? 'on-hosts' : (before?.kind ?? 'together');
}

const ruleFrom = (vc: Vc, info: Data, before: Rule | undefined): Rule => ({
  name: textAt(info, 'name') ?? before?.name ?? 'rule',
  kind: kindOf(info, before),
  machines: info.vm === undefined ? [...(before?.machines ?? [])] : [...idsOf(vc, refListAt(info, 'vm'))],
  hosts: [...(before?.hosts ?? [])],
  ...flagsOf(info, before),
});

const flagsOf = (info: Data, before: Rule | undefined): Pick<Rule, 'isMandatory' | 'isOn'> => ({
  isMandatory: flagAt(info, 'mandatory') ?? before?.isMandatory ?? false,
  isOn: flagAt(info, 'enabled') ?? before?.isOn ?? true,
});

/** A rule of groups holds for who is in them now; what was removed is in none. */
function settled(vc: Vc, rule: Rule, paper: ClusterPaper): Rule {
  const { inventory } = vc.world();
  const live = (ids: readonly EntityId[]): EntityId[] => ids.filter((id) => inventory.get(id) !== undefined);
  const entry = paper.rules[rule.name];
  const membersOf = (name: string | undefined): readonly EntityId[] | undefined =>
    paper.groups.find((group) => group.name === name)?.members;
  return {
    ...rule,
    machines: live(membersOf(entry?.vmGroup) ?? rule.machines),
    hosts: live(membersOf(entry?.hostGroup) ?? rule.hosts),
  };
}
