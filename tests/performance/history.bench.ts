/** The historian at the size that was promised: 2,000 racks with four sensors each, once a second. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { History, Reading } from '../../db/history.ts';
import { openHistory } from '../../db/open-history.ts';
import { silentLog } from '../../src-main/host/log.ts';
import { openEmbeddedBroker } from '../../src-main/mqtt/embedded-broker.ts';
import { createIngest } from '../../src-main/mqtt/ingest.ts';
import { createPublisher } from '../../src-main/mqtt/publisher.ts';
import type { BranchId } from '../../sim/contract/ids.ts';
import type { Row } from './store.bench.ts';

const main = 'branch-1' as BranchId;
const line = [{ branch: main, from: 0, to: Number.MAX_SAFE_INTEGER }];
const epoch = 20_400 * 86_400_000;
const dayMillis = 86_400_000;

export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-bench-'));
  try {
    const kept = [...bulkRows(folder), ...steadyRows(folder), ...chartRows(folder)];
    return [...kept, ...(await ingestRows(folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function opened(file: string): History {
  const result = openHistory(file, { whenMissing: 'create' });
  if (!result.ok) throw new Error(result.refusal.message);
  return result.value;
}

const millisOf = (work: () => void): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

type Pause = { readonly wall: number; readonly processor: number };

/** On a busy machine the wall's time is mostly others'; what this thread did itself is told beside it. */
function pauseOf(work: () => void): Pause {
  const before = process.threadCpuUsage();
  const wall = millisOf(work);
  const { user, system } = process.threadCpuUsage(before);
  return { wall, processor: (user + system) / 1000 };
}

type Plant = { readonly next: (at: number) => Reading[] };

/** Temperature, humidity, power, airflow: each wanders by its own step, as what is really measured does. */
function plantOf(sensors: number): Plant {
  const ids = Array.from({ length: sensors }, (_, index) => `sensor-${index + 1}`);
  const scales = [10, 1, 100, 1];
  const values = Float64Array.from(ids, (_, index) => [220, 45, 452, 1800][index % 4] ?? 220);
  let state = 12_345;
  const chance = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) / 65_536;
  };
  return {
    next: (at) =>
      ids.map((sensor, index) => {
        values[index] = (values[index] ?? 0) + Math.round((chance() - 0.5) * 4);
        return { sensor, at, value: (values[index] ?? 0) / (scales[index % 4] ?? 1) };
      }),
  };
}

/** What was kept elsewhere is read in: ten seconds of 8,000 sensors a call. */
function bulkRows(folder: string): Row[] {
  const history = opened(join(folder, 'bulk.db'));
  const plant = plantOf(8000);
  const seconds = 1800;
  let busy = 0;
  for (let second = 0; second < seconds; second += 10) {
    const chunk = Array.from({ length: 10 }, (_, index) =>
      plant.next(epoch + (second + index) * 1000),
    ).flat();
    busy += millisOf(() => history.append(main, chunk));
  }
  busy += millisOf(() => history.flush());
  history.close();
  return [
    {
      name: 'history: bulk insert',
      value: Math.round(((8000 * seconds) / busy) * 1000),
      unit: '/s',
      note: '8,000 sensors, target at least 2,000,000',
    },
  ];
}

/** As the intake does. */
const portion = 500;

/** As the intake hands them over: a second's readings in portions, the flush of each second by itself. */
function steadyRows(folder: string): Row[] {
  return [
    { sensors: 8000, seconds: 1800 },
    { sensors: 40_000, seconds: 700 },
  ].flatMap(({ sensors, seconds }) => {
    const file = join(folder, `steady-${sensors}.db`);
    const history = opened(file);
    const plant = plantOf(sensors);
    const pauses: Pause[] = [];
    for (let second = 0; second < seconds; second += 1) {
      const readings = plant.next(epoch + second * 1000);
      for (let at = 0; at < sensors; at += portion)
        pauses.push(pauseOf(() => history.append(main, readings.slice(at, at + portion))));
      pauses.push(pauseOf(() => history.flush()));
    }
    history.close();
    const busy = pauses.reduce((sum, { wall }) => sum + wall, 0);
    const walls = pauses.map(({ wall }) => wall).toSorted((a, b) => a - b);
    const longest = Math.max(...pauses.map(({ processor }) => processor));
    const name = `history: ${sensors.toLocaleString('en')} readings/s`;
    return [
      { name: `${name}, share of a core`, value: busy / seconds / 10, unit: '%', limit: 60 },
      {
        name: `${name}, longest pause`,
        value: walls.at(-1) ?? 0,
        unit: 'ms',
        limit: 20,
        note: `99.9 % below ${(walls[Math.floor(walls.length * 0.999)] ?? 0).toFixed(1)} ms; processor ${longest.toFixed(1)} ms at most`,
      },
      ...(sensors === 8000 ? [sizeRow(file, sensors * seconds)] : []),
    ];
  });
}

