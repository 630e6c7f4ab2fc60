import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGatewayDouble, type GatewayDouble } from '../gateway-double.fixture.ts';
import { against, runInTest, scratchDirectory, type Ran } from '../run-in-test.fixture.ts';
import { furnish, labEpoch, labTick } from '../small-lab.fixture.ts';

let double: GatewayDouble;
let directory: string;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnish(double);
  directory = await scratchDirectory();
});
afterEach(async () => {
  await double.close();
});

const dvm = (...texts: string[]): Promise<Ran> =>
  runInTest(['export-readings', ...texts], { env: against(double), directory });

type Asked = {
  readonly sensors: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly points: number;
};

/** Each bucket's mean is its number. */
function answerHistory(): Asked[] {
  const asked: Asked[] = [];
  double.answers.set('history', (params: Asked) => {
    asked.push(params);
    const width = (params.to - params.from) / params.points;
    const at = Array.from({ length: params.points }, (_, point) => params.from + (point + 0.5) * width);
    const mean = at.map((_, point) => point);
    const series = params.sensors.map((sensor) => ({
      sensor,
      metric: 'temperature',
      at,
      mean,
      min: mean,
      max: mean,
    }));
    return { from: params.from, to: params.to, series };
  });
  return asked;
}

const now = labEpoch + labTick * 1000;

test('FR-130-090 dvm writes five-minute means of a rack to a file that is whole or not there', async () => {
  const asked = answerHistory();
  const ran = await dvm('--within', 'room1/A01', '--every', '5m', '--from', '-17m', '--out', 'a01.csv');
  expect(ran).toMatchObject({ code: 0, out: '' });
  expect(ran.words).toContain('Wrote 5 lines of 1 sensors');
  const lines = readFileSync(join(directory, 'a01.csv'), 'utf8').trimEnd().split('\n');
  expect(lines).toHaveLength(6);
  expect(lines[0]).toBe('time,site,room,rack,device,metric,place,unit,sensor,mean,min,max');
  expect(lines[1]).toBe(
    '2026-01-05T08:00:00.000Z,west,room1,A01,,temperature,front-middle,Cel,sensor-1,0,0,0',
  );
  expect(lines.at(-1)).toMatch(/^2026-01-05T08:20:00/);
  // Four whole buckets, and the moment that is now.
  expect(asked.map(({ from, to, points }) => [from - labEpoch, to - now, points])).toEqual([
    [0, 0, 4],
    [1_200_000, 1, 1],
  ]);
  expect(existsSync(join(directory, 'a01.csv.part'))).toBe(false);
});

test('FR-130-090 sensors are chosen by name, and line protocol goes to standard output', async () => {
  answerHistory();
  const ran = await dvm('--format', 'influx', '--every', '1h', '--sensors', 'A02/inlet,sensor-1');
  expect(ran.code).toBe(0);
  const sensors = ran.out.match(/sensor=[a-z0-9-]+/g);
  expect(new Set(sensors)).toEqual(new Set(['sensor=sensor-1', 'sensor=sensor-2']));
  expect(ran.out).toMatch(/^coldaisle,metric=temperature,place=front-middle,rack=A02,/);
});

test('FR-130-090 without a width every reading is written, page after page', async () => {
  const pages = [
    { columns: [{ sensor: 'sensor-1', at: [now - 2000, now - 1000], value: [21.5, 21.6] }], next: now },
    { columns: [{ sensor: 'sensor-1', at: [now], value: [21.7] }], next: null },
  ];
  const froms: number[] = [];
  double.answers.set('readings', ({ from }: Asked) => {
    froms.push(from);
    return pages.shift();
  });
  const ran = await dvm('--sensors', 'sensor-1', '--from', '-1m');
  expect(ran.code).toBe(0);
  expect(
    ran.out
      .trimEnd()
      .split('\n')
      .slice(1)
      .map((line) => line.slice(0, 24) + line.slice(-5)),
  ).toEqual([
    '2026-01-05T08:19:58.000Z,21.5',
    '2026-01-05T08:19:59.000Z,21.6',
    '2026-01-05T08:20:00.000Z,21.7',
  ]);
  expect(froms).toEqual([now - 60_000, now]);
});

test('FR-130-090 what cannot be is said, and no file is left', async () => {
  expect(await dvm('--every', '3 minutes')).toMatchObject({ code: 2 });
  expect(await dvm('--from', '-1m', '--to', '-2m')).toMatchObject({ code: 2 });
  expect((await dvm('--within', 'A99')).words).toContain('There is nothing called A99');
  double.answers.set('history', () => {
    throw new Error('no');
  });
  expect((await dvm('--every', '5m', '--out', 'x.csv')).code).not.toBe(0);
  expect([existsSync(join(directory, 'x.csv')), existsSync(join(directory, 'x.csv.part'))]).toEqual([
    false,
    false,
  ]);
  answerHistory();
  const ran = await dvm('--every', '5m', '--out', 'missing-folder/x.csv');
  expect(ran.code).toBe(1);
  expect(ran.words).toMatch(/could not be written/);
});
