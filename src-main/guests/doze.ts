/** A guest that can be put away. */
export type Dozer = {
  /** False: something in it is not at rest. */
  readonly fold: () => boolean;
  /** Whoever is woken again and again is better left awake until then. */
  readonly restlessUntil: () => number;
};

export type Doze = Pick<DozeDeps, 'steady'> & {
  /** It came to rest. */
  readonly rested: (guest: Dozer) => void;
  readonly drop: (guest: Dozer) => void;
};

export type DozeDeps = {
  /** Milliseconds that only grow. */
  readonly steady: () => number;
  /** Guests at rest that stay as they are: those somebody works in are among them. */
  readonly mostAwake: number;
};

/** Of the guests at rest only the last few stay awake; the others are put away until something wakes them. */
export function createDoze({ steady, mostAwake }: DozeDeps): Doze {
  const awake = new Set<Dozer>();
  return {
    steady,
    rested: (guest) => {
      awake.delete(guest);
      awake.add(guest);
      if (awake.size <= mostAwake) return;
      const [eldest] = awake;
      if (eldest === undefined) return;
      awake.delete(eldest);
      if (eldest.restlessUntil() <= steady()) eldest.fold();
    },
    drop: (guest) => awake.delete(guest),
  };
}
