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
  const { entity, metric } = point;
  if (!(entity.kind in plot.layout.index)) return null;
  const name = entity.kind as TableName;
  const at = plot.layout.index[name].get(entity.id);
  if (at === undefined) return null;
  if (metric === 'door') return doorTruth(plot.world, entity.id);
  const column =
    name === 'ups' && metric === 'power' && point.place === 'input' ? 'input' : truthColumns[name]?.[metric];
  if (column !== undefined) return columnTruth(plot, { name, column, at });
  return truthOfAir(plot, { ...point, at }) ?? truthOfPower(plot, { ...point, at });
}

type ColumnSpot = { readonly name: TableName; readonly column: string; readonly at: number };

/** The tables are made anew with the layout, and whoever reads them with it: the column can be held. */
function columnTruth({ world }: Plot, { name, column, at }: ColumnSpot): Truth | null {
  const values = columnOf(world.plant.state, name, column);
  return values === undefined ? null : () => values[at] ?? 0;
}

function doorTruth(world: World, id: EntityId): Truth {
  const actor = hashText(id);
  return () => (doorIsOpen(world, actor) ? 1 : 0);
}
