import { afterEach, beforeEach, expect, test } from 'vitest';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';
import { furnishPlant } from './small-plant.fixture.ts';

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  furnishPlant(double);
});
afterEach(() => double.close());

const dvm = (...texts: string[]): Promise<Ran> => runInTest(texts, { env: against(double) });

test('FR-130-295 dvm source hands the sensors of whatever is named over, with how many there were', async () => {
  expect(await dvm('source', 'ups-a', 'hardware')).toEqual({
    code: 0,
    out: '',
    words: 'Hardware speaks for 1 sensor of ups-a from now on.\n',
  });
  expect((await dvm('source', 'gen', 'bot')).words).toBe('Bots speak for the sensors of gen already.\n');
  expect((await dvm('source', 'room1', 'hardware')).code).toBe(0);
  expect(double.commands).toEqual([
    { type: 'sensor.source', within: 'ups-1', source: 'hardware' },
    { type: 'sensor.source', within: 'genset-1', source: 'bot' },
    { type: 'sensor.source', within: 'room-1', source: 'hardware' },
  ]);
});

test('FR-130-295 metrics narrow it, given one by one or with commas', async () => {
  expect((await dvm('source', 'ups-a', 'hardware', '--metric', 'load,charge')).words).toBe(
    'Hardware speaks for the sensors of ups-a already.\n',
  );
  await dvm('source', 'ups-a/state', 'hardware', '--metric', 'state');
  expect(double.commands).toEqual([
    { type: 'sensor.source', within: 'ups-1', source: 'hardware', metrics: ['load', 'charge'] },
    { type: 'sensor.source', within: 'sensor-91', source: 'hardware', metrics: ['state'] },
  ]);
});

test('FR-130-295 who or what there is not is said before anything is asked, a refusal in the host’s words', async () => {
  expect(await dvm('source', 'ups-a', 'hardwre')).toMatchObject({ code: 2 });
  expect((await dvm('source', 'ups-a', 'bot', '--metric', 'lod')).code).toBe(2);
  expect((await dvm('source', 'ups-b', 'bot')).words).toContain('There is nothing of that sort called ups-b');
  expect(double.commands).toEqual([]);
  double.replies.push({ code: 'not-found', message: 'Nothing measures grid', where: 'within' });
  const refused = await dvm('source', 'grid', 'hardware');
  expect(refused.code).toBe(1);
  expect(refused.words).toContain('Nothing measures grid');
});
