import { copyFileSync, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { BranchId } from '../sim/contract/ids.ts';
import { createPending, readJournal } from './history-journal.ts';
import { noKind } from './history-journal-classes.ts';
import type { History, Reading } from './history.ts';
import { openHistory } from './open-history.ts';
import { testFolder } from './story.fixture.ts';

const main = 'branch-1' as BranchId;
const start = 20_000 * 86_400_000;
const line = [{ branch: main, from: 0, to: Number.MAX_SAFE_INTEGER }];

function open(file: string): History {
  const opened = openHistory(file, { whenMissing: 'create' });
  if (!opened.ok) throw new Error(opened.refusal.message);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

/** A second of sensors of four kinds that wander a little. */
function secondOf(sensors: number, second: number): Reading[] {
  return Array.from({ length: sensors }, (_, index) => {
    const noise = Math.imul(second * 7919 + index, 2_654_435_761) >>> 29;
    const [base, scale] = (
      [
        [220, 10],
        [45, 1],
        [452, 100],
        [1800, 1],
      ] as const
    )[index % 4] ?? [0, 1];
    const value = (base + (index % 30) + noise) / scale;
    return { sensor: `sensor-${index + 1}`, at: start + second * 1000, value };
  });
}

test('FR-130-080 a reading takes less than a byte on disk, cells, indexes and journal included', () => {
  const file = join(testFolder(), 'history.db');
  const history = open(file);
  for (let second = 0; second < 2400; second += 1) {
    history.append(main, secondOf(400, second));
    history.flush();
  }
  history.close();
  expect(statSync(file).size / (400 * 2400)).toBeLessThan(1);
});

test('FR-130-081 sensors that began together are sealed a few at a time', () => {
  const folder = testFolder();
  const file = join(folder, 'history.db');
  const history = open(file);
  const blocks: number[] = [];
  for (let second = 0; second < 560; second += 1) {
    history.append(main, secondOf(2000, second));
    history.flush();
    if (second % 20 === 19) blocks.push(blocksIn(copyOf(file, folder)));
  }
  const sealed = blocks.map((count, index) => count - (blocks[index - 1] ?? 0));
  expect(Math.max(...sealed)).toBeLessThanOrEqual(20 * 24);
  expect(blocks.at(-1)).toBeGreaterThanOrEqual(2000);
});

/** What a crash at this moment would leave. */
function copyOf(file: string, folder: string): string {
  const copy = join(folder, 'copy.db');
  for (const ending of ['', '-wal']) {
    if (existsSync(`${file}${ending}`)) copyFileSync(`${file}${ending}`, `${copy}${ending}`);
  }
  return copy;
}

function blocksIn(file: string): number {
  const database = new Database(file);
  try {
    return Number(database.prepare('SELECT count(*) FROM blocks').pluck().get());
  } finally {
    database.close();
  }
}

test('FR-130-085 after a crash at any flush every reading is there once', () => {
  const folder = testFolder();
  const file = join(folder, 'history.db');
  const history = open(file);
  const sensors = 60;
  for (let second = 0; second < 700; second += 1) {
    history.append(main, secondOf(sensors, second));
    history.flush();
    // Without new readings a flush still seals what is due.
    history.flush();
    if (second % 50 !== 0 && second !== 699) continue;
    const opened = openHistory(copyOf(file, folder), { whenMissing: 'refuse' });
    if (!opened.ok) throw new Error(opened.refusal.message);
    const { columns } = opened.value.page({
      sensors: Array.from({ length: sensors }, (_, index) => `sensor-${index + 1}`),
      line,
      from: start,
      to: start + 1_000_000,
      limit: 1_000_000,
    });
    const problems = opened.value.problems();
    opened.value.close();
    expect(problems).toEqual([]);
    expect(new Set(columns.map(({ at }) => at.length))).toEqual(new Set([second + 1]));
  }
});

test('FR-130-082 a slow sensor fills its blocks too', () => {
  const file = join(testFolder(), 'history.db');
  const history = open(file);
  for (let second = 0; second < 60_000; second += 5) {
    const slow = second % 30 === 0 ? [{ sensor: 'slow', at: start + second * 1000, value: second / 30 }] : [];
    history.append(main, [{ sensor: 'quick', at: start + second * 1000, value: second % 7 }, ...slow]);
    history.flush();
  }
  const { columns } = history.page({ sensors: ['slow'], line, from: start, to: start + 6e7, limit: 10_000 });
  expect(columns[0]?.value).toEqual(Array.from({ length: 2000 }, (_, index) => index));
  history.close();
  const database = new Database(file);
  onTestFinished(() => void database.close());
  // It may be sealed early along with its neighbour, but not every hour for the journal's sake: that would be 17 blocks.
  expect(database.prepare('SELECT max(id), count(*) FROM blocks WHERE series = 2').raw().get()).toEqual([
    expect.any(Number),
    expect.toSatisfy((count: number) => count <= 6),
  ]);
});

test('FR-130-085 every journaled reading comes back, whatever its size and kind', () => {
  const anyValue = fc.oneof(
    fc.integer({ min: -1e6, max: 1e6 }).map((value) => value / 100),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.nat(5),
  );
  fc.assert(
    fc.property(fc.array(anyValue, { minLength: 1, maxLength: 3000 }), fc.nat(50), (values, spread) => {
      const pending = createPending();
      const told = values.map((value, index) => [1 + (index % (spread + 1)), start + index, value] as const);
      const kinds = new Map(told.map(([series]) => [series, { series, kind: noKind }]));
      for (const [series, at, value] of told)
        pending.add(kinds.get(series) ?? { series, kind: noKind }, at, value);
      const found: (readonly [number, number, number])[] = [];
      expect(readJournal(pending.body(), (series, at, value) => found.push([series, at, value + 0]))).toBe(
        true,
      );
      expect(found.toSorted((a, b) => a[1] - b[1])).toEqual(
        told.map(([series, at, value]) => [series, at, value + 0]),
      );
    }),
    { numRuns: 60 },
  );
});
