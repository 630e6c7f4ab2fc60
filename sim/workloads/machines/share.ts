import type { Workload } from '../../contract/machine-specs.ts';
import { bits } from '../../kernel/chance.ts';
import { batchHabit, batchUse, nightOf, workOf } from '../batch.ts';
import { dayShare, knotSeconds, steadyUse, utilisation, wander } from '../utilisation.ts';

/** What machines do is set anew every so many seconds, each in its own one of them. */
export const slotSeconds = 20;

/** One second of the calendar as machines see it. */
export type Moment = {
  readonly seed: number;
  readonly tick: number;
  readonly second: number;
  /** How busy daytime work is on average. */
  readonly day: number;
};

export const momentAt = (seed: number, epoch: number, tick: number): Moment => {
  const second = Math.floor(epoch / 1000) + tick;
  return { seed, tick, second, day: dayShare(second) };
};

export const phaseOf = (actor: number): number => (actor >>> 3) % slotSeconds;

/** The last second in which a machine of this phase set its mind anew. */
export const slotBefore = (tick: number, phase: number): number =>
  tick - ((((tick - phase) % slotSeconds) + slotSeconds) % slotSeconds);

/** How much of its CPUs a machine wants: a pure function of seed, machine and moment. 0 … 1. */
export const shareOf = (workload: Workload, actor: number, now: Moment): number =>
  scaled(
    workload.level,
    workload.profile === 'trace' ? traced(workload, now.tick) : wanted(workload.profile, actor, now),
  );

export function scaled(level: number, share: number): number {
  const of = level * share;
  if (of <= 0) return 0;
  return of > 1 ? 1 : of;
}

const habitOf = (seed: number, actor: number): number => (bits(seed, actor, -1) / 4_294_967_296 - 0.5) * 0.3;
const wandered = (actor: number, { seed, tick }: Moment): number => wander(seed, actor, tick / knotSeconds);

/** A trace is not made up: it is a machine's own. */
type MadeUp = Exclude<Workload['profile'], 'trace'>;

export function wanted(profile: MadeUp, actor: number, now: Moment): number {
  const { seed, day } = now;
  switch (profile) {
    case 'idle':
      return 0.012 + 0.004 * wandered(actor, now);
    case 'web':
      return utilisation(day, habitOf(seed, actor), wandered(actor, now));
    case 'batch':
      return byNight(actor, now);
    case 'database':
      return 0.18 + 0.5 * day + 0.4 * habitOf(seed, actor) + 0.05 * wandered(actor, now);
    case 'steady':
      return steadyUse(habitOf(seed, actor), wandered(actor, now));
    case 'stress':
      return 1;
    default:
      return profile satisfies never;
  }
}

function byNight(actor: number, now: Moment): number {
  const { seed, second } = now;
  const { night, since } = nightOf(second);
  const habit = batchHabit(seed, actor);
  return batchUse(since - habit.start, workOf({ seed, actor, habit }, night), wandered(actor, now));
}

/** From the lab's first second on, again and again; without a trace there is nothing to do. */
function traced({ trace, traceSeconds }: Workload, tick: number): number {
  if (trace === undefined || trace.length === 0) return 0;
  return trace[Math.floor(tick / (traceSeconds ?? slotSeconds)) % trace.length] ?? 0;
}
