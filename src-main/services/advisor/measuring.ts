import type { Actor } from '../../../sim/contract/actors.ts';
import type { Advice } from '../../../sim/contract/advisor.ts';
import type { Receipt } from '../../../sim/contract/commands.ts';
import type { Revision } from '../../../sim/contract/ids.ts';
import { asTick, tickMillis } from '../../../sim/contract/units.ts';
import type { Tick } from '../../../sim/contract/units.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { createTwins, endOf } from '../../../sim/index.ts';
import type { TwinPlan, TwinRun, World } from '../../../sim/index.ts';
import type { Log } from '../../host/log.ts';
import type { Session } from '../../host/session.ts';
import { advisorActor, tooDear } from './advisor-actor.ts';

export type MeasuringDeps = {
  readonly session: () => Session;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<Receipt>>;
  readonly measureSeconds: number;
  readonly log: Log;
};

export type Measuring = {
  /** Begins what is due, where nothing is being measured; does not wait for it. */
  readonly look: () => void;
  readonly settled: () => Promise<void>;
  readonly close: () => void;
};

/** Wall milliseconds of twin work in one turn of the event loop. */
const sliceMillis = 5;
/** Steps of both worlds between two looks at the clock. */
const chunk = 16;
/** Shorter than this is no measurement: lab seconds. */
const leastSeconds = 600;

/** Finds out what applied advice really saved, by running both worlds again beside the lab, a little at a time. */
export function createMeasuring(deps: MeasuringDeps): Measuring {
  const { session, execute, log } = deps;
  /** Those that could not be measured are not tried again in this session. */
  const given = new Set<string>();
  let isOpen = true;
  let going: Promise<void> | null = null;
  const measure = async (advice: Advice): Promise<void> => {
    const current = session();
    const isSame = (): boolean => isOpen && session() === current && current.branch === branch;
    const { branch } = current;
    const plan = planOf(current, advice, deps.measureSeconds);
    if (plan === null) {
      given.add(advice.id);
      return;
    }
    const measured = await runIn(createTwins(plan), isSame);
    if (measured === null) return;
    const result = await execute({ type: 'advisor.measured', id: advice.id, measured }, advisorActor);
    if (result.ok) return;
    given.add(advice.id);
    log.warn('a measured saving could not be kept', { advice: advice.id, refusal: result.refusal });
  };
  return {
    look: () => {
      const { world } = session();
      if (going !== null || !isOpen || tooDear(world.inventory.ofKind('rack').length) !== null) return;
      const due = dueOf(world, deps.measureSeconds).find(({ id }) => !given.has(id));
      if (due === undefined) return;
      going = measure(due)
        .catch((error: unknown) => {
          given.add(due.id);
          log.error('a measurement failed', { advice: due.id, error });
        })
        .finally(() => {
          going = null;
        });
    },
    settled: async () => {
      while (going !== null) await going;
    },
    close: () => {
      isOpen = false;
    },
  };
}

/** Applied for long enough, or over after long enough. */
function dueOf(world: World, measureSeconds: number): Advice[] {
  const now = world.now();
  return [...world.advice.advice.values()].filter(({ measured, state, appliedAt, endedAt }) => {
    if (measured !== null || appliedAt === null) return false;
    if (state === 'applied') return now - appliedAt >= measureSeconds * tickMillis;
    return endedAt !== null && endedAt - appliedAt >= leastSeconds * tickMillis;
  });
}

function planOf({ store, branch, world }: Session, advice: Advice, measureSeconds: number): TwinPlan | null {
  const from = advice.appliedTick;
  if (from === null) return null;
  const start = store.nearestSnapshot(branch, asTick(Math.max(0, from - 1)));
  const now = world.clock.tick;
  const story = [...store.entriesAfter(branch, start?.revision ?? (0 as Revision))].filter(
    ({ tick }) => tick <= now,
  );
  const end = endOf(story, advice) ?? now;
  const to: Tick = asTick(Math.min(from + measureSeconds, end, now));
  return to - from < leastSeconds ? null : { start, story, site: advice.site, advice: advice.id, from, to };
}

/** In slices between which the host has its turn; null where it was called off. */
async function runIn(twins: TwinRun, isWanted: () => boolean): Promise<ReturnType<TwinRun['run']>> {
  for (;;) {
    const until = performance.now() + sliceMillis;
    do {
      const measured = twins.run(chunk);
      if (measured !== null) return measured;
    } while (performance.now() < until);
    await new Promise((done) => setImmediate(done));
    if (!isWanted()) return null;
  }
}
