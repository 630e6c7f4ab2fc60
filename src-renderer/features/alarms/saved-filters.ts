/** Filters that were given a name, in this browser alone: name to what stands in the address. */
type Shelf = Pick<Storage, 'getItem' | 'setItem'>;
export type SavedFilter = { readonly name: string; readonly search: string };

const key = 'coldaisle.alarm-filters';

/** What another version or a hand wrote is passed over. */
export function loadFilters(shelf: Shelf): readonly SavedFilter[] {
  let found: unknown;
  try {
    found = JSON.parse(shelf.getItem(key) ?? '{}');
  } catch {
    return [];
  }
  if (typeof found !== 'object' || found === null) return [];
  return Object.entries(found).flatMap(([name, search]) =>
    typeof search === 'string' ? [{ name, search }] : [],
  );
}

/** False where the browser does not keep it. */
function write(shelf: Shelf, filters: readonly SavedFilter[]): boolean {
  try {
    shelf.setItem(key, JSON.stringify(Object.fromEntries(filters.map(({ name, search }) => [name, search]))));
    return true;
  } catch {
    return false;
  }
}

const others = (shelf: Shelf, name: string): readonly SavedFilter[] =>
  loadFilters(shelf).filter((one) => one.name !== name);

export const saveFilter = (shelf: Shelf, filter: SavedFilter): boolean =>
  write(shelf, [...others(shelf, filter.name), filter]);
export const dropFilter = (shelf: Shelf, name: string): boolean => write(shelf, others(shelf, name));
