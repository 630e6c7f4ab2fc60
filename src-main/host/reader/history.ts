import type { LineSegment } from '../../../db/history.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import { accepted, refused } from '../../../sim/contract/result.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { Latest, Series } from '../../../sim/contract/telemetry.ts';
import type { Session } from '../session.ts';
import type { Params, ReaderDeps } from './params.ts';
import { everythingIn, isInlet } from './within.ts';

const dayMillis = 86_400_000;

export function readLatest(
  { session, board }: ReaderDeps,
  params: Params<'latest'>,
): Result<QueryAnswer<'latest'>> {
  const { world } = session();
  const wanted = params.sensors ?? sensorsIn(session(), params.within);
  const items = wanted.map((sensor): Latest => {
    const at = board.indexOf(sensor);
    const value = at === undefined ? Number.NaN : board.valueAt(at);
    if (at === undefined || Number.isNaN(value)) return { sensor, value: null, at: null, quality: null };
    return { sensor, value, at: board.timeAt(at), quality: board.qualityAt(at) };
  });
  return accepted({ at: world.now(), items });
}

function sensorsIn({ world }: Session, within: EntityId | undefined): EntityId[] {
  const pool = within === undefined ? world.inventory.all() : everythingIn(world.inventory, within);
  return [...pool].filter((entity) => entity.kind === 'sensor').map((entity) => entity.id);
}

export function readHistory(
  { session }: ReaderDeps,
  params: Params<'history'>,
): Result<QueryAnswer<'history'>> {
  const { world, history } = session();
  const sensors: { id: string; metric: string }[] = [];
  for (const id of params.sensors) {
    const sensor = world.inventory.get(id);
    if (sensor?.kind !== 'sensor')
      return refused('unknown-entity', `There is no sensor ${id}`, { where: 'sensors' });
    sensors.push({ id, metric: sensor.spec.metric });
  }
  const span = spanOf(session(), params);
  const series = history.series({ sensors, ...span, points: params.points });
  return accepted({ from: span.from, to: span.to, series });
}

type Span = { readonly from: number; readonly to: number; readonly line: LineSegment[] };

function spanOf(
  session: Session,
  params: { readonly from?: number | undefined; readonly to?: number | undefined },
): Span {
  const { clock } = session.world;
  const now = session.world.now();
  // Nothing was read before the lab began (hardware's clocks may differ by a day) nor will be after now:
  // whoever asks for all of time gets the lab's.
  const to = Math.max(clock.epoch, Math.min(params.to ?? now, now));
  const from = Math.min(to - 1, Math.max(params.from ?? to - dayMillis, clock.epoch - dayMillis));
  return { from, to, line: lineOf(session) };
}

export type Storyline = Pick<Session, 'branch'> & {
  readonly store: Pick<Session['store'], 'branches'>;
  readonly world: { readonly clock: Pick<Session['world']['clock'], 'epoch'> };
};

/** The branches a moment of this line may lie on: each ancestor up to where it was left. */
export function lineOf({ store, branch, world }: Storyline): LineSegment[] {
  const branches = new Map(store.branches().map((one) => [one.id, one]));
  const line: LineSegment[] = [];
  let to = Number.MAX_SAFE_INTEGER;
  for (let at = branches.get(branch); at !== undefined;) {
    const from = at.parent === null ? Number.MIN_SAFE_INTEGER : world.clock.epoch + at.forkTick * 1000 + 1;
    line.unshift({ branch: at.id, from, to });
    to = Math.min(to, from);
    at = at.parent === null ? undefined : branches.get(at.parent);
  }
  return line;
}

/** Mean and maximum of many inlets. Up to this many sensors are read each; of more, an even sample. */
const sampled = 200;

export function readInletTrend(
  { session }: ReaderDeps,
  params: Params<'inlet-trend'>,
): Result<QueryAnswer<'inlet-trend'>> {
  const current = session();
  const { inventory } = current.world;
  const pool = params.within === undefined ? inventory.all() : everythingIn(inventory, params.within);
  const inlets = [...pool].filter((entity) => isInlet(inventory, entity));
  const every = Math.ceil(inlets.length / sampled);
  const sensors = inlets
    .filter((_, at) => at % every === 0)
    .map((sensor) => ({ id: sensor.id as string, metric: 'temperature' }));
  const span = spanOf(current, params);
  // The words before the window count too: at its start every sensor has said something.
  const before = span.from - carriedMillis;
  const share = (span.to - before) / (span.to - span.from);
  const points = Math.min(mostPoints, Math.ceil(params.points * share));
  const all = current.history.series({ sensors, ...span, from: before, points });
  return accepted({ from: span.from, to: span.to, series: fold(all, span, params.points) });
}

type Sums = {
  readonly mean: Float64Array;
  readonly count: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
};

/** A sensor that does not speak in a bucket is taken at its last word for so long; else mean and maximum would jump. */
const carriedMillis = 600_000;
/** However short the window, what lies before it is not cut finer than this. */
const mostPoints = 10_000;

function fold(all: readonly Series[], span: Span, points: number): Series {
  const width = Math.max(1, (span.to - span.from) / points);
  const sums: Sums = {
    mean: new Float64Array(points),
    count: new Float64Array(points),
    low: new Float64Array(points).fill(Number.POSITIVE_INFINITY),
    high: new Float64Array(points).fill(Number.NEGATIVE_INFINITY),
  };
  for (const series of all) addCarried(sums, series, { from: span.from, width });
  const result: Series = { sensor: 'inlets', metric: 'temperature', at: [], mean: [], min: [], max: [] };
  for (let bucket = 0; bucket < points; bucket += 1) {
    const count = sums.count[bucket] ?? 0;
    if (count === 0) continue;
    result.at.push(span.from + bucket * width);
    result.mean.push((sums.mean[bucket] ?? 0) / count);
    result.min.push(sums.low[bucket] ?? null);
    result.max.push(sums.high[bucket] ?? null);
  }
  return result;
}

function addCarried(
  sums: Sums,
  series: Series,
  { from, width }: { readonly from: number; readonly width: number },
): void {
  const points = sums.count.length;
  const reach = Math.ceil(carriedMillis / width);
  const bucketOf = (at: number | undefined): number =>
    at === undefined ? points : Math.floor((at - from) / width);
  for (const [index, at] of series.at.entries()) {
    const mean = series.mean[index] ?? null;
    if (mean === null) continue;
    const first = bucketOf(at);
    const last = Math.min(bucketOf(series.at[index + 1]), first + reach, points) - 1;
    add(sums, first, { mean, low: series.min[index] ?? mean, high: series.max[index] ?? mean });
    for (let bucket = Math.max(0, first + 1); bucket <= last; bucket += 1)
      add(sums, bucket, { mean, low: mean, high: mean });
  }
}

type Word = { readonly mean: number; readonly low: number; readonly high: number };

function add(sums: Sums, bucket: number, { mean, low, high }: Word): void {
  if (bucket < 0 || bucket >= sums.count.length) return;
  sums.mean[bucket] = (sums.mean[bucket] ?? 0) + mean;
  sums.count[bucket] = (sums.count[bucket] ?? 0) + 1;
  sums.low[bucket] = Math.min(sums.low[bucket] ?? low, low);
  sums.high[bucket] = Math.max(sums.high[bucket] ?? high, high);
}
