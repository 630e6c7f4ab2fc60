/** Severity as a shape, so that no one needs to see its hue. Unacknowledged is heavy, acknowledged light. */
import type { RackMark } from './mark-cells.ts';

export type MarkPlace = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  /** Colour of the shape. */
  readonly colour: string;
  /** What it stands on, for the sign inside a filled shape. */
  readonly ground: string;
};

type Pen = CanvasRenderingContext2D;

export function drawMark(pen: Pen, mark: RackMark, place: MarkPlace): void {
  pen.save();
  pen.translate(place.x, place.y);
  pen.lineJoin = 'round';
  pen.strokeStyle = place.colour;
  pen.fillStyle = place.colour;
  pen.lineWidth = mark.acknowledged ? 1.25 : 2;
  drawShape(pen, mark, place);
  if (!mark.acknowledged && place.size >= 14) drawUnseenRing(pen, place.size / 2 + 3);
  pen.restore();
}

/** Nobody has said that they saw it. Still, not blinking: a canvas redrawn for a blink would never rest. */
function drawUnseenRing(pen: Pen, half: number): void {
  pen.lineWidth = 1;
  pen.globalAlpha = 0.75;
  pen.beginPath();
  pen.roundRect(-half, -half, half * 2, half * 2, 4);
  pen.stroke();
}

function drawShape(pen: Pen, mark: RackMark, place: MarkPlace): void {
  const half = place.size / 2;
  switch (mark.severity) {
    case 'critical':
      traceTriangle(pen, half);
      pen.fill();
      drawSign(pen, place);
      return;
    case 'major':
      traceDiamond(pen, half);
      pen.fill();
      return;
    case 'minor':
      traceTriangle(pen, half - 0.5);
      pen.stroke();
      return;
    case 'info':
      pen.beginPath();
      pen.arc(0, 0, half * 0.8, 0, Math.PI * 2);
      pen.stroke();
      return;
    default:
      mark.severity satisfies never;
  }
}

function traceTriangle(pen: Pen, half: number): void {
  pen.beginPath();
  pen.moveTo(0, -half * 0.92);
  pen.lineTo(half, half * 0.82);
  pen.lineTo(-half, half * 0.82);
  pen.closePath();
}

function traceDiamond(pen: Pen, half: number): void {
  pen.beginPath();
  pen.moveTo(0, -half);
  pen.lineTo(half, 0);
  pen.lineTo(0, half);
  pen.lineTo(-half, 0);
  pen.closePath();
}

function drawSign(pen: Pen, place: MarkPlace): void {
  if (place.size < 12) return;
  const stroke = place.size / 10;
  pen.fillStyle = place.ground;
  pen.fillRect(-stroke / 2, -place.size * 0.16, stroke, place.size * 0.3);
  pen.fillRect(-stroke / 2, place.size * 0.22, stroke, stroke);
}
