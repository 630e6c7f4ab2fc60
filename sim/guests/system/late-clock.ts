import type { FileDelta } from '../files/node.ts';
import type { Machine } from '../machine.ts';
import { journalFile } from './journal/journal.ts';

/** A boot that began longer ago is over: what it wrote bears its own times. */
const bootSpan = 60_000;
/** What services do in their first seconds belongs to it. */
const firstSeconds = 30_000;
/** A unit that never rests must not hold the host. */
const mostLooks = 20_000;

export type LateClock = {
  readonly now: () => number;
  /** Runs the boot at the time at which it was; from then on the clock is the lab's. */
  readonly catchUp: (machine: Pick<Machine, 'run' | 'nextWake'>) => void;
};

type Start = {
  readonly clock: () => number;
  readonly bootedAt: number;
  readonly boot: 'power' | 'resume';
  readonly delta: FileDelta;
};

/** Guests are made when somebody asks for them, and may have been up for days by then. */
export function lateClock({ clock, bootedAt, boot, delta }: Start): LateClock {
  const isLate = boot === 'power' && clock() - bootedAt > bootSpan && !hasBooted(delta, bootedAt);
  let past: number | null = isLate ? bootedAt : null;
  return {
    now: () => past ?? clock(),
    catchUp: (machine) => {
      let looks = 0;
      const isTimeUp = (): boolean => (looks += 1) > mostLooks;
      while (past !== null) {
        const left = machine.run(isTimeUp);
        const next = machine.nextWake();
        const goesOn = left === 'idle' && next !== null && next <= bootedAt + firstSeconds;
        past = goesOn ? Math.max(past, next) : null;
      }
    },
  };
}

/** Its journal has lines of this boot: the host comes back to it. */
function hasBooted(delta: FileDelta, bootedAt: number): boolean {
  return (delta.get(journalFile)?.content ?? '').includes(`\t${bootedAt}\t`);
}
