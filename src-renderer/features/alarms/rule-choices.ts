/** What rules can watch in this lab: found from its sensors and its places. Pure. */
import type { Entity, Kind, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import { english } from '../../text/catalogue.ts';
import { text } from '../../text/text.ts';
import { choicesOf } from './rule-words.ts';
import type { RuleDraft } from './rule-draft.ts';

type ScopeChoice = { readonly id: EntityId; readonly title: string };

export type RuleChoices = {
  /** Kinds that have a sensor for a metric, with how many. */
  readonly sensors: ReadonlyMap<Metric, ReadonlyMap<Kind, number>>;
  /** Beginnings of places that are in use: `front`, `cell`. */
  readonly places: readonly string[];
  readonly scopes: readonly ScopeChoice[];
};

const kindOrder = Object.keys(english.kinds) as Kind[];
const scopeKinds: readonly Kind[] = ['site', 'room', 'row'];

function pathOf(entities: ReadonlyMap<EntityId, Entity>, entity: Entity): string {
  const parent = entity.parent === null ? undefined : entities.get(entity.parent);
  return parent === undefined ? entity.name : `${pathOf(entities, parent)} / ${entity.name}`;
}

export function ruleChoices(entities: ReadonlyMap<EntityId, Entity>): RuleChoices {
  const sensors = new Map<Metric, Map<Kind, number>>();
  const places = new Set<string>();
  const scopes: ScopeChoice[] = [];
  for (const entity of entities.values()) {
    if (scopeKinds.includes(entity.kind)) scopes.push({ id: entity.id, title: pathOf(entities, entity) });
    if (entity.kind !== 'sensor' || entity.parent === null) continue;
    const kind = entities.get(entity.parent)?.kind;
    if (kind === undefined) continue;
    const { metric, place } = entity.spec;
    const counts = sensors.get(metric) ?? new Map<Kind, number>();
    sensors.set(metric, counts.set(kind, (counts.get(kind) ?? 0) + 1));
    places.add(place.split('-')[0] ?? place);
  }
  const byTitle = (a: ScopeChoice, b: ScopeChoice): number =>
    a.title.localeCompare(b.title, 'en', { numeric: true });
  return { sensors, places: [...places].toSorted(), scopes: scopes.toSorted(byTitle) };
}

/** Those measured in this lab first, then the rest. */
export function metricChoices(
  choices: RuleChoices,
): readonly { readonly value: Metric; readonly title: string; readonly note?: string }[] {
  const all = Object.keys(metricTable) as Metric[];
  const isMeasured = (metric: Metric): boolean => choices.sensors.has(metric);
  return [...all.filter(isMeasured), ...all.filter((metric) => !isMeasured(metric))].map((value) => ({
    value,
    title: text().metrics[value],
    ...(isMeasured(value) ? {} : { note: text().alarmRules.watch.noSensor }),
  }));
}

/** Kinds to choose from: those with such a sensor, and those the rule has already. */
export function kindChoices(
  choices: RuleChoices,
  draft: Pick<RuleDraft, 'metric' | 'kinds'>,
): readonly { readonly kind: Kind; readonly sensors: number }[] {
  const counts = choices.sensors.get(draft.metric);
  return kindOrder
    .filter((kind) => counts?.has(kind) === true || draft.kinds.includes(kind))
    .map((kind) => ({ kind, sensors: counts?.get(kind) ?? 0 }));
}

/** Another quantity brings its kinds along, and a test that fits it. */
export function withMetric(draft: RuleDraft, metric: Metric, choices: RuleChoices): RuleDraft {
  const measured = choices.sensors.get(metric);
  const kept = draft.kinds.filter((kind) => measured?.has(kind) === true);
  const kinds = kept.length > 0 || measured === undefined ? kept : [...measured.keys()];
  const next = { ...draft, metric, kinds: measured === undefined ? draft.kinds : kinds };
  if (draft.test === 'stale') return next;
  const isWorded = choicesOf(next) !== null;
  if (isWorded) return { ...next, test: 'state', values: draft.test === 'state' ? [] : next.values };
  return draft.test === 'state' ? { ...next, test: 'limit' } : next;
}
