import type { EntityId } from '../contract/ids.ts';
import type { World } from '../kernel/world.ts';
import { airBirths, airLayout } from './air/layout.ts';
import { findUnits, indexUnits } from './found.ts';
import type { Births, Found } from './found.ts';
import { loadLayout } from './load/layout.ts';
import { levers } from './plant.ts';
import { table } from './state.ts';
import { tableNames } from './tables.ts';
import type { Plant, PlantLayout } from './plant.ts';
import type { PlantState } from './state.ts';
import type { TableName } from './tables.ts';
import { siteLayout } from './site/layout.ts';
import { powerBirths, powerLayout } from './power/layout.ts';

/**
 * Makes the dense tables anew where the inventory changed; values of what stays are carried over by id.
 * Only a step may do this to the world: what is born takes its first values from the moment it is compiled.
 */
export function compilePlant(world: World): PlantLayout {
  const { plant } = world;
  if (plant.layout !== null && isCompiled(world)) return plant.layout;
  const fresh = freshPlant(world);
  Object.assign(plant, fresh);
  return fresh.layout;
}

export const isCompiled = (world: World): boolean =>
  world.plant.layout !== null && world.plant.madeFrom === world.inventory.layout();

/** The plant as the next step would make it; the world is not touched. */
export function freshPlant(world: World): Plant & { layout: PlantLayout } {
  const { plant, inventory } = world;
  const found = findUnits(inventory);
  const index = indexUnits(found);
  const power = powerLayout(world, found, index);
  const layout: PlantLayout = {
    index,
    levers: levers(index),
    strikes: new Map(),
    load: loadLayout(world, found),
    power,
    air: airLayout(world, found, index),
    site: siteLayout({ inventory, seed: world.seed, nodes: power.graph.size }, found, index),
  };
  return { madeFrom: inventory.layout(), layout, state: carryAll(plant.state, found, layout) };
}

function carryAll(old: PlantState, found: Found, layout: PlantLayout): PlantState {
  const births = [powerBirths(layout.power), airBirths(layout.air)];
  const tables = tableNames.map((name) => {
    const ids = found[name].map((one) => one.id);
    return [name, carry(old, { name, ids, births: births.flatMap((of) => of[name] ?? []) })];
  });
  return Object.fromEntries(tables) as PlantState;
}

type Next = {
  readonly name: TableName;
  readonly ids: readonly EntityId[];
  readonly births: readonly NonNullable<Births[TableName]>[];
};

/**
 * A table for these entities: values of those that were there before, first values for those that are born,
 * and for columns that an older snapshot does not know.
 */
function carry(state: PlantState, { name, ids, births }: Next): PlantState[TableName] {
  const old = state[name];
  const made = table(name, ids);
  const was = whereBefore(old.ids, ids);
  const from = old.columns as unknown as Readonly<Record<string, Float64Array>>;
  const columns = Object.entries<Float64Array>(made.columns);
  for (const [column, values] of columns) {
    const before = from[column];
    if (before === undefined) continue;
    for (let at = 0; at < was.length; at += 1) {
      const line = was[at] as number;
      if (line >= 0) values[at] = before[line] as number;
    }
  }
  const unknown = columns.filter(([column]) => from[column] === undefined);
  for (let at = 0; at < was.length; at += 1) {
    const isNew = (was[at] as number) < 0;
    if (!isNew && unknown.length === 0) continue;
    const born: Readonly<Record<string, number>> = Object.assign({}, ...births.map((birth) => birth(at)));
    for (const [column, values] of isNew ? columns : unknown) values[at] = born[column] ?? 0;
  }
  return made;
}

/** For each id its line in the table before; -1 where it was not there. Most often nothing has moved. */
function whereBefore(old: readonly EntityId[], ids: readonly EntityId[]): Int32Array {
  const was = new Int32Array(ids.length);
  let known: Map<EntityId, number> | null = null;
  for (const [at, id] of ids.entries()) {
    if (old[at] === id) {
      was[at] = at;
      continue;
    }
    known ??= new Map(old.map((each, line) => [each, line]));
    was[at] = known.get(id) ?? -1;
  }
  return was;
}
