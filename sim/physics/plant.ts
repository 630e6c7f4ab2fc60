import type { ScenarioRunId } from '../contract/ids.ts';
import type { AirLayout } from './air/layout.ts';
import { leverColumns } from './columns.table.ts';
import type { LoadLayout } from './load/layout.ts';
import type { PowerLayout } from './power/layout.ts';
import type { SiteLayout } from './site/layout.ts';
import { emptyState } from './state.ts';
import type { PlantState } from './state.ts';
import type { PlantIndex } from './tables.ts';

export type LeverName = keyof typeof leverColumns;
/** The levers of one table, a number for each of its lines. */
export type Levers = {
  readonly [Name in LeverName]: { readonly [Column in (typeof leverColumns)[Name][number]]: Float64Array };
};

/** What follows from the inventory alone: who blows on whom, who feeds whom, ratings. Rebuilt when it changes. */
export type PlantLayout = {
  readonly index: PlantIndex;
  readonly levers: Levers;
  /** What each running scenario strikes, looked up once; a cache, made anew with the layout. */
  readonly strikes: Map<ScenarioRunId, (strength: number) => void>;
  readonly load: LoadLayout;
  readonly power: PowerLayout;
  readonly air: AirLayout;
  readonly site: SiteLayout;
};

export type Plant = {
  /** The inventory's layout that `layout` was made from. */
  madeFrom: number;
  layout: PlantLayout | null;
  state: PlantState;
};

export function levers(index: PlantIndex): Levers {
  const made = Object.entries(leverColumns).map(([name, columns]) => [
    name,
    Object.fromEntries(columns.map((column) => [column, new Float64Array(index[name as LeverName].size)])),
  ]);
  return Object.fromEntries(made) as Levers;
}

export const createPlant = (): Plant => ({ madeFrom: -1, layout: null, state: emptyState() });
