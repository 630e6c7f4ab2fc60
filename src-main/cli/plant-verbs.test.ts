import { afterEach, beforeEach, expect, test } from 'vitest';
import { orderTable } from '../../sim/contract/orders.table.ts';
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

test('FR-150-040 an order goes to the unit that was named, by name, path or id', async () => {
  expect(await dvm('order', 'breaker-open', 'A02/pdu-a')).toEqual({
    code: 0,
    out: '',
    words: 'Open breaker: pdu-a.\n',
  });
  await dvm('order', 'genset-start', 'genset-1');
  await dvm('order', 'cell-replace', 'string', '--value', '17');
  expect(double.commands).toEqual([
    { type: 'plant.order', target: 'pdu-1', verb: 'breaker-open', value: null },
    { type: 'plant.order', target: 'genset-1', verb: 'genset-start', value: null },
    { type: 'plant.order', target: 'battery-1', verb: 'cell-replace', value: 17 },
  ]);
});

test('FR-150-040 an order or a unit that there is not is answered with the nearest', async () => {
  const order = await dvm('order', 'genset-strat', 'gen');
  expect(order).toMatchObject({ code: 2, out: '' });
  expect(order.words).toContain('Did you mean genset-start');
  const name = await dvm('order', 'ups-off', 'ups-b');
  expect(name.code).toBe(1);
  expect(name.words).toContain('There is no ups called ups-b [not-found]');
  expect(name.words).toContain('Did you mean ups-a?');
  expect(double.commands).toEqual([]);
});

test('FR-150-040 a unit of another kind is told with what it obeys', async () => {
  const crac = await dvm('order', 'ups-off', 'crac-a');
  expect(crac.code).toBe(1);
  expect(crac.words).toContain('ups-off is said to a ups; crac-a is a crac [wrong-kind]');
  expect(crac.words).toContain('A crac obeys unit-on, unit-off, leak-dry');
  expect((await dvm('order', 'ups-off', 'grid')).words).toContain('A utility obeys no orders');
  expect(double.commands).toEqual([]);
});

test('FR-150-040 a value is asked for where an order needs one, and only there', async () => {
  const without = await dvm('order', 'cell-replace', 'string');
  expect(without.code).toBe(2);
  expect(without.words).toContain('needs a --value');
  const needless = await dvm('order', 'ups-eco', 'ups-a', '--value', '3');
  expect(needless.code).toBe(2);
  expect(needless.words).toContain('ups-eco takes no --value');
  expect(double.commands).toEqual([]);
});

test('FR-150-040 the help says of every order what obeys it, and Tab offers just those', async () => {
  const { out } = await dvm('help', 'order');
  for (const [verb, { kinds }] of Object.entries(orderTable)) {
    expect(out).toMatch(new RegExp(`${verb} +${kinds.join(', ')}$`, 'm'));
  }
  const offered = await dvm('__complete', 'order', 'unit-off', '');
  expect(offered.out.split('\n').map((each) => each.split('\t')[0])).toEqual(['crac-a', 'chiller', '']);
});

test('FR-150-041 what-if names the racks, the overloads and the batteries', async () => {
  double.answers.set('consequences', ({ id }: { readonly id: string }) => {
    expect(id).toBe('panel-1');
    return {
      dark: ['rack-1'],
      degraded: ['rack-2', 'rack-3'],
      overloaded: [{ id: 'ups-1', load: 108.7 }],
      bridged: [{ id: 'ups-1', minutes: 12.2 }],
    };
  });
  expect(await dvm('what-if', 'panel-a')).toEqual({
    code: 0,
    words: '',
    out: [
      'dark        room1/A01',
      'one feed    A02, room2/A01',
      'overloaded  ups-a 109 %',
      'on battery  ups-a 12 min',
      '',
    ].join('\n'),
  });
  expect(JSON.parse((await dvm('what-if', 'panel-a', '-o', 'json')).out)).toMatchObject({
    dark: ['rack-1'],
    overloaded: [{ load: 108.7 }],
  });
  expect(double.commands).toEqual([]);
});

test('FR-150-041 of a rack, what-if tells what it hangs on alone', async () => {
  double.answers.set('redundancy', { level: 'single feed', singlePoints: ['ats-1', 'site-1'] });
  const ran = await dvm('what-if', 'A02');
  expect(ran.out).toBe('single feed\n  hangs on switch\n  hangs on the grid of west\n');
});

test('FR-150-041 what-if of a thing that feeds nothing, or of none, says so', async () => {
  const crac = await dvm('what-if', 'crac-a');
  expect(crac).toMatchObject({ code: 1, out: '' });
  expect(crac.words).toContain('crac-a is a crac, and feeds nothing [wrong-kind]');
  const none = await dvm('what-if', 'panel-b');
  expect(none.words).toContain('There is nothing of that sort called panel-b');
  expect(none.words).toContain('Did you mean panel-a?');
  expect((await dvm('what-if', 'A01')).words).toContain('Say which: room1/A01, room2/A01');
});
