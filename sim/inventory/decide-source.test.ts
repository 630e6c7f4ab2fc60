import { expect, test } from 'vitest';
import type { CommandInput } from '../contract/commands.ts';
import type { EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { World } from '../kernel/world.ts';
import { did, put } from '../testing/small-lab.ts';
import { named, oneOfEverything } from '../testing/starter-lab.ts';
import { pathTo } from './inventory.ts';

type Wanted = {
  readonly on: string;
  readonly source: 'bot' | 'hardware';
  readonly metrics?: readonly string[];
};
const switched = (world: World, { on, ...more }: Wanted) =>
  put(world, { type: 'sensor.source', within: named(world, on), ...more } as CommandInput);

const below = (world: World, name: string): readonly EntityOf<'sensor'>[] => {
  const id = named(world, name) as EntityId;
  return world.inventory
    .ofKind('sensor')
    .filter((sensor) => pathTo(world.inventory, sensor.id).some((one) => one.id === id));
};
const speakers = (sensors: readonly EntityOf<'sensor'>[]): string[] => [
  ...new Set(sensors.map(({ spec }) => spec.source)),
];

test.each(['A01', 'panel-a', 'crac-02', 'ups-01', 'room1', 'site1', 'A'])(
  'FR-130-290 one command hands every sensor at or below %s to hardware, and no other',
  (name) => {
    const world = oneOfEverything('3');
    const all = world.inventory.ofKind('sensor').length;
    const mine = below(world, name).length;
    const done = switched(world, { on: name, source: 'hardware' });
    expect(done.ok && done.value.events.length).toBe(mine);
    expect(mine).toBeGreaterThan(0);
    expect(speakers(below(world, name))).toEqual(['hardware']);
    const silent = world.inventory.ofKind('sensor').filter(({ spec }) => spec.source === 'hardware');
    expect([silent.length, all >= mine]).toEqual([mine, true]);
  },
);

test('FR-130-290 a sensor may be named itself, and keeps all else that is known of it', () => {
  const world = oneOfEverything('3');
  const [before] = below(world, 'crac-01');
  if (before === undefined) throw new Error('crac-01 is measured');
  did(world, { type: 'sensor.source', within: before.id, source: 'hardware' });
  expect(world.inventory.get(before.id)).toEqual({ ...before, spec: { ...before.spec, source: 'hardware' } });
});

test('FR-130-291 only what differs is changed: said twice, nothing happens the second time', () => {
  const world = oneOfEverything('3');
  const [first] = below(world, 'ups-02');
  did(world, { type: 'sensor.source', within: first?.id, source: 'hardware' } as CommandInput);
  const rest = switched(world, { on: 'ups-02', source: 'hardware' });
  expect(rest.ok && rest.value.events.length).toBe(below(world, 'ups-02').length - 1);
  expect(switched(world, { on: 'ups-02', source: 'hardware' })).toEqual({
    ok: true,
    value: { events: [], ids: [] },
  });
  const back = switched(world, { on: 'ups-02', source: 'bot' });
  expect(back.ok && back.value.events.length).toBe(below(world, 'ups-02').length);
});

test('FR-130-292 metrics that are named are handed over, the others stay with their bots', () => {
  const world = oneOfEverything('3');
  switched(world, { on: 'A01', source: 'hardware', metrics: ['temperature', 'power'] });
  const handed = below(world, 'A01').filter(({ spec }) => spec.source === 'hardware');
  expect(new Set(handed.map(({ spec }) => spec.metric))).toEqual(new Set(['temperature', 'power']));
  expect(below(world, 'A01').some(({ spec }) => spec.source === 'bot')).toBe(true);
});

test('FR-130-293 where nothing measures the command is refused with the place and a way out, and changes nothing', () => {
  const world = oneOfEverything('3');
  const device = world.inventory.ofKind('device')[0];
  const layout = world.inventory.layout();
  expect(
    put(world, { type: 'sensor.source', within: device?.id, source: 'hardware' } as CommandInput),
  ).toEqual({
    ok: false,
    refusal: {
      code: 'not-found',
      message: `Nothing measures ${device?.name}, nor anything below it`,
      where: 'within',
      hint: 'Name a sensor, or what has sensors: a rack, a unit, a room.',
    },
  });
  expect(switched(world, { on: 'crac-01', source: 'hardware', metrics: ['fuel', 'pue'] })).toMatchObject({
    refusal: {
      code: 'not-found',
      message: 'Nothing at or below crac-01 measures fuel or pue',
      where: 'metrics',
      hint: expect.stringMatching(/^Measured there: .*supply-temperature/) as string,
    },
  });
  expect(put(world, { type: 'sensor.source', within: 'rack-999', source: 'bot' })).toMatchObject({
    refusal: { code: 'unknown-entity', where: 'within' },
  });
  expect(world.inventory.layout()).toBe(layout);
});
