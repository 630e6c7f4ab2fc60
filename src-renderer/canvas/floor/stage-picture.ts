/** The room as a still picture: everything of it, at any size, in either theme. */
import type { ThemeName } from '../../theme/apply-theme.ts';
import { createRackPaint, paintRacks } from '../heat/rack-paint.ts';
import { drawPlan } from './overlay.ts';
import { createPlainRackLayer } from './plain-rack-layer.ts';
import { fitCanvas } from './rack-layer.ts';
import { placeStyle, type StageState } from './stage-state.ts';
import { fitRoom } from './viewport.ts';

export type PictureOrder = {
  readonly theme: ThemeName;
  /** CSS pixels; the height follows from the room. */
  readonly width: number;
  /** Device pixels to each. */
  readonly ratio: number;
};

/** A corridor of a room must not become a scroll. */
const tallest = 1.3;
const flattest = 0.35;

export function stagePicture(state: StageState, { theme, width, ratio }: PictureOrder): HTMLCanvasElement {
  const { room, racks } = state.plan;
  const share = Math.min(tallest, Math.max(flattest, room.depth / room.width));
  const size = { width, height: Math.round(width * share) };
  const frame = { view: fitRoom(room, size), size, pixelRatio: ratio };
  const still: StageState = {
    ...state,
    view: frame.view,
    size,
    selected: null,
    cursor: null,
    hovered: null,
    paint: createRackPaint(racks.length),
  };
  placeStyle(still, { ...state.style, theme });
  paintRacks(still.painter, still.readings, still.paint);
  const fill = createPlainRackLayer();
  fill.setRacks(racks);
  fill.setColours(still.paint.colours);
  fill.draw(frame);
  const canvas = document.createElement('canvas');
  fitCanvas(canvas, frame);
  const pen = canvas.getContext('2d');
  if (pen !== null) {
    pen.drawImage(fill.canvas, 0, 0);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawPlan(pen, still, size);
  }
  fill.dispose();
  return canvas;
}
