import { compareOids, isBelow } from './wire/oid.ts';
import type { Oid } from './wire/oid.ts';
import type { Absence, SnmpValue } from './wire/values.ts';

/** One instance of an object. It is read when it is asked for; null where it does not exist just now. */
export type MibEntry = {
  readonly oid: Oid;
  /** How many of its numbers name the object; the rest is the instance. */
  readonly object: number;
  readonly read: () => SnmpValue | null;
};

export type Mib = {
  readonly get: (oid: Oid) => SnmpValue | Absence;
  /** The first that exists behind `oid`; null at the end. */
  readonly next: (oid: Oid) => { readonly oid: Oid; readonly value: SnmpValue } | null;
};

/** An object without a table: its instance is 0. */
export const scalar = (object: Oid, read: MibEntry['read']): MibEntry => ({
  oid: [...object, 0],
  object: object.length,
  read,
});

export const cell = (column: Oid, index: Oid, read: MibEntry['read']): MibEntry => ({
  oid: [...column, ...index],
  object: column.length,
  read,
});

export function createMib(unordered: Iterable<MibEntry>): Mib {
  const entries = [...unordered].toSorted((a, b) => compareOids(a.oid, b.oid));
  const at = (oid: Oid): number => placeOf(entries, oid);
  return {
    get: (oid) => {
      const place = at(oid);
      const entry = entries[place];
      if (entry !== undefined && compareOids(entry.oid, oid) === 0) return entry.read() ?? 'noSuchInstance';
      const isOfObject = [entry, entries[place - 1]].some(
        (near) => near !== undefined && isBelow(oid, near.oid, near.object),
      );
      return isOfObject ? 'noSuchInstance' : 'noSuchObject';
    },
    next: (oid) => {
      for (let place = at(oid); place < entries.length; place += 1) {
        const entry = entries[place];
        if (entry === undefined || compareOids(entry.oid, oid) === 0) continue;
        const value = entry.read();
        if (value !== null) return { oid: entry.oid, value };
      }
      return null;
    },
  };
}

/** Where `oid` stands, or would stand. */
function placeOf(entries: readonly MibEntry[], oid: Oid): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry !== undefined && compareOids(entry.oid, oid) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
