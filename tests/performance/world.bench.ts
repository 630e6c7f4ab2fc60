/** The world's own speed: a step of many racks with bots and alarm rules, and durable commands through the door. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLabStore } from '../../db/open-lab-store.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { WallMillis } from '../../sim/contract/units.ts';
import {
  alarmRules,
  applyEvents,
  createBotCaller,
  createWorld,
  decide,
  evaluate,
  planLab,
  ruleWatches,
  step,
} from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';
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

/** Median milliseconds of physics, bots and the rules over what they say. */
function stepMillis(world: World): number {
  const bots = createBotCaller();
  const watching = new Map<EntityId, typeof alarmRules>();
  for (const sensor of world.inventory.ofKind('sensor'))
    watching.set(
      sensor.id,
      alarmRules.filter((rule) => ruleWatches(rule, sensor)),
    );
  const times: number[] = [];
  for (let n = 0; n < 600; n += 1) {
    const from = performance.now();
    step(world);
    for (const { items } of bots.due(world, 1)) {
      for (const { sensor, value } of items) {
        for (const rule of watching.get(sensor) ?? [])
          evaluate(rule, value, world.alarms.ringing(rule.id, sensor) === undefined ? 'quiet' : 'ringing');
      }
    }
    times.push(performance.now() - from);
  }
  return times.slice(100).toSorted((a, b) => a - b)[250] ?? Number.NaN;
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

export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const racks of [20, 1000, 10_000]) {
    const value = stepMillis(worldOf(racks));
    rows.push({
      name: `step of ${racks} racks: physics, bots, rules`,
      value,
      unit: 'ms',
      ...(racks === 10_000 ? { limit: 2 } : {}),
      note: 'median of 500',
    });
  }
  rows.push({
    name: 'durable commands through the door, 64 callers',
    value: await doorRate(),
    unit: '/s',
    note: 'each answered after its fsync; target at least 5,000',
  });
  return rows;
}
