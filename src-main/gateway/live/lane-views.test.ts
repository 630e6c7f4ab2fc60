import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { decodeLaneFrame, type LaneFrame } from '../../../sim/contract/lane-frame.ts';
import { createPlainBoard, type PlainBoard } from '../plain-host.fixture.ts';
import { createLaneLists, type LaneLists } from './lane-lists.ts';
import { createLaneViews, type LaneViews } from './lane-views.ts';

let board: PlainBoard;
let lists: LaneLists;
let views: LaneViews;
let frames: Uint8Array[];
let accepts: boolean;

const ids = (...names: string[]) => names as EntityId[];
const taken = (): LaneFrame[] =>
  frames.splice(0).map((bytes) => {
    const frame = decodeLaneFrame(bytes.slice().buffer);
    if (frame === null) throw new Error('not a lane frame');
    return frame;
  });
const write = (sensor: string, value: number, quality?: 'good') => {
  board.write(sensor, value, quality);
  lists.touch();
  views.changed();
};
const makeViews = () =>
  createLaneViews({
    lists,
    send: (frame) => {
      if (accepts) frames.push(frame);
      return accepts;
    },
    frameMillis: 100,
    mostViews: 4,
    mostSensors: 1000,
  });

beforeEach(() => {
  vi.useFakeTimers();
  board = createPlainBoard();
  board.regroup(['sensor-1', 'sensor-2', 'sensor-3']);
  lists = createLaneLists(board, () => 1_000_000);
  frames = [];
  accepts = true;
  views = makeViews();
});
afterEach(() => {
  views.dispose();
  vi.useRealTimers();
});

test('FR-200-070 a view is shown at once, in the order it asked for, never-read sensors as NaN', () => {
  write('sensor-2', 21.5, 'good');
  views.set(7, ids('sensor-2', 'sensor-1', 'sensor-99'));
  const [frame] = taken();
  expect(frame?.view).toBe(7);
  expect(frame?.at).toBe(1_000_000);
  expect([...(frame?.values ?? [])]).toEqual([21.5, Number.NaN, Number.NaN]);
  expect([...(frame?.ages ?? [])]).toEqual([99, Number.NaN, Number.NaN]);
  expect([...(frame?.qualities ?? [])]).toEqual([1, 2, 2]);
});

test('FR-200-071 the first change after a rest is shown at once, later ones at the next tenth of a second', () => {
  views.set(1, ids('sensor-1'));
  taken();
  vi.advanceTimersByTime(500);
  write('sensor-1', 1);
  expect(taken().map(({ values }) => values[0])).toEqual([1]);
  vi.advanceTimersByTime(30);
  write('sensor-1', 2);
  vi.advanceTimersByTime(60);
  write('sensor-1', 3);
  expect(taken()).toEqual([]);
  vi.advanceTimersByTime(10);
  expect(taken().map(({ values }) => values[0])).toEqual([3]);
  vi.advanceTimersByTime(1000);
  expect(taken()).toEqual([]);
});

test('FR-200-071 a view is never shown more than ten times a second, however often it is set', () => {
  for (let milli = 0; milli < 1000; milli += 1) {
    write('sensor-1', milli);
    if (milli % 7 === 0) views.set(1, ids('sensor-1', milli % 2 === 0 ? 'sensor-2' : 'sensor-3'));
    vi.advanceTimersByTime(1);
  }
  expect(taken().length).toBeLessThanOrEqual(11);
});

test('FR-200-072 a change outside the view shows nothing, nor does the same reading again', () => {
  views.set(1, ids('sensor-1'));
  taken();
  vi.advanceTimersByTime(500);
  write('sensor-2', 30);
  lists.touch();
  views.changed();
  vi.advanceTimersByTime(500);
  expect(taken()).toEqual([]);
});

test('FR-200-073 views of the same list share one reading and one encoding', () => {
  const read = vi.spyOn(board, 'valueAt');
  const other = makeViews();
  views.set(1, ids('sensor-1', 'sensor-2'));
  other.set(1, ids('sensor-1', 'sensor-2'));
  views.set(2, ids('sensor-1', 'sensor-2'));
  expect(frames[0]).toBe(frames[1]);
  expect(frames[2]).not.toBe(frames[0]);
  expect(taken().map(({ view }) => view)).toEqual([1, 1, 2]);
  expect(lists.size()).toBe(1);
  write('sensor-1', 5);
  read.mockClear();
  vi.advanceTimersByTime(100);
  other.changed();
  vi.advanceTimersByTime(100);
  expect(taken().map(({ values }) => values[0])).toEqual([5, 5, 5]);
  expect(read).toHaveBeenCalledTimes(1);
  other.dispose();
  views.off(1);
  expect(lists.size()).toBe(1);
  views.off(2);
  expect(lists.size()).toBe(0);
});

test('FR-200-074 a socket that is behind gets only the newest frame, once it reads again', () => {
  views.set(1, ids('sensor-1'));
  taken();
  accepts = false;
  for (const value of [1, 2, 3]) {
    vi.advanceTimersByTime(200);
    write('sensor-1', value);
  }
  accepts = true;
  vi.advanceTimersByTime(100);
  expect(taken().map(({ values }) => values[0])).toEqual([3]);
});

test('FR-200-075 when sensors come or go the view shows the right ones', () => {
  write('sensor-1', 1);
  views.set(1, ids('sensor-1', 'sensor-2'));
  taken();
  write('sensor-2', 2);
  vi.advanceTimersByTime(100);
  expect([...(taken()[0]?.values ?? [])]).toEqual([1, 2]);
  board.regroup(['sensor-3', 'sensor-2']);
  lists.touch();
  views.changed();
  vi.advanceTimersByTime(100);
  expect([...(taken()[0]?.values ?? [])]).toEqual([Number.NaN, 2]);
});

test('FR-200-076 a view that is off shows nothing, and leaves no timer', () => {
  views.set(1, ids('sensor-1'));
  write('sensor-1', 1);
  expect(vi.getTimerCount()).toBe(1);
  views.off(1);
  write('sensor-1', 2);
  vi.advanceTimersByTime(500);
  expect(taken()).toHaveLength(1);
  expect(vi.getTimerCount()).toBe(0);
});
