import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { BranchId } from '../sim/contract/ids.ts';
import { clear, newHead, push } from './history-heads.ts';
import { createJournalRound } from './history-journal-round.ts';
import { createPool } from './history-pool.ts';
import type { History } from './history.ts';
import { openHistory } from './open-history.ts';
import { testFolder } from './story.fixture.ts';

const main = 'branch-1' as BranchId;
const other = 'branch-2' as BranchId;
const start = 20_000 * 86_400_000;

function open(file: string): History {
  const opened = openHistory(file, { whenMissing: 'create' });
  if (!opened.ok) throw new Error(opened.refusal.message);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

const secondOf = (sensors: number, second: number) =>
  Array.from({ length: sensors }, (_, index) => ({
    sensor: `sensor-${index + 1}`,
    at: start + second * 1000,
    value: (second + index) % 50,
  }));

/** What a crash at this moment would leave, and what a query tells of it. */
function asked(file: string, query: string): unknown[] {
  const copy = `${file}-copy`;
  for (const ending of ['', '-wal'])
    if (existsSync(`${file}${ending}`)) copyFileSync(`${file}${ending}`, `${copy}${ending}`);
  const database = new Database(copy);
  try {
    return database.prepare(query).pluck().all();
  } finally {
    database.close();
  }
}

test('FR-130-300 thousands of new sensors of two stories come with one flush, and outlive a crash', () => {
  const file = join(testFolder(), 'history.db');
  const history = open(file);
  const first = secondOf(5000, 0);
  for (let from = 0; from < first.length; from += 1000) {
    history.append(main, first.slice(from, from + 1000));
    history.append(other, first.slice(from, from + 500));
  }
  // Out of the usual order, twice in a row, and one that nobody knew.
  history.append(main, [...secondOf(3, 1).toReversed(), ...secondOf(1, 2), ...secondOf(1, 3)]);
  history.append(main, [{ sensor: 'late "comer"', at: start, value: 7 }]);
  history.flush();
  asked(file, 'SELECT 1');
  const reopened = open(`${file}-copy`);
  const values = (branch: BranchId, sensors: readonly string[]): readonly (readonly number[])[] =>
    reopened
      .page({
        sensors,
        line: [{ branch, from: 0, to: Number.MAX_SAFE_INTEGER }],
        from: start,
        to: start + 10_000,
        limit: 1_000_000,
      })
      .columns.map(({ value }) => value);
  const names = first.map(({ sensor }) => sensor);
  const wanted = first.map(({ value }) => [value]);
  expect(values(main, names)).toEqual([[0, 1, 2, 3], [1, 2], [2, 3], ...wanted.slice(3)]);
  expect(values(other, names)).toEqual(wanted.map((one, index) => (index % 1000 < 500 ? one : [])));
  expect(values(main, ['late "comer"'])).toEqual([[7]]);
  expect(reopened.problems()).toEqual([]);
});

test('FR-130-301 sensors that are neighbours on disk are sealed one after the other', () => {
  const file = join(testFolder(), 'history.db');
  const history = open(file);
  for (let second = 0; second < 800; second += 1) {
    history.append(main, secondOf(320, second));
    history.flush();
  }
  const sealed = asked(file, 'SELECT series FROM blocks ORDER BY id').map((series) =>
    Math.floor(Number(series) / 16),
  );
  expect(sealed.length).toBeGreaterThan(320);
  const together = sealed.filter((group, index) => group === sealed[index - 1]);
  expect(together.length / sealed.length).toBeGreaterThan(0.8);
});

test('FR-130-302 the journal ends soon after the oldest reading that is in no block', () => {
  const file = join(testFolder(), 'history.db');
  const history = open(file);
  for (let second = 0; second < 1500; second += 1) {
    history.append(main, secondOf(600, second));
    history.flush();
  }
  // No block holds more than 384 readings, so no head waits for many more rows than that.
  expect(Number(asked(file, 'SELECT count(*) FROM journal')[0])).toBeLessThan(384 + 64);
  expect(Number(asked(file, 'SELECT min(sealed_row) FROM series')[0])).toBeGreaterThan(700);
});

test('FR-130-302 the walk over the heads never calls a journal row needless that one of them needs', () => {
  const doings = fc.array(
    fc.record({ filled: fc.array(fc.nat({ max: 999 }), { maxLength: 40 }), sealed: fc.nat({ max: 999 }) }),
    { minLength: 20, maxLength: 120 },
  );
  fc.assert(
    fc.property(doings, (rows) => {
      const pool = createPool();
      const heads = Array.from({ length: 1000 }, (_, index) =>
        newHead({ series: index + 1, sensor: `sensor-${index + 1}`, rawFrom: 0, pool }),
      );
      const round = createJournalRound(heads);
      for (const [row, { filled, sealed }] of rows.entries()) {
        for (const at of filled) {
          const head = heads[at];
          if (head === undefined) continue;
          if (head.count === 0) head.firstRow = row;
          push(head, row, 1);
        }
        round.walk(row);
        for (const head of heads.slice(sealed, sealed + 300)) clear(head);
        const needed = heads.filter(({ count }) => count > 0).map(({ firstRow }) => firstRow);
        expect(round.firstNeeded()).toBeLessThanOrEqual(Math.min(row + 1, ...needed));
      }
      for (const head of heads) clear(head);
      for (let more = 0; more < 8; more += 1) round.walk(rows.length + more);
      expect(round.firstNeeded()).toBeGreaterThanOrEqual(rows.length);
    }),
    { numRuns: 50 },
  );
});
