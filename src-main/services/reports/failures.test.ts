import { expect, test } from 'vitest';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { did } from '../../../sim/testing/small-lab.ts';
import { countsOver, failingBy, tallyOf } from './failures.ts';
import { poweredShare, together } from './powered.ts';
import { figureOf, hour, reportLab, sectionOf } from './report-lab.fixture.ts';

const span = { from: 0, to: 100 };
const alarm = (id: number, more: Partial<Record<keyof Alarm, unknown>>): Alarm =>
  ({
    id: `alarm-${id}`,
    source: 'crac-1',
    severity: 'critical',
    raisedAt: 10,
    acknowledgedAt: null,
    resolvedAt: null,
    root: null,
    ...more,
  }) as Alarm;

test('FR-130-355 repair and acknowledgement are means from the raising; what a root explains or is minor is no failure', () => {
  const tally = tallyOf(
    [
      alarm(1, { raisedAt: 10, acknowledgedAt: 14, resolvedAt: 30 }),
      alarm(2, { raisedAt: 20, acknowledgedAt: 22, resolvedAt: 60, severity: 'minor' }),
      alarm(3, { raisedAt: 50, root: 'alarm-1', resolvedAt: 120 }),
      alarm(4, { raisedAt: 130 }),
      alarm(5, { raisedAt: 70, source: 'ups-1', severity: 'major' }),
    ],
    span,
  );
  expect(tally.raised.map(({ id }) => id)).toEqual(['alarm-5', 'alarm-3', 'alarm-2', 'alarm-1']);
  expect(tally.failures.map(({ id }) => id)).toEqual(['alarm-5', 'alarm-1']);
  expect([tally.repair, tally.acknowledge, tally.open]).toEqual([30, 3, 2]);
  expect(failingBy(tally.failures, (source) => source)).toEqual([
    { key: 'ups-1', failures: 1, repair: null },
    { key: 'crac-1', failures: 1, repair: 20 },
  ]);
  expect(countsOver(tally.raised, span, 4)).toEqual({ at: [0, 25, 50, 75], counts: [2, 0, 2, 0] });
});

test('FR-130-355 a rack has power while either feed has it, by the states that were read', () => {
  const state = (min: number, max: number, mean: number) => ({ at: 0, lasts: 1, min, max, mean });
  expect(poweredShare(state(1, 1, 1), 'pdu')).toBe(1);
  expect(poweredShare(state(0, 1, 0.25), 'pdu')).toBe(0.25);
  expect(poweredShare(state(1, 2, 1.4), 'pdu')).toBeCloseTo(0.6, 12);
  expect(poweredShare(state(2, 2, 2), 'pdu')).toBe(0);
  expect(poweredShare(state(1, 2, 1.5), 'rack')).toBe(1);
  const a = [
    { at: 0, end: 40, share: 1 },
    { at: 40, end: 100, share: 0 },
  ];
  const b = [
    { at: 0, end: 60, share: 1 },
    { at: 60, end: 80, share: 0 },
  ];
  expect(together([a, b])).toEqual({ read: 100, powered: 60 });
  expect(together([])).toEqual({ read: 0, powered: 0 });
});

test('FR-130-355 the report tells availability, time between failures and the critical events', async () => {
  const lab = reportLab(1);
  const inlet = [...lab.world.inventory.ofKind('sensor')][0];
  if (inlet === undefined) throw new Error('a rack of the small lab has an inlet');
  const state = lab.sensor(lab.thing('A01'), 'state');
  lab.says(state, [0, 10], (at) => (at >= 4 && at < 6 ? 0 : 2));
  lab.setAge(2);
  const ids = did(lab.world, {
    type: 'alarm.raise',
    rule: 'inlet-critical',
    sensor: inlet.id,
    value: 34,
  }).ids;
  lab.setAge(3);
  did(lab.world, { type: 'alarm.acknowledge', id: ids[0] as Alarm['id'] });
  did(lab.world, { type: 'alarm.resolve', id: ids[0] as Alarm['id'], value: 20 });
  lab.setAge(10);
  const report = await lab.make({ kind: 'uptime', compare: 'none' });
  expect(figureOf(report, 'Rack availability').value).toBeCloseTo(80, 6);
  expect(figureOf(report, 'Mean time to repair').value).toBe(hour);
  expect(figureOf(report, 'Mean time between failures').value).toBe(10 * hour);
  expect(sectionOf(report, 'table', 'Critical events').rows).toMatchObject([
    [lab.epoch + 2 * hour, 'A01', expect.any(String), hour, hour],
  ]);
  expect(sectionOf(report, 'table', 'Racks that were without power').rows[0]?.[0]).toBe('A01');
});

test('FR-130-359 alarm performance is judged by the targets of ISA-18.2, with the period before beside it', async () => {
  const lab = reportLab(1);
  const inlet = [...lab.world.inventory.ofKind('sensor')][0];
  if (inlet === undefined) throw new Error('a rack of the small lab has an inlet');
  for (let n = 0; n < 12; n += 1) {
    lab.setAge(30 + n / 100);
    const { ids } = did(lab.world, {
      type: 'alarm.raise',
      rule: 'inlet-critical',
      sensor: inlet.id,
      value: 34,
    });
    lab.setAge(30 + n / 100 + 0.005);
    did(lab.world, { type: 'alarm.resolve', id: ids[0] as Alarm['id'], value: 20 });
  }
  lab.setAge(48);
  const report = await lab.make({ kind: 'alarms' });
  expect(figureOf(report, 'Alarms that rang')).toMatchObject({ value: 12, prior: 0 });
  expect(figureOf(report, 'Most in 10 minutes')).toMatchObject({ value: 12, note: 'target at most 10' });
  const judged = sectionOf(report, 'table', 'ISA-18.2 and EEMUA 191');
  expect(judged.rows.find(([measure]) => measure === 'Most in 10 minutes')).toEqual([
    'Most in 10 minutes',
    '12',
    '≤ 10',
    '0',
    'not met',
  ]);
  expect(sectionOf(report, 'table', 'Top bad actors').rows[0]).toMatchObject([
    'A01',
    expect.any(String),
    12,
    100,
  ]);
});
