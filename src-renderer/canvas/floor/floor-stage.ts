/** The floor's canvas as one thing: give it a plan, readings and marks; it draws, and says what was pointed at. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { paintRacks, type RackReadings } from '../heat/rack-paint.ts';
import type { FloorPlan } from './floor-plan.ts';
import type { FloorPlant } from './floor-plant.ts';
import type { FloorScene } from './floor-scene.ts';
import { type GestureTargets, type Grip, listenToGestures, type PickHow } from './gestures.ts';
import { browserMakers, keepLayer } from './layer-keeper.ts';
import { drawOverlay } from './overlay.ts';
import { browserPace, createPaintPace, gaps } from './paint-pace.ts';
import { type RackLayer, styleLayer } from './rack-layer.ts';
import {
  createStageState,
  type FloorMarks,
  type FloorStyle,
  idAt,
  placePlan,
  placeStyle,
  rackAt,
  smallSpots,
  type StageState,
} from './stage-state.ts';
import { type PictureOrder, stagePicture } from './stage-picture.ts';
import { createStageView, type StageView } from './stage-view.ts';
import { type Point, type Size, toFloor, toScreen } from './viewport.ts';
import { type Direction, walkFrom } from './walk.ts';
import { watchSize } from './watch-size.ts';

/** `at` is in CSS pixels from the canvas's corner. */
export type Pointed = { readonly id: EntityId; readonly at: Point };

/** `at` is in metres on the floor. */
export type Grabbed = { readonly id: EntityId | null; readonly at: Point; readonly how: PickHow };
export type Picked = Grabbed;

export type FloorEvents = {
  readonly onHover: (pointed: Pointed | null) => void;
  readonly onPick: (picked: Picked) => void;
  /** The grip is told places on the floor, in metres. Null: the drag pans. */
  readonly onGrab: (grabbed: Grabbed) => Grip | null;
  readonly onLayer: (layer: Pick<RackLayer, 'kind' | 'isSoftware'>) => void;
};

export type FloorStage = {
  readonly setPlan: (plan: FloorPlan) => void;
  readonly setStyle: (style: FloorStyle) => void;
  readonly setReadings: (readings: RackReadings) => void;
  readonly setMarks: (marks: FloorMarks) => void;
  readonly setPlant: (plant: FloorPlant) => void;
  /** What is left out stays as it is. */
  readonly setScene: (scene: Partial<FloorScene>) => void;
  readonly setSelected: (id: EntityId | null) => void;
  /** Puts the keyboard's cursor on a rack. */
  readonly setCursor: (id: EntityId | null) => void;
  /** Moves the keyboard's cursor; answers where it stands then. */
  readonly walk: (direction: Direction) => EntityId | null;
  /** The rack or unit at a point of the canvas. */
  readonly idAt: (at: Point) => EntityId | null;
  /** Where a rack or unit stands on the canvas. */
  readonly placeOf: (id: EntityId) => Point | null;
  readonly size: () => Size;
  /** The whole room as it is now, for paper and files. */
  readonly picture: (order: PictureOrder) => HTMLCanvasElement;
  readonly fit: () => void;
  readonly zoomBy: (factor: number) => void;
  readonly panBy: (by: Point) => void;
  readonly dispose: () => void;
};

export type StageOptions = {
  readonly plan: FloorPlan;
  readonly style: FloorStyle;
  readonly events: FloorEvents;
};

