/** What keys do on the floor. Answers whether the key was one of its own. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorStage } from '../../canvas/floor/floor-stage.ts';
import type { Direction } from '../../canvas/floor/walk.ts';
import { snaps } from './lift.ts';

/** What editing does with keys; none of them moves anything while nothing is taken up. */
export type EditKeyMeans = {
  readonly isOn: boolean;
  readonly hasChosen: boolean;
  readonly nudge: (by: { readonly x: number; readonly y: number }) => void;
  readonly turn: () => void;
  readonly putDown: () => void;
  readonly toggle: (id: EntityId) => void;
  readonly remove: () => void;
  /** One step back; false where there is nothing to step back from. */
  readonly stepBack: () => boolean;
  readonly chooseAll: () => void;
  /** Null while no rope is drawn. */
  readonly rope: RopeKeyMeans | null;
};

/** What keys do with the course of a rope: they move its corner, step between corners, add and take away. */
export type RopeKeyMeans = {
  readonly nudge: (by: { readonly x: number; readonly y: number }) => void;
  readonly step: (step: 1 | -1) => void;
  readonly add: () => void;
  readonly drop: () => void;
  readonly save: () => void;
};

export type FloorKeyMeans = {
  readonly stage: Pick<FloorStage, 'walk' | 'fit' | 'zoomBy' | 'panBy'>;
  readonly cursor: EntityId | null;
  readonly moveCursor: (id: EntityId) => void;
  readonly select: (id: EntityId | null) => void;
  readonly acknowledge: (id: EntityId) => void;
  readonly edit: EditKeyMeans;
};

type Press = { readonly key: string; readonly shiftKey: boolean };

const arrows = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
} as const satisfies Record<string, Direction>;
const ways = {
  left: { x: -1, y: 0 },
  right: { x: 1, y: 0 },
  up: { x: 0, y: -1 },
  down: { x: 0, y: 1 },
} as const satisfies Record<Direction, { x: number; y: number }>;
const pans = {
  left: { x: 80, y: 0 },
  right: { x: -80, y: 0 },
  up: { x: 0, y: 80 },
  down: { x: 0, y: -80 },
} as const satisfies Record<Direction, { x: number; y: number }>;
const zoomStep = 1.25;

const isArrow = (key: string): key is keyof typeof arrows => key in arrows;

type Deed = (means: FloorKeyMeans) => void;

const zoomIn: Deed = ({ stage }) => stage.zoomBy(zoomStep);
const deeds: Readonly<Record<string, Deed>> = {
  '+': zoomIn,
  '=': zoomIn,
  '-': ({ stage }) => stage.zoomBy(1 / zoomStep),
  '0': ({ stage }) => stage.fit(),
  ' ': ({ cursor, edit }) => cursor !== null && edit.toggle(cursor),
  Enter: ({ cursor, select }) => cursor !== null && select(cursor),
  Escape: ({ select, edit }) => edit.stepBack() || select(null),
  a: ({ cursor, acknowledge }) => cursor !== null && acknowledge(cursor),
};
/** While something is chosen in edit mode. */
const editDeeds: Readonly<Record<string, (edit: EditKeyMeans) => void>> = {
  r: (edit) => edit.turn(),
  R: (edit) => edit.turn(),
  Enter: (edit) => edit.putDown(),
  Delete: (edit) => edit.remove(),
  Backspace: (edit) => edit.remove(),
};

/** While the course of a rope is drawn. */
const ropeDeeds: Readonly<Record<string, (rope: RopeKeyMeans) => void>> = {
  PageUp: (rope) => rope.step(-1),
  PageDown: (rope) => rope.step(1),
  Insert: (rope) => rope.add(),
  Delete: (rope) => rope.drop(),
  Backspace: (rope) => rope.drop(),
  Enter: (rope) => rope.save(),
};

function arrow(means: FloorKeyMeans, direction: Direction, withShift: boolean): void {
  const way = ways[direction];
  const { edit } = means;
  const step = withShift ? snaps.tile : snaps.fine;
  const by = { x: way.x * step, y: way.y * step };
  if (edit.rope !== null) return edit.rope.nudge(by);
  if (edit.isOn && edit.hasChosen) return edit.nudge(by);
  if (withShift) return means.stage.panBy(pans[direction]);
  const id = means.stage.walk(direction);
  if (id !== null) means.moveCursor(id);
}

export function floorKey(event: Press, means: FloorKeyMeans): boolean {
  const { key } = event;
  if (isArrow(key)) {
    arrow(means, arrows[key], event.shiftKey);
    return true;
  }
  const { rope } = means.edit;
  const drawing = rope === null ? undefined : ropeDeeds[key];
  if (rope !== null && drawing !== undefined) {
    drawing(rope);
    return true;
  }
  const editing = means.edit.isOn && means.edit.hasChosen ? editDeeds[key] : undefined;
  if (editing !== undefined) {
    editing(means.edit);
    return true;
  }
  if (key === 'a' && means.cursor === null) return false;
  const deed = deeds[key];
  deed?.(means);
  return deed !== undefined;
}
