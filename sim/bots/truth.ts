import type { EntityId } from '../contract/ids.ts';
import { hashText } from '../kernel/chance.ts';
import type { World } from '../kernel/world.ts';
import { columnOf } from '../physics/state.ts';
import type { TableName } from '../physics/tables.ts';
import { doorIsOpen } from './doors.ts';
import type { Plot, Point, Truth } from './point.ts';
import { truthColumns } from './truth.table.ts';
import { truthOfAir } from './truth-of-air.ts';
import { truthOfPower } from './truth-of-power.ts';

/** Null where physics knows nothing of it. */
export function truthOf(plot: Plot, point: Point): Truth | null {
  const spot = tableSpot(plot, point);
  if (spot === null) return null;
  const { at } = spot;
  if (point.metric === 'door') return doorTruth(plot.world, point.entity.id);
  if (columnFor(spot, point) === undefined)
    return truthOfAir(plot, { ...point, at }) ?? truthOfPower(plot, { ...point, at });
  const cell = cellOf(plot, point);
  return cell === null ? null : () => cell.values[at] ?? 0;
}

type TableSpot = { readonly name: TableName; readonly at: number };

function tableSpot({ layout }: Plot, { entity }: Point): TableSpot | null {
  if (!(entity.kind in layout.index)) return null;
  const name = entity.kind as TableName;
  const at = layout.index[name].get(entity.id);
  return at === undefined ? null : { name, at };
}

function columnFor({ name }: TableSpot, { metric, place }: Point): string | undefined {
  return name === 'ups' && metric === 'power' && place === 'input' ? 'input' : truthColumns[name]?.[metric];
}

/** One number of a column of physics. */
export type Cell = { readonly values: Float64Array; readonly at: number };

/**
 * Where the truth is one number of one column; null where it is more than that. The tables are made anew with the
 * layout, and whoever reads them with it: the column can be held.
 */
export function cellOf(plot: Plot, point: Point): Cell | null {
  const spot = tableSpot(plot, point);
  const column = spot === null || point.metric === 'door' ? undefined : columnFor(spot, point);
  if (spot === null || column === undefined) return null;
  const values = columnOf(plot.world.plant.state, spot.name, column);
  return values === undefined ? null : { values, at: spot.at };
}

function doorTruth(world: World, id: EntityId): Truth {
  const actor = hashText(id);
  return () => (doorIsOpen(world, actor) ? 1 : 0);
}
