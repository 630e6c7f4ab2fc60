/** What keys do on the floor. Answers whether the key was one of its own. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { FloorStage } from '../../canvas/floor/floor-stage.ts';
import type { Direction } from '../../canvas/floor/walk.ts';

export type FloorKeyMeans = {
  readonly stage: Pick<FloorStage, 'walk' | 'fit' | 'zoomBy' | 'panBy'>;
  readonly cursor: EntityId | null;
  readonly moveCursor: (id: EntityId) => void;
  readonly select: (id: EntityId | null) => void;
  readonly acknowledge: (id: EntityId) => void;
};

const arrows = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
} as const satisfies Record<string, Direction>;
const steps = {
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
  Enter: ({ cursor, select }) => cursor !== null && select(cursor),
  Escape: ({ select }) => select(null),
};

function walk(means: FloorKeyMeans, direction: Direction): void {
  const id = means.stage.walk(direction);
  if (id !== null) means.moveCursor(id);
}

export function floorKey(
  event: { readonly key: string; readonly shiftKey: boolean },
  means: FloorKeyMeans,
): boolean {
  const { key } = event;
  if (isArrow(key)) {
    if (event.shiftKey) means.stage.panBy(steps[arrows[key]]);
    else walk(means, arrows[key]);
    return true;
  }
  if (key === 'a' && means.cursor !== null) {
    means.acknowledge(means.cursor);
    return true;
  }
  const deed = deeds[key];
  deed?.(means);
  return deed !== undefined;
}
