import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { openHistory } from '../../../db/open-history.ts';
import { entitySchema, type EntityOf } from '../../../sim/contract/entities.ts';
import type { BranchId } from '../../../sim/contract/ids.ts';
import { accepted, refused, type Refusal } from '../../../sim/contract/result.ts';
import { exportReadings, type Export, type ReadingSource } from './export-readings.ts';
import { lineFormats } from './reading-lines.ts';
import { labelsOf, type SensorLabels } from './sensor-labels.ts';

const main = 'branch-1' as BranchId;
const line = [{ branch: main, from: 0, to: Number.MAX_SAFE_INTEGER }];
const start = Date.UTC(2026, 0, 5, 8);

const labels = (sensor: string): SensorLabels => ({
  sensor,
  name: 'inlet',
  site: 'west',
  room: 'room1',
  rack: 'A01',
  device: '',
  metric: 'temperature',
  place: 'front-middle',
  unit: 'Cel',
});

/** Sensors 1 … n with a reading a second, value = second. */
function sourceOf(sensors: number, seconds: number): ReadingSource<Refusal> {
  const opened = openHistory(join(mkdtempSync(join(tmpdir(), 'coldaisle-export-')), 'history.db'), {
    whenMissing: 'create',
  });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const history = opened.value;
  onTestFinished(() => history.close());
  for (let second = 0; second < seconds; second += 1) {
    history.append(
      main,
      Array.from({ length: sensors }, (_, index) => ({
        sensor: `sensor-${index + 1}`,
        at: start + second * 1000,
        value: second,
      })),
    );
  }
  const named = (ids: readonly string[]) => ids.map((id) => ({ id, metric: 'temperature' }));
  return {
    page: (asked) => Promise.resolve(accepted(history.page({ ...asked, line }))),
    buckets: (asked) =>
      Promise.resolve(accepted(history.series({ ...asked, sensors: named(asked.sensors), line }))),
  };
}

async function textOf(asked: Export<Refusal>): Promise<{ text: string; pages: number; told: unknown }> {
  const pages = exportReadings(asked);
  let text = '';
  for (let count = 0; ; count += 1) {
    const next = await pages.next();
    if (next.done === true) return { text, pages: count, told: next.value };
    text += next.value;
  }
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => labels(`sensor-${index + 1}`));

test('FR-130-088 CSV has a line for every reading, in order of time, page by page', async () => {
  const asked = {
    source: sourceOf(150, 1200),
    sensors: ids(150),
    format: 'csv' as const,
    from: start,
    to: start + 1_200_000,
    every: null,
  };
  const { text, pages, told } = await textOf(asked);
  const [head, first, ...rest] = text.trimEnd().split('\n');
  expect(head).toBe('time,site,room,rack,device,metric,place,unit,sensor,value');
  expect(first).toBe('2026-01-05T08:00:00.000Z,west,room1,A01,,temperature,front-middle,Cel,sensor-1,0');
  expect(rest).toHaveLength(150 * 1200 - 1);
  expect(new Set(rest).size).toBe(150 * 1200 - 1);
  expect(told).toEqual({ ok: true, value: { lines: 180_000 } });
  expect(pages).toBeGreaterThan(4);
  const times = rest.filter((one) => one.includes(',sensor-7,')).map((one) => one.slice(0, 24));
  expect(times).toEqual(times.toSorted());
});

test('FR-130-088 buckets are told by the moment they begin, the last one may be short', async () => {
  const { text } = await textOf({
    source: sourceOf(1, 700),
    sensors: ids(1),
    format: 'csv',
    from: start,
    to: start + 700_000,
    every: 300_000,
  });
  expect(text.trimEnd().split('\n')).toEqual([
    'time,site,room,rack,device,metric,place,unit,sensor,mean,min,max',
    '2026-01-05T08:00:00.000Z,west,room1,A01,,temperature,front-middle,Cel,sensor-1,149.5,0,299',
    '2026-01-05T08:05:00.000Z,west,room1,A01,,temperature,front-middle,Cel,sensor-1,449.5,300,599',
    '2026-01-05T08:10:00.000Z,west,room1,A01,,temperature,front-middle,Cel,sensor-1,649.5,600,699',
  ]);
});

test('FR-130-088 what a spreadsheet would take apart is quoted', () => {
  const row = {
    labels: { ...labels('sensor-1'), rack: 'A "1", left', room: 'one\ntwo' },
    at: start,
    values: [1],
  };
  expect(lineFormats.csv.line(row, 'readings')).toBe(
    '2026-01-05T08:00:00.000Z,west,"one\ntwo","A ""1"", left",,temperature,front-middle,Cel,sensor-1,1',
  );
});

test('FR-130-089 line protocol escapes names, leaves empty tags out and counts in nanoseconds', () => {
  const odd = {
    ...labels('sensor-1'),
    site: 'We,st=1',
    rack: 'A 1',
    place: 'back\\',
    room: 'a\nb',
    unit: '%',
  };
  const row = { labels: odd, at: start + 1, values: [21.5] };
  expect(lineFormats.influx.line(row, 'readings')).toBe(
    String.raw`coldaisle,metric=temperature,place=back_,rack=A\ 1,room=a\ b,sensor=sensor-1,site=We\,st\=1,unit=% value=21.5 1767600000001000000`,
  );
  expect(lineFormats.influx.line({ ...row, values: [1, 0.5, 1e21] }, 'buckets')).toMatch(
    / mean=1,min=0\.5,max=1e\+21 1767600000001000000$/,
  );
});

test('FR-130-088 what refuses in the middle ends the export with its reason', async () => {
  const source = sourceOf(1, 10);
  const told = await textOf({
    source: { ...source, page: () => Promise.resolve(refused('busy', 'Another lab is being opened')) },
    sensors: ids(1),
    format: 'csv',
    from: start,
    to: start + 10_000,
    every: null,
  });
  expect(told.told).toMatchObject({ ok: false, refusal: { code: 'busy' } });
});

test('FR-130-089 a reading is named by where its sensor stands', () => {
  const sensor = entitySchema.parse({
    id: 'sensor-9',
    kind: 'sensor',
    name: 'load',
    parent: 'ups-1',
    spec: { metric: 'load', place: 'middle', source: 'bot' },
    links: {},
    aliases: {},
  }) as EntityOf<'sensor'>;
  const site = { kind: 'site', name: 'west' } as const;
  expect(labelsOf([site, { kind: 'ups', name: 'ups-1' }], sensor)).toEqual({
    sensor: 'sensor-9',
    name: 'load',
    site: 'west',
    room: '',
    rack: '',
    device: 'ups-1',
    metric: 'load',
    place: 'middle',
    unit: '%',
  });
  const rack = { kind: 'rack', name: 'A01' } as const;
  expect(
    labelsOf([site, { kind: 'room', name: 'r1' }, { kind: 'row', name: 'A' }, rack], sensor),
  ).toMatchObject({
    room: 'r1',
    rack: 'A01',
    device: '',
  });
});
