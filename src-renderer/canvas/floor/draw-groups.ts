/** Patterns over racks that are coloured by what they belong to: a group is known without its hue. */
import type { GroupPattern } from '../heat/group-palette.table.ts';
import { groupPattern } from '../heat/groups.ts';
import type { RackPaint, RackReadings } from '../heat/rack-paint.ts';
import type { RackSpot } from './floor-plan.ts';
import { cornerRadius } from './rack-layer.ts';
import type { Viewport } from './viewport.ts';

type Pen = CanvasRenderingContext2D;

const tile = 8;
/** Below this a pattern is noise. */
const leastWidth = 8;

type Stroke = (pen: Pen) => void;

const line =
  (...ends: readonly (readonly [number, number, number, number])[]): Stroke =>
  (pen) => {
    for (const [fromX, fromY, toX, toY] of ends) {
      pen.moveTo(fromX, fromY);
      pen.lineTo(toX, toY);
    }
    pen.stroke();
  };

const rising = line([-2, 10, 10, -2], [-2, 2, 2, -2], [6, 10, 10, 6]);
const falling = line([-2, -2, 10, 10], [-2, 6, 2, 10], [6, -2, 10, 2]);

const strokes: Readonly<Record<Exclude<GroupPattern, 'plain'>, Stroke>> = {
  rising,
  falling,
  level: line([0, 4, 8, 4]),
  upright: line([4, 0, 4, 8]),
  crossed: (pen) => {
    rising(pen);
    falling(pen);
  },
  squares: line([0, 4, 8, 4], [4, 0, 4, 8]),
  dots: (pen) => {
    pen.arc(4, 4, 1.4, 0, Math.PI * 2);
    pen.fill();
  },
};

/** A tile of a pattern in one ink, for canvases and for legends. */
export function patternTile(pattern: GroupPattern, ink: 'black' | 'white'): HTMLCanvasElement | null {
  if (pattern === 'plain') return null;
  const canvas = document.createElement('canvas');
  canvas.width = tile;
  canvas.height = tile;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.strokeStyle = ink;
  pen.fillStyle = ink;
  pen.globalAlpha = 0.32;
  pen.lineWidth = 1.2;
  pen.beginPath();
  strokes[pattern](pen);
  return canvas;
}

export type GroupDrawing = {
  readonly pen: Pen;
  readonly racks: readonly RackSpot[];
  readonly seen: readonly number[];
  readonly view: Viewport;
  readonly readings: RackReadings;
  readonly paint: RackPaint;
};

export function drawGroups({ pen, racks, seen, view, readings, paint }: GroupDrawing): void {
  const width = (racks[seen[0] ?? 0]?.width ?? 0) * view.scale;
  if (width < leastWidth) return;
  const groups = Map.groupBy(seen, (index) => readings.values[index] ?? Number.NaN);
  for (const [group, indexes] of groups) {
    if (Number.isNaN(group)) continue;
    const ink = paint.blackInk[indexes[0] ?? 0] === 1 ? 'black' : 'white';
    const drawn = patternTile(groupPattern(group), ink);
    const pattern = drawn === null ? null : pen.createPattern(drawn, 'repeat');
    if (pattern === null) continue;
    pen.fillStyle = pattern;
    pen.beginPath();
    for (const index of indexes) traceSpot(pen, racks[index], view);
    pen.fill();
  }
}

function traceSpot(pen: Pen, rack: RackSpot | undefined, view: Viewport): void {
  if (rack === undefined) return;
  const width = rack.width * view.scale;
  const height = rack.depth * view.scale;
  const left = view.x + rack.x * view.scale - width / 2;
  const top = view.y + rack.y * view.scale - height / 2;
  pen.roundRect(left, top, width, height, cornerRadius(width));
}
