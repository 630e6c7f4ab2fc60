/** Leak sensors: drops where they lie, ropes along their course. Quiet while dry. */
import { text } from '../../text/text.ts';
import { metricText } from '../../ui/numbers.ts';
import type { RoomDrawing } from './room-drawing.ts';
import type { LeakSpot } from './floor-plan.ts';
import { floorFont } from './floor-look.ts';
import { traceDrop } from './power-shapes.ts';
import { pointAlong } from './rope.ts';
import { type Point, toScreen } from './viewport.ts';

export function drawLeaks(drawing: RoomDrawing): void {
  for (const leak of drawing.plan.leaks) {
    if (leak.id === drawing.edited) continue;
    if (leak.path === null) drawSpot(drawing, leak, leak);
    else drawRope(drawing, leak, leak.path);
  }
}

/** Wet it is filled, larger, and says so. */
function drawSpot(drawing: RoomDrawing, leak: LeakSpot, at: Point): void {
  const { pen, view, look, plant, selected } = drawing;
  const isWet = plant.wet.has(leak.id);
  const { x, y } = toScreen(view, at);
  const radius = isWet ? 6 : 3.5;
  const colour = isWet ? look.severity.critical : look.label;
  pen.lineWidth = selected === leak.id ? 2.5 : 1.25;
  pen.strokeStyle = selected === leak.id ? look.ring : colour;
  pen.fillStyle = colour;
  traceDrop(pen, { x, y, radius });
  if (isWet) pen.fill();
  pen.stroke();
  if (!isWet) return;
  pen.font = `600 11px ${floorFont}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const along = plant.wet.get(leak.id) ?? null;
  const words = text().floor;
  const said = along === null ? words.wet : words.ropes.wetAt(metricText('leak-distance', along));
  pen.lineWidth = 3;
  pen.strokeStyle = look.ringGap;
  // Above the drop: beside it stand the rope itself and the racks.
  pen.strokeText(said, x, y - radius * 1.5 - 8);
  pen.fillText(said, x, y - radius * 1.5 - 8);
}

export function traceCourse(pen: CanvasRenderingContext2D, points: readonly Point[]): void {
  pen.beginPath();
  for (const [index, { x, y }] of points.entries())
    if (index === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
}

/** Dotted like the beads of a sensing cable, with a square at its controller; solid and marked where it is wet. */
function drawRope(drawing: RoomDrawing, leak: LeakSpot, path: NonNullable<LeakSpot['path']>): void {
  const { pen, view, look, plant, selected } = drawing;
  const isWet = plant.wet.has(leak.id);
  const isSelected = selected === leak.id;
  const points = path.map((point) => toScreen(view, point));
  const ink = isWet ? look.severity.critical : look.label;
  pen.save();
  pen.lineJoin = 'round';
  pen.lineCap = 'round';
  pen.strokeStyle = isSelected ? look.ring : ink;
  pen.lineWidth = isSelected || isWet ? 2.5 : 1.5;
  pen.setLineDash(isWet ? [] : [1, 4]);
  traceCourse(pen, points);
  pen.stroke();
  pen.restore();
  pen.fillStyle = ink;
  for (const { x, y } of points.slice(0, 1)) pen.fillRect(x - 3, y - 3, 6, 6);
  if (isWet) drawSpot(drawing, leak, wetPlace(leak, path, plant.wet.get(leak.id) ?? null));
}

const wetPlace = (leak: LeakSpot, path: NonNullable<LeakSpot['path']>, along: number | null): Point =>
  (along === null ? null : pointAlong(path, along)) ?? leak;
