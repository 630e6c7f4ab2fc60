import { expect, test } from 'vitest';
import type { AlarmId } from '../contract/ids.ts';
import { did, facility, put, ring } from './facility.fixture.ts';
import type { Facility } from './facility.fixture.ts';
import { isaStateIn } from './isa.ts';

const rootOf = ({ world }: Facility, id: AlarmId): AlarmId | null | undefined => world.alarms.get(id)?.root;
const isaOf = ({ world }: Facility, id: AlarmId) => {
  const alarm = world.alarms.get(id);
  return alarm === undefined ? undefined : isaStateIn(world, alarm);
};
const heat = (lab: Facility, rack: string) =>
  ring(lab, { of: rack, metric: 'temperature', rule: 'inlet-warning', value: 29 });
const says = (lab: Facility, of: string, [rule, value]: readonly [string, number]) =>
  ring(lab, { of, metric: 'state', rule, value });

test('FR-130-170 a cooling unit that failed explains the rack temperatures of its room, before and after it', () => {
  const lab = facility(14);
  const before = heat(lab, 'A01');
  expect(isaOf(lab, before)).toBe('unacknowledged');
  const crac = says(lab, 'crac-02', ['crac-failed', 3]);
  const later = Array.from({ length: 13 }, (_, n) => heat(lab, `A${String(n + 2).padStart(2, '0')}`));
  expect([before, ...later].map((id) => rootOf(lab, id))).toEqual(Array.from({ length: 14 }, () => crac));
  expect(isaOf(lab, before)).toBe('suppressed');
  expect(lab.world.alarms.childCount(crac)).toBe(14);
  expect(rootOf(lab, crac)).toBeNull();
});

test('FR-130-171 when the root is over, what it explained stays with it, and rings for itself once it is raised anew', () => {
  const lab = facility(2);
  const crac = says(lab, 'crac-02', ['crac-failed', 3]);
  const racks = ['A01', 'A02'].map((name) => heat(lab, name));
  const { events } = did(lab.world, { type: 'alarm.resolve', id: crac });
  expect(events.map(({ type }) => type)).toEqual(['alarm.resolved']);
  expect(racks.map((id) => isaOf(lab, id))).toEqual(['suppressed', 'suppressed']);
  expect(lab.world.alarms.open().map((alarm) => lab.world.alarms.isLeftBehind(alarm))).toEqual([true, true]);
  heat(lab, 'A01');
  expect(racks.map((id) => isaOf(lab, id))).toEqual(['unacknowledged', 'suppressed']);
  did(lab.world, { type: 'alarm.resolve', id: racks[1] as AlarmId });
  expect(racks.map((id) => isaOf(lab, id))).toEqual(['unacknowledged', 'normal']);
});

test('FR-130-171 when one of two causes is over, the other explains from then on', () => {
  const lab = facility(1);
  const first = says(lab, 'crac-01', ['crac-failed', 3]);
  const second = says(lab, 'crac-02', ['crac-failed', 3]);
  const rack = heat(lab, 'A01');
  expect(rootOf(lab, rack)).toBe(first);
  did(lab.world, { type: 'alarm.resolve', id: first });
  expect(rootOf(lab, rack)).toBe(second);
});

test('FR-130-171 one that was over while it was explained needs no acknowledgement, and stays counted', () => {
  const lab = facility(1);
  const crac = says(lab, 'crac-02', ['crac-failed', 3]);
  const rack = heat(lab, 'A01');
  did(lab.world, { type: 'alarm.resolve', id: rack });
  expect(isaOf(lab, rack)).toBe('normal');
  did(lab.world, { type: 'alarm.resolve', id: crac });
  expect(rootOf(lab, rack)).toBe(crac);
  expect(lab.world.alarms.childCount(crac)).toBe(1);
});

test('FR-130-170 the loss of the grid explains batteries, the genset, dead units and the heat that follows', () => {
  const lab = facility(1);
  const rack = heat(lab, 'A01');
  const crac = says(lab, 'crac-01', ['crac-no-power', 4]);
  expect(rootOf(lab, rack)).toBe(crac);
  const ups = says(lab, 'ups-a', ['ups-on-battery', 3]);
  const grid = says(lab, 'grid', ['utility-lost', 0]);
  const genset = says(lab, 'genset-01', ['genset-running', 4]);
  const chiller = says(lab, 'chiller-01', ['chiller-no-power', 4]);
  const water = ring(lab, { of: 'chiller-01', metric: 'water-supply', rule: 'water-supply-high', value: 17 });
  const charge = ring(lab, { of: 'ups-a', metric: 'charge', rule: 'ups-charge-low', value: 40 });
  for (const id of [rack, crac, ups, genset, chiller, water, charge])
    expect([id, rootOf(lab, id)]).toEqual([id, grid]);
  expect(lab.world.alarms.childCount(grid)).toBe(7);
});

test('FR-130-171 with the grid back, the heat goes to the unit that is still without power', () => {
  const lab = facility(1);
  const grid = says(lab, 'grid', ['utility-lost', 0]);
  const rack = heat(lab, 'A01');
  const crac = says(lab, 'crac-01', ['crac-no-power', 4]);
  expect([rootOf(lab, rack), rootOf(lab, crac)]).toEqual([grid, grid]);
  did(lab.world, { type: 'alarm.resolve', id: grid });
  expect([rootOf(lab, rack), rootOf(lab, crac)]).toEqual([grid, grid]);
  says(lab, 'crac-01', ['crac-no-power', 4]);
  expect([rootOf(lab, rack), rootOf(lab, crac)]).toEqual([crac, null]);
});