const sizeRow = (file: string, readings: number): Row => ({
  name: 'history: bytes a reading, half an hour of 8,000 sensors at 1 s',
  value: statSync(file).size / readings,
  unit: 'B',
  limit: 1,
  note: 'blocks, cells, indexes, and the journal of what is in no block yet',
});

/** 24 hours of 200 racks in five-minute buckets. */
function chartRows(folder: string): Row[] {
  const history = opened(join(folder, 'site.db'));
  const plant = plantOf(800);
  for (let second = 0; second < 90_000; second += 10) {
    history.append(main, plant.next(epoch + second * 1000));
    if (second % 50 === 0) history.flush();
  }
  const best = (sensors: number, to: number): number => {
    const asked = {
      sensors: Array.from({ length: sensors }, (_, index) => ({
        id: `sensor-${index + 1}`,
        metric: 'temperature',
      })),
      line,
      from: to - dayMillis,
      to,
      points: 288,
    };
    history.series(asked);
    return Math.min(...Array.from({ length: 7 }, () => millisOf(() => void history.series(asked))));
  };
  const [even, odd] = [epoch + 90_000_000, epoch + 89_123_000];
  const note = '6.9 M readings of 10 s';
  const rows: Row[] = [
    { name: 'history: 24 h in 5 min, one rack', value: best(4, even), unit: 'ms', limit: 2, note },
    { name: 'history: 24 h in 5 min, 200 racks', value: best(800, even), unit: 'ms', limit: 40, note },
    {
      name: 'history: 24 h in 5 min, 200 racks, ends between buckets',
      value: best(800, odd),
      unit: 'ms',
      limit: 40,
      note,
    },
  ];
  history.close();
  return rows;
}

/** The whole way of 40,000 readings a second: published, through the broker inside, parsed, kept. */
async function ingestRows(folder: string): Promise<Row[]> {
  const broker = await openEmbeddedBroker({ host: '127.0.0.1', port: 0, log: silentLog });
  if (!broker.ok) throw new Error(broker.refusal.message);
  const history = opened(join(folder, 'ingest.db'));
  const sensors = 40_000;
  const topics = Array.from({ length: sensors }, (_, index) => `dc/s/r/rack-${index}/temperature`);
  let fresh: Reading[] = [];
  const ingest = createIngest({
    broker: broker.value,
    log: silentLog,
    now: () => 0,
    onReading: (index, value, { at }) => void fresh.push({ sensor: `sensor-${index}`, at: at ?? 0, value }),
  });
  ingest.replaceIndex({
    topics: new Map(topics.map((topic, index) => [topic, index])),
    units: topics.map(() => 'Cel'),
  });
  const publisher = createPublisher(broker.value);
  publisher.replaceSensors(topics.map((topic) => ({ topic, metric: 'temperature' })));
  await broker.value.drained();
  const seconds = 20;
  const before = process.cpuUsage();
  for (let reading = 0; reading < sensors * seconds; reading += 1) {
    const second = Math.floor(reading / sensors);
    publisher.reading(reading % sensors, 20 + (reading % 97) / 10, epoch + second * 1000);
    if (reading % 2000 < 1999) continue;
    await broker.value.drained();
    history.append(main, fresh);
    fresh = [];
  }
  history.flush();
  const used = process.cpuUsage(before);
  ingest.close();
  history.close();
  await broker.value.close();
  return [
    {
      name: 'history: 40,000 readings/s from publisher to disk, share of a core',
      value: (used.user + used.system) / 1e4 / seconds,
      unit: '%',
      limit: 60,
      note: 'processor time of all threads, through the broker inside',
    },
  ];
}
