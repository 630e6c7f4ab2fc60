/** A large topology seen from afar: drawn by one pen, since a thousand nodes of their own would stall the page. Pure but for the pen. */
import type { RackMark } from '../floor/mark-cells.ts';
import type { Place } from './tidy-tree.ts';

type AlarmSeverity = RackMark['severity'];
export type Tone = 'plain' | 'apart' | 'followed' | 'self';
export type FarNode = Place & {
  readonly id: string;
  readonly name: string;
  readonly tone: Tone;
  readonly mark: AlarmSeverity | null;
  readonly isCursor: boolean;
};
export type FarLine = {
  readonly from: Place;
  readonly to: Place;
  readonly tone: 'plain' | 'apart' | 'followed';
};
export type Size = { readonly width: number; readonly height: number };
export type FarScene = {
  readonly nodes: readonly FarNode[];
  readonly lines: readonly FarLine[];
  readonly size: Size;
};

export type FarInks = Readonly<
  Record<'box' | 'border' | 'faint' | 'text' | 'accent', string> & Record<AlarmSeverity, string>
>;

/** What of the drawing is in sight, and how large. */
export type FarView = Size & {
  readonly x: number;
  readonly y: number;
  readonly k: number;
  readonly inks: FarInks;
};

export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'beginPath'
  | 'moveTo'
  | 'lineTo'
  | 'bezierCurveTo'
  | 'rect'
  | 'arc'
  | 'closePath'
  | 'fill'
  | 'stroke'
  | 'fillText'
  | 'fillStyle'
  | 'strokeStyle'
  | 'lineWidth'
  | 'globalAlpha'
  | 'font'
  | 'textBaseline'
>;

/** Below this zoom a name is only noise. */
const legible = 0.22;

const isIn = ({ x, y, k, width, height }: FarView, place: Place, size: Size): boolean => {
  const [left, top] = [place.x * k + x, place.y * k + y];
  return left < width && top < height && left + size.width * k > 0 && top + size.height * k > 0;
};

export const inSight = ({ nodes, size }: FarScene, view: FarView): readonly FarNode[] =>
  nodes.filter((node) => isIn(view, node, size));

/** The node under a point of the drawing; of two the one on top. */
export const nodeAt = ({ nodes, size }: FarScene, at: Place): string | null =>
  nodes.findLast(({ x, y }) => at.x >= x && at.y >= y && at.x <= x + size.width && at.y <= y + size.height)
    ?.id ?? null;

const lineLooks = {
  plain: { ink: 'border', alpha: 0.6, width: 1 },
  apart: { ink: 'border', alpha: 0.2, width: 1 },
  followed: { ink: 'accent', alpha: 1, width: 1.75 },
} as const;

function drawLines(pen: Pen, { lines, size }: FarScene, view: FarView): void {
  const { x, y, k, inks } = view;
  for (const tone of ['plain', 'apart', 'followed'] as const) {
    const look = lineLooks[tone];
    pen.beginPath();
    for (const { from, to, tone: own } of lines) {
      if (own !== tone) continue;
      const [x1, y1] = [(from.x + size.width) * k + x, (from.y + size.height / 2) * k + y];
      const [x2, y2] = [to.x * k + x, (to.y + size.height / 2) * k + y];
      const isPast = Math.max(x1, x2) < 0 || Math.min(x1, x2) > view.width;
      if (isPast || Math.max(y1, y2) < 0 || Math.min(y1, y2) > view.height) continue;
      const bend = Math.abs(x2 - x1) / 2;
      pen.moveTo(x1, y1);
      pen.bezierCurveTo(x1 + bend, y1, x2 - bend, y2, x2, y2);
    }
    pen.strokeStyle = inks[look.ink];
    pen.globalAlpha = look.alpha;
    pen.lineWidth = look.width;
    pen.stroke();
  }
  pen.globalAlpha = 1;
}

/** Told by shape as well as by colour: filled triangle, filled diamond, hollow triangle, hollow circle. */
function drawMark(
  pen: Pen,
  mark: AlarmSeverity,
  at: Place & { readonly r: number; readonly ink: string },
): void {
  const { x, y, r, ink } = at;
  pen.beginPath();
  if (mark === 'info') pen.arc(x, y, r, 0, 2 * Math.PI);
  else {
    pen.moveTo(x, y - r);
    pen.lineTo(x + r, mark === 'major' ? y : y + r);
    if (mark === 'major') pen.lineTo(x, y + r);
    pen.lineTo(x - r, mark === 'major' ? y : y + r);
    pen.closePath();
  }
  pen.fillStyle = ink;
  pen.strokeStyle = ink;
  pen.lineWidth = 1.5;
  if (mark === 'critical' || mark === 'major') pen.fill();
  else pen.stroke();
}

function drawBoxes(
  pen: Pen,
  nodes: readonly FarNode[],
  { size, view }: { readonly size: Size; readonly view: FarView },
): void {
  const { x, y, k, inks } = view;
  const fills = { plain: inks.border, apart: inks.faint, followed: inks.accent, self: inks.text } as const;
  const isLegible = k >= legible;
  for (const tone of ['apart', 'plain', 'followed', 'self'] as const) {
    pen.beginPath();
    for (const node of nodes)
      if (node.tone === tone) pen.rect(node.x * k + x, node.y * k + y, size.width * k, size.height * k);
    pen.fillStyle = isLegible ? inks.box : fills[tone];
    pen.strokeStyle = fills[tone];
    pen.lineWidth = tone === 'followed' || tone === 'self' ? 2 : 1;
    pen.fill();
    pen.stroke();
  }
}

export function drawFar(pen: Pen, scene: FarScene, view: FarView): void {
  const { x, y, k, inks } = view;
  const { size } = scene;
  const seen = inSight(scene, view);
  drawLines(pen, scene, view);
  drawBoxes(pen, seen, { size, view });
  pen.textBaseline = 'middle';
  pen.font = `600 ${Math.max(8, Math.min(13, 22 * k))}px "Inter Variable", sans-serif`;
  for (const node of seen) {
    const [left, middle] = [node.x * k + x, (node.y + size.height / 2) * k + y];
    const r = Math.max(3, 12 * k);
    pen.fillStyle = inks.text;
    if (k >= legible) pen.fillText(node.name, left + 6 * k, middle, Math.max(1, size.width * k - 4 * r));
    if (node.mark !== null)
      drawMark(pen, node.mark, { x: left + size.width * k - 1.5 * r, y: middle, r, ink: inks[node.mark] });
    if (!node.isCursor) continue;
    pen.beginPath();
    pen.rect(left - 3, node.y * k + y - 3, size.width * k + 6, size.height * k + 6);
    pen.strokeStyle = inks.accent;
    pen.lineWidth = 2;
    pen.stroke();
  }
}
