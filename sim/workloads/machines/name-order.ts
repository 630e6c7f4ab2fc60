/** Machines by name, kept in order from one question to the next: names seldom change, machines do all the time. */
import type { Vm } from './columns.ts';

export type NameRanks = {
  /** Of a machine by its line: the place of the first of its name. */
  readonly of: (line: number) => number;
  /** Where a name would stand: the place of the first that is not before it, and whether that one is called so. */
  readonly place: (name: string) => { readonly at: number; readonly isThere: boolean };
};

export type NameOrder = (machines: readonly Vm[]) => NameRanks;

export function createNameOrder(): NameOrder {
  let seen: readonly Vm[] = [];
  let names: string[] = [];
  let order: readonly number[] = [];
  let ranks = new Float64Array(0);
  const isSame = (machines: readonly Vm[]): boolean => {
    if (machines === seen) return true;
    if (machines.length !== names.length) return false;
    for (let line = 0; line < machines.length; line += 1)
      if (machines[line] !== seen[line] && (machines[line] as Vm).name !== names[line]) return false;
    return true;
  };
  const nameAt = (place: number): string => names[order[place] ?? 0] ?? '';
  const sort = (machines: readonly Vm[]): void => {
    names = machines.map(({ name }) => name);
    // Nearly sorted as a rule, which the sort makes use of.
    const lines = order.filter((line) => line < names.length);
    for (let line = lines.length; line < names.length; line += 1) lines.push(line);
    order = lines.toSorted((a, b) => compare(names[a] as string, names[b] as string));
    ranks = new Float64Array(names.length);
    let rank = 0;
    for (let place = 0; place < order.length; place += 1) {
      if (place > 0 && nameAt(place) !== nameAt(place - 1)) rank = place;
      ranks[order[place] as number] = rank;
    }
  };
  return (machines) => {
    if (!isSame(machines)) sort(machines);
    seen = machines;
    return {
      of: (line) => ranks[line] ?? 0,
      place: (name) => {
        let low = 0;
        let high = order.length;
        while (low < high) {
          const middle = (low + high) >> 1;
          if (compare(nameAt(middle), name) < 0) low = middle + 1;
          else high = middle;
        }
        return { at: low, isThere: low < order.length && nameAt(low) === name };
      },
    };
  };
}

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);
