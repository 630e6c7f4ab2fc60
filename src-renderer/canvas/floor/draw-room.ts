/** The room itself: walls, aisles by name, and the units that cool and feed it. */
import { drawAisles } from './draw-aisles.ts';
import { drawLeaks } from './draw-leaks.ts';
import type { UnitSpot } from './floor-plan.ts';
import { floorFont } from './floor-look.ts';
import { drawMark } from './alarm-shapes.ts';
import type { RackMark } from './mark-cells.ts';
import type { RoomDrawing } from './room-drawing.ts';

export function drawRoom(drawing: RoomDrawing): void {
  const { pen, plan, view, look } = drawing;
  pen.lineWidth = 1.25;
  pen.strokeStyle = look.wall;
  pen.beginPath();
  const wall = 6;
  pen.roundRect(view.x, view.y, plan.room.width * view.scale, plan.room.depth * view.scale, wall);
  pen.stroke();
  drawAisles({ ...drawing, means: drawing.aisles });
  for (const unit of plan.units) drawUnit(drawing, unit);
  drawLeaks(drawing);
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A unit without an alarm of its own still shows by a shape that it is not as it should be. */
const markOf = ({ unitMarks, plant }: RoomDrawing, id: string): RackMark | undefined => {
  const saying = plant.units.get(id);
  return unitMarks.get(id) ?? (saying && { severity: saying.severity, acknowledged: true });
};

function drawUnit(drawing: RoomDrawing, unit: UnitSpot): void {
  const { pen, view, look } = drawing;
  const width = unit.width * view.scale;
  const height = unit.depth * view.scale;
  const x = view.x + unit.x * view.scale;
  const y = view.y + unit.y * view.scale;
  const saying = drawing.plant.units.get(unit.id);
  const isSelected = drawing.selected === unit.id;
  pen.fillStyle = look.unitFill;
  pen.strokeStyle = isSelected
    ? look.ring
    : saying === undefined
      ? look.unitLine
      : look.severity[saying.severity];
  pen.lineWidth = isSelected ? 2 : 1;
  pen.beginPath();
  pen.roundRect(x - width / 2, y - height / 2, width, height, 3);
  pen.fill();
  pen.stroke();
  const mark = markOf(drawing, unit.id);
  const size = Math.min(16, height * 0.4);
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
  writeUnit(drawing, unit, { x, y: mark === undefined ? y : y + size * 0.45, width, height });
}

/** Its name, and under it what it says of itself where that is not normal and there is room. */
function writeUnit({ pen, look, plant }: RoomDrawing, unit: UnitSpot, box: Box): void {
  const saying = plant.units.get(unit.id);
  const hasRoom = saying !== undefined && box.height >= 44;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillStyle = look.unitText;
  pen.font = `500 11px ${floorFont}`;
  pen.fillText(unit.name, box.x, hasRoom ? box.y - 3 : box.y, box.width - 4);
  if (!hasRoom) return;
  pen.fillStyle = look.severity[saying.severity];
  pen.font = `600 11px ${floorFont}`;
  pen.fillText(saying.word, box.x, box.y + 11, box.width - 4);
}
