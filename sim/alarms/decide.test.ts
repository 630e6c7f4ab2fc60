import { expect, test } from 'vitest';
import type { AlarmId } from '../contract/ids.ts';
import { did, facility, put, ring, showTime } from './facility.fixture.ts';
import type { Facility, Named } from './facility.fixture.ts';
import { isaStateIn } from './isa.ts';

const hot = { of: 'A01', metric: 'temperature', rule: 'inlet-warning', value: 29 } as const;
const leak = { of: 'crac-01', metric: 'leak', rule: 'leak', value: 1 } as const;

const stateOf = ({ world }: Facility, id: AlarmId) => {
  const alarm = world.alarms.get(id);
  if (alarm === undefined) throw new Error(`there is no ${id}`);
  return { plain: alarm.state, isa: isaStateIn(world, alarm) };
};

test('FR-130-160 an alarm that returns unseen is resolved in the plain view and waits as returned until acknowledged', () => {
  const lab = facility(1);
  const id = ring(lab, hot);
  expect(stateOf(lab, id)).toEqual({ plain: 'ACTIVE', isa: 'unacknowledged' });
  did(lab.world, { type: 'alarm.resolve', id });
  expect(stateOf(lab, id)).toEqual({ plain: 'RESOLVED', isa: 'returned' });
  did(lab.world, { type: 'alarm.acknowledge', id, note: 'seen' });
  expect(stateOf(lab, id)).toEqual({ plain: 'RESOLVED', isa: 'normal' });
  expect(put(lab.world, { type: 'alarm.acknowledge', id })).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-state' },
  });
});

test('FR-130-160 acknowledged while its condition lasts, it is normal as soon as that is gone', () => {
  const lab = facility(1);
  const id = ring(lab, hot);
  did(lab.world, { type: 'alarm.acknowledge', id });
  expect(stateOf(lab, id)).toEqual({ plain: 'ACKNOWLEDGED', isa: 'acknowledged' });
  did(lab.world, { type: 'alarm.resolve', id });
  expect(stateOf(lab, id)).toEqual({ plain: 'RESOLVED', isa: 'normal' });
});

test('FR-130-161 the next alarm of its kind takes the place of one that nobody acknowledged', () => {
  const lab = facility(1);
  const first = ring(lab, hot);
  did(lab.world, { type: 'alarm.resolve', id: first });
  const second = ring(lab, hot);
  expect(second).not.toBe(first);
  expect(lab.world.alarms.get(first)?.followedBy).toBe(second);
  expect(stateOf(lab, first).isa).toBe('normal');
  expect(put(lab.world, { type: 'alarm.acknowledge', id: first })).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-state', hint: `It rang again as ${second}.` },
  });
});

test('FR-130-162 a latched alarm stays until it is acknowledged, even when its cause is gone', () => {
  const lab = facility(1);
  const id = ring(lab, leak);
  did(lab.world, { type: 'alarm.resolve', id, value: 0 });
  expect(stateOf(lab, id)).toEqual({ plain: 'ACTIVE', isa: 'returned' });
  expect(did(lab.world, { type: 'alarm.resolve', id, value: 0 }).events).toEqual([]);
  did(lab.world, { type: 'alarm.acknowledge', id });
  expect(stateOf(lab, id)).toEqual({ plain: 'RESOLVED', isa: 'normal' });
});

test('FR-130-162 a latched alarm whose cause comes back before anyone saw it is the same alarm still', () => {
  const lab = facility(1);
  const id = ring(lab, leak);
  did(lab.world, { type: 'alarm.resolve', id });
  expect(ring(lab, leak)).toBe(id);
  expect(stateOf(lab, id)).toEqual({ plain: 'ACTIVE', isa: 'unacknowledged' });
  did(lab.world, { type: 'alarm.acknowledge', id });
  expect(stateOf(lab, id).plain).toBe('ACKNOWLEDGED');
  did(lab.world, { type: 'alarm.resolve', id });
  expect(stateOf(lab, id)).toEqual({ plain: 'RESOLVED', isa: 'normal' });
});

test('FR-130-163 a shelf holds for its time of the lab, says who and why, and needs no command to end', () => {
  const lab = facility(1);
  const id = ring(lab, hot);
  did(lab.world, { type: 'alarm.shelve', id, minutes: 1, reason: 'fan is on order' });
  expect(stateOf(lab, id).isa).toBe('shelved');
  expect(lab.world.alarms.get(id)?.shelved).toMatchObject({ by: 'test', reason: 'fan is on order' });
  showTime(lab.world, 59);
  expect(stateOf(lab, id).isa).toBe('shelved');
  showTime(lab.world, 60);
  expect(stateOf(lab, id).isa).toBe('unacknowledged');
  expect(put(lab.world, { type: 'alarm.unshelve', id })).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-state', hint: 'Its time on the shelf is over.' },
  });
});

