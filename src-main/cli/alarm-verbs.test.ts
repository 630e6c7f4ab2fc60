import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';
import { labEpoch } from './small-lab.fixture.ts';
import { furnishPlant } from './small-plant.fixture.ts';

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnishPlant(double);
});
afterEach(() => double.close());

const dvm = (...texts: string[]): Promise<Ran> => runInTest(texts, { env: against(double) });

test('FR-150-047 alarms are shelved for a while, with the reason, and taken off the shelf', async () => {
  const ran = await dvm(
    'alarm',
    'shelve',
    '7',
    'alarm-8',
    '--minutes',
    '30',
    '--reason',
    'Fan tray on its way',
  );
  expect(ran).toEqual({ code: 0, out: '', words: 'Shelved alarm-7.\nShelved alarm-8.\n' });
  await dvm('alarm', 'shelve', '9', '--reason', 'again');
  await dvm('alarm', 'unshelve', '7');
  expect(double.commands).toEqual([
    { type: 'alarm.shelve', id: 'alarm-7', minutes: 30, reason: 'Fan tray on its way' },
    { type: 'alarm.shelve', id: 'alarm-8', minutes: 30, reason: 'Fan tray on its way' },
    { type: 'alarm.shelve', id: 'alarm-9', minutes: 60, reason: 'again' },
    { type: 'alarm.unshelve', id: 'alarm-7' },
  ]);
});

test('FR-150-047 nothing is shelved without a reason, and nothing that is no alarm', async () => {
  for (const texts of [
    ['shelve', '7'],
    ['shelve', '7', '--reason', ' '],
    ['shelve', 'rack-1', '--reason', 'x'],
    ['shelve', '7', '--reason', 'x', '--minutes', 'an hour'],
    ['unshelve', 'seven'],
    ['unshelve'],
  ]) {
    expect({ texts, ...(await dvm('alarm', ...texts)) }).toMatchObject({ texts, code: 2, out: '' });
  }
  expect(double.commands).toEqual([]);
});

test('FR-150-047 an alarm that there is not is refused by the host, in its words', async () => {
  double.replies.push({ code: 'not-found', message: 'There is no alarm-99', where: 'id' });
  const ran = await dvm('alarm', 'shelve', '99', '--reason', 'x');
  expect(ran).toMatchObject({ code: 1, words: 'dvm: There is no alarm-99 (id) [not-found]\n' });
});

test('FR-130-374 notes are written beside alarms, and alarms are given to somebody and taken from them', async () => {
  const noted = await dvm('alarm', 'note', '7', '8', '--text', ' Filter is clogged ');
  expect(noted).toEqual({ code: 0, out: '', words: 'Noted on alarm-7.\nNoted on alarm-8.\n' });
  expect((await dvm('alarm', 'assign', '7', '--to', 'ann')).words).toBe('Assigned alarm-7 to ann.\n');
  expect((await dvm('alarm', 'assign', '7')).words).toBe('alarm-7 is nobody’s.\n');
  expect(double.commands).toEqual([
    { type: 'alarm.annotate', id: 'alarm-7', note: 'Filter is clogged' },
    { type: 'alarm.annotate', id: 'alarm-8', note: 'Filter is clogged' },
    { type: 'alarm.assign', id: 'alarm-7', to: 'ann' },
    { type: 'alarm.assign', id: 'alarm-7', to: null },
  ]);
});

test('FR-130-374 an empty note and an empty name are told before anything is asked of the host', async () => {
  for (const texts of [
    ['note', '7'],
    ['note', '7', '--text', ' '],
    ['assign', '7', '--to', ' '],
    ['assign', 'rack-1', '--to', 'ann'],
  ])
    expect({ texts, ...(await dvm('alarm', ...texts)) }).toMatchObject({ texts, code: 2, out: '' });
  expect(double.commands).toEqual([]);
});

test('FR-150-048 a sensor goes out of service with a reason and comes back without one', async () => {
  const out = await dvm('alarm', 'service', 'A02/inlet', '--out', '--reason', 'Being replaced');
  expect(out).toEqual({ code: 0, out: '', words: 'A02/inlet is out of service.\n' });
  expect((await dvm('alarm', 'service', 'sensor-2')).words).toBe('A02/inlet is back in service.\n');
  expect(double.commands).toEqual([
    { type: 'alarm.service', sensor: 'sensor-2', service: 'out', reason: 'Being replaced' },
    { type: 'alarm.service', sensor: 'sensor-2', service: 'in', reason: '' },
  ]);
});

test('FR-150-048 a missing reason, a name that may mean two and one that nothing has are told', async () => {
  expect((await dvm('alarm', 'service', 'A02/inlet', '--out')).code).toBe(2);
  const two = await dvm('alarm', 'service', 'inlet', '--out', '--reason', 'x');
  expect(two.words).toContain('Say which: A01/inlet, A02/inlet');
  const none = await dvm('alarm', 'service', 'A02/inlett', '--out', '--reason', 'x');
  expect(none.words).toContain('There is no sensor called A02/inlett');
  expect(double.commands).toEqual([]);
});

const judged = (value: number, target: number, verdict = 'ok') => ({ value, target, verdict });
const timed = { mean: null, count: 0 };
const kpis = {
  from: labEpoch,
  to: labEpoch + 86_400_000,
  rang: 900,
  quiet: 3,
  extent: 'whole',
  rate: {
    per10Minutes: judged(6.25, 1, 'over'),
    perHour: judged(37.5, 6, 'over'),
    perDay: judged(900, 150, 'over'),
    peak: judged(24, 10, 'over'),
  },
  floods: { share: judged(12, 1, 'over'), items: [] },
  chattering: { count: judged(0, 0), items: [] },
  stale: { count: judged(0, 5, 'none'), items: [] },
  priorities: [],
  top: { share: judged(3, 5), items: [] },
  acknowledge: { ...timed, waiting: 0 },
  resolve: { ...timed, open: 0 },
};

test('FR-150-049 the figures of the alarm list stand beside what the standard wants', async () => {
  double.answers.set('alarm-kpis', kpis);
  const { out } = await dvm('alarm', 'kpis');
  expect(out).toMatch(/^alarms in 10 minutes, mean +6\.3 +1 +over$/m);
  expect(out).toMatch(/^chattering alarms +0\.0 +0 +ok$/m);
  expect(out).toMatch(/^stale alarms +0\.0 +5 +none$/m);
  expect(JSON.parse((await dvm('alarm', 'kpis', '-o', 'json')).out)).toEqual(kpis);
});
