import type { EntityId } from '../contract/ids.ts';
import { stateColumns } from './columns.table.ts';
import { tableNames } from './tables.ts';
import type { TableName } from './tables.ts';

type ColumnsOf<Name extends TableName> = {
  readonly [Column in (typeof stateColumns)[Name][number]]: Float64Array;
};
export type StateTable<Name extends TableName> = {
  readonly ids: readonly EntityId[];
  readonly columns: ColumnsOf<Name>;
};

/** What physics remembers from one step to the next. */
export type PlantState = { readonly [Name in TableName]: StateTable<Name> };

export const emptyState = (): PlantState =>
  Object.fromEntries(tableNames.map((name) => [name, table(name, [])])) as unknown as PlantState;

export function table<Name extends TableName>(name: Name, ids: readonly EntityId[]): StateTable<Name> {
  const names: readonly string[] = stateColumns[name];
  const columns = Object.fromEntries(names.map((column) => [column, new Float64Array(ids.length)]));
  return { ids, columns: columns as ColumnsOf<Name> };
}

export function columnOf(state: PlantState, name: TableName, column: string): Float64Array | undefined {
  return (state[name].columns as Readonly<Record<string, Float64Array>>)[column];
}
