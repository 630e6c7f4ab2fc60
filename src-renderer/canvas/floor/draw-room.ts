/** The room itself: walls, aisles by name, and the units that cool and feed it. */
import type { Aisle, FloorPlan, UnitSpot } from './floor-plan.ts';
import type { FloorLook } from './floor-look.ts';
import { drawMark } from './alarm-shapes.ts';
import type { RackMark } from './mark-cells.ts';
import type { Size, Viewport } from './viewport.ts';

type Pen = CanvasRenderingContext2D;

export const floorFont = '"Inter Variable", Inter, system-ui, sans-serif';

export type RoomDrawing = {
  readonly pen: Pen;
  readonly plan: FloorPlan;
  readonly view: Viewport;
  readonly size: Size;
  readonly look: FloorLook;
  readonly selected: string | null;
  readonly unitMarks: ReadonlyMap<string, RackMark>;
};

export function drawRoom(drawing: RoomDrawing): void {
  const { pen, plan, view, look } = drawing;
  pen.lineWidth = 1.25;
  pen.strokeStyle = look.wall;
  pen.beginPath();
  const wall = 6;
  pen.roundRect(view.x, view.y, plan.room.width * view.scale, plan.room.depth * view.scale, wall);
  pen.stroke();
  for (const aisle of plan.aisles) drawAisle(drawing, aisle);
  for (const unit of plan.units) drawUnit(drawing, unit);
}

/** The middle of what can be seen of it: zoomed in, an aisle still says what it is. */
function labelPlace({ view, size }: RoomDrawing, aisle: Aisle): { readonly x: number; readonly y: number } {
  const middle = (centre: number, extent: number, limit: number): number => {
    const from = Math.max(0, centre - extent / 2);
    const to = Math.min(limit, centre + extent / 2);
    return to - from < 90 ? centre : (from + to) / 2;
  };
  const x = view.x + aisle.x * view.scale;
  const y = view.y + aisle.y * view.scale;
  return aisle.along === 'x'
    ? { x: middle(x, aisle.width * view.scale, size.width), y }
    : { x, y: middle(y, aisle.depth * view.scale, size.height) };
}

function drawAisle(drawing: RoomDrawing, aisle: Aisle): void {
  const { pen, view, look } = drawing;
  const gap = (aisle.along === 'x' ? aisle.depth : aisle.width) * view.scale;
  const length = (aisle.along === 'x' ? aisle.width : aisle.depth) * view.scale;
  if (gap < 14 || length < 70) return;
  pen.save();
  const place = labelPlace(drawing, aisle);
  pen.translate(place.x, place.y);
  if (aisle.along === 'y') pen.rotate(-Math.PI / 2);
  pen.fillStyle = look.label;
  pen.font = `400 13px ${floorFont}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(`${aisle.kind} aisle`, 0, 1);
  pen.restore();
}

function drawUnit(drawing: RoomDrawing, unit: UnitSpot): void {
  const { pen, view, look } = drawing;
  const width = unit.width * view.scale;
  const height = unit.depth * view.scale;
  const x = view.x + unit.x * view.scale;
  const y = view.y + unit.y * view.scale;
  pen.fillStyle = look.unitFill;
  pen.strokeStyle = drawing.selected === unit.id ? look.ring : look.unitLine;
  pen.lineWidth = drawing.selected === unit.id ? 2 : 1;
  pen.beginPath();
  pen.roundRect(x - width / 2, y - height / 2, width, height, 3);
  pen.fill();
  pen.stroke();
  const mark = drawing.unitMarks.get(unit.id);
  const size = Math.min(16, height * 0.5);
  if (mark !== undefined && size >= 7) {
    drawMark(pen, mark, {
      x,
      y: y - height / 2 + size * 0.75,
      size,
      colour: look.severity[mark.severity],
      ground: look.unitFill,
    });
  }
  if (width < 34 || height < 16) return;
  pen.fillStyle = look.unitText;
  pen.font = `500 11px ${floorFont}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(unit.name, x, mark === undefined ? y : y + size * 0.45, width - 4);
}
