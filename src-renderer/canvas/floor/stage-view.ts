/** Moving over the floor: every way of it ends in one new viewport. */
import type { StageState } from './stage-state.ts';
import { fitRoom, panBy, type Point, reveal, type Size, type Viewport, zoomAt } from './viewport.ts';

export type StageView = {
  readonly fit: () => void;
  readonly zoom: (factor: number, at: Point) => void;
  readonly pan: (by: Point) => void;
  readonly reveal: (at: Point) => void;
  readonly resize: (size: Size) => void;
};

export function createStageView(state: StageState, ask: () => void): StageView {
  const put = (view: Viewport): void => {
    state.view = view;
    state.isFitted = false;
    ask();
  };
  const bounds = () => ({ room: state.plan.room, size: state.size });
  const fit = (): void => {
    state.view = fitRoom(state.plan.room, state.size);
    state.isFitted = true;
    ask();
  };
  return {
    fit,
    zoom: (factor, at) => {
      const fitted = fitRoom(state.plan.room, state.size).scale;
      put(panBy(zoomAt(state.view, { factor, at }, fitted), { x: 0, y: 0 }, bounds()));
    },
    pan: (by) => put(panBy(state.view, by, bounds())),
    reveal: (at) => {
      const view = reveal(state.view, at, state.size);
      if (view.x !== state.view.x || view.y !== state.view.y) put(view);
    },
    resize: (size) => {
      state.size = size;
      if (state.isFitted) fit();
      else ask();
    },
  };
}
