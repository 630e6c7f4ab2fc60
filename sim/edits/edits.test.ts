import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Actor } from '../contract/actors.ts';
import type { CommandInput } from '../contract/commands.ts';
import { editQueries } from '../contract/edits.ts';
import { eventSchema } from '../contract/events.ts';
import type { WorldEvent } from '../contract/events.ts';
import { applyEvents } from '../kernel/apply.ts';
import { restoreSnapshot, takeSnapshot, worldHash } from '../kernel/snapshot.ts';
import { advanceTo } from '../kernel/step.ts';
import type { World } from '../kernel/world.ts';
import { smallLab } from '../testing/small-lab.ts';
import { listEdits } from './decide.ts';
import { anna, ben, id, make, put, rack, redo, refusalOf, rule, server, undo } from './edits.fixture.ts';
import { mostEdits } from './ledger.ts';

/** All that an edit may change, in no order: what comes back stands last in the list. */
function plan(world: World): unknown {
  return {
    name: world.name,
    entities: [...world.inventory.all()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    rules: world.rules.all().toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    service: [...world.outOfService.values()].toSorted((a, b) => (a.sensor < b.sensor ? -1 : 1)),
  };
}

const number = (max: number) => fc.integer({ min: 1, max });
const edit: fc.Arbitrary<CommandInput> = fc.oneof(
  number(40).map((n) => make(rack(n, n * 2))),
  number(9).map((n) => make(rack(n + 50, 80 + n), { ...server('s', 'rack-90', n), parent: id(`rack-${n}`) })),
  fc.record({ n: number(8), u: number(40) }).map(({ n, u }) => make(server(`d${u}`, `rack-${n}`, u))),
  number(8).map((n): CommandInput => ({
    type: 'inventory.remove',
    id: id(`rack-${n}`),
    contents: 'cascade',
  })),
  number(4).map((n): CommandInput => ({ type: 'inventory.remove', id: id(`device-${n}`) })),
  fc.record({ n: number(8), x: number(90) }).map(({ n, x }): CommandInput => ({
    type: 'inventory.move',
    id: id(`rack-${n}`),
    position: id({ x, y: 2 } as never),
  })),
  fc
    .record({ n: number(8), to: number(5) })
    .map(({ n, to }): CommandInput => ({ type: 'inventory.change', id: id(`rack-${n}`), name: `R${to}` })),
  fc.record({ n: number(8), kw: number(12) }).map(({ n, kw }): CommandInput => ({
    type: 'inventory.change',
    id: id(`rack-${n}`),
    spec: { ratedPower: kw },
  })),
  fc.constantFrom<CommandInput>(
    { type: 'sensor.source', within: id('room-1'), source: 'hardware' },
    { type: 'sensor.source', within: id('rack-2'), source: 'bot' },
    { type: 'rule.put', rule },
    { type: 'rule.put', rule: { ...rule, deadband: 2 } },
    { type: 'rule.remove', id: 'mine' },
    { type: 'rule.remove', id: 'inlet-warning' },
    { type: 'rule.reset' },
    { type: 'lab.rename', name: 'Other' },
    { type: 'lab.rename', name: 'Again' },
    { type: 'alarm.service', sensor: id('sensor-2'), service: 'out', reason: 'repair' },
    { type: 'alarm.service', sensor: id('sensor-2'), service: 'in' },
  ),
);

/** Undoes (or redoes) until nothing is left; says what was refused on the way. */
function exhaust(world: World, step: CommandInput, actor: Actor): string[] {
  for (let n = 0; n < 100; n += 1) {
    const refusal = refusalOf(put(world, step, actor));
    if (refusal !== null) return refusal.code === 'not-found' ? [] : [refusal.message];
  }
  return ['without end'];
}

test('FR-010-070 any edits undone come out at the start, and redone at the end', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 25 }), (edits) => {
      const world = smallLab({ seed: '1', racks: 4 });
      const start = plan(world);
      for (const command of edits) put(world, command);
      const end = plan(world);
      expect(exhaust(world, undo(), anna)).toEqual([]);
      expect(plan(world)).toEqual(start);
      expect(exhaust(world, redo(), anna)).toEqual([]);
      expect(plan(world)).toEqual(end);
    }),
    { numRuns: 150 },
  );
});

const doing = fc.record({
  who: fc.constantFrom(anna, ben),
  wait: fc.integer({ min: 0, max: 5 }),
  command: fc.oneof(
    { weight: 3, arbitrary: edit },
    { weight: 2, arbitrary: fc.constantFrom(undo(), redo(), undo('edit-1'), undo('edit-2'), redo('edit-1')) },
  ),
});

test('FR-010-071 the ledger is replayed from the log and from any snapshot to the bit, two actors interleaved', () => {
  fc.assert(
    fc.property(fc.array(doing, { maxLength: 30 }), (doings) => {
      const world = smallLab({ seed: '7', racks: 4 });
      const entries: { readonly tick: number; readonly events: readonly WorldEvent[] }[] = [];
      const snapshots = [takeSnapshot(world)];
      const first = world.revision as number;
      for (const { who, wait, command } of doings) {
        advanceTo(world, world.clock.tick + wait);
        const decision = put(world, command, who);
        if (!decision.ok) continue;
        // As the store keeps them: as JSON.
        const events = JSON.parse(JSON.stringify(decision.value.events)) as WorldEvent[];
        for (const event of events) expect(eventSchema.safeParse(event).success).toBe(true);
        entries.push({ tick: world.clock.tick, events });
        snapshots.push(takeSnapshot(world));
      }
      for (const snapshot of snapshots) {
        const again = restoreSnapshot(snapshot);
        let revision = first;
        for (const { tick, events } of entries) {
          revision += events.length;
          if (revision <= snapshot.revision) continue;
          advanceTo(again, tick);
          applyEvents(again, events);
        }
        advanceTo(again, world.clock.tick);
        expect(worldHash(again)).toBe(worldHash(world));
        expect(listEdits(again, mostEdits)).toEqual(listEdits(world, mostEdits));
      }
    }),
    { numRuns: 60 },
  );
});

test('FR-010-072 whatever is undone or redone, by whom and in whichever order, the list foretells it', () => {
  fc.assert(
    fc.property(fc.array(doing, { maxLength: 25 }), (doings) => {
      const world = smallLab({ seed: '1', racks: 4 });
      for (const { who, command } of doings) put(world, command, who);
      const list = listEdits(world, mostEdits);
      expect(editQueries.edits.answer.shape.items.parse(list)).toEqual(list);
      for (const { id: which, state, refusal } of list) {
        const twin = restoreSnapshot(takeSnapshot(world));
        const result = put(twin, state === 'done' ? undo(which) : redo(which), ben);
        expect(refusalOf(result)).toEqual(refusal);
      }
    }),
    { numRuns: 40 },
  );
});
