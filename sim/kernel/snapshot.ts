import { adviceAtRest, restoreAdvice } from '../advisor/book.ts';
import type { AdviceAtRest } from '../advisor/book.ts';
import type { RulesAtRest } from '../alarms/rule-book.ts';
import type { Alarm, OutOfService } from '../contract/alarms.ts';
import type { ControlFault } from '../contract/chaos.ts';
import type { Clock } from '../contract/clock.ts';
import type { DrillRun } from '../contract/drills.ts';
import type { Entity } from '../contract/entities.ts';
import type { EntityId, Revision } from '../contract/ids.ts';
import type { Order } from '../contract/orders.ts';
import { scenarioRunSchema } from '../contract/scenarios.ts';
import type { ScenarioRun } from '../contract/scenarios.ts';
import type { TasksAtRest } from '../compute/task-book.ts';
import type { EditsAtRest } from '../edits/ledger.ts';
import { layWithEdits, restoreEdits } from '../edits/rest.ts';
import { restoreGuests } from '../guests/world/book.ts';
import type { GuestsAtRest } from '../guests/world/book.ts';
import type { PapersAtRest } from '../papers/book.ts';
import { ofToday } from '../inventory/of-today.ts';
import type { Tick } from '../contract/units.ts';
import { compilePlant } from '../physics/compile.ts';
import { firstColumns, stateColumns } from '../physics/columns.table.ts';
import { columnOf, emptyState } from '../physics/state.ts';
import { createPlant } from '../physics/plant.ts';
import { tableNames } from '../physics/tables.ts';
import type { PlantState } from '../physics/state.ts';
import type { TableName } from '../physics/tables.ts';
import { createFingerprint } from './fingerprint.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

/** A world at rest, as texts and numbers; how they are stored is the store's affair. */
export type Snapshot = {
  readonly tick: Tick;
  readonly revision: Revision;
  /** Changes only when the inventory or an edit does. */
  readonly inventory: string;
  readonly state: string;
  readonly lanes: Float64Array;
  readonly hash: string;
};

type RestState = {
  readonly name: string;
  readonly seedText: string;
  readonly founded: boolean;
  readonly clock: Clock;
  readonly alarms: readonly Alarm[];
  readonly lastAlarm: number;
  readonly scenarios: readonly ScenarioRun[];
  readonly faults: readonly ControlFault[];
  readonly counters: World['counters'];
  readonly tables: Readonly<Partial<Record<TableName, readonly EntityId[]>>>;
  /** Names of the columns in the lanes; the first version had none. */
  readonly columns?: ColumnNames;
  /** Missing in the first version. */
  readonly drills?: readonly DrillRun[];
  readonly rules?: RulesAtRest;
  readonly outOfService?: readonly OutOfService[];
  readonly orders?: readonly Order[];
  /** Missing before there was an advisor. */
  readonly advice?: AdviceAtRest;
  /** Missing before there were machines. */
  readonly tasks?: TasksAtRest;
  /** Missing where no vendor has any. */
  readonly papers?: PapersAtRest;
  /** Missing where work takes its time, as it does unless somebody said otherwise. */
  readonly work?: 'no-time';
  /** Missing before machines could be logged in to. */
  readonly guests?: GuestsAtRest;
};

type ColumnNames = Readonly<Partial<Record<TableName, readonly string[]>>>;

type RestInventory = {
  readonly entities: readonly Entity[];
  readonly counters: Readonly<Record<string, number>>;
  /** Missing before the first edit. */
  readonly edits?: EditsAtRest;
};

export function takeSnapshot(world: World): Snapshot {
  const inventory = layWithEdits(world);
  const state = stateText(world);
  const lanes = lanesOf(world.plant.state);
  return {
    tick: world.clock.tick,
    revision: world.revision,
    inventory: inventory.text,
    state,
    lanes,
    hash: hashOf(world.revision, { inventory: inventory.digest, state, lanes }),
  };
}

/** Same lab, same seed, same commands: same hash, on every machine. */
export function worldHash(world: World): string {
  return takeSnapshot(world).hash;
}

type HashParts = { readonly inventory: string; readonly state: string; readonly lanes: Float64Array };

function hashOf(revision: number, parts: HashParts): string {
  const fingerprint = createFingerprint();
  fingerprint.text(String(revision));
  fingerprint.text(parts.inventory);
  fingerprint.text(parts.state);
  fingerprint.numbers(parts.lanes);
  return fingerprint.hex();
}

