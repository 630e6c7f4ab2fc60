import type { EntityId } from '../contract/ids.ts';

/** Columns of state: what physics remembers from one step to the next, and what a snapshot must hold. */
export const stateColumns = {
  rack: ['load', 'inlet', 'outlet', 'mass', 'rise'],
  room: ['supply', 'return', 'heat', 'temperature', 'humidity'],
  crac: ['output', 'fan', 'power', 'supply', 'return', 'load'],
  pdu: ['power', 'load'],
  ups: ['power', 'load', 'loss'],
  site: ['power', 'total-power', 'pue'],
} as const;
export type TableName = keyof typeof stateColumns;
export const tableNames = Object.keys(stateColumns) as TableName[];

type ColumnsOf<Name extends TableName> = {
  readonly [Column in (typeof stateColumns)[Name][number]]: Float64Array;
};
export type StateTable<Name extends TableName> = {
  readonly ids: readonly EntityId[];
  readonly columns: ColumnsOf<Name>;
};
export type PlantState = { readonly [Name in TableName]: StateTable<Name> };

/** What follows from the inventory alone: who blows on whom, who feeds whom, ratings. Rebuilt when it changes. */
export type PlantLayout = {
  readonly rack: {
    readonly actor: Int32Array;
    readonly room: Int32Array;
    /** Neighbours in the row whose exhaust reaches this inlet; itself where there is none. */
    readonly left: Int32Array;
    readonly right: Int32Array;
    readonly idle: Float64Array;
    readonly span: Float64Array;
    readonly habit: Float64Array;
    /** kJ/K of solid mass, and kW/K between it and the air through it. */
    readonly massHeat: Float64Array;
    readonly massCoupling: Float64Array;
    /** Share of exhaust air in the inlet of a healthy rack. */
    readonly recirculation: Float64Array;
    /** K per step that a scenario adds to the inlet's rise. */
    readonly ramp: Float64Array;
    /** Outlets of the step before: neighbours are read from here, so order does not matter. */
    readonly before: Float64Array;
  };
  readonly room: {
    readonly site: Int32Array;
    readonly actor: Int32Array;
    readonly setpoint: Float64Array;
    readonly rated: Float64Array;
    readonly area: Float64Array;
    readonly flow: Float64Array;
    readonly flowHeat: Float64Array;
    /** Share of the heat that the cooling can still take; 1 is healthy. */
    readonly share: Float64Array;
  };
  readonly crac: { readonly room: Int32Array; readonly rated: Float64Array };
  readonly pdu: {
    readonly rack: Int32Array;
    readonly share: Float64Array;
    readonly rated: Float64Array;
    readonly ups: Int32Array;
    readonly site: Int32Array;
  };
  readonly ups: { readonly rated: Float64Array; readonly site: Int32Array };
  readonly index: { readonly [Name in TableName]: ReadonlyMap<EntityId, number> };
};

export type Plant = {
  /** The inventory's layout that `layout` was made from. */
  madeFrom: number;
  layout: PlantLayout | null;
  state: PlantState;
};

export const emptyState = (): PlantState => ({
  rack: table('rack', []),
  room: table('room', []),
  crac: table('crac', []),
  pdu: table('pdu', []),
  ups: table('ups', []),
  site: table('site', []),
});

export function table<Name extends TableName>(name: Name, ids: readonly EntityId[]): StateTable<Name> {
  const names: readonly string[] = stateColumns[name];
  const columns = Object.fromEntries(names.map((column) => [column, new Float64Array(ids.length)]));
  return { ids, columns: columns as ColumnsOf<Name> };
}

export const createPlant = (): Plant => ({ madeFrom: -1, layout: null, state: emptyState() });

export function columnOf(state: PlantState, name: TableName, column: string): Float64Array | undefined {
  return (state[name].columns as Readonly<Record<string, Float64Array>>)[column];
}
