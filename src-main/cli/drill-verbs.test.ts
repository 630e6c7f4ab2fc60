import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';
import { drillCards, drillRun, furnishPlant } from './small-plant.fixture.ts';

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnishPlant(double);
});
afterEach(() => double.close());

const dvm = (...texts: string[]): Promise<Ran> => runInTest(texts, { env: against(double) });

test('FR-150-042 a drill that is taken prints its run, its brief and its goal', async () => {
  double.replies.push({ revision: 41, tick: 1, ids: ['drill-4'], repeated: false });
  expect(await dvm('drill', 'start', 'dark-grid')).toEqual({
    code: 0,
    out: 'drill-4\n',
    words: 'The grid goes dark. Mains fail.\nGoal: Nothing goes dark.\n',
  });
  expect(double.commands).toEqual([{ type: 'drill.start', drill: 'dark-grid' }]);
});

test('FR-150-042 a drill that there is not is answered with the nearest, and one that cannot be is refused', async () => {
  const unknown = await dvm('drill', 'start', 'dark-gird');
  expect(unknown).toMatchObject({ code: 1, out: '' });
  expect(unknown.words).toContain('Did you mean dark-grid?');
  expect(double.commands).toEqual([]);
  double.replies.push({ code: 'wrong-state', message: 'hot-rack runs already (drill-1)' });
  expect((await dvm('drill', 'start', 'dark-grid')).words).toContain('hot-rack runs already (drill-1)');
});

test('FR-150-043 the drill that runs is given up, and its report told', async () => {
  let asked = 0;
  double.answers.set('drills', () => {
    asked += 1;
    return {
      cards: drillCards,
      runs: [drillRun('drill-1', 'hot-rack', asked === 1 ? 'running' : 'given-up')],
    };
  });
  const ran = await dvm('drill', 'end');
  expect(double.commands).toEqual([{ type: 'drill.end', id: 'drill-1', outcome: 'given-up' }]);
  expect(ran.out).toBe(
    [
      'hot-rack: 72 of 100 points (given up)',
      '  15 of 15  Detected: after 12 s',
      '  3 alarms, 1 unanswered',
      '  2026-01-05 08:20:00  alarm-7 rang',
      '',
    ].join('\n'),
  );
});

test('FR-150-043 where no drill runs there is none to give up', async () => {
  expect((await dvm('drill', 'end')).words).toContain('No drill has been taken yet [not-found]');
  double.answers.set('drills', { cards: drillCards, runs: [drillRun('drill-1', 'hot-rack', 'reached')] });
  const ran = await dvm('drill', 'end');
  expect(ran.code).toBe(1);
  expect(ran.words).toContain('No drill runs [wrong-state]');
  expect(double.commands).toEqual([]);
});

test('FR-150-043 the report is of the last run, or of the last of the drill that was named', async () => {
  const runs = [drillRun('drill-1', 'hot-rack', 'reached'), drillRun('drill-2', 'dark-grid', 'out-of-time')];
  double.answers.set('drills', { cards: drillCards, runs });
  expect((await dvm('drill', 'report')).out).toContain('dark-grid: 72 of 100 points (out of time)');
  expect((await dvm('drill', 'report', 'hot-rack')).out).toContain('hot-rack: 72 of 100 points (reached)');
  expect(JSON.parse((await dvm('drill', 'report', '-o', 'json')).out)).toEqual(runs[1]);
});

test('FR-150-043 a report that there is not yet is said so, in words and with an exit code', async () => {
  const running = [drillRun('drill-1', 'hot-rack', 'running')];
  double.answers.set('drills', { cards: drillCards, runs: running });
  expect(await dvm('drill', 'report')).toMatchObject({ code: 1, out: '' });
  expect((await dvm('drill', 'report')).words).toContain('hot-rack still runs [wrong-state]');
  expect((await dvm('drill', 'report', 'dark-grid')).words).toContain('dark-grid has not been taken yet');
  expect((await dvm('drill', 'report', 'dark')).words).toContain('Did you mean dark-grid?');
});
