import type { Entity, EntityOf, Kind } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { tableNames } from './tables.ts';
import type { PlantIndex, TableName } from './tables.ts';

/** All that a layout is made from: what stands where, and the seed of its habits. */
export type Ground = { readonly inventory: Inventory; readonly seed: number };

export type UnitName = Exclude<TableName, 'cell'>;

/** The entities that physics knows, by kind, in creation order, and the cells of every battery. */
export type Found = { readonly [Name in UnitName]: readonly EntityOf<Name>[] } & {
  readonly cell: readonly { readonly id: EntityId; readonly battery: EntityId; readonly number: number }[];
};

export function findUnits(inventory: Inventory): Found {
  const names = tableNames.filter((name): name is UnitName => name !== 'cell');
  const found = Object.fromEntries(names.map((name) => [name, [] as Entity[]])) as Record<UnitName, Entity[]>;
  for (const entity of inventory.all()) {
    if (isUnit(entity.kind)) found[entity.kind].push(entity);
  }
  const batteries = found.battery as EntityOf<'battery'>[];
  const cell = batteries.flatMap(({ id, spec }) =>
    Array.from({ length: spec.cells }, (_, at) => ({
      id: `${id}-cell-${at + 1}` as EntityId,
      battery: id,
      number: at + 1,
    })),
  );
  return { ...found, cell } as unknown as Found;
}

const isUnit = (kind: Kind): kind is UnitName => (tableNames as readonly string[]).includes(kind);

export const indexUnits = (found: Found): PlantIndex =>
  Object.fromEntries(
    tableNames.map((name) => [name, new Map(found[name].map((one, at) => [one.id, at]))]),
  ) as unknown as PlantIndex;

export const numbers = <T>(items: readonly T[], read: (item: T) => number): Float64Array =>
  Float64Array.from(items, read);

export const integers = <T>(items: readonly T[], read: (item: T, at: number) => number): Int32Array =>
  Int32Array.from(items, read);

/** First values of a line that is born: what is not named begins at 0. */
export type Birth = (at: number) => Readonly<Record<string, number>>;
export type Births = Partial<Readonly<Record<TableName, Birth>>>;