test('FR-130-172 what asks for another answer is never hidden: a runtime that runs out, an overload, water', () => {
  const lab = facility(1);
  says(lab, 'grid', ['utility-lost', 0]);
  says(lab, 'crac-01', ['crac-failed', 3]);
  const runtime = ring(lab, { of: 'ups-a', metric: 'runtime', rule: 'ups-runtime-critical', value: 4 });
  const load = ring(lab, { of: 'A01-pdu-b', metric: 'load', rule: 'pdu-load-critical', value: 97 });
  const leak = ring(lab, { of: 'crac-01', metric: 'leak', rule: 'leak', value: 1 });
  expect([runtime, load, leak].map((id) => rootOf(lab, id))).toEqual([null, null, null]);
});

test('FR-130-172 what is worse than its cause rings for itself: a unit that is off hides no critical inlet', () => {
  const lab = facility(1);
  const critical = ring(lab, { of: 'A01', metric: 'temperature', rule: 'inlet-critical', value: 33 });
  const off = says(lab, 'crac-01', ['crac-off', 0]);
  const rise = ring(lab, { of: 'A01', metric: 'temperature', rule: 'inlet-rise', value: 0.5 });
  const later = heat(lab, 'A01');
  expect([critical, rise, later].map((id) => rootOf(lab, id))).toEqual([null, off, null]);
  const failed = says(lab, 'crac-02', ['crac-failed', 3]);
  expect([critical, rise, later].map((id) => rootOf(lab, id))).toEqual([failed, off, failed]);
});

test('FR-130-172 a floor PDU on the other side explains nothing', () => {
  const lab = facility(1);
  says(lab, 'panel-b', ['panel-tripped', 2]);
  const dead = says(lab, 'A01-pdu-a', ['pdu-dead', 0]);
  const right = says(lab, 'A01-pdu-b', ['pdu-dead', 0]);
  expect(rootOf(lab, dead)).toBeNull();
  expect(rootOf(lab, right)).toBe('alarm-1');
});

test('FR-130-172 a breaker that is open and the unit that says tripped are one thing, whichever tells first', () => {
  const lab = facility(1);
  const breaker = ring(lab, { of: 'A01-pdu-a', metric: 'breaker', rule: 'pdu-breaker-open', value: 0 });
  const tripped = says(lab, 'A01-pdu-a', ['pdu-tripped', 2]);
  const rack = says(lab, 'A01', ['rack-one-feed', 1]);
  expect([breaker, tripped, rack].map((id) => rootOf(lab, id))).toEqual([null, breaker, breaker]);
  did(lab.world, { type: 'alarm.resolve', id: breaker });
  says(lab, 'A01-pdu-a', ['pdu-tripped', 2]);
  expect([rootOf(lab, tripped), rootOf(lab, rack)]).toEqual([null, tripped]);
});

test('FR-130-170 sensors of one thing that fall silent together ring as one', () => {
  const lab = facility(1);
  const silent = (metric: string) => ring(lab, { of: 'crac-01', metric, rule: 'sensor-stale', value: 5 });
  const [first, second, third] = ['state', 'setpoint', 'leak'].map(silent);
  if (first === undefined || second === undefined || third === undefined) throw new Error('three ring');
  expect([first, second, third].map((id) => rootOf(lab, id))).toEqual([null, first, first]);
  did(lab.world, { type: 'alarm.resolve', id: first });
  silent('setpoint');
  expect([rootOf(lab, second), rootOf(lab, third)]).toEqual([null, second]);
});

test('FR-130-173 a latched root that returned explains nothing new, until its cause is back', () => {
  const lab = facility(2);
  const rule = lab.world.rules.get('crac-failed');
  if (rule === undefined) throw new Error('the rule is there');
  did(lab.world, { type: 'rule.put', rule: { ...rule, latching: 'latched' } });
  const crac = says(lab, 'crac-01', ['crac-failed', 3]);
  const first = heat(lab, 'A01');
  expect(rootOf(lab, first)).toBe(crac);
  did(lab.world, { type: 'alarm.resolve', id: crac });
  expect(isaOf(lab, crac)).toBe('returned');
  const second = heat(lab, 'A02');
  expect(rootOf(lab, second)).toBeNull();
  says(lab, 'crac-01', ['crac-failed', 3]);
  expect([rootOf(lab, first), rootOf(lab, second), isaOf(lab, crac)]).toEqual([crac, crac, 'unacknowledged']);
});

test('FR-130-173 what is explained can still be acknowledged and shelved', () => {
  const lab = facility(1);
  says(lab, 'crac-01', ['crac-failed', 3]);
  const rack = heat(lab, 'A01');
  expect(put(lab.world, { type: 'alarm.acknowledge', id: rack }).ok).toBe(true);
  expect(isaOf(lab, rack)).toBe('suppressed');
  expect(put(lab.world, { type: 'alarm.shelve', id: rack, minutes: 5, reason: 'known' }).ok).toBe(true);
  expect(isaOf(lab, rack)).toBe('shelved');
});

test('FR-130-173 a latched alarm that returned under a root waits to be seen when that is over', () => {
  const lab = facility(1);
  const rule = lab.world.rules.get('inlet-warning');
  if (rule === undefined) throw new Error('the rule is there');
  did(lab.world, { type: 'rule.put', rule: { ...rule, latching: 'latched' } });
  const crac = says(lab, 'crac-01', ['crac-failed', 3]);
  const rack = heat(lab, 'A01');
  did(lab.world, { type: 'alarm.resolve', id: rack });
  expect(isaOf(lab, rack)).toBe('suppressed');
  did(lab.world, { type: 'alarm.resolve', id: crac });
  expect(isaOf(lab, rack)).toBe('returned');
});
