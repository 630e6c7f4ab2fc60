import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CapacityPlace, Placement } from '../../sim/contract/capacity.ts';
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

const place = (id: string, path: string): CapacityPlace =>
  ({
    id,
    kind: 'rack',
    name: path,
    path,
    racks: 1,
    space: { used: 20, reserved: 2, of: 42, free: 20, largestGap: { both: 7, front: 7, rear: 8 } },
    power: { used: 4, reserved: 0.5, of: 6, drawn: 2.25, limitedBy: 'ups-1' },
    cooling: { used: 4, reserved: 0.5, of: 4, drawn: 2.25, ofWithOneOut: 2 },
    ports: { used: 12, reserved: 0, of: null },
    weight: { used: 300, reserved: 0, of: 900, unknown: 1 },
    stranded: { units: 12, kilowatts: 0.5, because: 'cooling' },
    over: [{ limit: 'cooling', at: id, used: 4.5, of: 4 }],
    racksOver: 1,
    first: { limit: 'cooling', share: 1.125 },
  }) as unknown as CapacityPlace;

const machine = { kilowattsPerUnit: 0.3, portsPerUnit: 1 };

test('FR-130-286 dvm capacity shows each place with what it runs out of first, page by page', async () => {
  const asked: unknown[] = [];
  double.answers.set('capacity', (params: { readonly after?: string }) => {
    asked.push(params);
    return params.after === undefined
      ? { items: [place('rack-1', 'west/room1/A/A01')], next: 'rack-1', revision: 1, machine }
      : { items: [place('rack-2', 'west/room1/A/A02')], next: null, revision: 1, machine };
  });
  const { out, code } = await dvm('capacity', '--within', 'room1', '--level', 'rack', '--order', 'tightest');
  expect(code).toBe(0);
  expect(out.split('\n')).toEqual([
    'PLACE             FIRST           SPACE U    POWER KW  DRAWN  COOLING KW    PORTS  STRANDED',
    'west/room1/A/A01  cooling 113 %  22 of 42  4.5 of 6.0    2.3  4.5 of 4.0  12 of –  12 U, 0.5 kW: cooling',
    'west/room1/A/A02  cooling 113 %  22 of 42  4.5 of 6.0    2.3  4.5 of 4.0  12 of –  12 U, 0.5 kW: cooling',
    '',
  ]);
  expect(asked).toMatchObject([
    { within: 'room-1', level: 'rack', order: 'tightest' },
    { within: 'room-1', level: 'rack', order: 'tightest', after: 'rack-1' },
  ]);
  expect((await dvm('capacity', '-o', 'name')).out).toBe('west/room1/A/A01\nwest/room1/A/A02\n');
  const wide = await dvm('capacity', '-o', 'wide');
  expect(wide.out).toContain('300 of 900');
  expect(wide.out).toContain('cooling at rack-1');
});

test('FR-130-286 what is no place is told with what it is, and Tab offers places, levels and orders', async () => {
  const ups = await dvm('capacity', '--within', 'ups-a');
  expect(ups.code).toBe(1);
  expect(ups.words).toContain('ups-a is a ups, and nothing stands in it [wrong-kind]');
  const offered = async (...words: string[]): Promise<string[]> =>
    (await dvm('__complete', ...words)).out.split('\n').map((each) => each.split('\t')[0] ?? '');
  expect(await offered('capacity', '--level', '')).toEqual(['site', 'room', 'row', 'rack', '']);
  expect(await offered('fits', '--within', 'room2')).toEqual(['room2', 'room2/A', 'room2/A01', '']);
  expect(await offered('fits', '--together', '')).toEqual(['any', 'same-rack', 'spread', '']);
});

const plan = {
  asked: 3,
  placed: 3,
  proposals: [
    {
      rack: 'rack-2',
      name: 'A02',
      path: 'west/room1/A/A02',
      holds: 5,
      positions: [1, 3, 7],
      feed: null,
      because: 'takes 3 of 3; 1.3 kW and 17 U are left',
      left: { units: 17, kilowatts: 1.3 },
    },
  ],
  others: [],
  refused: [
    { reason: 'power', racks: 14, because: 'less than 0.70 kW left on either feed alone' },
    { reason: 'gap', racks: 1, because: 'no gap of 2 U' },
  ],
  because: '3 of 3 machines fit in one rack',
} as unknown as Placement;

test('FR-130-287 dvm fits shows the plan, and why other racks were passed over', async () => {
  double.answers.set('placement', (asked: object) => {
    expect(asked).toMatchObject({
      units: 2,
      watts: 700,
      count: 3,
      psus: 2,
      within: 'row-1',
      together: 'any',
    });
    return plan;
  });
  const texts = ['fits', '--units', '2', '--watts', '700', '--count', '3', '--within', 'room1/A'];
  expect(await dvm(...texts)).toEqual({
    code: 0,
    out: 'RACK              UNITS     FEED  WHY\nwest/room1/A/A02  U1 U3 U7  both  takes 3 of 3; 1.3 kW and 17 U are left\n',
    words:
      '3 of 3 machines fit in one rack.\n  14 racks: less than 0.70 kW left on either feed alone\n  1 rack: no gap of 2 U\n',
  });
  expect(JSON.parse((await dvm(...texts, '-o', 'json')).out)).toEqual(plan);
});

test('FR-130-287 dvm fits ends with code 1 where not all fit, and with 2 where it was not told what', async () => {
  double.answers.set('placement', { ...plan, asked: 5 });
  const some = await dvm('fits', '--units', '2', '--watts', '700', '--count', '5');
  expect(some.code).toBe(1);
  expect(some.words).toContain('2 of 5 do not fit [over-capacity]');
  double.answers.set('placement', { ...plan, placed: 0, proposals: [] });
  const none = await dvm('fits', '--units', '2', '--watts', '700');
  expect(none).toMatchObject({ code: 1, out: '' });
  expect(none.words).toContain('No rack can take one of them [not-found]');
  expect((await dvm('fits', '--watts', '700')).code).toBe(2);
  const wrong = await dvm('fits', '--units', '2', '--watts', '700', '--psus', '3');
  expect(wrong.code).toBe(2);
  expect(wrong.words).toContain('--psus');
});
