import { expect, test } from 'vitest';
import { alarmMachine } from '../alarms/machine.ts';
import { evaluate } from '../alarms/evaluate.ts';
import { alarmRules } from '../alarms/rules.table.ts';
import { advanceTo } from '../kernel/step.ts';
import type { World } from '../kernel/world.ts';
import { did, put, smallLab } from '../testing/small-lab.ts';
import { relativeHumidity } from './air/moist-air.ts';

const id = (text: string): never => text as never;
const hour = 3600;
/** Two rows' worth of floor for eight racks: six square metres each. */
const builtLab = (): World => {
  const world = smallLab({ seed: '7f3a', racks: 8 });
  did(world, { type: 'inventory.change', id: id('room-1'), spec: { width: 12, depth: 4 } });
  return world;
};
const inlet = (world: World, rack: number): number =>
  world.plant.state.rack.columns.inlet[rack] ?? Number.NaN;

test('FR-130-001 a healthy room holds its inlets in the recommended envelope', () => {
  const world = smallLab({ seed: '7f3a', racks: 8 });
  advanceTo(world, hour);
  for (let rack = 0; rack < 8; rack += 1) {
    expect(inlet(world, rack)).toBeGreaterThan(18);
    expect(inlet(world, rack)).toBeLessThan(27);
  }
});

test('FR-130-002 what the racks give off, the room’s units take: the balance closes', () => {
  const world = builtLab();
  for (let n = 1; n <= 8; n += 1)
    did(world, { type: 'inventory.change', id: id(`device-${n}`), spec: { idlePower: 4000 } });
  advanceTo(world, 12 * hour);
  const { room, crac } = world.plant.state;
  const sum = (values: Float64Array | undefined): number =>
    values?.reduce((total, value) => total + value, 0) ?? 0;
  const given = sum(room.columns.heat) + sum(world.plant.layout?.air.crac.fanHeat);
  expect(sum(crac.columns.output) / given).toBeGreaterThan(0.995);
  expect(sum(crac.columns.output) / given).toBeLessThan(1.005);
});

test('FR-130-003 more load draws more air through a rack, less cooling makes the inlet warmer', () => {
  const world = builtLab();
  advanceTo(world, hour);
  const before = inlet(world, 0);
  const breathed = (): number => world.plant.layout?.air.rack.flow[0] ?? Number.NaN;
  const was = breathed();
  did(world, { type: 'scenario.run', name: 'POWER_SPIKE', target: id('rack-1'), size: 100 });
  advanceTo(world, hour + 300);
  expect(breathed()).toBeGreaterThan(1.5 * was);
  did(world, { type: 'scenario.stop', id: id('scenario-1') });
  did(world, { type: 'inventory.remove', id: id('crac-1'), contents: 'cascade' });
  did(world, { type: 'inventory.change', id: id('crac-2'), spec: { ratedCooling: 4 } });
  advanceTo(world, hour + 1200);
  expect(inlet(world, 0)).toBeGreaterThan(before + 3);
});

test('FR-130-004 a failing rack warms by about 0.3 °C a minute, its neighbours hardly', () => {
  const world = smallLab({ seed: '7f3a', racks: 8 });
  advanceTo(world, hour);
  did(world, { type: 'scenario.run', name: 'COOLING_FAILURE', target: id('rack-3') });
  const [mine, far] = [inlet(world, 2), inlet(world, 7)];
  advanceTo(world, hour + 600);
  expect(inlet(world, 2) - mine).toBeGreaterThan(2.7);
  expect(inlet(world, 2) - mine).toBeLessThan(3.6);
  expect(Math.abs(inlet(world, 7) - far)).toBeLessThan(0.3);
});

test('FR-130-005 when the scenario stops, the rack cools again', () => {
  const world = smallLab({ seed: '7f3a', racks: 8 });
  advanceTo(world, hour);
  const usual = inlet(world, 2);
  did(world, { type: 'scenario.run', name: 'COOLING_FAILURE', target: id('rack-3') });
  advanceTo(world, hour + 1800);
  did(world, { type: 'scenario.stop', id: id('scenario-1') });
  advanceTo(world, hour + 1800 + 900);
  expect(Math.abs(inlet(world, 2) - usual)).toBeLessThan(0.5);
});

