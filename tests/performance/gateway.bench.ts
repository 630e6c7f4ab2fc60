// Run by itself: node tests/performance/gateway.bench.ts. Prints figures, asserts none.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { WebSocket } from 'ws';
import { defaultLimits } from '../../src-main/gateway/limits.ts';
import { type Gateway, openGateway } from '../../src-main/gateway/open-gateway.ts';
import { wallClock } from '../../src-main/host/clock-face.ts';
import { createHost } from '../../src-main/host/create-host.ts';
import type { Host, ReadingBoard } from '../../src-main/host/host.ts';
import { silentLog } from '../../src-main/host/log.ts';
import type { LoadOrder, LoadReport } from './gateway-load.ts';

type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly note?: string;
};

const token = 'benchmark-token-0123456789';
const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

export async function run(): Promise<Row[]> {
  const directory = mkdtempSync(join(tmpdir(), 'coldaisle-gateway-bench-'));
  const resources = fileURLToPath(new URL('../../resources', import.meta.url));
  const host = await createHost({
    dataDirectory: directory,
    resources,
    lab: null,
    labFile: null,
    brokerUrl: null,
    mqttPort: 0,
    version: '0.0.0',
    log: silentLog,
    wall: wallClock,
  });
  if (!host.ok) throw new Error(host.refusal.message);
  try {
    return [...(await requestRows(host.value, directory)), ...(await laneRows(host.value, directory))];
  } finally {
    await host.value.close();
    rmSync(directory, { recursive: true, force: true });
  }
}

async function open(host: Host, directory: string): Promise<Gateway> {
  const gateway = await openGateway({
    host,
    port: 0,
    token,
    uiDirectory: null,
    uploadsDirectory: join(directory, 'uploads'),
    exportsDirectory: join(directory, 'exports'),
    version: '0.0.0',
    log: silentLog,
    limits: defaultLimits,
  });
  if (!gateway.ok) throw new Error(gateway.refusal.message);
  return gateway.value;
}

async function requestRows(host: Host, directory: string): Promise<Row[]> {
  const gateway = await open(host, directory);
  const base = { port: gateway.port, token };
  const get = { ...base, method: 'GET', body: null } as const;
  const command = JSON.stringify({ command: { type: 'lab.rename', name: 'Bench {n}' } });
  const post = { ...base, method: 'POST', path: '/api/v1/commands', body: command } as const;
  await load({ ...get, path: '/api/v1/status', count: 2000, connections: 16 });
  const status = await load({ ...get, path: '/api/v1/status', count: 10_000, connections: 16 });
  const commands = await load({ ...post, count: 10_000, connections: 64 });
  const single = await load({ ...post, count: 500, connections: 1 });
  await gateway.close();
  const note = (report: LoadReport) =>
    `p50 ${report.p50.toFixed(1)} ms, p99 ${report.p99.toFixed(1)} ms, ${report.failures} failed`;
  const rate = (count: number, report: LoadReport) => Math.round(count / (report.millis / 1000));
  return [
    {
      name: 'GET /api/v1/status, 16 connections',
      value: rate(10_000, status),
      unit: 'requests/s',
      note: note(status),
    },
    {
      name: 'POST /api/v1/commands, 64 connections',
      value: rate(10_000, commands),
      unit: 'durable commands/s',
      note: note(commands),
    },
    {
      name: 'POST /api/v1/commands, one after another',
      value: rate(500, single),
      unit: 'durable commands/s',
      note: note(single),
    },
  ];
}

function load(order: LoadOrder): Promise<LoadReport> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('gateway-load.ts', import.meta.url), { workerData: order });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

type LoadBoard = ReadingBoard & { readonly write: (value: number) => void };

/** So many sensors that all change at once: the most a view can ask of the gateway. */
function createLoadBoard(): LoadBoard {
  const listeners = new Set<() => void>();
  let value = 0;
  return {
    generation: () => 1,
    indexOf: (sensor) => Number(sensor.slice('sensor-'.length)),
    valueAt: (index) => value + index,
    timeAt: () => value,
    qualityAt: () => 'sim',
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write: (next) => {
      value = next;
      for (const listener of listeners) listener();
    },
  };
}

async function laneRows(real: Host, directory: string): Promise<Row[]> {
  const board = createLoadBoard();
  const gateway = await open({ ...real, board }, directory);
  const rows: Row[] = [];
  for (const count of [2000, 50_000]) rows.push(...(await laneRow(gateway, board, count)));
  await gateway.close();
  return rows;
}

async function laneRow(gateway: Gateway, board: LoadBoard, count: number): Promise<Row[]> {
  const socket = new WebSocket(`${gateway.url.replace('http', 'ws')}/api/v1/live`, [
    'coldaisle.v1',
    `tok.${token}`,
  ]);
  await new Promise((resolve) => socket.once('open', resolve));
  const frame = () =>
    new Promise<void>((resolve) => {
      socket.on('message', function heard(_data, isBinary) {
        if (!isBinary) return;
        socket.off('message', heard);
        resolve();
      });
    });
  const sensors = Array.from({ length: count }, (_, n) => `sensor-${n}`);
  const first = frame();
  const asked = performance.now();
  socket.send(JSON.stringify({ op: 'lanes', view: 1, sensors }));
  await first;
  const shown = performance.now() - asked;
  const took: number[] = [];
  for (let n = 1; n <= 30; n += 1) {
    // Rested, so that the frame may go at once: what is measured is the gateway's work and not its pace.
    await new Promise((resolve) => setTimeout(resolve, defaultLimits.frameMillis + 10));
    const next = frame();
    const from = performance.now();
    board.write(n);
    await next;
    took.push(performance.now() - from);
  }
  socket.terminate();
  const size = `${count.toLocaleString('en')} sensors`;
  const worst = `worst ${Math.max(...took).toFixed(2)} ms`;
  return [
    { name: `lane frame, ${size}: asked → first frame`, value: Number(shown.toFixed(2)), unit: 'ms' },
    {
      name: `lane frame, ${size}: changed → received, mean`,
      value: Number((sum(took) / took.length).toFixed(2)),
      unit: 'ms',
      note: worst,
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, value, unit, note } of await run()) {
    process.stdout.write(
      `${name.padEnd(56)} ${value.toLocaleString('en').padStart(9)} ${unit}${note === undefined ? '' : `  (${note})`}\n`,
    );
  }
}