export function createFloorStage(host: HTMLElement, options: StageOptions): FloorStage {
  const { events } = options;
  const overlay = styleLayer(document.createElement('canvas'));
  host.append(overlay);
  const state = createStageState(options.plan, options.style);
  const draw = (): void => {
    if (state.size.width < 2 || state.size.height < 2) return;
    const frame = { view: state.view, size: state.size, pixelRatio: window.devicePixelRatio };
    keeper.current().draw(frame);
    drawOverlay(overlay, state, frame);
  };
  const pace = createPaintPace(draw, browserPace);
  const view = createStageView(state, pace.ask);
  const repaint = (): void => {
    paintRacks(state.painter, state.readings, state.paint);
    keeper.current().setColours(state.paint.colours);
    pace.ask();
  };
  const takeLayer = (layer: RackLayer): void => {
    pace.setGap(layer.isSoftware ? gaps.software : gaps.card);
    layer.setRacks(state.plan.racks);
    repaint();
    events.onLayer({ kind: layer.kind, isSoftware: layer.isSoftware });
  };
  const keeper = keepLayer(host, browserMakers, takeLayer);
  takeLayer(keeper.current());
  const quitGestures = listenToGestures(host, gestureTargets(state, { events, view, ask: pace.ask }));
  const quitSize = watchSize(host, view.resize);
  return {
    ...createSetters(state, {
      repaint,
      view,
      ask: pace.ask,
      setRacks: (plan) => keeper.current().setRacks(plan.racks),
    }),
    size: () => state.size,
    picture: (order) => stagePicture(state, order),
    fit: view.fit,
    zoomBy: (factor) => view.zoom(factor, { x: state.size.width / 2, y: state.size.height / 2 }),
    panBy: view.pan,
    dispose: () => {
      quitGestures();
      quitSize();
      pace.dispose();
      keeper.dispose();
      overlay.remove();
    },
  };
}

type Means = {
  readonly repaint: () => void;
  readonly ask: () => void;
  readonly view: StageView;
  readonly setRacks: (plan: FloorPlan) => void;
};

function createSetters(
  state: StageState,
  means: Means,
): Omit<FloorStage, 'size' | 'picture' | 'fit' | 'zoomBy' | 'panBy' | 'dispose'> {
  const { repaint, view, ask } = means;
  return {
    setPlan: (plan) => {
      const isOtherRoom = plan.room.id !== state.plan.room.id;
      placePlan(state, plan);
      means.setRacks(plan);
      if (isOtherRoom || state.isFitted) view.fit();
      repaint();
    },
    setStyle: (style) => {
      placeStyle(state, style);
      repaint();
    },
    setReadings: (readings) => {
      if (readings.values.length !== state.plan.racks.length) return;
      state.readings = readings;
      repaint();
    },
    setMarks: (marks) => {
      state.marks = marks;
      ask();
    },
    setPlant: (plant) => {
      state.plant = plant;
      ask();
    },
    setScene: (scene) => {
      state.scene = { ...state.scene, ...scene };
      ask();
    },
    setSelected: (id) => {
      state.selected = id;
      ask();
    },
    setCursor: (id) => {
      state.cursor = id === null ? null : (state.indexOf.get(id) ?? null);
      ask();
    },
    walk: (direction) => {
      state.cursor = walkFrom(state.plan.racks, state.cursor, direction);
      const rack = state.cursor === null ? undefined : state.plan.racks[state.cursor];
      if (rack === undefined) return null;
      view.reveal(rack);
      ask();
      return rack.id;
    },
    idAt: (at) => idAt(state, at),
    placeOf: (id) => {
      const spot =
        state.plan.racks[state.indexOf.get(id) ?? -1] ??
        smallSpots(state.plan).find((spot) => spot.id === id);
      return spot === undefined ? null : toScreen(state.view, spot);
    },
  };
}

type Reach = { readonly events: FloorEvents; readonly view: StageView; readonly ask: () => void };

function gestureTargets(state: StageState, { events, view, ask }: Reach): GestureTargets {
  return {
    zoom: view.zoom,
    pan: view.pan,
    point: (at) => {
      const hovered = at === null ? null : rackAt(state, at);
      if (hovered !== state.hovered) ask();
      state.hovered = hovered;
      const id = at === null ? null : idAt(state, at);
      events.onHover(id === null || at === null ? null : { id, at });
    },
    pick: (at, how) => {
      state.cursor = rackAt(state, at);
      events.onPick({ id: idAt(state, at), at: toFloor(state.view, at), how });
      ask();
    },
    grab: (at, how) => {
      const grip = events.onGrab({ id: idAt(state, at), at: toFloor(state.view, at), how });
      return grip === null ? null : { ...grip, move: (to) => grip.move(toFloor(state.view, to)) };
    },
  };
}
