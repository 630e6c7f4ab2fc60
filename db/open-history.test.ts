import { fork } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { BranchId } from '../sim/contract/ids.ts';
import type { History, LineSegment, Reading } from './history.ts';
import { openHistory } from './open-history.ts';
import { testFolder } from './story.fixture.ts';

const main = 'branch-1' as BranchId;
const start = 20_000 * 86_400_000;
const everything: readonly LineSegment[] = [{ branch: main, from: 0, to: Number.MAX_SAFE_INTEGER }];

function open(file: string): History {
  const opened = openHistory(file, { whenMissing: 'create' });
  if (!opened.ok) throw new Error(opened.refusal.message);
  onTestFinished(() => opened.value.close());
  return opened.value;
}

const wave = (index: number): number => Math.round((22 + (index % 97) / 10) * 10) / 10;

const readings = (count: number, stepMillis: number, sensor = 'sensor-1'): Reading[] =>
  Array.from({ length: count }, (_, index) => ({
    sensor,
    at: start + index * stepMillis,
    value: wave(index),
  }));

type Ask = {
  readonly from: number;
  readonly to: number;
  readonly points: number;
  readonly line?: readonly LineSegment[];
};

function ask(history: History, { from, to, points, line }: Ask, sensor = 'sensor-1') {
  const [found] = history.series({
    sensors: [{ id: sensor, metric: 'temperature' }],
    line: line ?? everything,
    from,
    to,
    points,
  });
  if (found === undefined) throw new Error('no series');
  return found;
}

/** What a bucket must say, reckoned the slow way. */
function plain(all: readonly Reading[], { from, to, points }: Ask) {
  const width = (to - from) / points;
  const buckets = Map.groupBy(
    all.filter(({ at }) => at >= from && at < to),
    ({ at }) => Math.floor((at - from) / width),
  );
  return [...buckets]
    .toSorted(([a], [b]) => a - b)
    .map(([, items]) => {
      const values = items.map(({ value }) => value);
      return {
        mean: values.reduce((a, b) => a + b) / values.length,
        min: Math.min(...values),
        max: Math.max(...values),
      };
    });
}

/** Buckets that differ from those reckoned the slow way, and times that do not ascend. */
function differences(history: History, all: readonly Reading[], asked: Ask): unknown[] {
  const found = ask(history, asked);
  const wanted = plain(all, asked);
  const wrong = wanted.flatMap(({ mean, min, max }, index) => {
    const isSame = found.min[index] === min && found.max[index] === max;
    return isSame && Math.abs((found.mean[index] ?? 1e9) - mean) < 1e-6 ? [] : [{ index, mean, min, max }];
  });
  const isAscending = found.at.every((at, index) => at > (found.at[index - 1] ?? -1));
  return [
    ...wrong,
    ...(isAscending ? [] : ['times']),
    ...(found.at.length === wanted.length ? [] : ['length']),
  ];
}

test('FR-180-072 a series is the same from heads, from blocks and after the file was opened anew', () => {
  const file = join(testFolder(), 'history.db');
  const all = readings(5000, 1000);
  const history = open(file);
  for (let at = 0; at < all.length; at += 50) {
    history.append(main, all.slice(at, at + 50));
    if (at % 300 === 0) history.flush();
  }
  const asked = { from: start + 777_000, to: start + 4_777_000, points: 100 };
  expect(differences(history, all, asked)).toEqual([]);
  history.close();
  expect(differences(open(file), all, asked)).toEqual([]);
});

test('FR-180-071 a day in few points comes from five-minute cells and agrees with the readings', () => {
  const history = open(join(testFolder(), 'history.db'));
  const all = readings(43_200, 2000);
  for (let at = 0; at < all.length; at += 600) {
    history.append(main, all.slice(at, at + 600));
    history.flush();
  }
  expect(differences(history, all, { from: start, to: start + 86_400_000, points: 288 })).toEqual([]);
  expect(differences(history, all, { from: start, to: start + 86_400_000, points: 24 })).toEqual([]);
});

test('FR-180-073 late and irregular readings find their place', () => {
  const history = open(join(testFolder(), 'history.db'));
  const all = readings(3000, 1000).map((reading, index) => ({
    ...reading,
    at: reading.at + ((index * 37) % 900),
  }));
  const late = all.filter((_, index) => index % 10 === 3);
  history.append(
    main,
    all.filter((_, index) => index % 10 !== 3),
  );
  history.flush();
  history.append(main, late.toReversed());
  history.flush();
  expect(differences(history, all, { from: start, to: start + 3_000_000, points: 60 })).toEqual([]);
});

