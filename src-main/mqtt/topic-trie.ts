/** Values by topic, found by MQTT filter without walking the topics that do not match. */
export type TopicTrie<T> = {
  readonly set: (topic: string, value: T) => void;
  readonly has: (topic: string) => boolean;
  readonly remove: (topic: string) => void;
  readonly match: (filter: string) => IterableIterator<T>;
  readonly size: () => number;
};

type Branch<T> = { value: T | undefined; readonly below: Map<string, Branch<T>> };

const sprout = <T>(): Branch<T> => ({ value: undefined, below: new Map() });

export function createTopicTrie<T>(): TopicTrie<T> {
  // Exact look-ups are the common case (one subscription per sensor), so they skip the walk.
  const byTopic = new Map<string, T>();
  const root = sprout<T>();
  return {
    has: (topic) => byTopic.has(topic),
    size: () => byTopic.size,
    set: (topic, value) => {
      byTopic.set(topic, value);
      branchAt(root, topic).value = value;
    },
    remove: (topic) => {
      if (byTopic.delete(topic)) prune(root, topic.split('/'), 0);
    },
    *match(filter) {
      if (filter.includes('+') || filter.includes('#')) {
        yield* walk(root, filter.split('/'), 0);
        return;
      }
      const value = byTopic.get(filter);
      if (value !== undefined) yield value;
    },
  };
}

function branchAt<T>(root: Branch<T>, topic: string): Branch<T> {
  return topic.split('/').reduce((branch, level) => {
    const next = branch.below.get(level) ?? sprout<T>();
    branch.below.set(level, next);
    return next;
  }, root);
}

/** True where nothing is left, so that the caller takes the branch off. */
function prune<T>(branch: Branch<T>, levels: readonly string[], depth: number): boolean {
  const level = levels[depth];
  if (level === undefined) branch.value = undefined;
  else {
    const next = branch.below.get(level);
    if (next !== undefined && prune(next, levels, depth + 1)) branch.below.delete(level);
  }
  return branch.value === undefined && branch.below.size === 0;
}

/** MQTT 4.7.2: a wildcard in the first level does not see topics that begin with `$`. */
const isHidden = (depth: number, level: string): boolean => depth === 0 && level.startsWith('$');

function* walk<T>(branch: Branch<T>, levels: readonly string[], depth: number): IterableIterator<T> {
  const level = levels[depth];
  if (level === undefined) {
    if (branch.value !== undefined) yield branch.value;
    return;
  }
  if (level === '#') {
    yield* everything(branch, depth);
    return;
  }
  if (level === '+') {
    for (const [name, next] of branch.below) {
      if (!isHidden(depth, name)) yield* walk(next, levels, depth + 1);
    }
    return;
  }
  const next = branch.below.get(level);
  if (next !== undefined) yield* walk(next, levels, depth + 1);
}

function* everything<T>(branch: Branch<T>, depth: number): IterableIterator<T> {
  if (branch.value !== undefined) yield branch.value;
  for (const [name, next] of branch.below) {
    if (!isHidden(depth, name)) yield* everything(next, depth + 1);
  }
}
