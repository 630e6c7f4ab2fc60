import type { Alarm } from '../contract/alarms.ts';
import type { ControlFault } from '../contract/chaos.ts';
import type { Clock } from '../contract/clock.ts';
import type { Entity } from '../contract/entities.ts';
import type { EntityId, Revision } from '../contract/ids.ts';
import type { ScenarioRun } from '../contract/scenarios.ts';
import type { Tick } from '../contract/units.ts';
import { columnOf, createPlant, emptyState, stateColumns, table, tableNames } from '../physics/plant.ts';
import type { PlantState, TableName } from '../physics/plant.ts';
import { createFingerprint } from './fingerprint.ts';
import { createWorld } from './world.ts';
import type { World } from './world.ts';

/** A world at rest, as texts and numbers; how they are stored is the store's affair. */
export type Snapshot = {
  readonly tick: Tick;
  readonly revision: Revision;
  /** Changes only when the inventory does. */
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
  readonly tables: Readonly<Record<TableName, readonly EntityId[]>>;
};

type RestInventory = {
  readonly entities: readonly Entity[];
  readonly counters: Readonly<Record<string, number>>;
};

export function takeSnapshot(world: World): Snapshot {
  const inventory = world.inventory.atRest();
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
    tables: Object.fromEntries(
      tableNames.map((name) => [name, world.plant.state[name].ids]),
    ) as RestState['tables'],
  };
  return JSON.stringify(rest);
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
  inventory.entities.forEach((entity) => world.inventory.put(entity));
  world.inventory.restoreCounters(inventory.counters);
  world.name = rest.name;
  world.seedText = rest.seedText;
  world.seed = Number.parseInt(rest.seedText, 16) | 0;
  world.founded = rest.founded;
  world.revision = snapshot.revision;
  world.clock = rest.clock;
  world.alarms.restore(rest.alarms, rest.lastAlarm);
  rest.scenarios.forEach((run) => world.scenarios.set(run.id, run));
  rest.faults.forEach((fault) => world.faults.set(fault.id, fault));
  Object.assign(world.counters, rest.counters);
  Object.assign(world.plant, { ...createPlant(), state: stateFrom(rest.tables, snapshot.lanes) });
  return world;
}

function stateFrom(tables: RestState['tables'], lanes: Float64Array): PlantState {
  const state = emptyState() as Record<TableName, unknown>;
  let at = 0;
  for (const name of tableNames) {
    const ids = tables[name];
    const made = table(name, ids);
    for (const column of stateColumns[name]) {
      (made.columns as unknown as Record<string, Float64Array>)[column]?.set(
        lanes.subarray(at, at + ids.length),
      );
      at += ids.length;
    }
    state[name] = made;
  }
  return state as PlantState;
}
