import type { Alarm } from '../contract/alarms.ts';
import type { AlarmId, EntityId } from '../contract/ids.ts';
import { alarmOfToday } from './alarm-of-today.ts';
import type { AlarmHappening } from '../contract/alarm-happenings.ts';
import { createCauseChain } from './cause-chain.ts';
import type { CauseChain } from './cause-chain.ts';
import { after } from '../contract/alarm-happenings.ts';

export type AlarmBook = {
  readonly get: (id: AlarmId) => Alarm | undefined;
  /** The open one of this rule on this sensor, if any. */
  readonly ringing: (rule: string, sensor: EntityId) => Alarm | undefined;
  /** Open ones of a sensor, by rule; undefined where it has none: asked for with every reading. */
  readonly ringingOn: (sensor: EntityId) => ReadonlyMap<string, AlarmId> | undefined;
  /** Open ones about a thing. */
  readonly openAt: (source: EntityId) => readonly Alarm[];
  /** Those that this one explains, or explained when they were resolved. */
  readonly childrenOf: (root: AlarmId) => readonly Alarm[];
  readonly childCount: (root: AlarmId) => number;
  /** Its root is over, or what that told of is, and this one is not. */
  readonly isLeftBehind: (alarm: Alarm) => boolean;
  /** The last one of this rule on this sensor that is remembered, open or not. */
  readonly latest: (rule: string, sensor: EntityId) => Alarm | undefined;
  /** Not resolved, oldest first. */
  readonly open: () => Alarm[];
  readonly openCount: () => number;
  /** Resolved ones, oldest first; older ones live on in the event log only. */
  readonly past: () => readonly Alarm[];
  /** Whatever was resolved after this lab time is remembered here; null where nothing was ever forgotten. */
  readonly remembersSince: () => number | null;
  readonly nextNumber: () => number;
  readonly fold: (event: AlarmHappening) => void;
  readonly restore: (alarms: readonly Alarm[], lastNumber: number) => void;
  /** Who feeds and cools whom, kept between alarms while the inventory stays. */
  readonly chain: CauseChain;
};

/** How many resolved alarms the world itself remembers. */
const remembered = 2000;

export const createAlarmBook = (): AlarmBook => createBook(remembered);

/** A book that forgets nothing: for reading a stretch of the log. */
export const createLongBook = (): AlarmBook => createBook(Number.POSITIVE_INFINITY);

function createBook(most: number): AlarmBook {
  const shelves = emptyShelves();
  const { open, past, ringing, bySource, children, latest } = shelves;
  let last = 0;
  const find = (id: AlarmId | undefined): Alarm | undefined =>
    id === undefined ? undefined : (open.get(id) ?? past.get(id));
  const settle = (alarm: Alarm): void => {
    last = Math.max(last, numberOf(alarm.id));
    replace(shelves, find(alarm.id), alarm);
    if (past.size <= most) return;
    const oldest = past.values().next().value;
    if (oldest !== undefined) forget(shelves, oldest);
  };
  const foldOne = (event: AlarmHappening): void => {
    if (event.type === 'alarm.raised') {
      const alarm = alarmOfToday(event.alarm);
      const before = find(latest.get(keyOf(alarm)));
      settle(alarm);
      if (before !== undefined && before.id !== alarm.id && before.state === 'RESOLVED')
        settle({ ...before, followedBy: alarm.id });
      return;
    }
    const alarm = find(event.id);
    if (alarm !== undefined) settle(after(alarm, event));
  };
  return {
    get: find,
    ringing: (rule, sensor) => find(ringing.get(sensor)?.get(rule)),
    ringingOn: (sensor) => ringing.get(sensor),
    openAt: (source) => alarmsOf(bySource.get(source), find),
    childrenOf: (root) => alarmsOf(children.get(root), find),
    childCount: (root) => children.get(root)?.size ?? 0,
    isLeftBehind: ({ state, root }) => {
      if (state === 'RESOLVED' || root === null) return false;
      return open.get(root)?.condition !== 'present';
    },
    latest: (rule, sensor) => find(latest.get(keyOf({ rule, sensor }))),
    open: () => [...open.values()],
    openCount: () => open.size,
    past: () => [...past.values()],
    remembersSince: () => {
      if (open.size + past.size >= last) return null;
      return past.values().next().value?.resolvedAt ?? Number.POSITIVE_INFINITY;
    },
    nextNumber: () => last + 1,
    fold: foldOne,
    restore: (alarms, lastNumber) => {
      for (const alarm of alarms) settle(alarmOfToday(alarm));
      last = Math.max(last, lastNumber);
      followUp(shelves, settle);
    },
    chain: createCauseChain(),
  };
}

