/** A rule as it is being written in the form. Pure. */
import type { AlarmRule, AlarmTest } from '../../../sim/contract/alarms.ts';
import type { Kind, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { text as words } from '../../text/text.ts';
import { choicesOf } from './rule-words.ts';

/** Numbers stay text until they are whole; every kind of test keeps its own fields while another is tried. */
export type RuleDraft = {
  /** The id it had, null for a new one. */
  readonly was: string | null;
  readonly id: string;
  readonly title: string;
  readonly kinds: readonly Kind[];
  readonly metric: Metric;
  readonly place: string;
  readonly within: readonly EntityId[];
  readonly test: AlarmTest['type'];
  readonly direction: 'above' | 'below';
  readonly limit: string;
  readonly window: string;
  readonly from: Metric;
  readonly values: readonly number[];
  readonly periods: string;
  readonly of: 'every-metric' | 'this-metric';
  readonly deadband: string;
  readonly onDelay: string;
  readonly offDelay: string;
  readonly latching: AlarmRule['latching'];
  readonly service: AlarmRule['service'];
  readonly severity: AlarmRule['severity'];
  readonly priority: AlarmRule['priority'];
  readonly level: AlarmRule['level'];
  readonly cause: string;
  readonly consequence: string;
  readonly action: string;
};

export const emptyDraft: RuleDraft = {
  was: null,
  id: '',
  title: '',
  kinds: ['rack'],
  metric: 'temperature',
  place: '',
  within: [],
  test: 'limit',
  direction: 'above',
  limit: '',
  window: '900',
  from: 'setpoint',
  values: [],
  periods: '3',
  of: 'this-metric',
  deadband: '0',
  onDelay: '0',
  offDelay: '0',
  latching: 'self-clearing',
  service: 'in-service',
  severity: 'minor',
  priority: 3,
  level: 'warning',
  cause: '',
  consequence: '',
  action: '',
};

/** Long fractions come from arithmetic; nobody typed them. */
const textOf = (value: number): string => String(Number(value.toPrecision(6)));

function testFields(test: AlarmTest): Partial<RuleDraft> {
  switch (test.type) {
    case 'limit':
      return { direction: test.direction, limit: textOf(test.limit) };
    case 'rate':
      return { direction: test.direction, limit: textOf(test.limit), window: textOf(test.window) };
    case 'deviation':
      return { direction: test.direction, limit: textOf(test.limit), from: test.from };
    case 'state':
      return { values: test.values };
    case 'stale':
      return { periods: textOf(test.periods), of: test.of };
    default:
      return test satisfies never;
  }
}

export function draftFrom(rule: AlarmRule): RuleDraft {
  const { test, deadband, onDelay, offDelay, ...same } = rule;
  return {
    ...emptyDraft,
    ...same,
    was: rule.id,
    test: test.type,
    ...testFields(test),
    deadband: textOf(deadband),
    onDelay: textOf(onDelay),
    offDelay: textOf(offDelay),
  };
}

/** A copy has a name of its own and is not yet anyone's. */
export function copyOf(rule: AlarmRule, taken: readonly string[]): RuleDraft {
  const stem = `${rule.id.slice(0, 50)}-copy`;
  const free = [stem, ...taken.map((_, at) => `${stem}-${at + 2}`)].find((id) => !taken.includes(id));
  return {
    ...draftFrom(rule),
    was: null,
    id: free ?? stem,
    title: words().alarmRules.copy(rule.title).slice(0, 120),
  };
}

/** `Inlet warm` → `inlet-warm`. */
export const idFrom = (title: string): string =>
  title
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);

/** What is wrong, by field. */
export type DraftProblems = Readonly<Partial<Record<keyof RuleDraft, string>>>;

type Problem = readonly [keyof RuleDraft, string | null];

const wrong = () => words().alarmRules.problems;

const idPattern = /^[a-z0-9-]{1,60}$/;

