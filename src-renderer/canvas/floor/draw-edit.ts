/** What is only wanted: the grid, the places that things would take, and what is caught by the pointer. */
import { type FloorLook, floorFont } from './floor-look.ts';
import { type FloorPlan, frontOf, type Spot } from './floor-plan.ts';
import { traceCourse } from './draw-leaks.ts';
import type { DrawnRope, FloorScene, Ghost, Marquee } from './floor-scene.ts';
import { toScreen, type Viewport } from './viewport.ts';

type Pen = CanvasRenderingContext2D;

export type EditDrawing = {
  readonly pen: Pen;
  readonly plan: FloorPlan;
  readonly view: Viewport;
  readonly look: FloorLook;
  readonly scene: FloorScene;
};

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

const boxOf = (spot: Spot, view: Viewport): Box => ({
  left: view.x + (spot.x - spot.width / 2) * view.scale,
  top: view.y + (spot.y - spot.depth / 2) * view.scale,
  width: spot.width * view.scale,
  height: spot.depth * view.scale,
});

export function drawGrid({ pen, plan, view, look, scene }: EditDrawing): void {
  const step = scene.grid;
  if (step === null || step * view.scale < 6) return;
  const { width, depth } = plan.room;
  pen.strokeStyle = look.label;
  pen.globalAlpha = 0.22;
  pen.lineWidth = 1;
  pen.beginPath();
  for (let x = step; x < width - 0.001; x += step) {
    const at = Math.round(view.x + x * view.scale) + 0.5;
    pen.moveTo(at, view.y);
    pen.lineTo(at, view.y + depth * view.scale);
  }
  for (let y = step; y < depth - 0.001; y += step) {
    const at = Math.round(view.y + y * view.scale) + 0.5;
    pen.moveTo(view.x, at);
    pen.lineTo(view.x + width * view.scale, at);
  }
  pen.stroke();
  pen.globalAlpha = 1;
}

export function drawWanted(drawing: EditDrawing): void {
  const { plan, scene } = drawing;
  if (scene.chosen.size > 0) {
    for (const spot of [...plan.racks, ...plan.units])
      if (scene.chosen.has(spot.id)) drawChosen(drawing, spot);
  }
  for (const ghost of scene.ghosts) drawGhost(drawing, ghost);
  if (scene.rope !== null) drawRopeHandles(drawing, scene.rope);
  if (scene.marquee !== null) drawMarquee(drawing, scene.marquee);
}

/** A ring and a tick in the corner: chosen is seen without its colour. */
function drawChosen({ pen, view, look }: EditDrawing, spot: Spot): void {
  const { left, top, width, height } = boxOf(spot, view);
  pen.strokeStyle = look.cursor;
  pen.lineWidth = 2;
  pen.strokeRect(left - 1, top - 1, width + 2, height + 2);
  if (width < 22) return;
  pen.fillStyle = look.cursor;
  pen.beginPath();
  pen.arc(left + 1, top + 1, 7, 0, Math.PI * 2);
  pen.fill();
  pen.strokeStyle = look.ringGap;
  pen.lineWidth = 1.75;
  pen.beginPath();
  pen.moveTo(left - 2, top + 1.5);
  pen.lineTo(left + 0.5, top + 4);
  pen.lineTo(left + 4.5, top - 1.5);
  pen.stroke();
}

function drawGhost(drawing: EditDrawing, ghost: Ghost): void {
  const { pen, view, look } = drawing;
  const box = boxOf(ghost, view);
  const colour = ghost.problem === null ? look.cursor : look.severity.critical;
  pen.fillStyle = look.ringGap;
  pen.globalAlpha = 0.82;
  pen.fillRect(box.left, box.top, box.width, box.height);
  pen.globalAlpha = 1;
  pen.strokeStyle = colour;
  pen.lineWidth = 2;
  pen.setLineDash([6, 4]);
  pen.strokeRect(box.left, box.top, box.width, box.height);
  pen.setLineDash([]);
  if (ghost.facing !== null) drawFront(drawing, ghost, colour);
  if (ghost.problem !== null) drawCross(pen, box);
  if (box.width < 26) return;
  pen.fillStyle = look.ring;
  pen.font = `600 11px ${floorFont}`;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.fillText(ghost.name, box.left + box.width / 2, box.top + box.height / 2, box.width - 4);
}

/** Its front as a thick edge. */
function drawFront({ pen, view }: EditDrawing, ghost: Ghost, colour: string): void {
  if (ghost.facing === null) return;
  const { x, y } = frontOf[ghost.facing];
  const middle = toScreen(view, { x: ghost.x + (x * ghost.width) / 2, y: ghost.y + (y * ghost.depth) / 2 });
  const half = ((x === 0 ? ghost.width : ghost.depth) / 2) * view.scale - 3;
  pen.strokeStyle = colour;
  pen.lineWidth = 4;
  pen.beginPath();
  pen.moveTo(middle.x - y * half, middle.y - x * half);
  pen.lineTo(middle.x + y * half, middle.y + x * half);
  pen.stroke();
}

function drawCross(pen: Pen, { left, top, width, height }: Box): void {
  pen.lineWidth = 1.5;
  pen.beginPath();
  pen.moveTo(left, top);
  pen.lineTo(left + width, top + height);
  pen.moveTo(left + width, top);
  pen.lineTo(left, top + height);
  pen.stroke();
}

function drawMarquee({ pen, view, look }: EditDrawing, { from, to }: Marquee): void {
  const start = toScreen(view, from);
  const end = toScreen(view, to);
  pen.fillStyle = look.cursor;
  pen.globalAlpha = 0.12;
  pen.fillRect(start.x, start.y, end.x - start.x, end.y - start.y);
  pen.globalAlpha = 1;
  pen.strokeStyle = look.cursor;
  pen.lineWidth = 1;
  pen.setLineDash([4, 3]);
  pen.strokeRect(start.x, start.y, end.x - start.x, end.y - start.y);
  pen.setLineDash([]);
}

/** Its course with a ring at every corner; the one that keys move is filled, the first is square. */
function drawRopeHandles({ pen, view, look }: EditDrawing, { points, active }: DrawnRope): void {
  const places = points.map((point) => toScreen(view, point));
  pen.strokeStyle = look.cursor;
  pen.lineWidth = 2;
  traceCourse(pen, places);
  pen.stroke();
  places.forEach(({ x, y }, index) => {
    pen.fillStyle = index === active ? look.cursor : look.ringGap;
    pen.beginPath();
    if (index === 0) pen.rect(x - 6, y - 6, 12, 12);
    else pen.arc(x, y, 6, 0, Math.PI * 2);
    pen.fill();
    pen.stroke();
  });
}
