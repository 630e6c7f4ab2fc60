/** The world's own speed: a step of many racks with bots and alarm rules, and durable commands through the door. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLabStore } from '../../db/open-lab-store.ts';
import type { WallMillis } from '../../sim/contract/units.ts';
import { applyEvents, createBotCaller, createWorld, decide, planLab, step } from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';
import { createAlarmEngine } from '../../src-main/services/alarms/alarm-engine.ts';
import { wallClock } from '../../src-main/host/clock-face.ts';
import { createDoor } from '../../src-main/host/door.ts';
import { silentLog } from '../../src-main/host/log.ts';
import { parseLabFile } from '../../src-main/services/labs/load-lab-file.ts';
import { generateLab } from '../../tools/generate-lab.ts';

type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly limit?: number;
  readonly note?: string;
};

const actor = { origin: 'system', name: 'bench', role: 'admin' } as const;

function worldOf(racks: number): World {
  const lab = parseLabFile(generateLab(racks), 'generated');
  if (!lab.ok) throw new Error(lab.refusal.message);
  const plan = planLab(lab.value.file, { name: 'Bench', epoch: Date.parse(lab.value.file.spec.start) });
  if (!plan.ok) throw new Error(plan.refusal.message);
  const world = createWorld();
  for (const command of plan.value) {
    const decision = decide(world, command, actor);
    if (!decision.ok) throw new Error(decision.refusal.message);
    applyEvents(world, decision.value.events);
  }
  return world;
}

type StepTimes = { readonly physics: number; readonly all: number };

/** Median milliseconds of physics alone, and with bots and the alarm engine over what they say. */
function stepMillis(world: World, steps: number): StepTimes {
  const bots = createBotCaller();
  const sensors = world.inventory.ofKind('sensor').map(({ id }) => id);
  const indexes = new Map(sensors.map((id, index) => [id, index]));
  const engine = createAlarmEngine({
    world: () => world,
    execute: async () => ({ ok: true, value: null }),
    latest: () => Number.NaN,
    log: silentLog,
  });
  engine.arrange(sensors);
  const physics: number[] = [];
  const all: number[] = [];
  for (let n = 0; n < steps; n += 1) {
    const from = performance.now();
    step(world);
    physics.push(performance.now() - from);
    for (const { at, items } of bots.due(world, 1)) {
      for (const { sensor, value } of items) engine.judge(indexes.get(sensor) ?? -1, value, at);
    }
    engine.tick(world.now());
    all.push(performance.now() - from);
  }
  return { physics: median(physics.slice(steps / 6)), all: median(all.slice(steps / 6)) };
}

const median = (times: readonly number[]): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

/**
 * Multiplications of one second of a rack with two PDUs, as they stand in the loops: load 9, air and mass 46,
 * PDUs with three phases and a breaker each 2 × 24, sums of the site 8.
 */
const multiplications = 9 + 46 + 2 * 24 + 8;

/** The same number of multiplications and nothing else, over arrays of the same length. */
function bareMillis(racks: number): number {
  const values = new Float64Array(racks).fill(1.000001);
  const times: number[] = [];
  for (let round = 0; round < 60; round += 1) {
    const from = performance.now();
    for (let at = 0; at < racks; at += 1) {
      let value = values[at] as number;
      for (let n = 0; n < multiplications; n += 1) value *= 1.0000001;
      values[at] = value > 1e9 ? 1.000001 : value;
    }
    times.push(performance.now() - from);
  }
  return median(times.slice(10));
}

/** Bytes that physics holds for each rack: all tables and all of the layout's arrays. */
function bytesPerRack(world: World): number {
  const seen = new Set<ArrayBufferLike>();
  const walk = (value: unknown): number => {
    if (ArrayBuffer.isView(value)) {
      if (seen.has(value.buffer)) return 0;
      seen.add(value.buffer);
      return value.byteLength;
    }
    if (typeof value !== 'object' || value === null || value instanceof Map) return 0;
    return Object.values(value).reduce((sum: number, part) => sum + walk(part), 0);
  };
  return (walk(world.plant.state) + walk(world.plant.layout)) / world.inventory.count('rack');
}

async function doorRate(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'coldaisle-door-'));
  const store = openLabStore(join(folder, 'world.db'), { whenMissing: 'create', now: () => 0 as WallMillis });
  if (!store.ok) throw new Error(store.refusal.message);
  const world = createWorld();
  const bench = () => ({ store: store.value, branch: store.value.currentBranch().id, world });
  const door = createDoor({ bench, announce: () => {}, rebuild: () => {}, wall: wallClock, log: silentLog });
  await door.execute({ type: 'lab.found', name: 'x', seed: '1', epoch: 0 }, actor, null);
  const total = 20_000;
  let sent = 0;
  const client = async (): Promise<void> => {
    while (sent < total) {
      sent += 1;
      const done = await door.execute({ type: 'lab.rename', name: `n${sent}` }, actor, `bench-key-${sent}`);
      if (!done.ok) throw new Error(done.refusal.message);
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: 64 }, client));
  const rate = total / ((performance.now() - from) / 1000);
  store.value.close();
  rmSync(folder, { recursive: true });
  return rate;
}

function stepRows(world: World, racks: number, steps: number): Row[] {
  const { physics, all } = stepMillis(world, steps);
  const bare = bareMillis(racks);
  const isAimed = racks === 10_000;
  return [
    {
      name: `step of ${racks} racks: physics`,
      value: physics,
      unit: 'ms',
      ...(isAimed ? { limit: 1.5 } : {}),
      note: `×${Math.round(1000 / physics)} real time; a bare loop of as many multiplications takes ${bare.toFixed(3)} ms, ${Math.round((100 * bare) / physics)} % of it`,
    },
    {
      name: `step of ${racks} racks: physics, bots, alarms`,
      value: all,
      unit: 'ms',
      ...(isAimed ? { limit: 4 } : {}),
      note: `median; physics holds ${Math.round(bytesPerRack(world))} bytes a rack`,
    },
  ];
}

export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const racks of [20, 1000, 10_000]) rows.push(...stepRows(worldOf(racks), racks, 600));
  // Building a hundred thousand racks takes minutes and gigabytes: asked for by name.
  if (process.env['BENCH_HUGE'] === 'yes') rows.push(...stepRows(worldOf(100_000), 100_000, 60));
  rows.push({
    name: 'durable commands through the door, 64 callers',
    value: await doorRate(),
    unit: '/s',
    note: 'each answered after its fsync; target at least 5,000',
  });
  return rows;
}
