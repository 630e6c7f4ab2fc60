/** Metres to CSS pixels and back. */
export type Size = { readonly width: number; readonly height: number };
export type Point = { readonly x: number; readonly y: number };
export type RoomSize = { readonly width: number; readonly depth: number };

/** `x` and `y` are where the room's north-west corner stands on the canvas. */
export type Viewport = { readonly scale: number; readonly x: number; readonly y: number };

const margin = 24;
/** A rack fills the screen at most so far: 400 px to the metre. */
const closest = 400;

export function fitRoom(room: RoomSize, size: Size): Viewport {
  const wide = Math.max(1, size.width - margin * 2) / room.width;
  const high = Math.max(1, size.height - margin * 2) / room.depth;
  const scale = Math.min(wide, high);
  return { scale, x: (size.width - room.width * scale) / 2, y: (size.height - room.depth * scale) / 2 };
}

/** Zooms so that the floor under `at` stays where it is. */
export function zoomAt(
  view: Viewport,
  zoom: { readonly factor: number; readonly at: Point },
  fitted: number,
): Viewport {
  const { factor, at } = zoom;
  const scale = Math.min(Math.max(view.scale * factor, fitted * 0.5), Math.max(closest, fitted));
  const ratio = scale / view.scale;
  return { scale, x: at.x - (at.x - view.x) * ratio, y: at.y - (at.y - view.y) * ratio };
}

/** Moves, but never so far that the room is lost from sight. */
export function panBy(
  view: Viewport,
  by: Point,
  bounds: { readonly room: RoomSize; readonly size: Size },
): Viewport {
  const { room, size } = bounds;
  const keep = Math.min(80, size.width / 4, size.height / 4);
  return {
    scale: view.scale,
    x: Math.min(Math.max(view.x + by.x, keep - room.width * view.scale), size.width - keep),
    y: Math.min(Math.max(view.y + by.y, keep - room.depth * view.scale), size.height - keep),
  };
}

export const toFloor = (view: Viewport, at: Point): Point => ({
  x: (at.x - view.x) / view.scale,
  y: (at.y - view.y) / view.scale,
});

export const toScreen = (view: Viewport, at: Point): Point => ({
  x: view.x + at.x * view.scale,
  y: view.y + at.y * view.scale,
});

/** Brings a spot into sight with as little movement as will do. */
export function reveal(view: Viewport, at: Point, size: Size): Viewport {
  const point = toScreen(view, at);
  const edge = Math.min(64, size.width / 4, size.height / 4);
  const shift = (place: number, limit: number): number =>
    place < edge ? edge - place : place > limit - edge ? limit - edge - place : 0;
  return {
    scale: view.scale,
    x: view.x + shift(point.x, size.width),
    y: view.y + shift(point.y, size.height),
  };
}
