/** Pointer and wheel on the canvas, told as what they mean: pan, zoom, point at, pick, drag. */
import type { Point } from './viewport.ts';

export type GestureTargets = {
  readonly pan: (by: Point) => void;
  readonly zoom: (factor: number, at: Point) => void;
  readonly point: (at: Point | null) => void;
  readonly pick: (at: Point, how: PickHow) => void;
  /** Asked once, when a pointer begins to drag: null, and the floor is panned. */
  readonly grab: (at: Point, how: PickHow) => Grip | null;
};

/** `more`: with Shift, or with the key for chords: beside what is chosen already. */
export type PickHow = 'one' | 'more';

/** What a drag is about, while it lasts. */
export type Grip = {
  readonly move: (at: Point) => void;
  readonly drop: () => void;
  readonly cancel: () => void;
};

/** Less is a click with a nervous hand. */
const dragThreshold = 4;
const wheelLine = 16;

type Drag = {
  readonly pointers: Map<number, Point>;
  start: Point;
  travelled: number;
  /** Null: it pans. */
  grip: Grip | null | 'not-asked';
};

const howOf = (event: MouseEvent): PickHow =>
  event.shiftKey || event.ctrlKey || event.metaKey ? 'more' : 'one';

export function listenToGestures(host: HTMLElement, targets: GestureTargets): () => void {
  const drag: Drag = {
    pointers: new Map(),
    start: { x: 0, y: 0 },
    travelled: 0,
    grip: 'not-asked',
  };
  const stop = new AbortController();
  const { signal } = stop;
  const placeOf = (event: MouseEvent): Point => {
    const bounds = host.getBoundingClientRect();
    return { x: event.clientX - bounds.left, y: event.clientY - bounds.top };
  };
  const on = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    handle: (event: HTMLElementEventMap[Type]) => void,
  ): void => host.addEventListener(type, handle, { signal, passive: false });

  on('pointerdown', (event) => {
    if (event.button > 1) return;
    if (drag.pointers.size === 0) {
      drag.travelled = 0;
      drag.start = placeOf(event);
      // The middle button pans, whatever is under it.
      drag.grip = event.button === 0 ? 'not-asked' : null;
    }
    drag.pointers.set(event.pointerId, placeOf(event));
  });
  on('pointermove', (event) => movePointer(host, { event, at: placeOf(event) }, { drag, targets }));
  on('pointerup', (event) => {
    const wasDown = drag.pointers.delete(event.pointerId);
    if (wasDown && drag.pointers.size === 0 && drag.travelled < dragThreshold && event.button === 0)
      targets.pick(placeOf(event), howOf(event));
    if (drag.pointers.size === 0) endDrag(host, drag, 'drop');
  });
  on('pointercancel', (event) => {
    drag.pointers.delete(event.pointerId);
    if (drag.pointers.size === 0) endDrag(host, drag, 'cancel');
  });
  on('pointerleave', () => targets.point(null));
  on('wheel', (event) => {
    event.preventDefault();
    turnWheel(event, placeOf(event), targets);
  });
  on('keydown', (event) => {
    if (event.key !== 'Escape' || gripOf(drag) === null) return;
    event.stopImmediatePropagation();
    drag.pointers.clear();
    endDrag(host, drag, 'cancel');
  });
  return () => stop.abort();
}

const gripOf = ({ grip }: Drag): Grip | null => (grip === 'not-asked' ? null : grip);

function endDrag(host: HTMLElement, drag: Drag, how: 'drop' | 'cancel'): void {
  gripOf(drag)?.[how]();
  drag.grip = 'not-asked';
  host.style.cursor = '';
}

function movePointer(
  host: HTMLElement,
  moved: { readonly event: PointerEvent; readonly at: Point },
  { drag, targets }: { readonly drag: Drag; readonly targets: GestureTargets },
): void {
  const { event, at } = moved;
  const before = drag.pointers.get(event.pointerId);
  if (before === undefined) {
    targets.point(at);
    return;
  }
  const other = [...drag.pointers].find(([id]) => id !== event.pointerId)?.[1];
  drag.pointers.set(event.pointerId, at);
  const by = { x: at.x - before.x, y: at.y - before.y };
  drag.travelled += Math.hypot(by.x, by.y);
  if (drag.travelled < dragThreshold) return;
  if (!host.hasPointerCapture(event.pointerId)) host.setPointerCapture(event.pointerId);
  targets.point(null);
  if (drag.grip === 'not-asked' && other === undefined) drag.grip = targets.grab(drag.start, howOf(event));
  const grip = gripOf(drag);
  host.style.cursor = grip === null ? 'grabbing' : 'move';
  if (grip !== null) grip.move(at);
  else if (other === undefined) targets.pan(by);
  else pinch({ before, at, other }, targets);
}

/** Both fingers pan by half of what each moves, and zoom about the point between them. */
function pinch(
  touch: { readonly before: Point; readonly at: Point; readonly other: Point },
  targets: GestureTargets,
): void {
  const { before, at, other } = touch;
  const was = Math.hypot(before.x - other.x, before.y - other.y);
  const is = Math.hypot(at.x - other.x, at.y - other.y);
  targets.pan({ x: (at.x - before.x) / 2, y: (at.y - before.y) / 2 });
  if (was > 0) targets.zoom(is / was, { x: (at.x + other.x) / 2, y: (at.y + other.y) / 2 });
}

function turnWheel(event: WheelEvent, at: Point, targets: GestureTargets): void {
  const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? wheelLine : 1;
  const x = event.deltaX * unit;
  const y = event.deltaY * unit;
  if (event.shiftKey || (Math.abs(x) > Math.abs(y) && !event.ctrlKey))
    return targets.pan({ x: -(x === 0 ? y : x), y: 0 });
  // A trackpad's pinch comes as a wheel with the control key and small steps.
  targets.zoom(Math.exp(-y * (event.ctrlKey ? 0.01 : 0.0016)), at);
}
