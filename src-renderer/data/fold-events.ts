/**
 * Folds the watch's events into the page's tables. The maps are changed in place (a lab has tens of thousands
 * of entities); the lists and records inside them are replaced, so that a selector sees what changed.
 */
import { after } from '../../sim/contract/alarm-happenings.ts';
import type { AlarmHappening } from '../../sim/contract/alarm-happenings.ts';
import type { Alarm, OutOfService } from '../../sim/contract/alarms.ts';
import type { DrillRun } from '../../sim/contract/drills.ts';
import type { Entity, Kind } from '../../sim/contract/entities.ts';
import type { EventOf, LoggedEvent, WorldEvent } from '../../sim/contract/events.ts';
import type { AlarmId, DrillRunId, EntityId, ScenarioRunId } from '../../sim/contract/ids.ts';
import type { ScenarioRun } from '../../sim/contract/scenarios.ts';

export type WorldTables = {
  /** Kinds that the page does not hold. */
  readonly left: ReadonlySet<Kind>;
  readonly entities: Map<EntityId, Entity>;
  /** In creation order; '' holds the sites. */
  readonly children: Map<EntityId | '', readonly EntityId[]>;
  readonly alarms: Map<AlarmId, Alarm>;
  readonly runs: Map<ScenarioRunId, ScenarioRun>;
  readonly drills: Map<DrillRunId, DrillRun>;
  readonly outOfService: Map<EntityId, OutOfService>;
};

export type FoldOutcome = {
  readonly revision: number;
  /** Events are missing before this revision: only a reload helps. */
  readonly gap: boolean;
  readonly entities: boolean;
  readonly alarms: boolean;
  readonly runs: boolean;
  readonly drills: boolean;
  /** Rules, or what is out of service. */
  readonly rules: boolean;
  /** Edits made, undone or redone. */
  readonly edits: boolean;
};

type Draft = { -readonly [Key in keyof FoldOutcome]: FoldOutcome[Key] };

/** Devices are many and seen a rack at a time; they are asked for, not held. */
export const neverHeld: ReadonlySet<Kind> = new Set(['device']);

export const emptyTables = (left = neverHeld): WorldTables => ({
  left,
  entities: new Map(),
  children: new Map(),
  alarms: new Map(),
  runs: new Map(),
  drills: new Map(),
  outOfService: new Map(),
});

/** Lists under change within one batch are copied once, then pushed to. */
type ChildLists = { readonly of: (parent: EntityId | '') => EntityId[] };

function childLists(tables: WorldTables): ChildLists {
  const copied = new Map<EntityId | '', EntityId[]>();
  return {
    of: (parent) => {
      const list = copied.get(parent) ?? [...(tables.children.get(parent) ?? [])];
      copied.set(parent, list);
      tables.children.set(parent, list);
      return list;
    },
  };
}

function takeOut(list: EntityId[], id: EntityId): void {
  const index = list.indexOf(id);
  if (index >= 0) list.splice(index, 1);
}

function putEntity(tables: WorldTables, lists: ChildLists, entity: Entity): void {
  if (tables.left.has(entity.kind)) return;
  const before = tables.entities.get(entity.id);
  tables.entities.set(entity.id, entity);
  if (before !== undefined && before.parent === entity.parent) return;
  if (before !== undefined) takeOut(lists.of(before.parent ?? ''), entity.id);
  lists.of(entity.parent ?? '').push(entity.id);
}

function removeEntity(tables: WorldTables, lists: ChildLists, id: EntityId): void {
  const before = tables.entities.get(id);
  if (before === undefined) return;
  tables.entities.delete(id);
  tables.children.delete(id);
  takeOut(lists.of(before.parent ?? ''), id);
}

function happen(tables: WorldTables, event: Exclude<AlarmHappening, { type: 'alarm.raised' }>): Part {
  const alarm = tables.alarms.get(event.id);
  if (alarm !== undefined) tables.alarms.set(event.id, after(alarm, event));
  return 'alarms';
}

/** Resolved alarms stay in sight while they are few, so that the feed can let them fade. */
const resolvedKept = 200;

function dropOldResolved(alarms: Map<AlarmId, Alarm>): void {
  const resolved = [...alarms.values()].filter((alarm) => alarm.state === 'RESOLVED');
  if (resolved.length <= resolvedKept) return;
  resolved.sort((a, b) => (a.resolvedAt ?? 0) - (b.resolvedAt ?? 0));
  for (const alarm of resolved.slice(0, resolved.length - resolvedKept)) alarms.delete(alarm.id);
}

/** What part of the page an event touched. */
type Part = 'entities' | 'alarms' | 'runs' | 'drills' | 'rules' | 'edits' | null;
type Fold<Event> = (tables: WorldTables, event: Event, lists: ChildLists) => Part;

const put: Fold<EventOf<'entity.created' | 'entity.changed'>> = (tables, { entity }, lists) => {
  putEntity(tables, lists, entity);
  return 'entities';
};
const nothing = (): Part => null;

