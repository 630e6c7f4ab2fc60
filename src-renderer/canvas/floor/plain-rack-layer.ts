/** Canvas 2D: for machines and moments without WebGL. Same look, a few milliseconds dearer. */
import { cssOfPacked } from '../heat/colours.ts';
import type { RackSpot } from './floor-plan.ts';
import { spotsInSight } from './label-level.ts';
import { cornerRadius, fitCanvas, type Frame, type RackLayer, styleLayer } from './rack-layer.ts';
import type { Viewport } from './viewport.ts';

export function createPlainRackLayer(): RackLayer {
  const canvas = styleLayer(document.createElement('canvas'));
  const context = canvas.getContext('2d');
  const names = new Map<number, string>();
  let racks: readonly RackSpot[] = [];
  let colours = new Uint32Array(0);

  const nameOf = (packed: number): string => {
    const known = names.get(packed);
    if (known !== undefined) return known;
    const name = cssOfPacked(packed);
    names.set(packed, name);
    return name;
  };

  const draw = (frame: Frame): void => {
    if (context === null) return;
    fitCanvas(canvas, frame);
    const { view, size, pixelRatio } = frame;
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    context.clearRect(0, 0, size.width, size.height);
    for (const [colour, group] of groupByColour(spotsInSight(racks, view, size), colours)) {
      context.fillStyle = nameOf(colour);
      context.beginPath();
      for (const index of group) traceRack(context, racks[index], view);
      context.fill();
    }
  };

  return {
    canvas,
    kind: 'plain',
    isSoftware: false,
    setRacks: (next) => {
      racks = next;
      colours = new Uint32Array(next.length);
    },
    setColours: (next) => {
      colours = next.slice();
    },
    draw,
    dispose: () => {
      canvas.remove();
      names.clear();
    },
  };
}

/** One path per colour: setting a fill style costs more than tracing a rectangle. */
function groupByColour(indexes: readonly number[], colours: Uint32Array): Map<number, number[]> {
  const groups = new Map<number, number[]>();
  for (const index of indexes) {
    const colour = colours[index] ?? 0;
    const group = groups.get(colour);
    if (group === undefined) groups.set(colour, [index]);
    else group.push(index);
  }
  return groups;
}

function traceRack(context: CanvasRenderingContext2D, rack: RackSpot | undefined, view: Viewport): void {
  if (rack === undefined) return;
  const width = rack.width * view.scale;
  const height = rack.depth * view.scale;
  const left = view.x + rack.x * view.scale - width / 2;
  const top = view.y + rack.y * view.scale - height / 2;
  const radius = cornerRadius(Math.min(width, height));
  if (radius === 0) context.rect(left, top, width, height);
  else context.roundRect(left, top, width, height, radius);
}
