/** Lists of sensors that views look at. Equal lists are one: read once and encoded once, whoever looks. */
import { createHash } from 'node:crypto';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { encodeLaneFrame, qualityCodes } from '../../../sim/contract/lane-frame.ts';
import type { ReadingBoard } from '../../host/host.ts';

export type LaneList = {
  /** Reads the board again where it has changed; the answer differs from the last where a reading did. */
  readonly version: () => number;
  readonly frame: (view: number) => Uint8Array;
  readonly release: () => void;
};

export type LaneLists = {
  readonly open: (sensors: readonly EntityId[]) => LaneList;
  /** The board was written to, or has other sensors now. */
  readonly touch: () => void;
  readonly size: () => number;
};

type State = {
  readonly sensors: readonly EntityId[];
  readonly indexes: Int32Array;
  readonly values: Float32Array;
  readonly times: Float64Array;
  readonly qualities: Uint8Array;
  generation: number | null;
  touches: number;
  version: number;
};

const stale = qualityCodes.indexOf('stale');

export function createLaneLists(board: ReadingBoard, labTime: () => number): LaneLists {
  const entries = new Map<string, { readonly list: LaneList; users: number }>();
  let touches = 0;
  const openNew = (key: string, sensors: readonly EntityId[]): LaneList => {
    const state = emptyState(sensors);
    const frames = createFrames(state, labTime);
    return {
      version: () => {
        if (state.touches !== touches && readBoard(state, board)) state.version += 1;
        state.touches = touches;
        return state.version;
      },
      frame: frames,
      release: () => {
        const entry = entries.get(key);
        if (entry === undefined) return;
        entry.users -= 1;
        if (entry.users === 0) entries.delete(key);
      },
    };
  };
  return {
    open: (sensors) => {
      const key = keyOf(sensors);
      const entry = entries.get(key) ?? { list: openNew(key, sensors), users: 0 };
      entry.users += 1;
      entries.set(key, entry);
      return entry.list;
    },
    touch: () => {
      touches += 1;
    },
    size: () => entries.size,
  };
}

function emptyState(sensors: readonly EntityId[]): State {
  const count = sensors.length;
  return {
    sensors,
    indexes: new Int32Array(count),
    values: new Float32Array(count).fill(Number.NaN),
    times: new Float64Array(count).fill(Number.NaN),
    qualities: new Uint8Array(count).fill(stale),
    generation: null,
    touches: -1,
    version: 0,
  };
}

/** A digest, because a list of 50,000 names would make a key of a megabyte. No id holds a comma. */
const keyOf = (sensors: readonly EntityId[]): string =>
  createHash('sha256').update(sensors.join(',')).digest('base64url');

/** True where any reading of the list is another than before. */
function readBoard(state: State, board: ReadingBoard): boolean {
  const generation = board.generation();
  if (generation !== state.generation) {
    state.sensors.forEach((sensor, place) => {
      state.indexes[place] = board.indexOf(sensor) ?? -1;
    });
    state.generation = generation;
  }
  let changed = false;
  for (let place = 0; place < state.indexes.length; place += 1)
    changed = readPlace(state, board, place) || changed;
  return changed;
}

function readPlace(state: State, board: ReadingBoard, place: number): boolean {
  const index = state.indexes[place] ?? -1;
  const time = index < 0 ? Number.NaN : board.timeAt(index);
  const isRead = !Number.isNaN(time);
  const value = isRead ? Math.fround(board.valueAt(index)) : Number.NaN;
  const quality = isRead ? qualityCodes.indexOf(board.qualityAt(index)) : stale;
  if (
    Object.is(value, state.values[place]) &&
    Object.is(time, state.times[place]) &&
    quality === state.qualities[place]
  ) {
    return false;
  }
  state.values[place] = value;
  state.times[place] = time;
  state.qualities[place] = quality;
  return true;
}

/** One encoding for each version; another view gets the same bytes under its own number. */
function createFrames(state: State, labTime: () => number): (view: number) => Uint8Array {
  let version = -1;
  let byView = new Map<number, Uint8Array>();
  return (view) => {
    if (version !== state.version) byView = new Map();
    version = state.version;
    const known = byView.get(view);
    if (known !== undefined) return known;
    const [other] = byView.values();
    const frame = other === undefined ? encode(state, view, labTime()) : renumbered(other, view);
    byView.set(view, frame);
    return frame;
  };
}

function encode(state: State, view: number, at: number): Uint8Array {
  const ages = Float32Array.from(state.times, (time) => Math.max(0, (at - time) / 1000));
  return new Uint8Array(
    encodeLaneFrame({ view, at, values: state.values, ages, qualities: state.qualities }),
  );
}

/** A copy: the first may still be on its way out. */
function renumbered(frame: Uint8Array, view: number): Uint8Array {
  const copy = frame.slice();
  new DataView(copy.buffer).setUint16(2, view, true);
  return copy;
}
