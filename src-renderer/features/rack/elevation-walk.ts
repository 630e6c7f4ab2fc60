/** What keys do on elevations: where the cursor goes, and where a device goes that is held over the slots. Pure. */
import type { Slot } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { type Cell, cellAt, type Side } from './elevation.ts';

export type Spot = { readonly rack: EntityId; readonly side: Side; readonly unit: number };
/** A rack's side as it is drawn, left to right. */
export type Column = {
  readonly rack: EntityId;
  readonly side: Side;
  readonly heightU: number;
  readonly cells: readonly Cell[];
};
export type Target = { readonly rack: EntityId; readonly position: number; readonly face: Slot['face'] };

const pageUnits = 10;
const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value));
const columnOf = (columns: readonly Column[], { rack, side }: Pick<Spot, 'rack' | 'side'>): number =>
  columns.findIndex((column) => column.rack === rack && column.side === side);

/** Null: the key is none of these. At an edge the cursor stays. */
export function walkFrom(columns: readonly Column[], from: Spot, key: string): Spot | null {
  const index = columnOf(columns, from);
  const column = columns[index];
  if (column === undefined) return null;
  const cell = cellAt(column.cells, from.unit);
  const within = (unit: number): Spot => ({ ...from, unit: clamp(unit, 1, column.heightU) });
  const beside = (step: 1 | -1): Spot => {
    const next = columns[index + step];
    if (next === undefined) return from;
    return { rack: next.rack, side: next.side, unit: clamp(from.unit, 1, next.heightU) };
  };
  switch (key) {
    case 'ArrowUp':
      return within(cell === null ? from.unit + 1 : cell.unit + cell.height);
    case 'ArrowDown':
      return within((cell?.unit ?? from.unit) - 1);
    case 'ArrowLeft':
      return beside(-1);
    case 'ArrowRight':
      return beside(1);
    case 'Home':
      return within(column.heightU);
    case 'End':
      return within(1);
    case 'PageUp':
      return within(from.unit + pageUnits);
    case 'PageDown':
      return within(from.unit - pageUnits);
    default:
      return null;
  }
}

/** A full-depth device fills both sides, so it steps from rack to rack; another one from side to side. */
function stopsFor(columns: readonly Column[], face: Slot['face']): readonly Target[] {
  const full = face === 'both';
  const shown = full
    ? columns.filter((one, at) => columns.findIndex(({ rack }) => rack === one.rack) === at)
    : columns;
  return shown.map(({ rack, side }) => ({ rack, position: 1, face: full ? 'both' : side }));
}

export function carryTo(
  columns: readonly Column[],
  { target, height }: { readonly target: Target; readonly height: number },
  key: string,
): Target | null {
  const stops = stopsFor(columns, target.face);
  const index = stops.findIndex(({ rack, face }) => rack === target.rack && face === target.face);
  const within = (stop: Target, position: number): Target => {
    const heightU = columns.find(({ rack }) => rack === stop.rack)?.heightU ?? 1;
    return { ...stop, position: clamp(position, 1, Math.max(1, heightU - height + 1)) };
  };
  const beside = (step: 1 | -1): Target => within(stops[index + step] ?? target, target.position);
  switch (key) {
    case 'ArrowUp':
      return within(target, target.position + 1);
    case 'ArrowDown':
      return within(target, target.position - 1);
    case 'ArrowLeft':
      return beside(-1);
    case 'ArrowRight':
      return beside(1);
    case 'Home':
      return within(target, Number.MAX_SAFE_INTEGER);
    case 'End':
      return within(target, 1);
    case 'PageUp':
      return within(target, target.position + pageUnits);
    case 'PageDown':
      return within(target, target.position - pageUnits);
    default:
      return null;
  }
}
