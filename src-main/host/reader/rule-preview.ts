import type { RulePreview } from '../../../sim/contract/alarm-kpis.ts';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { EntityOf, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Series } from '../../../sim/contract/telemetry.ts';
import { asSimMillis } from '../../../sim/contract/units.ts';
import { messageOf, placeOf, rehearse, ruleHolds, ruleWatches, siblingOf } from '../../../sim/index.ts';
import type { Firing, Rehearsed, World } from '../../../sim/index.ts';
import type { Session } from '../session.ts';
import { spanOf } from './alarm-kpis.ts';
import { lineOf } from './history.ts';
import type { Params, ReaderDeps } from './params.ts';

/** What one question may cost: so many sensors, and so many points of all of them together. */
const mostSensors = 200;
const mostPoints = 200_000;
/** No bot speaks more often than this in the long run; finer points would be empty. */
const finest = 10_000;
const shownExamples = 20;

/** "Would have rung 14 times last week": the rule's own code over the readings that were kept. */
export function readRulePreview(
  { session }: Pick<ReaderDeps, 'session'>,
  params: Params<'rule-preview'>,
): Result<QueryAnswer<'rule-preview'>> {
  const current = session();
  const { rule } = params;
  const sound = ruleHolds(current.world, rule);
  if (!sound.ok) return sound;
  const span = spanOf(current, params);
  const watched = watchedBy(current.world, rule);
  const every = Math.max(1, Math.ceil(watched.length / mostSensors));
  const judged = watched.filter((_, at) => at % every === 0);
  const points = pointsFor(span.to - span.from, judged.length);
  const past: Past = { session: current, ...span, points };
  const runs = judged.map((sensor) => rehearseOne(past, rule, sensor));
  return accepted({
    ...span,
    ...summary(runs, span.to),
    watched: watched.length,
    judged: judged.length,
    resolution: Math.round((span.to - span.from) / points),
    extent: judged.length < watched.length ? 'part' : 'whole',
    examples: examplesOf(current.world, rule, runs),
  });
}

function watchedBy({ inventory }: World, rule: AlarmRule): EntityOf<'sensor'>[] {
  return inventory.ofKind('sensor').filter((sensor) => {
    const place = placeOf(inventory, sensor);
    return place !== null && ruleWatches(rule, sensor, place);
  });
}

function pointsFor(span: number, sensors: number): number {
  const share = Math.floor(mostPoints / Math.max(1, sensors));
  return Math.max(10, Math.min(share, Math.ceil(span / finest)));
}

type Past = {
  readonly session: Session;
  readonly from: number;
  readonly to: number;
  readonly points: number;
};

type Run = {
  readonly sensor: EntityOf<'sensor'>;
  readonly readings: number;
  readonly firings: readonly Firing[];
};

function rehearseOne(past: Past, rule: AlarmRule, sensor: EntityOf<'sensor'>): Run {
  const said = seriesOf(past, sensor.id, sensor.spec.metric);
  const compared = rule.test.type === 'deviation' ? compare(past, { rule, sensor, said }) : said;
  return { sensor, readings: said.at.length, firings: rehearse(rule, compared) };
}

function seriesOf({ session, from, to, points }: Past, sensor: EntityId, metric: Metric): Rehearsed {
  const [series] = session.history.series({
    sensors: [{ id: sensor, metric }],
    line: lineOf(session),
    from,
    to,
    points,
  });
  return series === undefined ? { at: [], low: [], high: [], to } : known(series, to);
}

/** Points without a reading say nothing. */
function known({ at, mean, min, max }: Series, to: number): Rehearsed {
  const kept = at.flatMap((time, index) => {
    const value = mean[index] ?? null;
    return value === null ? [] : [{ time, low: min[index] ?? value, high: max[index] ?? value }];
  });
  return {
    at: kept.map(({ time }) => time),
    low: kept.map(({ low }) => low),
    high: kept.map(({ high }) => high),
    to,
  };
}

type Comparison = {
  readonly rule: AlarmRule;
  readonly sensor: EntityOf<'sensor'>;
  readonly said: Rehearsed;
};

/** Distances from the other metric as it was last said before each reading. */
function compare(past: Past, { rule, sensor, said }: Comparison): Rehearsed {
  const { test } = rule;
  const nothing = { at: [], low: [], high: [], to: said.to };
  if (test.type !== 'deviation') return said;
  const id = siblingOf(past.session.world.inventory, sensor, test.from);
  if (id === null) return nothing;
  const other = seriesOf(past, id, test.from);
  const distances: { at: number[]; low: number[]; high: number[]; to: number } = structuredClone(nothing);
  let last = -1;
  for (const [index, at] of said.at.entries()) {
    while ((other.at[last + 1] ?? Number.POSITIVE_INFINITY) <= at) last += 1;
    const low = other.low[last];
    const high = other.high[last];
    if (low === undefined || high === undefined) continue;
    distances.at.push(at);
    distances.low.push((said.low[index] ?? 0) - high);
    distances.high.push((said.high[index] ?? 0) - low);
  }
  return distances;
}

function summary(
  runs: readonly Run[],
  to: number,
): Pick<RulePreview, 'fired' | 'sensors' | 'readings' | 'seconds'> {
  const rang = runs.filter(({ firings }) => firings.length > 0);
  const seconds = runs
    .flatMap(({ firings }) => firings)
    .reduce((sum, { at, until }) => sum + ((until ?? to) - at) / 1000, 0);
  return {
    fired: rang.reduce((sum, { firings }) => sum + firings.length, 0),
    sensors: rang.length,
    readings: runs.reduce((sum, { readings }) => sum + readings, 0),
    seconds: Math.round(seconds),
  };
}

/** The latest ones. */
function examplesOf(world: World, rule: AlarmRule, runs: readonly Run[]): RulePreview['examples'] {
  return runs
    .flatMap(({ sensor, firings }) => firings.map((firing) => ({ sensor, ...firing })))
    .toSorted((a, b) => b.at - a.at)
    .slice(0, shownExamples)
    .map(({ sensor, at, until, value }) => {
      return {
        sensor: sensor.id,
        at: asSimMillis(Math.round(at)),
        until: until === null ? null : asSimMillis(Math.round(until)),
        value,
        message: messageOf({ rule, sensor, inventory: world.inventory, measure: value }),
      };
    });
}
