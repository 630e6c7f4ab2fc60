import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandInput } from '../contract/commands.ts';
import { isaStateSchema } from '../contract/alarms.ts';
import type { Alarm, IsaState } from '../contract/alarms.ts';
import type { AlarmId } from '../contract/ids.ts';
import { createWorld } from '../kernel/world.ts';
import type { World } from '../kernel/world.ts';
import { facility, put, showTime } from './facility.fixture.ts';
import type { Facility } from './facility.fixture.ts';
import { foldAlarm } from './fold.ts';
import type { AlarmEvent } from './fold.ts';
import { isaMachine, isaStateIn, isaStateOf } from './isa.ts';
import { alarmMachine } from './machine.ts';

const readings = [
  ['inlet-warning', 'A01', 'temperature', 29],
  ['inlet-critical', 'A01', 'temperature', 33],
  ['inlet-warning', 'A02', 'temperature', 29],
  ['crac-failed', 'crac-01', 'state', 3],
  ['crac-no-power', 'crac-02', 'state', 4],
  ['leak', 'crac-01', 'leak', 1],
  ['utility-lost', 'grid', 'state', 0],
  ['ups-on-battery', 'ups-a', 'state', 3],
  ['panel-dead', 'panel-a', 'state', 0],
  ['pdu-dead', 'A01-pdu-a', 'state', 0],
  ['pdu-breaker-open', 'A01-pdu-a', 'breaker', 0],
  ['rack-one-feed', 'A01', 'state', 1],
] as const;

type Doing = (lab: Facility) => CommandInput;
const pick = fc.integer({ min: 1, max: 14 }).map((n) => `alarm-${n}` as AlarmId);

const doing: fc.Arbitrary<Doing> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...readings).map(([rule, of, metric, value]): Doing => (lab) => ({
      type: 'alarm.raise',
      rule,
      sensor: lab.sensor(of, metric),
      value,
    })),
  },
  {
    weight: 4,
    arbitrary: pick.map((id): Doing => () => ({ type: 'alarm.resolve', id })),
  },
  {
    weight: 3,
    arbitrary: pick.map((id): Doing => () => ({ type: 'alarm.acknowledge', id })),
  },
  {
    weight: 2,
    arbitrary: pick.map((id): Doing => () => ({ type: 'alarm.shelve', id, minutes: 1, reason: 'why not' })),
  },
  {
    weight: 1,
    arbitrary: pick.map((id): Doing => () => ({ type: 'alarm.unshelve', id })),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ reading: fc.constantFrom(...readings), out: fc.boolean() })
      .map(({ reading: [, of, metric], out }): Doing => (lab) => ({
        type: 'alarm.service',
        sensor: lab.sensor(of, metric),
        service: out ? 'out' : 'in',
        reason: 'under repair',
      })),
  },
);
const story = fc.array(fc.record({ wait: fc.integer({ min: 0, max: 50 }), doing }), { maxLength: 60 });

const everyAlarm = (world: World): Alarm[] => [...world.alarms.past(), ...world.alarms.open()];
const statesOf = (world: World): Map<AlarmId, IsaState> =>
  new Map(everyAlarm(world).map((alarm) => [alarm.id, isaStateIn(world, alarm)]));

const legal = (from: IsaState, to: IsaState): boolean =>
  from === to ||
  (Object.values(isaMachine[from]) as (readonly IsaState[])[]).some((next) => next.includes(to));

const plainLegal = (from: Alarm['state'], to: Alarm['state']): boolean =>
  from === to || (Object.values(alarmMachine[from]) as Alarm['state'][]).includes(to);

test('FR-130-167 no sequence of verbs brings an alarm from one of the seven states to one that may not follow', () => {
  fc.assert(
    fc.property(story, (doings) => {
      const lab = facility(2);
      const { world } = lab;
      let now = 0;
      for (const { wait, doing } of doings) {
        const before = statesOf(world);
        const plain = new Map(everyAlarm(world).map(({ id, state }) => [id, state]));
        now += wait;
        showTime(world, now);
        // A shelf may have run out meanwhile: that is an unshelving, too.
        for (const [id, state] of statesOf(world))
          expect(legal(before.get(id) ?? 'normal', state)).toBe(true);
        const between = statesOf(world);
        put(world, doing(lab));
        for (const [id, state] of statesOf(world)) {
          const from = between.get(id);
          if (from !== undefined)
            expect([id, from, state, legal(from, state)]).toEqual([id, from, state, true]);
        }
        for (const { id, state } of everyAlarm(world)) {
          const from = plain.get(id);
          if (from !== undefined) expect(plainLegal(from, state)).toBe(true);
        }
      }
    }),
    { numRuns: 300 },
  );
});

test('FR-130-168 the events alone give the same book, and so does the book at rest', () => {
  fc.assert(
    fc.property(story, (doings) => {
      const lab = facility(2);
      const events: AlarmEvent[] = [];
      let now = 0;
      for (const { wait, doing } of doings) {
        now += wait;
        showTime(lab.world, now);
        const decision = put(lab.world, doing(lab));
        if (decision.ok) events.push(...(decision.value.events as AlarmEvent[]));
      }
      const again = createWorld();
      for (const event of events) foldAlarm(again, structuredClone(event));
      expect(everyAlarm(again)).toEqual(everyAlarm(lab.world));
      expect([...again.outOfService]).toEqual([...lab.world.outOfService]);
      const restored = createWorld();
      restored.alarms.restore(structuredClone(everyAlarm(lab.world)), lab.world.alarms.nextNumber() - 1);
      expect(JSON.stringify(everyAlarm(restored))).toBe(JSON.stringify(everyAlarm(lab.world)));
      expect(restored.alarms.nextNumber()).toBe(lab.world.alarms.nextNumber());
      for (const alarm of everyAlarm(lab.world)) {
        expect(restored.alarms.childCount(alarm.id)).toBe(lab.world.alarms.childCount(alarm.id));
        expect(restored.alarms.latest(alarm.rule, alarm.sensor)?.id).toBe(
          lab.world.alarms.latest(alarm.rule, alarm.sensor)?.id,
        );
      }
    }),
    { numRuns: 150 },
  );
});

test('FR-130-167 every one of the seven states is met, and out of service goes before a shelf, a shelf before a root', () => {
  const lab = facility(1);
  put(lab.world, {
    type: 'alarm.raise',
    rule: 'inlet-warning',
    sensor: lab.sensor('A01', 'temperature'),
    value: 29,
  });
  const [alarm] = lab.world.alarms.open();
  if (alarm === undefined) throw new Error('it rings');
  const shelved = { until: 1000 as never, by: 'a', reason: 'b' };
  const root = 'alarm-9' as AlarmId;
  const at = (changed: Partial<Alarm>, service: 'in-service' | 'out-of-service' = 'in-service'): IsaState =>
    isaStateOf({ ...alarm, ...changed }, { now: 999, service });
  const met = [
    at({}),
    at({ state: 'ACKNOWLEDGED' }),
    at({ state: 'RESOLVED', condition: 'gone' }),
    at({ root }),
    at({ root, shelved }),
    at({ root, shelved }, 'out-of-service'),
    at({ state: 'RESOLVED', condition: 'gone', root, shelved }, 'out-of-service'),
  ];
  expect(met).toEqual([
    'unacknowledged',
    'acknowledged',
    'returned',
    'suppressed',
    'shelved',
    'out-of-service',
    'normal',
  ]);
  expect(new Set(met)).toEqual(new Set(isaStateSchema.options));
  expect(isaStateOf({ ...alarm, root, shelved }, { now: 1000, service: 'in-service' })).toBe('suppressed');
});