function stateText(world: World): string {
  const rest: RestState = {
    name: world.name,
    seedText: world.seedText,
    founded: world.founded,
    clock: world.clock,
    alarms: [...world.alarms.past(), ...world.alarms.open()],
    lastAlarm: world.alarms.nextNumber() - 1,
    scenarios: [...world.scenarios.values()],
    faults: [...world.faults.values()],
    counters: world.counters,
    drills: [...world.drills.values()],
    rules: world.rules.atRest(),
    outOfService: [...world.outOfService.values()],
    orders: world.orders,
    advice: adviceAtRest(world.advice),
    columns: stateColumns,
    ...tasksToLay(world),
    ...papersToLay(world),
    tables: Object.fromEntries(
      tableNames.map((name) => [name, world.plant.state[name].ids]),
    ) as RestState['tables'],
  };
  const text = JSON.stringify(rest);
  // Guests bring their own texts, remembered: to write a thousand anew would take longer than a tick.
  return world.guests.size() === 0 ? text : `${text.slice(0, -1)},"guests":${world.guests.atRest()}}`;
}

function tasksToLay(world: World): Pick<RestState, 'tasks'> {
  const tasks = world.tasks.atRest();
  return tasks === undefined ? {} : { tasks };
}

function papersToLay({ papers, work }: World): Pick<RestState, 'papers' | 'work'> {
  const laid = papers.atRest();
  return { ...(laid === undefined ? {} : { papers: laid }), ...(work === 'time' ? {} : { work }) };
}

function lanesOf(state: PlantState): Float64Array {
  const columns = tableNames.flatMap((name) =>
    stateColumns[name].map((column) => columnOf(state, name, column) ?? new Float64Array(0)),
  );
  const lanes = new Float64Array(columns.reduce((sum, column) => sum + column.length, 0));
  let at = 0;
  for (const column of columns) {
    lanes.set(column, at);
    at += column.length;
  }
  return lanes;
}

/** The world as it stood. Throws where the texts are not ours: the store checks sums before it hands them out. */
export function restoreSnapshot(snapshot: Snapshot): World {
  const world = createWorld();
  const rest = JSON.parse(snapshot.state) as RestState;
  const inventory = JSON.parse(snapshot.inventory) as RestInventory;
  inventory.entities.forEach((entity) => world.inventory.put(ofToday(entity)));
  world.inventory.restoreCounters(inventory.counters);
  restoreEdits(world, inventory.edits);
  world.name = rest.name;
  world.seedText = rest.seedText;
  world.seed = Number.parseInt(rest.seedText, 16) | 0;
  world.founded = rest.founded;
  world.revision = snapshot.revision;
  world.clock = rest.clock;
  world.alarms.restore(rest.alarms, rest.lastAlarm);
  rest.scenarios.forEach((run) => world.scenarios.set(run.id, scenarioRunSchema.parse(run)));
  restoreRest(world, rest);
  rest.faults.forEach((fault) => world.faults.set(fault.id, fault));
  Object.assign(world.counters, rest.counters);
  Object.assign(world.plant, { ...createPlant(), state: stateFrom(rest, snapshot.lanes) });
  if (JSON.stringify(rest.columns) !== JSON.stringify(stateColumns)) compilePlant(world);
  return world;
}

function restoreRest(world: World, rest: RestState): void {
  rest.drills?.forEach((run) => world.drills.set(run.id, run));
  if (rest.rules !== undefined) world.rules.restore(rest.rules);
  rest.outOfService?.forEach((entry) => world.outOfService.set(entry.sensor, entry));
  world.orders.push(...(rest.orders ?? []));
  if (rest.advice !== undefined) restoreAdvice(world.advice, rest.advice);
  if (rest.tasks !== undefined) world.tasks.restore(rest.tasks);
  if (rest.papers !== undefined) world.papers.restore(rest.papers);
  world.work = rest.work ?? 'time';
  if (rest.guests !== undefined) restoreGuests(world.guests, rest.guests);
}

/**
 * Columns by the names they were written under. One that has come since is left out of its table here,
 * and born when the plant is compiled, which a restored world's first step always does.
 */
function stateFrom({ tables, columns }: RestState, lanes: Float64Array): PlantState {
  const state = emptyState() as Record<TableName, unknown>;
  const written: ColumnNames = columns ?? firstColumns;
  let at = 0;
  for (const name of writtenOrder(written)) {
    const ids = tables[name] ?? [];
    const kept: Record<string, Float64Array> = {};
    for (const column of written[name] ?? []) {
      kept[column] = lanes.slice(at, at + ids.length);
      at += ids.length;
    }
    state[name] = { ids, columns: kept };
  }
  return state as PlantState;
}

const writtenOrder = (written: ColumnNames): TableName[] => Object.keys(written) as TableName[];
