/** Items by MQTT filter; a topic finds all items whose filter it matches, each once. */
export type FilterTrie<T> = {
  readonly add: (filter: string, item: T) => void;
  readonly remove: (filter: string, item: T) => void;
  readonly match: (topic: string) => readonly T[];
};

type Branch<T> = { readonly items: Set<T>; readonly below: Map<string, Branch<T>> };

const sprout = <T>(): Branch<T> => ({ items: new Set(), below: new Map() });

/** Sensors publish the same topics for ever, so the answer per topic is kept until a filter changes. */
const maxRemembered = 100_000;

export function createFilterTrie<T>(): FilterTrie<T> {
  const root = sprout<T>();
  const remembered = new Map<string, readonly T[]>();
  return {
    add: (filter, item) => {
      remembered.clear();
      branchAt(root, filter).items.add(item);
    },
    remove: (filter, item) => {
      remembered.clear();
      prune(root, { levels: filter.split('/'), item }, 0);
    },
    match: (topic) => {
      const known = remembered.get(topic);
      if (known !== undefined) return known;
      const found = new Set<T>();
      collect(root, { levels: topic.split('/'), found }, 0);
      const items = [...found];
      if (remembered.size >= maxRemembered) remembered.clear();
      remembered.set(topic, items);
      return items;
    },
  };
}

function branchAt<T>(root: Branch<T>, filter: string): Branch<T> {
  return filter.split('/').reduce((branch, level) => {
    const next = branch.below.get(level) ?? sprout<T>();
    branch.below.set(level, next);
    return next;
  }, root);
}

type Removal<T> = { readonly levels: readonly string[]; readonly item: T };

/** True where nothing is left, so that the caller takes the branch off. */
function prune<T>(branch: Branch<T>, removal: Removal<T>, depth: number): boolean {
  const level = removal.levels[depth];
  if (level === undefined) branch.items.delete(removal.item);
  else {
    const next = branch.below.get(level);
    if (next !== undefined && prune(next, removal, depth + 1)) branch.below.delete(level);
  }
  return branch.items.size === 0 && branch.below.size === 0;
}

type Search<T> = { readonly levels: readonly string[]; readonly found: Set<T> };

function collect<T>(branch: Branch<T>, search: Search<T>, depth: number): void {
  const level = search.levels[depth];
  // `a/#` matches `a` too; a leading wildcard never matches `$…` (MQTT 4.7.1.2, 4.7.2).
  const isHidden = depth === 0 && level?.startsWith('$') === true;
  const rest = branch.below.get('#');
  if (rest !== undefined && !isHidden) take(rest, search.found);
  if (level === undefined) {
    take(branch, search.found);
    return;
  }
  const any = branch.below.get('+');
  if (any !== undefined && !isHidden) collect(any, search, depth + 1);
  const same = branch.below.get(level);
  if (same !== undefined) collect(same, search, depth + 1);
}

function take<T>(branch: Branch<T>, found: Set<T>): void {
  for (const item of branch.items) found.add(item);
}
