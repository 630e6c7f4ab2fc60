import type { EntityId } from '../contract/ids.ts';
import { stateColumns } from './columns.table.ts';

export type TableName = keyof typeof stateColumns;
export const tableNames = Object.keys(stateColumns) as TableName[];

/** Where each entity's line is in its table. Cells are found through their battery. */
export type PlantIndex = { readonly [Name in TableName]: ReadonlyMap<EntityId, number> };