const folds: { readonly [Type in WorldEvent['type']]: Fold<EventOf<Type>> } = {
  'entity.created': put,
  'entity.changed': put,
  'entity.removed': (tables, { id }, lists) => {
    removeEntity(tables, lists, id);
    return 'entities';
  },
  'alarm.raised': (tables, { alarm }) => {
    for (const before of tables.alarms.values()) {
      if (before.rule !== alarm.rule || before.sensor !== alarm.sensor || before.id === alarm.id) continue;
      if (before.state === 'RESOLVED') tables.alarms.set(before.id, { ...before, followedBy: alarm.id });
    }
    tables.alarms.set(alarm.id, alarm);
    return 'alarms';
  },
  'alarm.acknowledged': happen,
  'alarm.resolved': happen,
  'alarm.returned': happen,
  'alarm.shelved': happen,
  'alarm.unshelved': happen,
  'alarm.annotated': happen,
  'alarm.assigned': happen,
  'alarm.grouped': happen,
  'sensor.out-of-service': (tables, { entry }) => {
    tables.outOfService.set(entry.sensor, entry);
    return 'rules';
  },
  'sensor.in-service': (tables, { sensor }) => {
    tables.outOfService.delete(sensor);
    return 'rules';
  },
  'rule.put': () => 'rules',
  'rule.removed': () => 'rules',
  'rules.reset': () => 'rules',
  'plant.ordered': nothing,
  'drill.started': (tables, { run }) => {
    tables.drills.set(run.id, run);
    return 'drills';
  },
  'drill.ended': (tables, { id, at, outcome, report }) => {
    const run = tables.drills.get(id);
    if (run !== undefined) tables.drills.set(id, { ...run, endedAt: at, outcome, report });
    return 'drills';
  },
  'scenario.started': (tables, { run }) => {
    tables.runs.set(run.id, run);
    return 'runs';
  },
  'scenario.stopped': (tables, { id }) => {
    tables.runs.delete(id);
    return 'runs';
  },
  // Who shows tasks or guests asks for them.
  'task.started': nothing,
  'task.finished': nothing,
  'guest.booted': nothing,
  'guest.stopped': nothing,
  'guest.changed': nothing,
  'guest.copied': nothing,
  'guest.kept': nothing,
  'guest.reverted': nothing,
  'guest.forgot': nothing,
  'guest.dropped': nothing,
  'papers.written': nothing,
  'lab.worked': nothing,
  // The status that comes with these says it all.
  'lab.founded': nothing,
  'lab.renamed': nothing,
  'clock.changed': nothing,
  'chaos.injected': nothing,
  'chaos.cleared': nothing,
  'advisor.switched': nothing,
  'advisor.proposed': nothing,
  'advisor.applied': nothing,
  'advisor.ended': nothing,
  'advisor.measured': nothing,
  'edit.made': () => 'edits',
  'edit.undone': () => 'edits',
  'edit.redone': () => 'edits',
};

/** An event that only a newer host knows is passed over. */
function foldEvent(tables: WorldTables, lists: ChildLists, event: WorldEvent): Part {
  const fold = folds[event.type] as Fold<WorldEvent> | undefined;
  return fold === undefined ? null : fold(tables, event, lists);
}

/** Folds what comes after `revision`; what is older was folded before and is passed over. */
export function foldEvents(
  tables: WorldTables,
  revision: number,
  items: readonly LoggedEvent[],
): FoldOutcome {
  const outcome: Draft = {
    revision,
    gap: false,
    entities: false,
    alarms: false,
    runs: false,
    drills: false,
    rules: false,
    edits: false,
  };
  const lists = childLists(tables);
  for (const item of items) {
    if (item.revision <= outcome.revision) continue;
    if (item.revision > outcome.revision + 1) {
      outcome.gap = true;
      break;
    }
    outcome.revision = item.revision;
    const part = foldEvent(tables, lists, item.event);
    if (part !== null) outcome[part] = true;
  }
  if (outcome.alarms) dropOldResolved(tables.alarms);
  return outcome;
}

/** The first load, in bulk. */
export function fillTables(content: {
  readonly entities: readonly Entity[];
  readonly alarms: readonly Alarm[];
  readonly runs: readonly ScenarioRun[];
  readonly drills: readonly DrillRun[];
  readonly outOfService: readonly OutOfService[];
  readonly left?: ReadonlySet<Kind>;
}): WorldTables {
  const tables = emptyTables(content.left);
  const lists = childLists(tables);
  for (const entity of content.entities) putEntity(tables, lists, entity);
  for (const alarm of content.alarms) tables.alarms.set(alarm.id, alarm);
  for (const run of content.runs) tables.runs.set(run.id, run);
  for (const run of content.drills) tables.drills.set(run.id, run);
  for (const entry of content.outOfService) tables.outOfService.set(entry.sensor, entry);
  return tables;
}
