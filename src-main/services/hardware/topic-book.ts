import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { World } from '../../../sim/index.ts';
import { indexSensors } from '../telemetry/sensor-index.ts';

export type KnownSensor = Pick<EntityOf<'sensor'>, 'id' | 'spec'>;

/** Which sensor speaks on a topic, in the lab that is on the bench now. */
export type TopicBook = {
  readonly find: (topic: string) => KnownSensor | null;
  /** The topic that looks most like a wrong one; null where there is none, or too many were asked for. */
  readonly closest: (topic: string) => string | null;
};

type Page = {
  readonly world: World;
  readonly layout: number;
  readonly byTopic: ReadonlyMap<string, KnownSensor>;
  readonly closest: Map<string, string | null>;
};

/** A wildcard may hear thousands of topics that nobody has; a look through the lab for each would hold up the host. */
const mostHints = 20;

export function createTopicBook(world: () => World): TopicBook {
  let page: Page | null = null;
  const open = (): Page => {
    const now = world();
    const layout = now.inventory.layout();
    if (page?.world !== now || page.layout !== layout) page = write(now, layout);
    return page;
  };
  return {
    find: (topic) => open().byTopic.get(topic) ?? null,
    closest: (topic) => {
      const { byTopic, closest } = open();
      const known = closest.get(topic);
      if (known !== undefined) return known;
      if (closest.size >= mostHints) return null;
      const found = closestOf(topic, likely(topic, byTopic));
      closest.set(topic, found);
      return found;
    },
  };
}

function write(world: World, layout: number): Page {
  const { sensors, topics } = indexSensors(world);
  const byTopic = new Map<string, KnownSensor>();
  sensors.forEach((id, at) => {
    const sensor = world.inventory.get(id);
    if (sensor?.kind === 'sensor') byTopic.set(topics[at] ?? '', sensor);
  });
  return { world, layout, byTopic, closest: new Map() };
}

/** So many are compared letter by letter. */
const mostCompared = 2000;

/** Topics that share the rarest of the wrong one's levels; all, where it shares none. */
function likely(wrong: string, byTopic: Page['byTopic']): readonly string[] {
  const levels = new Set(wrong.toLowerCase().split('/').slice(1));
  const sharing = new Map<string, string[]>();
  for (const topic of byTopic.keys()) {
    for (const level of topic.toLowerCase().split('/')) {
      if (!levels.has(level)) continue;
      const others = sharing.get(level);
      if (others === undefined) sharing.set(level, [topic]);
      else others.push(topic);
    }
  }
  const fewest = [...sharing.values()].toSorted((a, b) => a.length - b.length)[0];
  return (fewest ?? [...byTopic.keys()]).slice(0, mostCompared);
}

function closestOf(wrong: string, topics: Iterable<string>): string | null {
  const meant = wrong.toLowerCase();
  let best: string | null = null;
  let least = Infinity;
  for (const topic of topics) {
    // So much they differ at least: most topics of a large lab need no closer look.
    if (Math.abs(topic.length - meant.length) >= least) continue;
    const steps = distance(...unlike(meant, topic.toLowerCase()), least);
    if (steps < least) [best, least] = [topic, steps];
  }
  return best;
}

/** Without the beginning and the end that they share, which is most of it. */
function unlike(a: string, b: string): readonly [string, string] {
  const most = Math.min(a.length, b.length);
  let from = 0;
  while (from < most && a[from] === b[from]) from += 1;
  let end = 0;
  while (end < most - from && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return [a.slice(from, a.length - end), b.slice(from, b.length - end)];
}

/** Letters to change, add or leave out until one is the other; at least `enough` where it is no less. */
function distance(a: string, b: string, enough: number): number {
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    let least = row;
    for (let at = 1; at <= b.length; at += 1) {
      const same = a[row - 1] === b[at - 1] ? 0 : 1;
      const steps = Math.min((last[at - 1] ?? 0) + same, (last[at] ?? 0) + 1, (next[at - 1] ?? 0) + 1);
      next.push(steps);
      least = Math.min(least, steps);
    }
    if (least >= enough) return enough;
    last = next;
  }
  return last[b.length] ?? enough;
}
