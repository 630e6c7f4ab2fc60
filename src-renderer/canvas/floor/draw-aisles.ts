/** Aisles: their name and mean along them, and what walls them in. */
import { text } from '../../text/text.ts';
import type { FloorLook } from './floor-look.ts';
import { floorFont } from './floor-look.ts';
import type { Aisle, FloorPlan } from './floor-plan.ts';
import { type Size, toScreen, type Viewport } from './viewport.ts';

type Pen = CanvasRenderingContext2D;

export type AisleDrawing = {
  readonly pen: Pen;
  readonly plan: FloorPlan;
  readonly view: Viewport;
  readonly size: Size;
  readonly look: FloorLook;
  readonly means: readonly (string | null)[];
};

export function drawAisles(drawing: AisleDrawing): void {
  drawing.plan.aisles.forEach((aisle, index) => {
    if (aisle.isContained) drawWalls(drawing, aisle);
    drawName(drawing, aisle, drawing.means[index] ?? null);
  });
}

/** Doors at both ends and a roof between: two lines across, and a light frame. */
function drawWalls({ pen, view, look }: AisleDrawing, aisle: Aisle): void {
  const { x, y } = toScreen(view, { x: aisle.x - aisle.width / 2, y: aisle.y - aisle.depth / 2 });
  const width = aisle.width * view.scale;
  const depth = aisle.depth * view.scale;
  pen.strokeStyle = look.wall;
  pen.lineWidth = 1;
  pen.setLineDash([2, 3]);
  pen.strokeRect(x, y, width, depth);
  pen.setLineDash([]);
  pen.lineWidth = 3;
  pen.beginPath();
  const [across, along] = aisle.along === 'x' ? [depth, width] : [width, depth];
  for (const end of [0, along]) {
    const [fromX, fromY] = aisle.along === 'x' ? [x + end, y] : [x, y + end];
    pen.moveTo(fromX, fromY);
    if (aisle.along === 'x') pen.lineTo(fromX, fromY + across);
    else pen.lineTo(fromX + across, fromY);
  }
  pen.stroke();
}

/** The middle of what can be seen of it: zoomed in, an aisle still says what it is. */
function labelPlace({ view, size }: AisleDrawing, aisle: Aisle): { readonly x: number; readonly y: number } {
  const middle = (centre: number, extent: number, limit: number): number => {
    const from = Math.max(0, centre - extent / 2);
    const to = Math.min(limit, centre + extent / 2);
    return to - from < 90 ? centre : (from + to) / 2;
  };
  const { x, y } = toScreen(view, aisle);
  return aisle.along === 'x'
    ? { x: middle(x, aisle.width * view.scale, size.width), y }
    : { x, y: middle(y, aisle.depth * view.scale, size.height) };
}

const gapBefore = 6;
const chipPadding = 8;

/** The longest of what there is to say that fits: the mean matters more than that the aisle is contained. */
function fitted(pen: Pen, sayings: readonly Saying[], room: number) {
  const measured = sayings.map((saying) => {
    pen.font = `400 13px ${floorFont}`;
    const name = pen.measureText(saying.name).width;
    pen.font = `600 13px ${floorFont}`;
    const chip = saying.mean === null ? 0 : pen.measureText(saying.mean).width + chipPadding * 2;
    return { ...saying, width: name, chip, total: chip === 0 ? name : name + gapBefore + chip };
  });
  return measured.find(({ total }) => total < room) ?? null;
}

type Saying = { readonly name: string; readonly mean: string | null };

function drawName(drawing: AisleDrawing, aisle: Aisle, mean: string | null): void {
  const { pen, view, look } = drawing;
  const gap = (aisle.along === 'x' ? aisle.depth : aisle.width) * view.scale;
  const length = (aisle.along === 'x' ? aisle.width : aisle.depth) * view.scale;
  if (gap < 14 || length < 70) return;
  const words = text().floor.aisle;
  const kind = words[aisle.kind];
  const name = aisle.isContained ? words.contained(kind) : kind;
  const saying = fitted(
    pen,
    [
      { name, mean },
      { name: kind, mean },
      { name: kind, mean: null },
    ],
    length - 8,
  );
  if (saying === null) return;
  const place = labelPlace(drawing, aisle);
  pen.save();
  pen.translate(place.x, place.y);
  if (aisle.along === 'y') pen.rotate(-Math.PI / 2);
  pen.textBaseline = 'middle';
  pen.textAlign = 'left';
  pen.fillStyle = look.label;
  pen.font = `400 13px ${floorFont}`;
  const left = -saying.total / 2;
  pen.fillText(saying.name, left, 1);
  if (saying.mean !== null)
    drawChip(drawing, saying.mean, { left: left + saying.width + gapBefore, width: saying.chip });
  pen.restore();
}

function drawChip(
  { pen, look }: AisleDrawing,
  mean: string,
  { left, width }: { readonly left: number; readonly width: number },
): void {
  pen.fillStyle = look.unitFill;
  pen.strokeStyle = look.unitLine;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.roundRect(left, -10, width, 20, 10);
  pen.fill();
  pen.stroke();
  pen.fillStyle = look.unitText;
  pen.font = `600 13px ${floorFont}`;
  pen.fillText(mean, left + chipPadding, 1);
}