type Shelves = {
  readonly open: Map<AlarmId, Alarm>;
  readonly past: Map<AlarmId, Alarm>;
  readonly ringing: Map<EntityId, Map<string, AlarmId>>;
  readonly bySource: Map<EntityId, Set<AlarmId>>;
  readonly children: Map<AlarmId, Set<AlarmId>>;
  readonly latest: Map<string, AlarmId>;
};

const emptyShelves = (): Shelves => ({
  open: new Map(),
  past: new Map(),
  ringing: new Map(),
  bySource: new Map(),
  children: new Map(),
  latest: new Map(),
});

const keyOf = ({ rule, sensor }: Pick<Alarm, 'rule' | 'sensor'>): string => `${rule}|${sensor}`;

export const numberOf = (id: AlarmId): number => Number(id.slice('alarm-'.length));

function alarmsOf(
  ids: ReadonlySet<AlarmId> | undefined,
  find: (id: AlarmId) => Alarm | undefined,
): readonly Alarm[] {
  if (ids === undefined) return [];
  return [...ids].flatMap((id) => find(id) ?? []);
}

function replace(shelves: Shelves, before: Alarm | undefined, alarm: Alarm): void {
  const { open, past, children, latest } = shelves;
  const root = before?.root ?? null;
  if (root !== null && root !== alarm.root) drop(children, root, alarm.id);
  if (alarm.root !== null) add(children, alarm.root, alarm.id);
  const known = latest.get(keyOf(alarm));
  if (known === undefined || numberOf(known) <= numberOf(alarm.id)) latest.set(keyOf(alarm), alarm.id);
  if (alarm.state !== 'RESOLVED') {
    open.set(alarm.id, alarm);
    putUp(shelves, alarm);
    return;
  }
  past.set(alarm.id, alarm);
  if (open.delete(alarm.id)) takeDown(shelves, alarm);
}

function putUp({ bySource, ringing }: Shelves, alarm: Alarm): void {
  add(bySource, alarm.source, alarm.id);
  const rules = ringing.get(alarm.sensor) ?? new Map<string, AlarmId>();
  ringing.set(alarm.sensor, rules.set(alarm.rule, alarm.id));
}

function takeDown({ bySource, ringing }: Shelves, alarm: Alarm): void {
  drop(bySource, alarm.source, alarm.id);
  const rules = ringing.get(alarm.sensor);
  rules?.delete(alarm.rule);
  if (rules?.size === 0) ringing.delete(alarm.sensor);
}

function forget({ past, children, latest }: Shelves, alarm: Alarm): void {
  past.delete(alarm.id);
  if (alarm.root !== null) drop(children, alarm.root, alarm.id);
  if (latest.get(keyOf(alarm)) === alarm.id) latest.delete(keyOf(alarm));
}

/** Snapshots of the first version do not say which alarm followed which. */
function followUp({ open, past }: Shelves, settle: (alarm: Alarm) => void): void {
  const next = new Map<string, AlarmId>();
  const newestFirst = [...open.values(), ...past.values()].toSorted(
    (a, b) => numberOf(b.id) - numberOf(a.id),
  );
  for (const alarm of newestFirst) {
    const follower = next.get(keyOf(alarm));
    next.set(keyOf(alarm), alarm.id);
    if (alarm.state === 'RESOLVED' && alarm.followedBy === null && follower !== undefined)
      settle({ ...alarm, followedBy: follower });
  }
}

function add<Key>(sets: Map<Key, Set<AlarmId>>, key: Key, id: AlarmId): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([id]));
  else set.add(id);
}

function drop<Key>(sets: Map<Key, Set<AlarmId>>, key: Key, id: AlarmId): void {
  const set = sets.get(key);
  set?.delete(id);
  if (set?.size === 0) sets.delete(key);
}
