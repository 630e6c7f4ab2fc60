import { isGroupLayer } from '../heat/floor-layer.table.ts';
import { drawAir } from './draw-air.ts';
import { drawGrid, drawWanted } from './draw-edit.ts';
import { drawGroups } from './draw-groups.ts';
import { drawPower } from './draw-power.ts';
import { drawRacks } from './draw-racks.ts';
import { drawRoom } from './draw-room.ts';
import { drawSensors } from './draw-sensors.ts';
import type { StageState } from './stage-state.ts';
import { spotsInSight } from './label-level.ts';
import { fitCanvas, type Frame } from './rack-layer.ts';
import type { Size } from './viewport.ts';

export function drawOverlay(canvas: HTMLCanvasElement, state: StageState, frame: Frame): void {
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  fitCanvas(canvas, frame);
  const { pixelRatio, size } = frame;
  pen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
  pen.clearRect(0, 0, size.width, size.height);
  drawPlan(pen, state, size);
}

/** Everything but the fill of the racks; the pen's transform is set. */
export function drawPlan(pen: CanvasRenderingContext2D, state: StageState, size: Size): void {
  const { plan, view, look, scene } = state;
  drawGrid({ pen, plan, view, look, scene });
  drawAir(pen, scene.arrows, { view, look });
  drawRoom({
    pen,
    plan,
    view,
    size,
    look,
    selected: state.selected,
    unitMarks: state.marks.units,
    plant: state.plant,
    aisles: scene.aisles,
    edited: scene.rope?.id ?? null,
  });
  const seen = spotsInSight(state.plan.racks, state.view, size);
  if (isGroupLayer(state.style.layer)) {
    drawGroups({ pen, racks: plan.racks, seen, view, readings: state.readings, paint: state.paint });
  }
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
  if (scene.sensors !== null) drawSensors({ pen, plan, view, size, look, states: scene.sensors });
  drawWanted({ pen, plan, view, look, scene });
}
