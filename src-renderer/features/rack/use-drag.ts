/** From a pointer on a device to the slot under it. */
import { useEffect, useRef } from 'react';
import type { PointerEvent as ReactPointerEvent } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Device, Side } from './elevation.ts';
import type { Target } from './elevation-walk.ts';
import type { Hand } from './use-carry.ts';

/** Pixels before a press becomes a drag. */
const threshold = 5;
/** Near the edge of what scrolls, it scrolls. */
const edge = 28;

type Grip = {
  readonly device: Device;
  readonly x: number;
  readonly y: number;
  /** Units between the top of the device and where it was gripped. */
  readonly grip: number;
};

/** What a grid says of itself, for who finds it under the pointer. */
export type GridBox = {
  readonly rack: EntityId;
  readonly heightU: number;
  readonly unitHeight: number;
  /** Of the first unit from above, and of the first side from the left. */
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly sides: readonly Side[];
};

type Point = { readonly x: number; readonly y: number };

/** Pure: where the device would be, held by the same unit as when it was gripped. */
export function targetAt(
  box: GridBox,
  { x, y }: Point,
  { device, grip }: Pick<Grip, 'device' | 'grip'>,
): Target {
  const { height, face } = device.spec.slot;
  const fromTop = Math.floor((y - box.top) / box.unitHeight);
  const position = box.heightU - fromTop + grip - height + 1;
  const column = Math.floor(((x - box.left) / box.width) * box.sides.length);
  const side = box.sides[Math.min(box.sides.length - 1, Math.max(0, column))] ?? 'front';
  const most = Math.max(1, box.heightU - height + 1);
  return {
    rack: box.rack,
    position: Math.min(most, Math.max(1, position)),
    face: face === 'both' ? 'both' : side,
  };
}

function boxUnder(point: Point): GridBox | null {
  const grid = document.elementFromPoint(point.x, point.y)?.closest<HTMLElement>('[data-rack]');
  const first = grid?.querySelector<HTMLElement>('[data-first-unit]');
  if (grid === null || grid === undefined || first === null || first === undefined) return null;
  const { rack = '', heightU = '1', unitHeight = '24', sides = 'front' } = grid.dataset;
  const [whole, label] = [grid.getBoundingClientRect(), first.getBoundingClientRect()];
  return {
    rack: rack as EntityId,
    heightU: Number(heightU),
    unitHeight: Number(unitHeight),
    top: label.top,
    left: label.right,
    width: whole.right - label.right,
    sides: sides.split(' ') as Side[],
  };
}

function scrollNear(point: Point): void {
  const scroller = document.elementFromPoint(point.x, point.y)?.closest<HTMLElement>('[data-scroller]');
  if (scroller === null || scroller === undefined) return;
  const { top, bottom, left, right } = scroller.getBoundingClientRect();
  const speed = 16;
  if (point.y < top + edge) scroller.scrollTop -= speed;
  if (point.y > bottom - edge) scroller.scrollTop += speed;
  if (point.x < left + edge) scroller.scrollLeft -= speed;
  if (point.x > right - edge) scroller.scrollLeft += speed;
}

export type Drag = {
  readonly onGrip: (event: ReactPointerEvent, device: Device) => void;
  /** True once after a drag, so that its end is no click. */
  readonly wasDrag: () => boolean;
};

type DragState = { hand: Hand; grip: Grip | null; isDragging: boolean; wasDrag: boolean };

function moveTo(state: DragState, event: PointerEvent): void {
  const held = state.grip;
  if (held === null) return;
  const point = { x: event.clientX, y: event.clientY };
  if (!state.isDragging) {
    if (Math.hypot(point.x - held.x, point.y - held.y) < threshold) return;
    state.isDragging = true;
    state.hand.pick(held.device, 'pointer');
  }
  event.preventDefault();
  scrollNear(point);
  const box = boxUnder(point);
  if (box !== null) state.hand.over(targetAt(box, point, held));
}

function end(state: DragState, what: 'drop' | 'leave'): void {
  state.grip = null;
  if (!state.isDragging) return;
  state.isDragging = false;
  state.wasDrag = true;
  state.hand[what]();
}

/** What the window hears while something is gripped; answers how to stop listening. */
function listen(state: DragState): () => void {
  const onMove = (event: PointerEvent): void => moveTo(state, event);
  const onUp = (): void => end(state, 'drop');
  const onCancel = (): void => end(state, 'leave');
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || !state.isDragging) return;
    event.preventDefault();
    event.stopPropagation();
    onCancel();
  };
  window.addEventListener('pointermove', onMove);
  window.addEventListener('pointerup', onUp);
  window.addEventListener('pointercancel', onCancel);
  window.addEventListener('keydown', onKey, true);
  return () => {
    window.removeEventListener('pointermove', onMove);
    window.removeEventListener('pointerup', onUp);
    window.removeEventListener('pointercancel', onCancel);
    window.removeEventListener('keydown', onKey, true);
  };
}

export function useDrag(hand: Hand): Drag {
  const state = useRef<DragState>({ hand, grip: null, isDragging: false, wasDrag: false });
  useEffect(() => {
    state.current.hand = hand;
  });
  useEffect(() => listen(state.current), []);
  return {
    onGrip: (event, device) => {
      state.current.wasDrag = false;
      if (event.button !== 0) return;
      const box = event.currentTarget.getBoundingClientRect();
      const units = Math.floor(((event.clientY - box.top) / box.height) * device.spec.slot.height);
      state.current.grip = { device, x: event.clientX, y: event.clientY, grip: units };
    },
    wasDrag: () => {
      const was = state.current.wasDrag;
      state.current.wasDrag = false;
      return was;
    },
  };
}
