/** What stands on the racks: names, values, hatching, alarm marks, rings. Only for racks in sight. */
import { type RackPaint, type RackReadings, rackStates } from '../heat/rack-paint.ts';
import { cssOfPacked } from '../heat/colours.ts';
import { drawMark } from './alarm-shapes.ts';
import { numberText } from '../../ui/numbers.ts';
import { type FloorLook, floorFont } from './floor-look.ts';
import type { RackSpot } from './floor-plan.ts';
import { labelLevel, labelSize, type LabelLevel } from './label-level.ts';
import { type PlacedMark, type RackMark, thinMarks } from './mark-cells.ts';
import { cornerRadius } from './rack-layer.ts';
import type { Viewport } from './viewport.ts';

type Pen = CanvasRenderingContext2D;

export type RackDrawing = {
  readonly pen: Pen;
  readonly racks: readonly RackSpot[];
  /** Indexes of the racks in sight. */
  readonly seen: readonly number[];
  readonly view: Viewport;
  readonly look: FloorLook;
  readonly readings: RackReadings;
  readonly paint: RackPaint;
  readonly marks: readonly (RackMark | null)[];
  readonly decimals: number;
  readonly hatch: CanvasPattern | null;
  readonly selected: number | null;
  readonly cursor: number | null;
  readonly hovered: number | null;
};

type Box = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

const smallMark = 9;

const boxOf = (rack: RackSpot, view: Viewport): Box => ({
  left: view.x + (rack.x - rack.width / 2) * view.scale,
  top: view.y + (rack.y - rack.depth / 2) * view.scale,
  width: rack.width * view.scale,
  height: rack.depth * view.scale,
});

export function drawRacks(drawing: RackDrawing): void {
  const { racks, seen, view } = drawing;
  const sample = racks[seen[0] ?? 0];
  if (sample === undefined) return;
  const level = labelLevel(sample.width * view.scale, sample.depth * view.scale);
  drawHatch(drawing);
  drawHollow(drawing);
  if (level === 'none') drawSmallMarks(drawing);
  else for (const index of seen) drawLabels(drawing, index, level);
  drawRing(drawing, drawing.hovered, 'hover');
  drawRing(drawing, drawing.selected, 'selected');
  drawRing(drawing, drawing.cursor === drawing.selected ? null : drawing.cursor, 'cursor');
}

function drawHatch({ pen, racks, seen, view, readings, hatch }: RackDrawing): void {
  if (hatch === null) return;
  pen.fillStyle = hatch;
  pen.beginPath();
  let found = false;
  for (const index of seen) {
    const rack = racks[index];
    if (rack === undefined || readings.states[index] !== rackStates.stale) continue;
    const box = boxOf(rack, view);
    if (box.width < 5) break;
    pen.roundRect(box.left, box.top, box.width, box.height, cornerRadius(box.width));
    found = true;
  }
  if (found) pen.fill();
}

/** Never read: an empty frame, where a fill would look like a value. */
function drawHollow({ pen, racks, seen, view, readings, look }: RackDrawing): void {
  pen.strokeStyle = look.hatch;
  pen.lineWidth = 1;
  pen.setLineDash([3, 3]);
  pen.beginPath();
  for (const index of seen) {
    const rack = racks[index];
    if (rack === undefined || readings.states[index] !== rackStates.unread) continue;
    const box = boxOf(rack, view);
    if (box.width < 8) break;
    pen.roundRect(box.left + 0.5, box.top + 0.5, box.width - 1, box.height - 1, cornerRadius(box.width));
  }
  pen.stroke();
  pen.setLineDash([]);
}

/** Written values carry their state in words too: a dash for none, brackets for what is too old. */
export function valueText(value: number, state: number | undefined, decimals: number): string {
  if (state === rackStates.unread || Number.isNaN(value)) return '–';
  const text = numberText(value, decimals);
  return state === rackStates.stale ? `(${text})` : text;
}

