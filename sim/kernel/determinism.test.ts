import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandInput } from '../contract/commands.ts';
import type { WorldEvent } from '../contract/events.ts';
import { addRack, did, put, smallLab } from '../testing/small-lab.ts';
import { applyEvents } from './apply.ts';
import { restoreSnapshot, takeSnapshot, worldHash } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';
import { advanceTo, createBotCaller, step } from './step.ts';
import type { World } from './world.ts';

type Entry = { readonly tick: number; readonly events: readonly WorldEvent[] };
type Doing = { readonly wait: number; readonly command: CommandInput };

const id = (text: string): never => text as never;

const command: fc.Arbitrary<CommandInput> = fc.oneof(
  fc.record({ n: fc.integer({ min: 1, max: 6 }), total: fc.boolean() }).map(({ n, total }): CommandInput => ({
    type: 'scenario.run',
    name: 'COOLING_FAILURE',
    target: id(`rack-${n}`),
    severity: total ? 'total' : 'partial',
  })),
  fc
    .integer({ min: 1, max: 4 })
    .map((n): CommandInput => ({ type: 'scenario.stop', id: id(`scenario-${n}`) })),
  fc
    .integer({ min: 1, max: 6 })
    .map((n): CommandInput => ({ type: 'inventory.remove', id: id(`rack-${n}`), contents: 'cascade' })),
  fc
    .record({ n: fc.integer({ min: 1, max: 6 }), x: fc.integer({ min: 1, max: 90 }) })
    .map(({ n, x }): CommandInput => ({
      type: 'inventory.move',
      id: id(`rack-${n}`),
      position: { x, y: 5 } as never,
    })),
  fc
    .record({ n: fc.integer({ min: 1, max: 6 }), kw: fc.integer({ min: 1, max: 12 }) })
    .map(({ n, kw }): CommandInput => ({
      type: 'inventory.change',
      id: id(`rack-${n}`),
      spec: { ratedPower: kw },
    })),
  fc
    .integer({ min: 18, max: 26 })
    .map((setpoint): CommandInput => ({ type: 'inventory.change', id: id('crac-1'), spec: { setpoint } })),
  fc.integer({ min: 1, max: 6 }).map((n): CommandInput => ({
    type: 'alarm.raise',
    rule: 'inlet-warning',
    sensor: id(`sensor-${n}`),
    value: 29,
  })),
  fc
    .integer({ min: 1, max: 3 })
    .map((n): CommandInput => ({ type: 'alarm.acknowledge', id: id(`alarm-${n}`) })),
  fc.constantFrom<CommandInput>(
    { type: 'clock.pause' },
    { type: 'clock.resume' },
    { type: 'clock.step', ticks: 5 },
    { type: 'clock.speed', speed: 60 },
  ),
);
const story = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 40 }), command }), { maxLength: 25 });
const seed = fc.integer({ min: 0, max: 0xffff_ffff }).map((n) => n.toString(16));

/** Lives a story, writing the log and, now and then, a snapshot. */
function live(world: World, doings: readonly Doing[]): { log: Entry[]; snapshots: Snapshot[] } {
  const log: Entry[] = [];
  const snapshots: Snapshot[] = [];
  const caller = createBotCaller();
  for (const [at, doing] of doings.entries()) {
    for (let n = 0; n < doing.wait; n += 1) {
      step(world);
      caller.due(world, 1);
    }
    if (at % 3 === 0) caller.rollCall(world);
    const decision = put(world, doing.command);
    if (decision.ok) log.push({ tick: world.clock.tick, events: decision.value.events });
    if (at % 5 === 0) snapshots.push(takeSnapshot(world));
  }
  for (let n = 0; n < 30; n += 1) step(world);
  return { log, snapshots };
}

test('FR-010-001 FR-000-006 the same lab, seed and commands make the same world, to the bit', () => {
  fc.assert(
    fc.property(seed, story, (of, doings) => {
      const one = smallLab({ seed: of, racks: 6 });
      const two = smallLab({ seed: of, racks: 6 });
      live(one, doings);
      live(two, doings);
      expect(worldHash(two)).toBe(worldHash(one));
    }),
    { numRuns: 60 },
  );
});

test('FR-010-002 replaying the log from any snapshot reproduces the hash', () => {
  fc.assert(
    fc.property(seed, story, (of, doings) => {
      const world = smallLab({ seed: of, racks: 6 });
      const start = takeSnapshot(world);
      const { log, snapshots } = live(world, doings);
      for (const snapshot of [start, ...snapshots]) {
        const again = restoreSnapshot(snapshot);
        let revision = start.revision as number;
        for (const { tick, events } of log) {
          revision += events.length;
          if (revision <= snapshot.revision) continue;
          advanceTo(again, tick);
          applyEvents(again, events);
        }
        advanceTo(again, world.clock.tick);
        expect(worldHash(again)).toBe(worldHash(world));
      }
    }),
    { numRuns: 60 },
  );
});

test('FR-010-003 a new actor changes no other actor’s numbers', () => {
  fc.assert(
    fc.property(seed, fc.integer({ min: 40, max: 200 }), (of, ticks) => {
      const few = smallLab({ seed: of, racks: 3 });
      const more = smallLab({ seed: of, racks: 3 });
      // In a room of its own, so that only chance could connect them.
      const make = (item: object): string =>
        did(more, { type: 'inventory.create', item: item as never }).ids[0] ?? '';
      const site = more.inventory.ofKind('site')[0]?.id ?? null;
      const spec = { width: 100, depth: 8, envelope: 'A1' };
      const room = make({ kind: 'room', name: 'other', parent: site, spec });
      const row = make({ kind: 'row', name: 'Z', parent: room, spec: { containment: 'none' } });
      addRack(more, { row, n: 80, load: 0 });
      const readings = (world: World): string[] => {
        const caller = createBotCaller();
        const said: string[] = [];
        for (let n = 0; n < ticks; n += 1) {
          step(world);
          for (const { items } of caller.due(world, 1))
            said.push(...items.map((one) => `${n} ${one.sensor} ${one.value}`));
        }
        return said.filter((line) => !line.includes('sensor-4'));
      };
      const loads = (world: World): number[] => [...world.plant.state.rack.columns.load.subarray(0, 3)];
      expect(readings(more)).toEqual(readings(few));
      expect(loads(more)).toEqual(loads(few));
    }),
    { numRuns: 40 },
  );
});

test('FR-010-004 another seed makes another world', () => {
  const one = smallLab({ seed: '1', racks: 3 });
  const two = smallLab({ seed: '2', racks: 3 });
  advanceTo(one, 100);
  advanceTo(two, 100);
  expect([...one.plant.state.rack.columns.load]).not.toEqual([...two.plant.state.rack.columns.load]);
});

test('FR-010-005 bots read the world and never touch it', () => {
  const world = smallLab({ seed: 'a', racks: 4 });
  advanceTo(world, 100);
  const before = worldHash(world);
  const caller = createBotCaller();
  caller.rollCall(world);
  caller.due(world, 3);
  expect(worldHash(world)).toBe(before);
});