test('FR-130-006 a room without any cooling is past 32 °C within the published minutes', () => {
  // 5 kW in a rack: published bracket 13 s without walls to 104 s with heavy ones (facts: total loss).
  const world = builtLab();
  for (let n = 1; n <= 8; n += 1)
    did(world, {
      type: 'inventory.change',
      id: id(`device-${n}`),
      spec: { idlePower: 5000, ratedPower: 5000 },
    });
  advanceTo(world, hour);
  did(world, { type: 'scenario.run', name: 'COOLING_FAILURE', target: id('room-1'), severity: 'total' });
  advanceTo(world, hour + 13);
  expect(inlet(world, 0)).toBeLessThan(32);
  advanceTo(world, hour + 104);
  expect(inlet(world, 0)).toBeGreaterThan(32);
});

test('FR-130-007 a scenario strikes only what it can, once at a time', () => {
  const world = smallLab({ seed: '1', racks: 1 });
  expect(put(world, { type: 'scenario.run', name: 'COOLING_FAILURE', target: id('row-1') })).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-kind' },
  });
  did(world, { type: 'scenario.run', name: 'COOLING_FAILURE', target: id('rack-1') });
  expect(put(world, { type: 'scenario.run', name: 'COOLING_FAILURE', target: id('rack-1') })).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-state' },
  });
  expect(put(world, { type: 'scenario.stop', id: id('scenario-9') })).toMatchObject({
    ok: false,
    refusal: { code: 'not-found' },
  });
});

test('FR-130-008 humidity follows the Magnus form', () => {
  // 7.8 g/kg at 23 °C: vapour pressure 1254.6 Pa of 2808 Pa.
  expect(relativeHumidity(0.0078, 23)).toBeCloseTo(44.7, 0);
  expect(relativeHumidity(0.03, 10)).toBe(100);
});

test('FR-130-010 limits ring at 28 and 32 °C and let go half a degree below', () => {
  const warning = alarmRules.find((rule) => rule.id === 'inlet-warning');
  const critical = alarmRules.find((rule) => rule.id === 'inlet-critical');
  if (warning === undefined || critical === undefined) throw new Error('two rules');
  const limit = (at: number) => ({ type: 'limit', direction: 'above', limit: at });
  expect([warning.test, critical.test]).toEqual([limit(28), limit(32)]);
  expect(evaluate(warning, 28, 'quiet')).toBe('nothing');
  expect(evaluate(warning, 28.1, 'quiet')).toBe('raise');
  expect(evaluate(warning, 28.1, 'ringing')).toBe('nothing');
  expect(evaluate(warning, 27.5, 'ringing')).toBe('nothing');
  expect(evaluate(warning, 27.4, 'ringing')).toBe('resolve');
});

test('FR-130-011 an alarm goes from active over acknowledged to resolved, and never back', () => {
  expect(alarmMachine).toEqual({
    ACTIVE: { acknowledge: 'ACKNOWLEDGED', resolve: 'RESOLVED' },
    ACKNOWLEDGED: { resolve: 'RESOLVED' },
    RESOLVED: {},
  });
  const world = smallLab({ seed: '1', racks: 1 });
  const raised = did(world, {
    type: 'alarm.raise',
    rule: 'inlet-warning',
    sensor: id('sensor-1'),
    value: 28.44,
  });
  expect(raised.ids).toEqual(['alarm-1']);
  expect(
    did(world, { type: 'alarm.raise', rule: 'inlet-warning', sensor: id('sensor-1'), value: 29 }).events,
  ).toEqual([]);
  expect(world.alarms.get(id('alarm-1'))).toMatchObject({
    state: 'ACTIVE',
    severity: 'major',
    source: 'rack-1',
    message: 'Inlet 28.4 °C over 28.0',
  });
  did(world, { type: 'alarm.acknowledge', id: id('alarm-1'), note: 'seen' });
  expect(put(world, { type: 'alarm.acknowledge', id: id('alarm-1') })).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-state' },
  });
  did(world, { type: 'alarm.resolve', id: id('alarm-1') });
  expect(put(world, { type: 'alarm.resolve', id: id('alarm-1') })).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-state' },
  });
  expect(
    world.alarms.past().map(({ state, acknowledgedBy, note }) => ({ state, acknowledgedBy, note })),
  ).toEqual([{ state: 'RESOLVED', acknowledgedBy: 'test', note: 'seen' }]);
  expect(
    did(world, { type: 'alarm.raise', rule: 'inlet-warning', sensor: id('sensor-1'), value: 30 }).ids,
  ).toEqual(['alarm-2']);
});
