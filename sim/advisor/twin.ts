import type { Advice, AdviceId, Measured } from '../contract/advisor.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import type { Tick } from '../contract/units.ts';
import { asSimMillis, tickMillis } from '../contract/units.ts';
import { applyEvents } from '../kernel/apply.ts';
import { restoreSnapshot } from '../kernel/snapshot.ts';
import type { Snapshot } from '../kernel/snapshot.ts';
import { step } from '../kernel/step.ts';
import { createWorld } from '../kernel/world.ts';
import type { World } from '../kernel/world.ts';

/** One entry of the log: what happened at a tick. */
export type Happening = {
  readonly tick: Tick;
  readonly events: readonly WorldEvent[];
};

export type TwinPlan = {
  /** The world before (null: before its founding), and all that happened from then on, in order. */
  readonly start: Snapshot | null;
  readonly story: readonly Happening[];
  readonly site: EntityId;
  readonly advice: AdviceId;
  readonly from: Tick;
  readonly to: Tick;
};

/** How far a measurement has come; `run` takes so many steps of both worlds and answers when it is done. */
export type TwinRun = { readonly run: (steps: number) => Measured | null };

/** Points of a trend of PUE. */
const points = 24;
/** The last share of the time, in which walls and water have settled: what the rate is taken from. */
const settled = 0.25;

/**
 * The same seed and the same story twice, once with what the advice did and once without. What another hand did to the
 * same thing later happens in both, so a measurement ends before that (see `endOf`).
 */
export function createTwins(plan: TwinPlan): TwinRun {
  const pair = [follow(plan, 'with'), follow(plan, 'without')] as const;
  let tick: number = plan.start?.tick ?? 0;
  return {
    run: (steps) => {
      for (let n = 0; n < steps && tick < plan.to; n += 1) {
        tick += 1;
        for (const one of pair) one.advance();
      }
      return tick < plan.to ? null : measuredOf(plan, pair[0], pair[1]);
    },
  };
}

type Side = 'with' | 'without';
type Follower = { readonly world: World; readonly meter: Meter; readonly advance: () => void };

/** One of the two worlds, led along the story. */
function follow(plan: TwinPlan, side: Side): Follower {
  const world = plan.start === null ? createWorld() : restoreSnapshot(plan.start);
  const meter = createMeter(plan);
  let next = 0;
  return {
    world,
    meter,
    advance: () => {
      for (let entry = plan.story[next]; entry !== undefined && entry.tick <= world.clock.tick;) {
        applyEvents(world, side === 'with' ? entry.events : withoutAdvice(plan, entry));
        next += 1;
        entry = plan.story[next];
      }
      step(world);
      if (world.clock.tick > plan.from) meter.read(world);
    },
  };
}

/** In the entry that applied the advice, what was done to the plant is left out. */
function withoutAdvice({ advice }: TwinPlan, { events }: Happening): readonly WorldEvent[] {
  if (!applies(events, advice)) return events;
  return events.filter(({ type }) => type !== 'entity.changed' && type !== 'plant.ordered');
}

const applies = (events: readonly WorldEvent[], advice: AdviceId): boolean =>
  events.some((event) => event.type === 'advisor.applied' && event.id === advice);

type Meter = {
  readonly read: (world: World) => void;
  cooling: number;
  total: number;
  it: number;
  /** kWh of cooling over the settled end. */
  late: number;
  readonly trend: number[];
};

const perStep = 1 / 3600;

function createMeter({ site, from, to }: TwinPlan): Meter {
  const every = Math.max(1, Math.floor((to - from) / points));
  const lateFrom = to - settled * (to - from);
  const meter: Meter = {
    cooling: 0,
    total: 0,
    it: 0,
    late: 0,
    trend: [],
    read: ({ plant, clock }) => {
      const at = plant.state.site.ids.indexOf(site);
      const columns = plant.state.site.columns;
      const cooling = (columns['cooling-power'][at] ?? 0) * perStep;
      meter.cooling += cooling;
      meter.total += (columns['total-power'][at] ?? 0) * perStep;
      meter.it += (columns.power[at] ?? 0) * perStep;
      if (clock.tick > lateFrom) meter.late += cooling;
      if ((clock.tick - from) % every === 0 && meter.trend.length < points)
        meter.trend.push(columns.pue[at] ?? 0);
    },
  };
  return meter;
}

function measuredOf(
  { from, to }: TwinPlan,
  { world, meter: one }: Follower,
  { meter: other }: Follower,
): Measured {
  const { epoch } = world.clock;
  const hours = (settled * (to - from)) / 3600;
  return {
    from: asSimMillis(epoch + from * tickMillis),
    to: asSimMillis(epoch + to * tickMillis),
    with: one.cooling,
    without: other.cooling,
    rate: hours > 0 ? (other.late - one.late) / hours : 0,
    pueWith: one.it > 0 ? one.total / one.it : 0,
    pueWithout: other.it > 0 ? other.total / other.it : 0,
    trend: { with: one.trend, without: other.trend },
  };
}

/** Where a measurement must stop: at the first later event that sets or switches the same thing. */
export function endOf(
  story: readonly Happening[],
  { id, target }: Pick<Advice, 'id' | 'target'>,
): Tick | null {
  let isApplied = false;
  for (const { tick, events } of story) {
    if (!isApplied) {
      isApplied = applies(events, id);
      continue;
    }
    const touched = events.some(
      (event) =>
        (event.type === 'entity.changed' && event.entity.id === target) ||
        (event.type === 'plant.ordered' && event.order.target === target),
    );
    if (touched) return tick;
  }
  return null;
}
