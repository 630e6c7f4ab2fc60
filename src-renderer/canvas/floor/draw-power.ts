/** Which racks are dark or live on one feed, over whatever else is drawn on them. Only for racks in sight. */
import { text } from '../../text/text.ts';
import { type FloorLook, floorFont } from './floor-look.ts';
import type { RackSpot } from './floor-plan.ts';
import { powerSeverity, type RackPower } from './floor-plant.ts';
import type { RackMark } from './mark-cells.ts';
import { tracePower } from './power-shapes.ts';
import type { Viewport } from './viewport.ts';

type Pen = CanvasRenderingContext2D;

export type PowerDrawing = {
  readonly pen: Pen;
  readonly racks: readonly RackSpot[];
  readonly seen: readonly number[];
  readonly view: Viewport;
  readonly look: FloorLook;
  readonly power: readonly (RackPower | null)[];
  readonly marks: readonly (RackMark | null)[];
};

const badge = { height: 15, radius: 4, gap: 4, pad: 4 } as const;
/** Below this a word does not fit, and below the other not even a sign. */
const leastForWord = 43;
const leastForSign = 6;

export function drawPower(drawing: PowerDrawing): void {
  const { racks, seen, power, view } = drawing;
  if (power.length === 0) return;
  for (const index of seen) {
    const rack = racks[index];
    const state = power[index] ?? null;
    if (rack === undefined || state === null) continue;
    const width = rack.width * view.scale;
    if (width < leastForSign) return;
    const isSmall = width < leastForWord;
    // Where an alarm's mark takes up the whole rack, it says enough.
    if (isSmall && width < 26 && (drawing.marks[index] ?? null) !== null) continue;
    drawBadge(drawing, rack, { state, word: isSmall ? '' : text().floor.powerBadge[state] });
  }
}

type Badge = { readonly state: RackPower; readonly word: string };

/** On the rack's lower edge, with a ground of its own: the heat under it must not change its colour. */
function drawBadge({ pen, view, look }: PowerDrawing, rack: RackSpot, { state, word }: Badge): void {
  const middle = view.x + rack.x * view.scale;
  const bottom = view.y + (rack.y + rack.depth / 2) * view.scale;
  const colour = look.severity[powerSeverity[state]];
  pen.font = `600 10px ${floorFont}`;
  const wordWidth = word === '' ? 0 : pen.measureText(word).width + badge.gap;
  const width = badge.pad * 2 + badge.radius * 2 + wordWidth;
  const left = middle - width / 2;
  pen.fillStyle = look.ringGap;
  pen.strokeStyle = colour;
  pen.lineWidth = 1;
  pen.beginPath();
  pen.roundRect(left, bottom - badge.height / 2, width, badge.height, badge.height / 2);
  pen.fill();
  pen.stroke();
  pen.fillStyle = colour;
  pen.lineWidth = 1.5;
  tracePower(pen, state, { x: left + badge.pad + badge.radius, y: bottom, radius: badge.radius });
  if (word === '') return;
  pen.textAlign = 'left';
  pen.textBaseline = 'middle';
  pen.fillText(word, left + badge.pad + badge.radius * 2 + badge.gap, bottom + 0.5);
}
