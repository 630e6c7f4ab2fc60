/** What the lab's store and historian take in, beside what the same disk could give at most. */
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { History, Reading } from '../../db/history.ts';
import type { LabStore, LogEntry } from '../../db/lab-store.ts';
import { openHistory } from '../../db/open-history.ts';
import { openLabStore } from '../../db/open-lab-store.ts';
import type { BranchId, EntityId, Revision } from '../../sim/contract/ids.ts';
import type { Tick, WallMillis } from '../../sim/contract/units.ts';

export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly note?: string;
};

const main = 'branch-1' as BranchId;
const seconds = (work: () => void): number => {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
};

export async function run(): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-bench-'));
  try {
    return [...storeRows(folder), ...historyRows(folder), ...dayRows(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Five pages of 4 kB appended and synced: what one small commit writes to the log. */
function syncsPerSecond(folder: string): number {
  const file = openSync(join(folder, 'raw'), 'w');
  const pages = Buffer.alloc(5 * 4096, 1);
  let count = 0;
  const start = performance.now();
  while (performance.now() - start < 1000) {
    writeSync(file, pages);
    fdatasyncSync(file);
    count += 1;
  }
  closeSync(file);
  return count;
}

function entryAt(number: number): LogEntry {
  return {
    key: `bench-${number.toString(36).padStart(8, '0')}`,
    tick: number as Tick,
    firstRevision: number as Revision,
    actor: { origin: 'api', name: 'bench', role: 'admin' },
    command: { type: 'inventory.change', id: 'rack-17', name: `A${number}` },
    events: [{ type: 'entity.removed', id: `rack-${number}` as EntityId }],
    ids: [],
    at: number as WallMillis,
  };
}

function storeRows(folder: string): Row[] {
  const syncs = syncsPerSecond(folder);
  const opened = openLabStore(join(folder, 'world.db'), {
    whenMissing: 'create',
    now: () => 1 as WallMillis,
  });
  if (!opened.ok) throw new Error(opened.refusal.message);
  const store = opened.value;
  const rows: Row[] = [
    {
      name: 'disk: 20 kB appended and synced',
      value: syncs,
      unit: '/s',
      note: 'the arithmetic limit of commits',
    },
  ];
  for (const size of [1, 25, 200]) {
    const rate = appendRate(store, size);
    const share = Math.round((100 * rate) / size / syncs);
    rows.push({
      name: `store: commands, ${size} a commit`,
      value: Math.round(rate),
      unit: '/s',
      note: `each durable, target at least 5,000; commits at ${share} % of the disk's limit`,
    });
  }
  const head = store.currentBranch().headRevision;
  const lookups = 20_000;
  const found = seconds(() => {
    for (let index = 0; index < lookups; index += 1)
      store.findKey(entryAt(1 + ((index * 7919) % head)).key ?? '');
  });
  rows.push({ name: 'store: find a key', value: (found / lookups) * 1e6, unit: 'µs', note: `among ${head}` });
  const read = seconds(() => {
    for (const _ of store.entriesAfter(main, Math.max(0, head - 50_000) as Revision));
  });
  rows.push({
    name: 'store: read the log back',
    value: Math.round(Math.min(head, 50_000) / read),
    unit: '/s',
    note: 'checksums verified',
  });
  store.close();
  rows.push({
    name: 'store: bytes a command',
    value: statSync(join(folder, 'world.db')).size / head,
    unit: 'B',
  });
  const reopening = seconds(() => reopen(join(folder, 'world.db')));
  rows.push({
    name: 'store: open',
    value: reopening * 1000,
    unit: 'ms',
    note: `${head} commands without a snapshot, quick_check included`,
  });
  return rows;
}

function reopen(file: string): void {
  const opened = openLabStore(file, { whenMissing: 'refuse', now: () => 1 as WallMillis });
  if (opened.ok) opened.value.close();
}

function appendRate(store: LabStore, size: number): number {
  let next = store.currentBranch().headRevision + 1;
  let count = 0;
  const start = performance.now();
  while (performance.now() - start < 1000) {
    const batch = Array.from({ length: size }, (_, index) => entryAt(next + index));
    store.append(batch);
    next += size;
    count += size;
  }
  return (count * 1000) / (performance.now() - start);
}

function openedHistory(file: string): History {
  const opened = openHistory(file, { whenMissing: 'create' });
  if (!opened.ok) throw new Error(opened.refusal.message);
  return opened.value;
}

const epoch = 1_795_000_000_000;

/** 500 racks with four sensors each, once a second: the readings of one second. */
function readingsAt(second: number, sensors: number): Reading[] {
  return Array.from({ length: sensors }, (_, index) => {
    const noise = (Math.imul(second * sensors + index, 2_654_435_761) >>> 24) / 256;
    const scale = [10, 1, 100, 10][index % 4] ?? 10;
    const value = [22, 45, 4.5, 33][index % 4] ?? 22;
    return {
      sensor: `sensor-${index}`,
      at: epoch + second * 1000,
      value: Math.round((value + noise * 0.6) * scale) / scale,
    };
  });
}

function historyRows(folder: string): Row[] {
  const file = join(folder, 'history.db');
  const history = openedHistory(file);
  const sensors = 2000;
  const length = 1800;
  let [busy, worst] = [0, 0];
  for (let second = 0; second < length; second += 1) {
    const readings = readingsAt(second, sensors);
    const took = seconds(() => {
      history.append(main, readings);
      history.flush();
    });
    busy += took;
    worst = Math.max(worst, took);
  }
  history.close();
  const count = sensors * length;
  return [
    {
      name: 'history: readings',
      value: Math.round(count / busy),
      unit: '/s',
      note: '2,000 sensors, flushed every second',
    },
    { name: 'history: worst second', value: worst * 1000, unit: 'ms', note: 'sealing is staggered' },
    {
      name: 'history: bytes a reading',
      value: statSync(file).size / count,
      unit: 'B',
      note: 'after half an hour; the journal of unsealed readings is half of it',
    },
  ];
}

/** One sensor once a second for a day, and the chart of that day. */
function dayRows(folder: string): Row[] {
  const file = join(folder, 'day.db');
  const history = openedHistory(file);
  for (let second = 0; second < 86_400; second += 60) {
    const readings = Array.from({ length: 60 }, (_, index) => readingsAt(second + index, 4)).flat();
    history.append(main, readings);
    history.flush();
  }
  const ask = (hours: number): number => {
    const to = epoch + 86_400_000;
    const request = {
      sensors: [{ id: 'sensor-0', metric: 'temperature' }],
      line: [{ branch: main, from: 0, to: Number.MAX_SAFE_INTEGER }],
      from: to - hours * 3_600_000,
      to,
      points: 300,
    };
    history.series(request);
    return Math.min(...Array.from({ length: 10 }, () => seconds(() => void history.series(request)))) * 1000;
  };
  const rows: Row[] = [
    {
      name: 'history: 24 h of one sensor in 300 points',
      value: ask(24),
      unit: 'ms',
      limit: 5,
      note: '86,400 readings, from cells',
    },
    {
      name: 'history: 6 h of one sensor in 300 points',
      value: ask(6),
      unit: 'ms',
      note: '21,600 readings, unpacked',
    },
  ];
  history.close();
  rows.push({
    name: 'history: bytes a reading over a day',
    value: statSync(file).size / (4 * 86_400),
    unit: 'B',
  });
  return rows;
}
