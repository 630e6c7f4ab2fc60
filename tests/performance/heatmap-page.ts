/** Runs in the browser: recolours ten thousand racks and says what each turn cost the page's own thread. */
import { createPlainRackLayer } from '../../src-renderer/canvas/floor/plain-rack-layer.ts';
import type { RackSpot } from '../../src-renderer/canvas/floor/floor-plan.ts';
import type { RackLayer } from '../../src-renderer/canvas/floor/rack-layer.ts';
import { createWebglRackLayer } from '../../src-renderer/canvas/floor/webgl-rack-layer.ts';
import {
  createPainter,
  createRackPaint,
  paintRacks,
  type RackReadings,
} from '../../src-renderer/canvas/heat/rack-paint.ts';
import type { EntityId } from '../../sim/contract/ids.ts';

export type HeatmapFigures = {
  readonly layer: RackLayer['kind'];
  readonly isSoftware: boolean;
  /** Milliseconds of JavaScript, one per turn. */
  readonly paint: readonly number[];
  readonly recolour: readonly number[];
  readonly draw: readonly number[];
};

const racks = 10_000;
const perRow = 100;
const turns = 60;
const warmUp = 10;
const size = { width: 1600, height: 900 };

const spots = Array.from({ length: racks }, (_, index): RackSpot => ({
  id: `rack-${index + 1}` as EntityId,
  name: `R${index}`,
  x: 0.6 + (index % perRow) * 0.8,
  y: 1 + Math.floor(index / perRow) * 2.4,
  width: 0.6,
  depth: 1.2,
  facing: 'north',
}));

/** Every rack has another colour in every turn. */
function readingsOfTurn(turn: number): RackReadings {
  return {
    values: Float32Array.from({ length: racks }, (_, index) => 16 + ((index * 13 + turn * 7) % 200) / 10),
    ages: new Float32Array(racks),
    states: new Uint8Array(racks),
    ratings: new Float32Array(racks),
  };
}

async function measure(layer: RackLayer): Promise<HeatmapFigures> {
  document.body.append(layer.canvas);
  layer.setRacks(spots);
  const painter = createPainter('dark', 'inlet', 'analyse');
  const paint = createRackPaint(racks);
  const frame = { view: { scale: 3.6, x: 20, y: 10 }, size, pixelRatio: 1 };
  const figures = { paint: [] as number[], recolour: [] as number[], draw: [] as number[] };
  for (let turn = 0; turn < warmUp + turns; turn += 1) {
    const readings = readingsOfTurn(turn);
    await new Promise(requestAnimationFrame);
    const started = performance.now();
    paintRacks(painter, readings, paint);
    const painted = performance.now();
    layer.setColours(paint.colours);
    const recoloured = performance.now();
    layer.draw(frame);
    const drawn = performance.now();
    if (turn < warmUp) continue;
    figures.paint.push(painted - started);
    figures.recolour.push(recoloured - painted);
    figures.draw.push(drawn - recoloured);
  }
  layer.dispose();
  return { layer: layer.kind, isSoftware: layer.isSoftware, ...figures };
}

declare global {
  interface Window {
    measureHeatmap: (kind: RackLayer['kind']) => Promise<HeatmapFigures>;
  }
}

window.measureHeatmap = async (kind) =>
  measure(kind === 'webgl' ? await createWebglRackLayer(() => undefined) : createPlainRackLayer());
