/** What stands where in a rack, as one sees it from the front and from behind. Pure. */
import type { EntityOf, Slot } from '../../../sim/contract/entities.ts';

export type Device = EntityOf<'device'>;
export type Rack = EntityOf<'rack'>;
/** The side one looks at. */
export type Side = 'front' | 'rear';
export const sides = ['front', 'rear'] as const satisfies readonly Side[];

export type Cell =
  | { readonly kind: 'device'; readonly unit: number; readonly height: number; readonly device: Device }
  /** `behind`: what fills the other side of it. */
  | { readonly kind: 'empty'; readonly unit: number; readonly height: 1; readonly behind: Device | null };

export const topOf = ({ position, height }: Slot): number => position + height - 1;
export const isOnSide = ({ face }: Slot, side: Side): boolean => face === 'both' || face === side;
const covers = (slot: Slot, unit: number): boolean => slot.position <= unit && unit <= topOf(slot);
export const facesMeet = (one: Slot['face'], other: Slot['face']): boolean =>
  one === 'both' || other === 'both' || one === other;
export const slotsMeet = (one: Slot, other: Slot): boolean =>
  facesMeet(one.face, other.face) && one.position <= topOf(other) && other.position <= topOf(one);

const at = (devices: readonly Device[], unit: number, side: Side): Device | null =>
  devices.find(({ spec }) => isOnSide(spec.slot, side) && covers(spec.slot, unit)) ?? null;

/** From the top down. What is taller than its rack ends where the rack ends. */
export function cellsOf(heightU: number, devices: readonly Device[], side: Side): readonly Cell[] {
  const cells: Cell[] = [];
  for (let unit = heightU; unit >= 1;) {
    const device = at(devices, unit, side);
    if (device === null) {
      const behind = at(devices, unit, side === 'front' ? 'rear' : 'front');
      cells.push({ kind: 'empty', unit, height: 1, behind });
      unit -= 1;
      continue;
    }
    const { position } = device.spec.slot;
    cells.push({ kind: 'device', unit: position, height: unit - position + 1, device });
    unit = position - 1;
  }
  return cells;
}

export const cellAt = (cells: readonly Cell[], unit: number): Cell | null =>
  cells.find((cell) => cell.unit <= unit && unit < cell.unit + cell.height) ?? null;

type Gap = { readonly position: number; readonly height: number };
export type Space = {
  /** Units in which anything stands, at either face. */
  readonly used: number;
  readonly free: number;
  /** The tallest stretch that is free at both faces; null in a full rack. */
  readonly gap: Gap | null;
};

export function spaceOf(heightU: number, devices: readonly Device[]): Space {
  let used = 0;
  let gap: Gap | null = null;
  let height = 0;
  for (let unit = 1; unit <= heightU; unit += 1) {
    const isTaken = devices.some(({ spec }) => covers(spec.slot, unit));
    used += isTaken ? 1 : 0;
    height = isTaken ? 0 : height + 1;
    if (height > (gap?.height ?? 0)) gap = { position: unit - height + 1, height };
  }
  return { used, free: heightU - used, gap };
}

export const isFree = (slot: Slot, heightU: number, devices: readonly Device[]): boolean =>
  slot.position >= 1 && topOf(slot) <= heightU && !devices.some(({ spec }) => slotsMeet(slot, spec.slot));

/** The nearest free slot above this one, else the lowest in the rack; null where there is none. */
export function nextFree(slot: Slot, heightU: number, devices: readonly Device[]): Slot | null {
  const last = heightU - slot.height + 1;
  const above = Array.from({ length: Math.max(0, last) }, (_, index) => index + 1);
  const order = [
    ...above.filter((position) => position > slot.position),
    ...above.filter((position) => position <= slot.position),
  ];
  for (const position of order) {
    const wanted = { ...slot, position };
    if (isFree(wanted, heightU, devices)) return wanted;
  }
  return null;
}

/** The next name in a count that nobody in the rack has: `web-07` → `web-08`, `db` → `db-2`. */
export function nextName(name: string, devices: readonly Device[]): string {
  const [, stem = name, digits = ''] = /^(.*?)(\d*)$/.exec(name) ?? [];
  const taken = new Set(devices.map((device) => device.name.toLowerCase()));
  const nameAt = (count: number): string =>
    digits === '' ? `${name}-${count}` : `${stem}${String(count).padStart(digits.length, '0')}`;
  let count = digits === '' ? 2 : Number(digits) + 1;
  while (taken.has(nameAt(count).toLowerCase())) count += 1;
  return nameAt(count);
}
