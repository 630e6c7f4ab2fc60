import { drawPower } from './draw-power.ts';
import { drawRacks } from './draw-racks.ts';
import { drawRoom } from './draw-room.ts';
import type { StageState } from './stage-state.ts';
import { spotsInSight } from './label-level.ts';
import { fitCanvas, type Frame } from './rack-layer.ts';

export function drawOverlay(canvas: HTMLCanvasElement, state: StageState, frame: Frame): void {
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  fitCanvas(canvas, frame);
  const { pixelRatio, size } = frame;
  pen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  pen.clearRect(0, 0, size.width, size.height);
  drawRoom({
    pen,
    plan: state.plan,
    view: state.view,
    size,
    look: state.look,
    selected: state.selected,
    unitMarks: state.marks.units,
    plant: state.plant,
  });
  const seen = spotsInSight(state.plan.racks, state.view, size);
  drawRacks({
    pen,
    racks: state.plan.racks,
    seen,
    view: state.view,
    look: state.look,
    readings: state.readings,
    paint: state.paint,
    marks: state.marks.racks,
    decimals: state.style.decimals,
    hatch: state.hatch,
    selected: state.selected === null ? null : (state.indexOf.get(state.selected) ?? null),
    cursor: state.cursor,
    hovered: state.hovered,
  });
  drawPower({
    pen,
    racks: state.plan.racks,
    seen,
    view: state.view,
    look: state.look,
    power: state.plant.racks,
    marks: state.marks.racks,
  });
}
