/** Capacity as of now, reckoned in turns: a large lab's takes long, and the host has other things to do. */
import type { Revision } from '../../../sim/contract/ids.ts';
import { capacityInPieces } from '../../../sim/index.ts';
import type { Capacity, Inventory, World } from '../../../sim/index.ts';

/** Wall milliseconds at a stretch. */
const turn = 5;

type Known = {
  readonly of: Inventory;
  readonly layout: number;
  readonly revision: Revision;
  readonly capacity: Capacity;
};

export type CapacityTurns = {
  /** Never older than the question; it holds until the inventory changes. */
  readonly now: () => Promise<Pick<Known, 'capacity' | 'revision'>>;
};

export function createCapacityTurns(world: () => World): CapacityTurns {
  let known: Known | null = null;
  let running: Promise<Known> | null = null;
  const standing = (): Known | null => {
    const { inventory, revision } = world();
    // What changed since, if anything, was not the inventory.
    return known?.of === inventory && known.layout === inventory.layout() ? { ...known, revision } : null;
  };
  const begin = async (): Promise<Known> => {
    const { inventory, revision } = world();
    const layout = inventory.layout();
    const before = known?.of === inventory ? known.capacity : null;
    known = { of: inventory, layout, revision, capacity: await inTurns(capacityInPieces(inventory, before)) };
    return known;
  };
  return {
    now: async () => {
      const ready = standing();
      if (ready !== null) return ready;
      // What runs already may have looked at the inventory before a change that the asker knows of.
      if (running !== null) await running.catch(() => null);
      running ??= begin().finally(() => {
        running = null;
      });
      return running;
    },
  };
}

async function inTurns<Made>(pieces: Generator<undefined, Made, undefined>): Promise<Made> {
  for (;;) {
    const until = performance.now() + turn;
    do {
      const { done, value } = pieces.next();
      if (done === true) return value;
    } while (performance.now() < until);
    await new Promise(setImmediate);
  }
}
