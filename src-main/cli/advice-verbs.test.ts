import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';
import { furnishPlant } from './small-plant.fixture.ts';

const advice = {
  id: 'advice-3',
  site: 'site-1',
  target: 'crac-9',
  verb: 'set-point',
  from: 22,
  to: 22.5,
  rule: 'cool-room',
  reason: 'No inlet of room1 was above 24.2 °C in the last half-hour.',
  facts: {},
  saving: 0.12,
  savingDay: 2.9,
  confidence: 0.6,
  guard: { room: 'room-1', inletMost: 27 },
  doneBy: 'anyone',
  state: 'open',
  proposedAt: 1,
  appliedAt: null,
  appliedTick: null,
  appliedBy: null,
  endedAt: null,
  because: '',
  measured: null,
};

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnishPlant(double);
  double.answers.set('advice', {
    site: 'site-1',
    mode: 'advise',
    unmeasured: null,
    unsettled: [],
    items: [advice],
    saved: { today: { measured: 1.5, projected: 0.5 }, month: { measured: 1.5, projected: 0.5 } },
    savingNow: 0.4,
    pue: { now: 1.34, without: 1.35 },
  });
});
afterEach(() => double.close());

const dvm = (...texts: string[]): Promise<Ran> => runInTest(texts, { env: against(double) });

test('FR-130-325 dvm advice lists what is recommended, and what was saved', async () => {
  const ran = await dvm('advice');
  expect(ran).toMatchObject({ code: 0 });
  expect(ran.out).toMatch(/advice-3.*22\.0 -> 22\.5 °C.*open.*0\.12 kW/);
  expect(ran.words).toContain('Mode: advise. Saved today 2.00 kWh (1.50 kWh measured)');
  expect(JSON.parse((await dvm('advice', 'list', '-o', 'json')).out)).toMatchObject([{ id: 'advice-3' }]);
});

test('FR-130-325 dvm advice applies, dismisses, takes back and switches by command', async () => {
  expect(await dvm('advice', 'apply', 'advice-3')).toMatchObject({ code: 0, words: 'Applied advice-3.\n' });
  await dvm('advice', 'dismiss', 'advice-3', '--reason', 'Serviced today');
  await dvm('advice', 'undo', 'advice-3');
  const switched = await dvm('advice', 'mode', 'act');
  expect(switched.code).toBe(0);
  expect(double.commands).toMatchObject([
    { type: 'advisor.apply', id: 'advice-3' },
    { type: 'advisor.dismiss', id: 'advice-3', reason: 'Serviced today' },
    { type: 'advisor.undo', id: 'advice-3', reason: 'Taken back by hand' },
    { type: 'advisor.switch', mode: 'act' },
  ]);
});

test('FR-130-325 an advice or a mode that there is not is answered with what there is', async () => {
  const ran = await dvm('advice', 'apply', 'advice-4');
  expect(ran.code).toBe(1);
  expect(ran.words).toContain('There is no advice-4');
  expect((await dvm('advice', 'mode', 'clever')).code).not.toBe(0);
  expect(double.commands).toEqual([]);
});
