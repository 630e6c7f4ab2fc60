import { severitySchema } from '../contract/alarms.ts';
import type { Alarm } from '../contract/alarms.ts';
import type { Kind, Metric } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { AlarmId } from '../contract/ids.ts';
import { wordOf } from '../contract/state-words.table.ts';
import type { World } from '../kernel/world.ts';
import { numberOf } from './book.ts';
import { causes, quantityRoles, wordRoles } from './causes.table.ts';
import type { Cause, Role } from './causes.table.ts';

/** What an alarm tells about the chains of power and cooling; null where it stands for itself alone. */
export function roleOf(world: World, alarm: Alarm): Role | null {
  const rule = world.rules.get(alarm.rule);
  const sensor = world.inventory.get(alarm.sensor);
  const source = world.inventory.get(alarm.source);
  if (rule === undefined || sensor?.kind !== 'sensor' || source === undefined) return null;
  const { metric } = sensor.spec;
  switch (rule.test.type) {
    case 'stale':
      return 'silence';
    case 'state':
      return roleOfWord(source.kind, metric, alarm.value);
    case 'limit':
    case 'rate':
    case 'deviation':
      return roleOfQuantity(source.kind, metric, rule.test.direction);
    default:
      return rule.test satisfies never;
  }
}

function roleOfWord(kind: Kind, metric: Metric, value: number): Role | null {
  const word = wordOf(kind, metric, value);
  if (word === null) return null;
  if (metric === 'breaker') return word === 'open' ? 'breaker-open' : null;
  if (metric !== 'state') return null;
  const roles: Partial<Record<Kind, Readonly<Record<string, Role>>>> = wordRoles;
  return roles[kind]?.[word] ?? null;
}

function roleOfQuantity(kind: Kind, metric: Metric, direction: 'above' | 'below'): Role | null {
  const found = quantityRoles.find(
    (one) =>
      one.kinds.includes(kind) &&
      one.metrics.includes(metric) &&
      (one.direction === 'either' || one.direction === direction),
  );
  return found?.role ?? null;
}

/** Roots as they will be once the events decided so far are folded. */
type Roots = {
  /** The root that explains an alarm now; null where it stands for itself, or its root is over. */
  readonly of: (alarm: Alarm) => AlarmId | null;
  /** No longer open, though the world does not know yet. */
  readonly gone: ReadonlySet<AlarmId>;
};

const nothingGone: ReadonlySet<AlarmId> = new Set();

const rootsNow = (world: World, gone: ReadonlySet<AlarmId>): Roots => ({
  of: (alarm) =>
    alarm.root === null || gone.has(alarm.root) || world.alarms.isLeftBehind(alarm) ? null : alarm.root,
  gone,
});

/** The alarm that explains this one: the nearest on its chain, and of those the oldest. What explains that, explains both. */
function rootOf(world: World, alarm: Alarm, roots: Roots): AlarmId | null {
  const role = roleOf(world, alarm);
  if (role === null) return null;
  let best: { readonly cause: Alarm; readonly distance: number } | null = null;
  for (const cause of causes[role]) {
    for (const [id, distance] of world.alarms.chain.upstream(world.inventory, alarm.source, cause)) {
      if (best !== null && best.distance <= distance) break;
      const found = oldest(
        world.alarms.openAt(id).filter((other) => mayExplain(world, { alarm, other, cause, roots })),
      );
      if (found !== undefined) best = { cause: found, distance };
    }
  }
  return best === null ? null : (roots.of(best.cause) ?? best.cause.id);
}

type Pair = { readonly alarm: Alarm; readonly other: Alarm; readonly cause: Cause; readonly roots: Roots };

function mayExplain(world: World, { alarm, other, cause, roots }: Pair): boolean {
  if (other.id === alarm.id || other.condition === 'gone' || roots.gone.has(other.id)) return false;
  // Of two that explain each other, one does.
  if (roots.of(other) === alarm.id) return false;
  const role = roleOf(world, other);
  if (role === null || !cause.from.includes(role)) return false;
  const root = world.alarms.get(roots.of(other) ?? other.id);
  if (root === undefined || isWorse(alarm, root)) return false;
  return !(other.source === alarm.source && role === roleOf(world, alarm) && isYounger(other, alarm));
}