function drawLabels(drawing: RackDrawing, index: number, level: LabelLevel): void {
  const { pen, readings, paint, view } = drawing;
  const rack = drawing.racks[index];
  if (rack === undefined) return;
  const box = boxOf(rack, view);
  const size = labelSize(box.width);
  const middle = box.left + box.width / 2;
  const mark = drawing.marks[index] ?? null;
  const ink = paint.blackInk[index] === 1 ? '#000' : '#fff';
  pen.fillStyle = ink;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  pen.font = `600 ${size}px ${floorFont}`;
  const isFull = level === 'full';
  pen.fillText(
    rack.name,
    middle,
    isFull ? box.top + box.height * 0.17 : box.top + box.height / 2,
    box.width - 4,
  );
  if (isFull) {
    const value = readings.values[index] ?? Number.NaN;
    pen.fillText(
      readings.words?.[index] ?? valueText(value, readings.states[index], drawing.decimals),
      middle,
      box.top + box.height * 0.77,
      box.width - 4,
    );
  }
  if (mark !== null) drawRackMark(drawing, { index, box, mark, level });
}

type Marked = {
  readonly index: number;
  readonly box: Box;
  readonly mark: RackMark;
  readonly level: LabelLevel;
};

/** In the middle where there is room for it, else in a corner beside the name. */
function drawRackMark({ pen, paint }: RackDrawing, { index, box, mark, level }: Marked): void {
  const isFull = level === 'full';
  const size = isFull ? Math.min(24, box.width * 0.42, box.height * 0.26) : smallMark;
  const place = isFull
    ? { x: box.left + box.width / 2, y: box.top + box.height * 0.47 }
    : { x: box.left + box.width - 6, y: box.top + 6 };
  drawMark(pen, mark, {
    ...place,
    size,
    colour: paint.blackInk[index] === 1 ? '#000' : '#fff',
    ground: cssOfPacked(paint.colours[index] ?? 0),
  });
}

function drawSmallMarks(drawing: RackDrawing): void {
  const { pen, racks, seen, view, look } = drawing;
  const placed: PlacedMark[] = [];
  for (const index of seen) {
    const rack = racks[index];
    const mark = drawing.marks[index];
    if (rack === undefined || mark === null || mark === undefined) continue;
    placed.push({ x: view.x + rack.x * view.scale, y: view.y + rack.y * view.scale, mark });
  }
  for (const { x, y, mark } of thinMarks(placed, smallMark * 1.6)) {
    // A mark on a coloured rack needs its own ground to be told from it.
    pen.fillStyle = look.ringGap;
    pen.beginPath();
    pen.arc(x, y, smallMark * 0.78, 0, Math.PI * 2);
    pen.fill();
    drawMark(pen, mark, {
      x,
      y,
      size: smallMark,
      colour: look.severity[mark.severity],
      ground: look.ringGap,
    });
  }
}

type RingKind = 'hover' | 'selected' | 'cursor';

function drawRing({ pen, racks, view, look }: RackDrawing, index: number | null, kind: RingKind): void {
  const rack = index === null ? undefined : racks[index];
  if (rack === undefined) return;
  const box = boxOf(rack, view);
  const strokes = {
    hover: [{ out: 0.5, width: 1, colour: look.hover }],
    selected: [
      { out: 0, width: 3, colour: look.ringGap },
      { out: 2, width: 2.5, colour: look.ring },
    ],
    cursor: [
      { out: 0, width: 3, colour: look.ringGap },
      { out: 2.5, width: 2, colour: look.cursor },
    ],
  } as const satisfies Record<RingKind, unknown>;
  for (const { out, width, colour } of strokes[kind]) {
    pen.lineWidth = width;
    pen.strokeStyle = colour;
    pen.beginPath();
    pen.roundRect(
      box.left - out,
      box.top - out,
      box.width + out * 2,
      box.height + out * 2,
      cornerRadius(box.width) + out,
    );
    pen.stroke();
  }
}
