import type { Bytes } from '../bytes.ts';
import { beginningOf } from './beginning.ts';
import { parsePattern } from './parse.ts';
import { programOf } from './program.ts';
import { createSieve } from './sieve.ts';
import { createFollowing, follow } from './threads.ts';
import type { Dialect } from './tree.ts';
import { tryWays } from './ways.ts';

export type Match = {
  readonly from: number;
  readonly to: number;
  /** From and to of every group, one after the other, the whole first; −1: took no part. */
  readonly slots: readonly number[];
};

export type Pattern = {
  readonly groups: number;
  /** Leftmost and longest from there on; what stands before counts for anchors and edges of words. */
  readonly find: (bytes: Bytes, from: number) => Match | null;
  readonly isIn: (bytes: Bytes, from: number) => boolean;
};

export type Compiled =
  | { readonly ok: true; readonly pattern: Pattern }
  | { readonly ok: false; readonly message: string };

/** Regular expressions of POSIX with GNU's additions, over bytes that are UTF-8 or may be. */
export function compile(source: Bytes, dialect: Dialect): Compiled {
  const parsed = parsePattern(source, dialect);
  if (!parsed.ok) return parsed;
  const { node, groups } = parsed;
  const beginning = beginningOf(node);
  if (parsed.hasBack) {
    const find = (bytes: Bytes, from: number): Match | null => {
      const start = bytes.indexOf(beginning.text, from);
      return start < 0 ? null : matchOf(tryWays(node, bytes, { from: start, groups, dialect }));
    };
    return { ok: true, pattern: { groups, find, isIn: (bytes, from) => find(bytes, from) !== null } };
  }
  if (beginning.isAll) return { ok: true, pattern: literalPattern(beginning.text) };
  const program = programOf(node, dialect.units);
  if (program === null) return { ok: false, message: 'Regular expression too big' };
  const isThere = createSieve(program, dialect.anchors);
  const following = createFollowing(program, groups, dialect.anchors);
  const startOf = (bytes: Bytes, from: number): number => bytes.indexOf(beginning.text, from);
  return {
    ok: true,
    pattern: {
      groups,
      isIn: (bytes, from) => {
        const start = startOf(bytes, from);
        return start >= 0 && isThere(bytes, start);
      },
      find: (bytes, from) => {
        const start = startOf(bytes, from);
        return start < 0 || !isThere(bytes, start) ? null : matchOf(follow(following, bytes, start));
      },
    },
  };
}

function literalPattern(text: Bytes): Pattern {
  return {
    groups: 0,
    isIn: (bytes, from) => bytes.includes(text, from),
    find: (bytes, from) => {
      const at = bytes.indexOf(text, from);
      return at < 0 ? null : { from: at, to: at + text.length, slots: [at, at + text.length] };
    },
  };
}

function matchOf(slots: readonly number[] | null): Match | null {
  return slots === null ? null : { from: slots[0] ?? 0, to: slots[1] ?? 0, slots };
}

/** '' of a group that took no part. */
export function groupOf(match: Match, bytes: Bytes, number: number): Bytes {
  const from = match.slots[number * 2] ?? -1;
  const to = match.slots[number * 2 + 1] ?? -1;
  return from < 0 || to < 0 ? '' : bytes.slice(from, to);
}
