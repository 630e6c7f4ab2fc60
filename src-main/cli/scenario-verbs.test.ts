import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';
import { labTick } from './small-lab.fixture.ts';
import { furnishPlant, scenarioCards, scenarioRun } from './small-plant.fixture.ts';

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnishPlant(double);
});
afterEach(() => double.close());

const dvm = (...texts: string[]): Promise<Ran> => runInTest(texts, { env: against(double) });
const run = (...texts: string[]): Promise<Ran> => dvm('scenario', 'run', ...texts);
const started = { revision: 41, tick: 1, ids: ['scenario-3'], repeated: false };

test('FR-150-052 size, ramp, duration and delay go along; what is left out is the scenario’s own', async () => {
  double.replies.push(started);
  const full = ['--size', '60', '--ramp', '300', '--duration', '0', '--in', '90', '--severity', 'total'];
  expect(await run('power-spike', '--target', 'A02', ...full)).toEqual({
    code: 0,
    out: 'scenario-3\n',
    words: 'POWER_SPIKE begins in 1 min on A02, total. Stop it with: dvm scenario stop scenario-3\n',
  });
  await run('POWER_SPIKE', '--room', 'room2');
  await run('MAINS_FAILURE', '--target', 'west');
  expect(double.commands).toEqual([
    {
      type: 'scenario.run',
      name: 'POWER_SPIKE',
      target: 'rack-2',
      severity: 'total',
      size: 60,
      ramp: 300,
      duration: null,
      delay: 90,
    },
    { type: 'scenario.run', name: 'POWER_SPIKE', target: 'room-2', severity: 'partial', delay: 0 },
    { type: 'scenario.run', name: 'MAINS_FAILURE', target: 'site-1', severity: 'total', delay: 0 },
  ]);
});

test.each([
  [['POWER_SPIK', '--target', 'A02'], 1, 'Did you mean POWER_SPIKE?'],
  [['POWER_SPIKE', '--target', 'A03'], 1, 'There is no rack or room called A03'],
  [['POWER_SPIKE', '--target', 'A01'], 1, 'Say which: room1/A01, room2/A01'],
  [
    ['POWER_SPIKE', '--target', 'ups-a'],
    1,
    'POWER_SPIKE strikes a rack or room; ups-a is a ups [wrong-kind]',
  ],
  [['MAINS_FAILURE', '--room', 'room1'], 2, 'MAINS_FAILURE strikes a site or utility, not a room'],
  [
    ['MAINS_FAILURE', '--target', 'west', '--severity', 'partial'],
    2,
    'MAINS_FAILURE is total only, not partial',
  ],
  [['POWER_SPIKE'], 2, 'POWER_SPIKE strikes a rack or room'],
  [['POWER_SPIKE', '--target', 'A02', '--room', 'room1'], 2, 'Say where'],
  [['POWER_SPIKE', '--target', 'A02', '--size', 'much'], 2, '--size takes a number, not much'],
])('FR-150-052 run %j is refused before anything is struck', async (texts, code, told) => {
  const ran = await run(...texts);
  expect(ran).toMatchObject({ code, out: '' });
  expect(ran.words).toContain(told);
  expect(double.commands).toEqual([]);
});

test('FR-150-053 -o wide shows size, ramp and duration, and what you should see', async () => {
  const { out } = await dvm('scenario', 'list', '-o', 'wide');
  const [headings = '', mains = '', spike = ''] = out.split('\n');
  expect(headings).toMatch(/ SIZE +RAMP +DURATION +SUMMARY +YOU SHOULD SEE$/);
  expect(mains).toMatch(/ – +– +until stopped +It breaks\. +First this\. Then that\.$/);
  expect(spike).toMatch(/ Load added, 1 to 200 %, usually 40 +30 min +15 min /);
});

test('FR-150-053 what runs names its target, and what is to come says when', async () => {
  double.answers.set('scenarios', {
    cards: scenarioCards,
    runs: [
      scenarioRun({
        id: 'scenario-1',
        name: 'MAINS_FAILURE',
        target: 'utility-1',
        startedTick: labTick + 40,
      }),
      scenarioRun({ id: 'scenario-2', name: 'POWER_SPIKE', target: 'room-2', startedTick: labTick - 5 }),
      scenarioRun({ id: 'scenario-3', name: 'POWER_SPIKE', target: 'rack-1', startedTick: labTick + 7200 }),
    ],
  });
  const { out } = await dvm('get', 'scenarios');
  expect(out).toMatch(/^MAINS_FAILURE .* scenario-1 on grid, in 40 s /m);
  expect(out).toMatch(/^POWER_SPIKE .* scenario-2 on room2; scenario-3 on room1\/A01, in 2 h /m);
});
