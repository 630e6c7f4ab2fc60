/** Where air flows: into racks, out behind them, from units and back. An arrow's length is how much. */
import type { FloorLook } from './floor-look.ts';
import type { AirArrow } from './floor-scene.ts';
import { toScreen, type Viewport } from './viewport.ts';

type Pen = CanvasRenderingContext2D;

/** Below this an arrow is a smudge. */
const leastPixels = 10;

export function drawAir(
  pen: Pen,
  arrows: readonly AirArrow[],
  { view, look }: { readonly view: Viewport; readonly look: FloorLook },
): void {
  pen.lineCap = 'round';
  for (const { from, to, kind } of arrows) {
    const tail = toScreen(view, from);
    const head = toScreen(view, to);
    const length = Math.hypot(head.x - tail.x, head.y - tail.y);
    if (length < leastPixels) continue;
    const way = { x: (head.x - tail.x) / length, y: (head.y - tail.y) / length };
    const size = Math.min(9, Math.max(5, length * 0.25));
    const neck = { x: head.x - way.x * size, y: head.y - way.y * size };
    pen.strokeStyle = look.air[kind];
    pen.fillStyle = look.air[kind];
    pen.lineWidth = Math.min(3, Math.max(1.5, length / 26));
    // Warm air is drawn in dashes with a filled head: nobody needs the hue.
    pen.setLineDash(kind === 'warm' ? [5, 4] : []);
    pen.beginPath();
    pen.moveTo(tail.x, tail.y);
    pen.lineTo(neck.x, neck.y);
    pen.stroke();
    pen.setLineDash([]);
    pen.beginPath();
    pen.moveTo(neck.x - way.y * size * 0.55, neck.y + way.x * size * 0.55);
    pen.lineTo(head.x, head.y);
    pen.lineTo(neck.x + way.y * size * 0.55, neck.y - way.x * size * 0.55);
    if (kind === 'warm') {
      pen.closePath();
      pen.fill();
    } else pen.stroke();
  }
  pen.lineCap = 'butt';
}
