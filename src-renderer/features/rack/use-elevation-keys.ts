/** Keys on the elevations: walking, carrying, and what is done to the device under the cursor. */
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { cellAt, cellsOf, type Cell, type Device, type Side } from './elevation.ts';
import { carryTo, type Column, type Spot, type Target, walkFrom } from './elevation-walk.ts';
import { cellKey } from './rack-grid.tsx';
import { devicesIn, type RackModel } from './rack-model.ts';
import type { Hand } from './use-carry.ts';

export type DeviceDeeds = {
  readonly select: (device: Device) => void;
  readonly edit: (device: Device) => void;
  readonly move: (device: Device) => void;
  readonly duplicate: (device: Device) => void;
  readonly remove: (device: Device) => void;
  readonly add: (spot: Spot) => void;
};

export const columnsOf = (models: readonly RackModel[], sides: readonly Side[]): readonly Column[] =>
  models.flatMap((model) =>
    sides.map((side) => ({
      rack: model.rack.id,
      side,
      heightU: model.rack.spec.heightU,
      cells: cellsOf(model.rack.spec.heightU, devicesIn(model), side),
    })),
  );

/** Where the cursor is; where its rack is no longer shown, at the top of the first that is. */
export function spotIn(columns: readonly Column[], wanted: Spot | null): Spot | null {
  const first = columns[0];
  if (first === undefined) return null;
  const column = columns.find(({ rack, side }) => rack === wanted?.rack && side === wanted.side);
  if (column !== undefined && wanted !== null)
    return { ...wanted, unit: Math.min(wanted.unit, column.heightU) };
  return { rack: first.rack, side: first.side, unit: first.heightU };
}

const cellUnder = (columns: readonly Column[], spot: Spot): Cell | null => {
  const column = columns.find(({ rack, side }) => rack === spot.rack && side === spot.side);
  return column === undefined ? null : cellAt(column.cells, spot.unit);
};

function focusCell(root: HTMLElement | null, columns: readonly Column[], spot: Spot): void {
  const cell = cellUnder(columns, spot);
  if (cell === null) return;
  root?.querySelector<HTMLElement>(`[data-cell="${cellKey({ ...spot, unit: cell.unit })}"]`)?.focus();
}

type KeyMeans = {
  readonly root: RefObject<HTMLElement | null>;
  readonly columns: readonly Column[];
  readonly hand: Hand;
  readonly deeds: DeviceDeeds;
};

/** What a key does to the cell under the cursor; false where it is none of these. */
function actOn(key: string, cell: Cell, { hand, deeds }: Pick<KeyMeans, 'hand' | 'deeds'>): boolean {
  if (cell.kind === 'empty') return false;
  const { device } = cell;
  switch (key) {
    case 'Enter':
      hand.pick(device, 'keys');
      return true;
    case ' ':
      deeds.select(device);
      return true;
    case 'F2':
      deeds.edit(device);
      return true;
    case 'Delete':
      deeds.remove(device);
      return true;
    default:
      return false;
  }
}

/** The cell that a dropped device comes to, focused once it is there. */
function useFollowed({ root, columns, hand }: Omit<KeyMeans, 'deeds'>) {
  const follow = useRef<{ readonly id: EntityId; readonly target: Target } | null>(null);
  const racks = [...new Set(columns.map(({ rack }) => rack))].join(',');
  useEffect(() => {
    const wanted = follow.current;
    if (wanted === null) return;
    const column = columns.find(
      ({ rack, cells }) =>
        rack === wanted.target.rack &&
        cells.some(
          (cell) =>
            cell.kind === 'device' && cell.device.id === wanted.id && cell.unit === wanted.target.position,
        ),
    );
    if (column === undefined) return;
    follow.current = null;
    focusCell(root.current, columns, { rack: column.rack, side: column.side, unit: wanted.target.position });
  }, [columns, root]);
  const isCarrying = hand.carried?.by === 'keys';
  useEffect(() => {
    // The rack that the device came from has left the screen, and the focus with it.
    if (!isCarrying || document.activeElement !== document.body) return;
    root.current?.querySelector<HTMLElement>('[data-cell]')?.focus();
  }, [isCarrying, racks, root]);
  return (id: EntityId, target: Target): void => {
    follow.current = { id, target };
  };
}

/** Chords are the page's, and what a cell did by itself is done. */
const isForCell = (event: KeyboardEvent): boolean =>
  !(event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) &&
  event.target instanceof HTMLElement &&
  event.target.closest('[data-cell]') !== null;

export function useElevationKeys(means: KeyMeans) {
  const { root, columns, hand, deeds } = means;
  const [wanted, setWanted] = useState<Spot | null>(null);
  const cursor = spotIn(columns, wanted);
  const follow = useFollowed(means);

  const carryKey = (key: string): boolean => {
    const { carried } = hand;
    if (carried === null || carried.by !== 'keys') return false;
    if (key === 'Escape') {
      hand.leave();
      return true;
    }
    if (key === 'Enter') {
      follow(carried.device.id, carried.target);
      hand.drop();
      return true;
    }
    const { target, device } = carried;
    const next = carryTo(columns, { target, height: device.spec.slot.height }, key);
    if (next !== null) hand.over(next);
    return next !== null;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (cursor === null || !isForCell(event)) return;
    if (hand.carried !== null) {
      if (carryKey(event.key)) event.preventDefault();
      return;
    }
    const next = walkFrom(columns, cursor, event.key);
    if (next !== null) {
      event.preventDefault();
      setWanted(next);
      focusCell(root.current, columns, next);
      return;
    }
    const cell = cellUnder(columns, cursor);
    if (cell !== null && actOn(event.key, cell, { hand, deeds })) event.preventDefault();
  };

  /** The unit one came from is kept while it is within the cell: a tall device is walked past at one height. */
  const onFocus = (spot: Spot): void =>
    setWanted((last) => {
      const at = spotIn(columns, last);
      const cell = cellUnder(columns, spot);
      const isWithin =
        at !== null &&
        cell !== null &&
        at.rack === spot.rack &&
        at.side === spot.side &&
        at.unit >= cell.unit &&
        at.unit < cell.unit + cell.height;
      return isWithin ? at : spot;
    });

  return { cursor, onKeyDown, onFocus };
}
