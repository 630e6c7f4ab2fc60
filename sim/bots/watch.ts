/** Bots that may not wait for their turn: what they tell of is a state, and a state that changed is news at once. */
import type { Bot } from './bot.ts';

/** Bots that read one column, or any others, with what each said last. */
type Group = {
  readonly bots: readonly Bot[];
  readonly actors: Uint32Array;
  readonly jumps: Float64Array;
  /** Null where each reads in a way of its own. */
  readonly column: { readonly values: Float64Array; readonly at: Int32Array } | null;
  /** NaN where it said nothing yet. */
  readonly said: Float64Array;
};

export type Watch = { readonly groups: readonly Group[] };

/** Readings a lab second out of turn, at most: those that find no room are found again in the next one. */
export const mostAtOnce = 500;

/** `before`: the watch that this one relieves; its bots have spoken already. */
export function standWatch(bots: readonly Bot[], before: Watch | null): Watch {
  const known = new Map(
    (before?.groups ?? []).flatMap(({ bots: others, said }) =>
      others.map(({ sensor }, at) => [sensor, said[at] ?? Number.NaN] as const),
    ),
  );
  const byColumn = Map.groupBy(
    bots.filter(({ jump }) => jump !== null),
    ({ cell }) => cell?.values ?? null,
  );
  const groups = [...byColumn].map(([values, some]): Group => {
    const at = Int32Array.from(some, ({ cell }) => cell?.at ?? 0);
    return {
      bots: some,
      actors: Uint32Array.from(some, ({ actor }) => actor),
      jumps: Float64Array.from(some, ({ jump }) => jump ?? 0),
      column: values === null ? null : { values, at },
      said: Float64Array.from(some, ({ sensor }) => known.get(sensor) ?? Number.NaN),
    };
  });
  return { groups };
}

function nowAt({ bots, column }: Group, at: number): number {
  const place = column?.at[at];
  return (place === undefined ? bots[at]?.read() : column?.values[place]) ?? 0;
}

/** All have spoken in this moment. */
export function haveSpoken({ groups }: Watch): void {
  for (const group of groups) for (const at of group.bots.keys()) group.said[at] = nowAt(group, at);
}

type Moment = { readonly tick: number; readonly stretch: number };

/**
 * Those that have to speak at this second out of their turn. Where bots speak less often, these are looked at less
 * often too, each in a second that follows from its own name.
 */
export function leapt({ groups }: Watch, { tick, stretch }: Moment): readonly Bot[] {
  const found: Bot[] = [];
  const second = tick % stretch;
  for (const group of groups) {
    const { actors, jumps, said } = group;
    for (let at = 0; at < actors.length; at += 1) {
      const actor = actors[at] as number;
      if (stretch > 1 && actor % stretch !== second) continue;
      const now = nowAt(group, at);
      const before = said[at] as number;
      if (Math.abs(now - before) < (jumps[at] as number) || found.length === mostAtOnce) continue;
      said[at] = now;
      const bot = group.bots[at] as Bot;
      const span = bot.period * stretch;
      // Before its first word nothing has changed, and what was said in its turn is said.
      if (!Number.isNaN(before) && tick % span !== actor % span) found.push(bot);
    }
  }
  return found;
}
