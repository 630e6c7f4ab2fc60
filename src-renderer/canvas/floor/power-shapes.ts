/** Dark and one feed as shapes: a struck circle, a half-filled one. */
import type { RackPower } from './floor-plant.ts';

type Pen = CanvasRenderingContext2D;

export type ShapePlace = { readonly x: number; readonly y: number; readonly radius: number };

export function tracePower(pen: Pen, power: RackPower, { x, y, radius }: ShapePlace): void {
  pen.beginPath();
  pen.arc(x, y, radius, 0, Math.PI * 2);
  pen.stroke();
  pen.beginPath();
  if (power === 'dark') {
    const reach = radius * 0.7;
    pen.moveTo(x - reach, y + reach);
    pen.lineTo(x + reach, y - reach);
    pen.stroke();
    return;
  }
  pen.arc(x, y, radius, Math.PI / 2, -Math.PI / 2);
  pen.closePath();
  pen.fill();
}

/** A drop, hollow while it is dry. */
export function traceDrop(pen: Pen, { x, y, radius }: ShapePlace): void {
  pen.beginPath();
  pen.moveTo(x, y - radius * 1.5);
  pen.quadraticCurveTo(x + radius * 1.1, y - radius * 0.1, x + radius * 0.85, y + radius * 0.35);
  pen.arc(x, y + radius * 0.25, radius * 0.87, 0.1, Math.PI - 0.1);
  pen.quadraticCurveTo(x - radius * 1.1, y - radius * 0.1, x, y - radius * 1.5);
  pen.closePath();
}