/** What is worse than its cause is never hidden behind it: whoever is told of the worst only must hear of it. */
const isWorse = (a: Alarm, b: Alarm): boolean =>
  severitySchema.options.indexOf(a.severity) < severitySchema.options.indexOf(b.severity);

const isYounger = (a: Alarm, b: Alarm): boolean => numberOf(a.id) > numberOf(b.id);

const oldest = (alarms: readonly Alarm[]): Alarm | undefined =>
  alarms.toSorted((a, b) => numberOf(a.id) - numberOf(b.id))[0];

export const grouped = (id: AlarmId, root: AlarmId | null): WorldEvent => ({
  type: 'alarm.grouped',
  id,
  root,
});

/** What an alarm that rings changes: it may be explained already, and may explain what rang before it. */
export function grouping(world: World, raised: Alarm): WorldEvent[] {
  const role = roleOf(world, raised);
  const roots = rootsNow(world, nothingGone);
  const own = role === null ? null : rootOf(world, raised, roots);
  const events = own === raised.root ? [] : [grouped(raised.id, own)];
  const shown = (own === null ? undefined : world.alarms.get(own)) ?? raised;
  const taken = new Set<AlarmId>([raised.id, shown.id]);
  if (own !== null) events.push(...bring(world, raised, { root: own, taken }));
  for (const [effect, explained] of Object.entries(causes) as [Role, readonly Cause[]][]) {
    for (const cause of explained) {
      if (role !== null && cause.from.includes(role))
        events.push(...collect(world, { raised, effect, cause, shown, roots, taken }));
    }
  }
  return events;
}

type Taking = { readonly root: AlarmId; readonly taken: Set<AlarmId> };

/** What an alarm explained goes along with it to its own root. */
function bring(world: World, alarm: Alarm, { root, taken }: Taking): WorldEvent[] {
  return world.alarms.childrenOf(alarm.id).flatMap((child) => {
    if (child.state === 'RESOLVED' || taken.has(child.id)) return [];
    taken.add(child.id);
    return [grouped(child.id, root)];
  });
}

type Collecting = {
  readonly raised: Alarm;
  readonly effect: Role;
  readonly cause: Cause;
  /** The root that the list will show. */
  readonly shown: Alarm;
  readonly roots: Roots;
  readonly taken: Set<AlarmId>;
};

/** Alarms further down that ring without an explanation so far, with what they explained themselves. */
function collect(world: World, { raised, effect, cause, shown, roots, taken }: Collecting): WorldEvent[] {
  const events: WorldEvent[] = [];
  const { alarms, inventory } = world;
  for (const [id] of alarms.chain.downstream(inventory, raised.source, cause)) {
    for (const alarm of alarms.openAt(id)) {
      if (roots.of(alarm) !== null || alarm.condition === 'gone' || taken.has(alarm.id)) continue;
      if (isWorse(alarm, shown) || roleOf(world, alarm) !== effect) continue;
      taken.add(alarm.id);
      events.push(grouped(alarm.id, shown.id), ...bring(world, alarm, { root: shown.id, taken }));
    }
  }
  return events;
}

/**
 * These alarms are over, or what they told of is: what they explained goes to another that explains it. Where none
 * does it stays with its root for a while, because warm air and empty batteries outlast their cause; what is still
 * there then is raised anew, and rings for itself.
 */
export function regrouping(world: World, over: readonly AlarmId[]): WorldEvent[] {
  const children = over
    .flatMap((id) => world.alarms.childrenOf(id))
    .filter((child) => child.state !== 'RESOLVED' && !over.includes(child.id));
  // Those that are left behind together do not explain each other yet.
  const gone = new Set([...over, ...children.map(({ id }) => id)]);
  const roots = rootsNow(world, gone);
  const taken = new Set<AlarmId>();
  return children.flatMap((child) => {
    if (taken.has(child.id)) return [];
    const root = rootOf(world, child, roots);
    taken.add(child.id);
    // A latched one that only waits to be seen has nothing left that could end by itself.
    if (root === null) return child.condition === 'gone' ? [grouped(child.id, null)] : [];
    return [grouped(child.id, root), ...bring(world, child, { root, taken })];
  });
}
