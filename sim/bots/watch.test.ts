import { expect, test } from 'vitest';
import type { Metric } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { createBotCaller, step } from '../kernel/step.ts';
import type { World } from '../kernel/world.ts';
import { did } from '../testing/small-lab.ts';
import { named, oneOfEverything } from '../testing/starter-lab.ts';
import { hashText } from '../kernel/chance.ts';
import { botTable, jumpTable } from './bots.table.ts';
import { mostAtOnce } from './watch.ts';

type Said = { readonly tick: number; readonly sensor: EntityId; readonly value: number };

type Span = { readonly seconds: number; readonly stretch?: number };

/** Lives so many seconds with the bots listened to. */
function heard(
  world: World,
  caller: ReturnType<typeof createBotCaller>,
  { seconds, stretch = 1 }: Span,
): Said[] {
  const said: Said[] = [];
  for (let n = 0; n < seconds; n += 1) {
    step(world);
    for (const { items } of caller.due(world, stretch))
      for (const item of items) said.push({ tick: world.clock.tick, ...item });
  }
  return said;
}

const sensorOf = (world: World, parent: string, metric: Metric): EntityId => {
  const found = world.inventory
    .ofKind('sensor')
    .find((one) => one.parent === parent && one.spec.metric === metric);
  if (found === undefined) throw new Error(`${parent} has no ${metric}`);
  return found.id;
};

const isTurn = ({ tick, sensor }: Said, metric: Metric, stretch: number): boolean => {
  const span = botTable[metric].period * stretch;
  return tick % span === hashText(sensor) % span;
};

test('FR-130-390 a state that changes is told in the same second, and once; in between its turns alone are', () => {
  const world = oneOfEverything('7');
  const caller = createBotCaller();
  const state = sensorOf(world, named(world, 'panel-b'), 'state');
  const quiet = heard(world, caller, { seconds: 60 }).filter(({ sensor }) => sensor === state);
  expect(quiet).toHaveLength(6);
  for (const one of quiet) expect(isTurn(one, 'state', 1)).toBe(true);
  // Just after its turn, so that the next one is far.
  while (!isTurn({ tick: world.clock.tick, sensor: state, value: 0 }, 'state', 1))
    heard(world, caller, { seconds: 1 });
  did(world, { type: 'scenario.run', name: 'FEED_B_LOST', target: named(world, 'site1') });
  const told = heard(world, caller, { seconds: 8 }).filter(({ sensor }) => sensor === state);
  expect(told).toHaveLength(1);
  expect(told[0]?.value).toBe(0);
  const column = world.plant.state.panel;
  const at = column.ids.indexOf(named(world, 'panel-b') as EntityId);
  expect(column.columns['state']?.[at]).toBe(0);
  expect((told[0]?.tick ?? 0) - world.clock.tick).toBeLessThan(-5);
});

test('FR-130-390 what speaks out of its turn is a state, each changed since its last word, and two labs say the same', () => {
  const story = (): { said: Said[]; world: World } => {
    const world = oneOfEverything('9');
    const caller = createBotCaller();
    const said = heard(world, caller, { seconds: 30 });
    did(world, { type: 'scenario.run', name: 'MAINS_FAILURE', target: named(world, 'site1') });
    return { said: [...said, ...heard(world, caller, { seconds: 90 })], world };
  };
  const { said, world } = story();
  expect(story().said).toEqual(said);
  const last = new Map<EntityId, number>();
  let early = 0;
  for (const one of said) {
    const sensor = world.inventory.get(one.sensor);
    const metric = sensor?.kind === 'sensor' ? sensor.spec.metric : 'power';
    if (!isTurn(one, metric, 1)) {
      early += 1;
      expect(jumpTable[metric]).toBeGreaterThan(0);
      if (metric !== 'smoke') expect(one.value).not.toBe(last.get(one.sensor));
    }
    last.set(one.sensor, one.value);
  }
  expect(early).toBeGreaterThan(3);
});

test('FR-130-393 a lab that outruns real time is held back: each state is looked at once in so many seconds', () => {
  const stretch = 7;
  const world = oneOfEverything('7');
  const caller = createBotCaller();
  heard(world, caller, { seconds: 40, stretch });
  did(world, { type: 'scenario.run', name: 'FEED_B_LOST', target: named(world, 'site1') });
  const state = sensorOf(world, named(world, 'panel-b'), 'state');
  const told = heard(world, caller, { seconds: 69, stretch }).filter(({ sensor }) => sensor === state);
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBeLessThanOrEqual(2);
  for (const one of told) expect(one.tick % stretch).toBe(hashText(state) % stretch);
  expect(told[0]?.tick).toBeLessThanOrEqual(40 + 2 * stretch);
});

test('FR-130-393 an edit of the inventory makes no bot forget what it said, and a burst waits in seconds', () => {
  const world = oneOfEverything('7');
  const caller = createBotCaller();
  heard(world, caller, { seconds: 20 });
  did(world, { type: 'inventory.change', id: 'device-1', spec: { lifecycle: 'planned' } });
  did(world, { type: 'scenario.run', name: 'FEED_B_LOST', target: named(world, 'site1') });
  const state = sensorOf(world, named(world, 'panel-b'), 'state');
  const told = heard(world, caller, { seconds: 10 }).find(({ sensor }) => sensor === state);
  expect(told).toMatchObject({ value: 0 });
  expect(told?.tick).toBeLessThan(23);
  expect(mostAtOnce).toBeLessThanOrEqual(500);
});
