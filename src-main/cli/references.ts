/** How things are called: by name where that is enough, else by as little of their path as makes them clear. */

export type Path = readonly string[];

const separator = '/';

/** Whether a reference means the thing at this path, and how strictly. */
export type Meaning = 'exactly' | 'loosely' | 'not';

/**
 * `A/A01` means site/room1/A/A01 exactly: it is the path's end. `room1/A01` means it loosely:
 * the last name is the last, and the others come before it in order. What is meant exactly goes first.
 */
export function meaningOf(reference: string, path: Path): Meaning {
  const steps = reference.split(separator).filter((step) => step !== '');
  const last = steps.at(-1);
  if (last === undefined || last !== path.at(-1)) return 'not';
  if (steps.every((step, index) => step === path[path.length - steps.length + index])) return 'exactly';
  let from = 0;
  for (const step of steps.slice(0, -1)) {
    const at = path.slice(0, -1).indexOf(step, from);
    if (at === -1) return 'not';
    from = at + 1;
  }
  return 'loosely';
}

/** Those that a reference means: exactly where there are any, loosely otherwise, without regard to case last. */
export function meant<Thing>(
  things: readonly Thing[],
  reference: string,
  pathOf: (thing: Thing) => Path,
): readonly Thing[] {
  const lower = reference.toLowerCase();
  const strict = byMeaning(things, (thing) => meaningOf(reference, pathOf(thing)));
  return strict.length > 0
    ? strict
    : byMeaning(things, (thing) =>
        meaningOf(
          lower,
          pathOf(thing).map((step) => step.toLowerCase()),
        ),
      );
}

function byMeaning<Thing>(things: readonly Thing[], judge: (thing: Thing) => Meaning): readonly Thing[] {
  const judged = Map.groupBy(things, judge);
  return judged.get('exactly') ?? judged.get('loosely') ?? [];
}

export type References = {
  /** The shortest reference that means the thing at this path and no other. */
  readonly shortest: (path: Path) => string;
};

/** Counts once how often each end of a path and each ancestor with a last name occurs, so that each question is quick. */
export function createReferences(paths: readonly Path[]): References {
  const ends = new Map<string, number>();
  const pairs = new Map<string, number>();
  const count = (counts: Map<string, number>, key: string): void =>
    void counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const path of paths) {
    for (let length = 1; length <= path.length; length += 1) count(ends, path.slice(-length).join(separator));
    const name = path.at(-1) ?? '';
    for (const ancestor of new Set(path.slice(0, -1))) count(pairs, `${ancestor}${separator}${name}`);
  }
  return {
    shortest: (path) => {
      const name = path.at(-1) ?? '';
      if (ends.get(name) === 1) return name;
      for (const ancestor of path.slice(0, -1).toReversed()) {
        const pair = `${ancestor}${separator}${name}`;
        const isEnd = path.at(-2) === ancestor;
        if (isEnd ? ends.get(pair) === 1 : !ends.has(pair) && pairs.get(pair) === 1) return pair;
      }
      for (let length = 3; length < path.length; length += 1) {
        const end = path.slice(-length).join(separator);
        if (ends.get(end) === 1) return end;
      }
      return path.join(separator);
    },
  };
}
