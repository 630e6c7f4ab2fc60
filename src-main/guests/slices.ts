/** Something that can be resumed for a while: a live guest. */
export type Runnable = {
  readonly run: (isTimeUp: () => boolean) => 'idle' | 'more';
};

export type Slices = {
  /** It has something to do. */
  readonly wake: (guest: Runnable) => void;
  readonly drop: (guest: Runnable) => void;
  readonly close: () => void;
};

export type SlicesDeps = {
  /** Milliseconds that only grow. */
  readonly steady: () => number;
};

/** All guests together at one go; what else the host does comes between. */
const turnMillis = 4;
const leastMillis = 1;
/** So many goes in a row, and the guests leave half of the processor to the lab and its faces. */
const patience = 25;
const restMillis = 4;

/** Lets guests run in turn, each for its share. Nothing happens where none has anything to do. */
export function createSlices({ steady }: SlicesDeps): Slices {
  const waiting = new Set<Runnable>();
  let soon: NodeJS.Immediate | null = null;
  let later: NodeJS.Timeout | null = null;
  let goes = 0;
  const go = (): void => {
    soon = null;
    later = null;
    const end = steady() + turnMillis;
    const share = Math.max(leastMillis, turnMillis / waiting.size);
    for (const guest of Array.from(waiting)) {
      const now = steady();
      if (now >= end) break;
      const mine = Math.min(end, now + share);
      // Whoever wakes it meanwhile puts it back.
      waiting.delete(guest);
      if (guest.run(() => steady() >= mine) === 'more') waiting.add(guest);
    }
    goes += 1;
    arrange();
  };
  const arrange = (): void => {
    if (soon !== null || later !== null) return;
    if (waiting.size === 0) {
      goes = 0;
      return;
    }
    if (goes < patience) soon = setImmediate(go);
    else later = setTimeout(go, restMillis);
  };
  return {
    wake: (guest) => {
      waiting.add(guest);
      arrange();
    },
    drop: (guest) => waiting.delete(guest),
    close: () => {
      waiting.clear();
      if (soon !== null) clearImmediate(soon);
      if (later !== null) clearTimeout(later);
    },
  };
}