function idProblem({ id, was }: RuleDraft, taken: readonly string[]): string | null {
  if (!idPattern.test(id)) return wrong().id;
  return id !== was && taken.includes(id) ? wrong().idTaken : null;
}

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

function between(text: string, least: number, most: number): string | null {
  const value = Number(text);
  return isNumber(text) && value >= least && value <= most ? null : wrong().between(least, most);
}

function testProblems(draft: RuleDraft): readonly Problem[] {
  const choices = choicesOf(draft);
  const limit: Problem = ['limit', isNumber(draft.limit) ? null : wrong().number];
  const quantity: Problem = ['test', choices === null ? null : wrong().words];
  switch (draft.test) {
    case 'limit':
      return [quantity, limit];
    case 'rate':
      return [quantity, limit, ['window', between(draft.window, 10, 86_400)]];
    case 'deviation':
      return [quantity, limit, ['from', draft.from === draft.metric ? wrong().from : null]];
    case 'state':
      return [
        ['test', choices === null ? wrong().quantity : null],
        ['values', draft.values.length === 0 ? wrong().choose : null],
      ];
    case 'stale':
      return [['periods', between(draft.periods, 2, 1000)]];
    default:
      return draft.test satisfies never;
  }
}

const said = (text: string, why: string): string | null => (text.trim() === '' ? why : null);

export function problemsIn(draft: RuleDraft, taken: readonly string[]): DraftProblems {
  const found: readonly Problem[] = [
    ['title', said(draft.title, wrong().title)],
    ['id', idProblem(draft, taken)],
    ['kinds', draft.kinds.length === 0 ? wrong().choose : null],
    ...testProblems(draft),
    ['deadband', isNumber(draft.deadband) && Number(draft.deadband) >= 0 ? null : wrong().deadband],
    ['onDelay', between(draft.onDelay, 0, 86_400)],
    ['offDelay', between(draft.offDelay, 0, 86_400)],
    ['consequence', said(draft.consequence, wrong().consequence)],
    ['action', said(draft.action, wrong().action)],
  ];
  return Object.fromEntries(
    found.flatMap(([field, problem]) => (problem === null ? [] : [[field, problem]])),
  );
}

function testFrom(draft: RuleDraft): AlarmTest {
  const { direction } = draft;
  const limit = Number(draft.limit);
  switch (draft.test) {
    case 'limit':
      return { type: 'limit', direction, limit };
    case 'rate':
      return { type: 'rate', direction, limit, window: Number(draft.window) };
    case 'deviation':
      return { type: 'deviation', direction, from: draft.from, limit };
    case 'state':
      return { type: 'state', values: draft.values.toSorted((a, b) => a - b) };
    case 'stale':
      return { type: 'stale', periods: Number(draft.periods), of: draft.of };
    default:
      return draft.test satisfies never;
  }
}

/** Of a draft without problems. */
export function ruleFrom(draft: RuleDraft): AlarmRule {
  const { id, metric, latching, service, severity, priority, level } = draft;
  return {
    id,
    title: draft.title.trim(),
    kinds: [...draft.kinds],
    metric,
    place: draft.place.trim(),
    within: [...draft.within],
    test: testFrom(draft),
    deadband: Number(draft.deadband),
    onDelay: Number(draft.onDelay),
    offDelay: Number(draft.offDelay),
    latching,
    service,
    severity,
    priority,
    level,
    cause: draft.cause.trim(),
    consequence: draft.consequence.trim(),
    action: draft.action.trim(),
  };
}

/** Texts do not change when it rings, so a preview need not wait for them. */
export function rehearsable(draft: RuleDraft): AlarmRule | null {
  const spoken = {
    ...draft,
    id: 'preview',
    was: null,
    title: draft.title.trim() === '' ? '–' : draft.title,
    consequence: '–',
    action: '–',
    cause: '',
  };
  return Object.keys(problemsIn(spoken, [])).length === 0
    ? ruleFrom({ ...spoken, service: 'in-service' })
    : null;
}