test('FR-180-074 a series runs over the branches of a line, each in its own stretch', () => {
  const history = open(join(testFolder(), 'history.db'));
  const branch = 'branch-2' as BranchId;
  const old = readings(1200, 1000);
  const anew = readings(1200, 1000)
    .slice(600)
    .map((reading) => ({ ...reading, value: 30 }));
  history.append(main, old);
  history.append(branch, anew);
  history.flush();
  const fork = start + 600_000;
  const line = [
    { branch: main, from: 0, to: fork },
    { branch, from: fork, to: Number.MAX_SAFE_INTEGER },
  ];
  const told = [...old.slice(0, 600), ...anew];
  const asked = { from: start, to: start + 1_200_000, points: 4 };
  const found = ask(history, { ...asked, line });
  expect(found.max).toEqual(plain(told, asked).map(({ max }) => max));
  expect(found.min.slice(2)).toEqual([30, 30]);
});

test('FR-180-075 a silence is drawn as a gap, not as a line', () => {
  const history = open(join(testFolder(), 'history.db'));
  const all = readings(1000, 1000).filter(({ at }) => at < start + 300_000 || at >= start + 700_000);
  history.append(main, all);
  const found = ask(history, { from: start, to: start + 1_000_000, points: 100 });
  expect(found.mean.filter((mean) => mean === null)).toHaveLength(1);
  expect(found.at.length).toBeLessThanOrEqual(100);
  const gap = found.mean.indexOf(null);
  expect(found.at[gap]).toBeGreaterThan(start + 300_000);
  expect(found.at[gap]).toBeLessThan(start + 700_000);
});

test('FR-180-075 a sensor without readings has an empty series', () => {
  const history = open(join(testFolder(), 'history.db'));
  expect(ask(history, { from: start, to: start + 1000, points: 10 }, 'sensor-9')).toMatchObject({
    at: [],
    mean: [],
  });
});

test('FR-180-076 what is not a number is not kept, and nothing is lost beside it', () => {
  const history = open(join(testFolder(), 'history.db'));
  const values = [21.5, Number.NaN, Number.POSITIVE_INFINITY, -0, 1e300, 22.123456789];
  history.append(
    main,
    values.map((value, index) => ({ sensor: 'sensor-1', at: start + index * 1000, value })),
  );
  const found = ask(history, { from: start, to: start + 6000, points: 6 });
  expect(found.mean.filter((mean) => mean !== null)).toEqual([21.5, 0, 1e300, 22.123456789]);
});

test('FR-180-077 kill -9 loses nothing that was flushed, sealed or not', async () => {
  const file = join(testFolder(), 'history.db');
  const writer = fork(join(import.meta.dirname, 'hold-history.fixture.ts'), [file, '1700']);
  await once(writer, 'message');
  writer.kill('SIGKILL');
  await once(writer, 'exit');
  const found = ask(open(file), { from: start, to: start + 1_700_000, points: 1700 });
  expect(found.mean).toEqual(Array.from({ length: 1700 }, (_, index) => index / 10));
});

test('FR-180-077 readings reach the disk by themselves', async () => {
  const file = join(testFolder(), 'history.db');
  const writer = fork(join(import.meta.dirname, 'hold-history.fixture.ts'), [file, '10', 'unflushed']);
  await once(writer, 'message');
  writer.kill('SIGKILL');
  await once(writer, 'exit');
  expect(ask(open(file), { from: start, to: start + 10_000, points: 10 }).mean).toHaveLength(10);
});

test('FR-180-078 a damaged block is left out and said so, the rest is read', () => {
  const file = join(testFolder(), 'history.db');
  const history = open(file);
  const all = readings(3000, 1000);
  for (let at = 0; at < all.length; at += 500) {
    history.append(main, all.slice(at, at + 500));
    history.flush();
  }
  history.close();
  const database = new Database(file);
  database.exec(
    'UPDATE blocks SET body = zeroblob(length(body)) WHERE id = 2; UPDATE days SET body = zeroblob(20)',
  );
  database.close();
  const again = open(file);
  const found = ask(again, { from: start, to: start + 86_400_000, points: 288 });
  expect(again.problems().join()).toMatch(
    /Block 2 .* damaged and left out.*summary .* is damaged|summary .* is damaged.*Block 2/,
  );
  expect(found.mean.length).toBeGreaterThan(3);
});

test('FR-180-078 a history of another kind or a torn one is refused', () => {
  const folder = testFolder();
  const file = join(folder, 'history.db');
  const history = open(file);
  history.append(main, readings(60_000, 1000));
  history.close();
  writeFileSync(join(folder, 'torn.db'), readFileSync(file).subarray(0, 20_000));
  copyFileSync(file, join(folder, 'newer.db'));
  const newer = new Database(join(folder, 'newer.db'));
  newer.pragma('user_version = 50');
  newer.close();
  const codeOf = (name: string) => {
    const opened = openHistory(join(folder, name), { whenMissing: 'refuse' });
    return opened.ok ? 'ok' : opened.refusal.code;
  };
  expect([codeOf('torn.db'), codeOf('newer.db'), codeOf('none.db')]).toEqual([
    'damaged-file',
    'newer-file',
    'not-found',
  ]);
});