test('FR-130-163 the next alarm of a shelved one is born on the shelf, and can be taken off it', () => {
  const lab = facility(1);
  const id = ring(lab, hot);
  did(lab.world, { type: 'alarm.shelve', id, minutes: 60, reason: 'it chatters' });
  did(lab.world, { type: 'alarm.resolve', id });
  const next = ring(lab, hot);
  expect(stateOf(lab, next).isa).toBe('shelved');
  did(lab.world, { type: 'alarm.unshelve', id: next });
  expect(stateOf(lab, next).isa).toBe('unacknowledged');
  did(lab.world, { type: 'alarm.acknowledge', id: next });
  did(lab.world, { type: 'alarm.resolve', id: next });
  expect(put(lab.world, { type: 'alarm.shelve', id: next, minutes: 5, reason: 'x' })).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-state' },
  });
});

test('FR-130-164 a sensor out of service rings nothing until it is put back, and someone must say why', () => {
  const lab = facility(1);
  const sensor = lab.sensor('A01', 'temperature');
  const id = ring(lab, hot);
  expect(put(lab.world, { type: 'alarm.service', sensor, service: 'out' })).toMatchObject({
    ok: false,
    refusal: { code: 'invalid-input', where: 'reason' },
  });
  did(lab.world, { type: 'alarm.service', sensor, service: 'out', reason: 'being replaced' });
  expect(stateOf(lab, id).isa).toBe('out-of-service');
  did(lab.world, { type: 'alarm.resolve', id });
  expect(put(lab.world, { type: 'alarm.raise', rule: 'inlet-warning', sensor, value: 40 })).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-state' },
  });
  did(lab.world, { type: 'alarm.service', sensor, service: 'in' });
  expect(put(lab.world, { type: 'alarm.service', sensor, service: 'in' }).ok).toBe(false);
  expect(stateOf(lab, ring(lab, hot)).isa).toBe('unacknowledged');
});

test('FR-130-164 a rule out of service rings nowhere', () => {
  const lab = facility(1);
  const rule = lab.world.rules.get('inlet-warning');
  if (rule === undefined) throw new Error('the rule is there');
  did(lab.world, { type: 'rule.put', rule: { ...rule, service: 'out-of-service' } });
  const sensor = lab.sensor('A01', 'temperature');
  expect(put(lab.world, { type: 'alarm.raise', rule: rule.id, sensor, value: 40 }).ok).toBe(false);
});

test('FR-130-165 what rings says it in words', () => {
  const lab = facility(1);
  const says = (named: Named): string => lab.world.alarms.get(ring(lab, named))?.message ?? '';
  expect(says({ ...hot, value: 28.34 })).toBe('Inlet 28.3 °C over 28.0');
  expect(says({ of: 'ups-a', metric: 'state', rule: 'ups-on-battery', value: 3 })).toBe(
    'ups-a is on battery',
  );
  expect(says({ of: 'ups-a', metric: 'runtime', rule: 'ups-runtime-low', value: 9.6 })).toBe(
    'Runtime 9.6 min under 10.0',
  );
  expect(says({ of: 'ups-b', metric: 'runtime', rule: 'ups-runtime-low', value: 9.97 })).toBe(
    'Runtime 9.97 min under 10.0',
  );
  expect(says(leak)).toBe('Water found at crac-01');
  expect(says({ of: 'A01-pdu-a', metric: 'breaker', rule: 'pdu-breaker-open', value: 0 })).toBe(
    'A01 A01-pdu-a: breaker is open',
  );
  expect(says({ of: 'A01', metric: 'temperature', rule: 'inlet-rise', value: 0.5 })).toBe(
    'Inlet rises 0.50 K/min, more than 0.37',
  );
  expect(says({ of: 'crac-01', metric: 'supply-temperature', rule: 'crac-supply-high', value: 4.21 })).toBe(
    'Supply air 4.2 K over its set-point, 3.0 allowed',
  );
  expect(says({ of: 'A01', metric: 'temperature', rule: 'sensor-stale', value: 5.2 })).toBe(
    'Inlet has said nothing for 5 periods',
  );
});

test('FR-130-166 a rule rings only on what it watches', () => {
  const lab = facility(1);
  const sensor = lab.sensor('ups-a', 'state');
  expect(put(lab.world, { type: 'alarm.raise', rule: 'inlet-warning', sensor, value: 40 })).toMatchObject({
    ok: false,
    refusal: { code: 'wrong-kind', hint: 'It watches the temperature of rack at front.' },
  });
});
