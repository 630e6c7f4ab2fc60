import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { BranchId } from '../sim/contract/ids.ts';
import type { History, LineSegment, Retention } from './history.ts';
import { openHistory } from './open-history.ts';
import { testFolder } from './story.fixture.ts';

const main = 'branch-1' as BranchId;
const dayMillis = 86_400_000;
const start = 20_000 * dayMillis;
const onMain: readonly LineSegment[] = [{ branch: main, from: 0, to: Number.MAX_SAFE_INTEGER }];

function open(file = join(testFolder(), 'history.db')): History {
  const opened = openHistory(file, { whenMissing: 'create' });
  if (!opened.ok) throw new Error(opened.refusal.message);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

const valueAt = (at: number): number => ((at - start) / 60_000) % 1000;

/** A reading a minute for so many days; the last hours stay unsealed. */
function fill(history: History, days: number, sensors: readonly string[]): void {
  for (let at = start; at < start + days * dayMillis; at += 3_600_000) {
    const hour = Array.from({ length: 60 }, (_, minute) => at + minute * 60_000);
    history.append(
      main,
      hour.flatMap((each) => sensors.map((sensor) => ({ sensor, at: each, value: valueAt(each) }))),
    );
    history.flush();
  }
}

type Ask = { readonly from: number; readonly to: number; readonly points: number };

const ask = (history: History, asked: Ask, line = onMain) =>
  history.series({ sensors: [{ id: 'a', metric: 'temperature' }], line, ...asked })[0] ?? {
    at: [],
    mean: [],
    min: [],
    max: [],
  };

const raw = (history: History, line = onMain): readonly number[] =>
  history.page({ sensors: ['a'], line, from: start, to: start + 1e10, limit: 1e6 }).columns[0]?.at ?? [];

function trimAll(history: History, retention: Retention): number[] {
  const removed: number[] = [];
  for (let isDone = false; !isDone;) {
    const slice = history.trim(retention);
    removed.push(slice.removed);
    isDone = slice.isDone;
  }
  return removed;
}

test('FR-130-083 readings older than their days go, their five-minute cells stay', () => {
  const file = join(testFolder(), 'history.db');
  const history = open(file);
  fill(history, 10, ['a']);
  const wide = { from: start, to: start + 10 * dayMillis, points: 240 };
  const before = ask(history, wide);
  const now = start + 10 * dayMillis;
  trimAll(history, { now, rawDays: 3, bucketDays: 30 });
  const left = raw(history);
  expect(Math.min(...left)).toBeGreaterThan(now - 4 * dayMillis);
  expect(Math.min(...left)).toBeLessThanOrEqual(now - 3 * dayMillis);
  expect(ask(history, wide)).toEqual(before);
  // Closer than a cell: what is left of that time is drawn, cell by cell.
  const close = ask(history, { from: start + 3_600_000, to: start + 7_200_000, points: 60 });
  expect(close.mean).toEqual(Array.from({ length: 12 }, (_, cell) => 62 + cell * 5));
  expect(close.max[0]).toBe(64);
  const inside = { from: start + 3_660_000, to: start + 3_720_000, points: 10 };
  expect(ask(history, inside)).toMatchObject({ mean: [62] });
  history.close();
  expect(ask(open(file), wide)).toEqual(before);
});

test('FR-130-083 a history from before there was retention is taken over', () => {
  const file = join(testFolder(), 'history.db');
  const history = open(file);
  fill(history, 2, ['a']);
  history.close();
  const database = new Database(file);
  database.exec('ALTER TABLE series DROP COLUMN raw_from; PRAGMA user_version = 1');
  database.close();
  const again = open(file);
  expect(raw(again)).toHaveLength(2880);
  trimAll(again, { now: start + 60 * dayMillis, rawDays: 1, bucketDays: 0 });
  expect(raw(again).length).toBeLessThan(1000);
});

test('FR-130-083 cells older than their days go too, but never before the readings', () => {
  const history = open();
  fill(history, 10, ['a']);
  const now = start + 10 * dayMillis;
  trimAll(history, { now, rawDays: 3, bucketDays: 1 });
  const kept = ask(history, { from: start, to: now, points: 240 });
  expect(Math.min(...kept.at)).toBeGreaterThanOrEqual(start + 7 * dayMillis);
  expect(Math.min(...kept.at)).toBeLessThan(start + 7 * dayMillis + 3_600_000);
});

test('FR-130-083 nought days keep them for good', () => {
  const history = open();
  fill(history, 4, ['a']);
  const far = start + 5000 * dayMillis;
  expect(trimAll(history, { now: far, rawDays: 0, bucketDays: 1 })).toEqual([0]);
  expect(raw(history)).toHaveLength(4 * 1440);
  trimAll(history, { now: far, rawDays: 1, bucketDays: 0 });
  // What is in no block yet is not old enough to be looked at.
  expect(raw(history).length).toBeLessThan(600);
  expect(ask(history, { from: start, to: start + 4 * dayMillis, points: 96 }).mean).toHaveLength(96);
});

test('FR-130-084 much is taken away in small slices', () => {
  const history = open();
  const sensors = ['a', ...Array.from({ length: 299 }, (_, index) => `sensor-${index}`)];
  fill(history, 2, sensors);
  const removed = trimAll(history, { now: start + 60 * dayMillis, rawDays: 1, bucketDays: 5 });
  expect(Math.max(...removed)).toBeLessThanOrEqual(256);
  expect(removed.length).toBeGreaterThan(5);
  expect(removed.reduce((a, b) => a + b)).toBeGreaterThan(300 * 6);
});

test('FR-130-086 another story’s readings stay apart, in cells as well', () => {
  const history = open();
  fill(history, 3, ['a']);
  const branch = 'branch-2' as BranchId;
  // In the middle of a cell.
  const fork = start + dayMillis + 150_000;
  for (let at = fork; at < start + 3 * dayMillis; at += 60_000) {
    history.append(branch, [{ sensor: 'a', at, value: -7 }]);
    if (at % 3_600_000 < 60_000) history.flush();
  }
  const line = [
    { branch: main, from: 0, to: fork },
    { branch, from: fork, to: Number.MAX_SAFE_INTEGER },
  ];
  const wide = { from: start, to: start + 3 * dayMillis, points: 3 * 288 };
  const told = ask(history, wide, line);
  expect(told.min.slice(289)).toEqual(Array.from({ length: 575 }, () => -7));
  // The cell that the fork cuts holds three readings of the one story and three of the other.
  expect(told.mean[288]).toBeCloseTo((440 + 441 + 442 - 7 * 3) / 6, 6);
  trimAll(history, { now: start + 90 * dayMillis, rawDays: 30, bucketDays: 0 });
  const after = ask(history, wide, line);
  expect(after.mean.slice(0, 288)).toEqual(told.mean.slice(0, 288));
  expect(after.max.slice(288)).toEqual(told.max.slice(289));
  // Of the cut cell nothing is told but what is surely of this story.
  expect(Math.max(...after.max.map((max) => max ?? 0))).toBeLessThan(1000);
  expect(after.at.some((at) => at > fork - 150_000 && at < fork)).toBe(false);
});

test('FR-130-087 pages of readings join without a gap or a repeat, across stories and unsealed readings', () => {
  const history = open();
  fill(history, 2, ['a', 'b']);
  history.append(main, [
    { sensor: 'c', at: start + 5000, value: 1 },
    { sensor: 'c', at: start + 4000, value: 2 },
    { sensor: 'c', at: start + 5000, value: 3 },
  ]);
  const all = { a: [] as number[], b: [] as number[], c: [] as number[] };
  const sizes: number[] = [];
  for (let from: number | null = start; from !== null;) {
    const page: ReturnType<History['page']> = history.page({
      sensors: ['a', 'b', 'c', 'nobody'],
      line: onMain,
      from,
      to: start + 2 * dayMillis,
      limit: 400,
    });
    sizes.push(page.columns.reduce((sum, { at }) => sum + at.length, 0));
    for (const name of ['a', 'b', 'c'] as const)
      all[name].push(...(page.columns.find(({ sensor }) => sensor === name)?.at ?? []));
    from = page.next;
  }
  const every = Array.from({ length: 2880 }, (_, minute) => start + minute * 60_000);
  expect(all).toEqual({ a: every, b: every, c: [start + 4000, start + 5000, start + 5000] });
  expect(Math.max(...sizes)).toBeLessThanOrEqual(403);
});

test('FR-130-087 a page ends even where more readings than it holds have one moment', () => {
  const history = open();
  history.append(
    main,
    Array.from({ length: 50 }, (_, index) => ({ sensor: 'a', at: start, value: index })),
  );
  const asked = { sensors: ['a'], line: onMain, from: start, to: start + 1000, limit: 10 };
  const page = history.page(asked);
  expect(page.columns[0]?.value).toHaveLength(50);
  expect(page.next).toBe(start + 1);
});

test('FR-130-085 after retention took a sensor’s last block away, its next readings go into one of its own', () => {
  const history = open();
  const minute = (sensor: string, at: number) => ({ sensor, at, value: valueAt(at) });
  const speak = (sensor: string, from: number, count: number): void => {
    for (let index = 0; index < count; index += 1) {
      history.append(main, [minute(sensor, from + index * 60_000)]);
      if (index % 50 === 49) history.flush();
    }
    history.flush();
  };
  speak('a', start, 400);
  trimAll(history, { now: start + 50 * dayMillis, rawDays: 1, bucketDays: 0 });
  const later = start + 50 * dayMillis;
  speak('b', later, 400);
  speak('a', later, 1000);
  const page = history.page({ sensors: ['a', 'b'], line: onMain, from: later, to: later + 1e9, limit: 1e6 });
  expect(page.columns.map(({ at }) => at.length)).toEqual([1000, 400]);
  expect(page.columns.every(({ at }) => at.every((time, index) => time === later + index * 60_000))).toBe(
    true,
  );
});
