/** Arrangements that were given a name: by lab and layer, in this browser alone. */
import type { TopologyLayer } from '../../canvas/topology/layer-graphs.ts';
import type { Place } from '../../canvas/topology/tidy-tree.ts';
import type { Moved } from './topology-state.ts';

export type Arrangement = { readonly name: string; readonly places: Moved };
export type Shelf = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const keyOf = (lab: string, layer: TopologyLayer): string => `coldaisle.topology.${lab}.${layer}`;

const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' &&
  value !== null &&
  'x' in value &&
  'y' in value &&
  Number.isFinite(value.x) &&
  Number.isFinite(value.y);

/** What another version or a hand wrote is passed over, piece by piece. */
export function readArrangements(written: string | null): readonly Arrangement[] {
  if (written === null) return [];
  let found: unknown;
  try {
    found = JSON.parse(written);
  } catch {
    return [];
  }
  if (typeof found !== 'object' || found === null) return [];
  return Object.entries(found).map(([name, places]) => ({
    name,
    places: new Map(
      Object.entries((places ?? {}) as object).filter((entry): entry is [string, Place] => isPlace(entry[1])),
    ),
  }));
}

export const loadArrangements = (shelf: Shelf, lab: string, layer: TopologyLayer): readonly Arrangement[] =>
  readArrangements(shelf.getItem(keyOf(lab, layer)));

export type Kept = { readonly shelf: Shelf; readonly lab: string; readonly layer: TopologyLayer };

function write({ shelf, lab, layer }: Kept, all: readonly Arrangement[]): boolean {
  const key = keyOf(lab, layer);
  try {
    if (all.length === 0) shelf.removeItem(key);
    else
      shelf.setItem(
        key,
        JSON.stringify(Object.fromEntries(all.map(({ name, places }) => [name, Object.fromEntries(places)]))),
      );
    return true;
  } catch {
    // A browser that keeps nothing, or has no room left.
    return false;
  }
}

/** False where the browser does not keep it. The same name again replaces. */
export function saveArrangement(kept: Kept, arrangement: Arrangement): boolean {
  const others = loadArrangements(kept.shelf, kept.lab, kept.layer).filter(
    ({ name }) => name !== arrangement.name,
  );
  return write(kept, [...others, arrangement]);
}

export const dropArrangement = (kept: Kept, name: string): boolean =>
  write(
    kept,
    loadArrangements(kept.shelf, kept.lab, kept.layer).filter((one) => one.name !== name),
  );
