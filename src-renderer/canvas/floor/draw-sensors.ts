/** Sensors where they sit: a filled dot speaks, a struck one has fallen silent, a hollow one never spoke. */
import { rackStates } from '../heat/rack-paint.ts';
import type { FloorLook } from './floor-look.ts';
import type { FloorPlan } from './floor-plan.ts';
import { type Size, toScreen, type Viewport } from './viewport.ts';

export type SensorDrawing = {
  readonly pen: CanvasRenderingContext2D;
  readonly plan: FloorPlan;
  readonly view: Viewport;
  readonly size: Size;
  readonly look: FloorLook;
  readonly states: ReadonlyMap<string, number>;
};

/** A sensor's housing is about eight centimetres wide. */
const housing = 0.08;
/** Pixels to the metre below which dots would run into each other. */
const leastScale = 22;

export function drawSensors({ pen, plan, view, size, look, states }: SensorDrawing): void {
  if (view.scale < leastScale) return;
  const radius = Math.min(7, Math.max(2.5, (housing / 2) * view.scale));
  pen.lineWidth = 1.25;
  for (const spot of plan.sensors) {
    const { x, y } = toScreen(view, spot);
    if (x < -radius || y < -radius || x > size.width + radius || y > size.height + radius) continue;
    const state = states.get(spot.id) ?? rackStates.unread;
    pen.fillStyle = state === rackStates.fresh ? look.ring : look.ringGap;
    pen.strokeStyle = state === rackStates.fresh ? look.ringGap : look.hatch;
    pen.beginPath();
    pen.arc(x, y, radius, 0, Math.PI * 2);
    pen.fill();
    pen.stroke();
    if (state !== rackStates.stale) continue;
    pen.beginPath();
    pen.moveTo(x - radius, y + radius);
    pen.lineTo(x + radius, y - radius);
    pen.stroke();
  }
}
