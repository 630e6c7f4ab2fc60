import { expect, test } from 'vitest';
import type { CommandInput } from '../contract/commands.ts';
import { advanceTo, createBotCaller, step } from '../kernel/step.ts';
import { takeSnapshot, worldHash, restoreSnapshot } from '../kernel/snapshot.ts';
import type { World } from '../kernel/world.ts';
import { did, put } from '../testing/small-lab.ts';
import { named, oneOfEverything } from '../testing/starter-lab.ts';
import { scenarioCards } from './catalogue.table.ts';
import { isOver, strengthOf } from './strength.ts';

type Run = { readonly name: string; readonly on: string } & Record<string, unknown>;
const run = (world: World, { name, on, ...more }: Run) =>
  put(world, { type: 'scenario.run', name, target: named(world, on), ...more } as CommandInput);

const steps = (world: World, count: number): void => advanceTo(world, world.clock.tick + count);

/** What one sensor of a thing would say now. */
function says(world: World, thing: string, measured: string): number | null {
  const [metric = '', place = 'middle'] = measured.split('@');
  const parent = named(world, thing);
  const sensor = world.inventory
    .ofKind('sensor')
    .find((one) => one.parent === parent && one.spec.metric === metric && one.spec.place === place);
  const said = createBotCaller()
    .rollCall(world)[0]
    ?.items.find((item) => item.sensor === sensor?.id);
  return said?.value ?? null;
}

const targetFor: Readonly<Record<string, string>> = {
  rack: 'A01',
  room: 'room1',
  row: 'A',
  site: 'site1',
  utility: 'grid-01',
  crac: 'crac-01',
  ups: 'ups-01',
  chiller: 'chiller-01',
  battery: 'string-01',
  genset: 'genset-01',
  pdu: 'pdu-a',
  panel: 'panel-a',
  sensor: 'temperature',
  host: 'esxi-01',
  datastore: 'ds-01',
  vm: 'vm-01',
  network: 'net-01',
  vswitch: 'dvs-01',
  router: 'router-01',
  blade: 'c01s01',
};

/** What runs on the racks, for what strikes that. */
function withMachines(world: World): World {
  const items = [
    { kind: 'datacenter', name: 'dc-west', parent: named(world, 'site1'), id: 'datacenter-1', spec: {} },
    { kind: 'host', name: 'esxi-01', parent: 'datacenter-1', spec: {} },
    { kind: 'datastore', name: 'ds-01', parent: 'datacenter-1', spec: { capacity: 100 } },
    { kind: 'vswitch', name: 'dvs-01', parent: 'datacenter-1', spec: {} },
    { kind: 'network', name: 'net-01', parent: 'datacenter-1', spec: {} },
    { kind: 'vm', name: 'vm-01', parent: 'datacenter-1', spec: { power: 'on', host: 'host-1' } },
    { kind: 'cloud', name: 'cloud-01', parent: named(world, 'site1'), id: 'cloud-1', spec: {} },
    { kind: 'project', name: 'demo', parent: 'cloud-1', id: 'project-1', spec: {} },
    { kind: 'router', name: 'router-01', parent: 'project-1', spec: {} },
    { kind: 'ucs', name: 'ucs-01', parent: named(world, 'site1'), id: 'ucs-1', spec: {} },
    { kind: 'chassis', name: 'chassis-01', parent: 'ucs-1', id: 'chassis-1', spec: { number: 1 } },
    { kind: 'blade', name: 'c01s01', parent: 'chassis-1', spec: { slot: 1, power: 'on' } },
  ] as const;
  did(world, { type: 'inventory.create-many', items: [...items] } as never);
  return world;
}

test.each(scenarioCards.flatMap((card) => card.targets.map((kind) => [card.name, kind] as const)))(
  'FR-130-200 %s runs on a %s, and the world goes on, replayable to the bit',
  (name, kind) => {
    const world = withMachines(oneOfEverything('1'));
    steps(world, 20);
    const started = run(world, { name, on: targetFor[kind] ?? '' });
    expect(started.ok || started.refusal).toBe(true);
    const snapshot = takeSnapshot(world);
    steps(world, 120);
    const again = restoreSnapshot(snapshot);
    advanceTo(again, world.clock.tick);
    expect(worldHash(again)).toBe(worldHash(world));
    for (const table of Object.values(world.plant.state)) {
      for (const [column, values] of Object.entries<Float64Array>(table.columns))
        expect([column, values.every(Number.isFinite)]).toEqual([column, true]);
    }
  },
);

test.each([
  ['COOLING_FAILURE', 'pdu-a', {}, 'wrong-kind'],
  ['POWER_SPIKE', 'A01', { size: 900 }, 'invalid-input'],
  ['MAINS_FAILURE', 'site1', { size: 2 }, 'invalid-input'],
  ['NO_SUCH_THING', 'A01', {}, null],
] as const)('FR-130-201 %s on %s with %j is refused', (...[name, on, more, code]) => {
  const world = oneOfEverything('1');
  if (code === null) {
    expect(() => run(world, { name, on, ...more })).toThrow('Invalid');
    return;
  }
  const refused = run(world, { name, on, ...more });
  expect(!refused.ok && refused.refusal.code).toBe(code);
});

test('FR-130-202 a scenario takes effect when it was scheduled, grows over its ramp, and ends after its duration', () => {
  const world = oneOfEverything('1');
  const decision = run(world, {
    name: 'POWER_SPIKE',
    on: 'A01',
    size: 50,
    ramp: 10,
    duration: 30,
    delay: 60,
  });
  expect(decision.ok).toBe(true);
  const one = [...world.scenarios.values()][0];
  if (one === undefined) throw new Error('it runs');
  expect([59, 60, 61, 65, 70, 90, 91].map((tick) => strengthOf(one, tick))).toEqual([
    0, 0, 0.1, 0.5, 1, 1, 0,
  ]);
  expect(isOver(one, 90)).toBe(false);
  expect(isOver(one, 91)).toBe(true);
});

test('FR-130-203 a power spike adds its share to the load and takes it away again', () => {
  const struck = oneOfEverything('1');
  const calm = oneOfEverything('1');
  run(struck, { name: 'POWER_SPIKE', on: 'A01', size: 40, duration: 60 });
  for (const world of [struck, calm]) steps(world, 30);
  const load = (world: World): number => world.plant.state.rack.columns.demand[0] ?? 0;
  expect(load(struck) / load(calm)).toBeCloseTo(1.4, 6);
  for (const world of [struck, calm]) steps(world, 60);
  expect(load(struck)).toBe(load(calm));
});

test('FR-130-204 runs on the same thing add up, and each ends by itself', () => {
  const struck = oneOfEverything('1');
  const calm = oneOfEverything('1');
  run(struck, { name: 'POWER_SPIKE', on: 'A01', size: 40, duration: null });
  run(struck, { name: 'POWER_SPIKE', on: 'room1', size: 10, duration: 30 });
  for (const world of [struck, calm]) steps(world, 20);
  const load = (world: World): number => world.plant.state.rack.columns.demand[0] ?? 0;
  expect(load(struck) / load(calm)).toBeCloseTo(1.5, 6);
  for (const world of [struck, calm]) steps(world, 20);
  expect(load(struck) / load(calm)).toBeCloseTo(1.4, 6);
});

test('FR-130-205 a stuck sensor repeats itself, a dead one is silent, a drifting one leaves the truth', () => {
  const world = oneOfEverything('1');
  steps(world, 30);
  const before = says(world, 'A01', 'temperature@front-middle');
  const sensor = world.inventory
    .ofKind('sensor')
    .find((one) => one.parent === named(world, 'A01') && one.spec.place === 'front-middle');
  const stuck = did(world, { type: 'scenario.run', name: 'SENSOR_STUCK', target: sensor?.id as never });
  steps(world, 600);
  expect(says(world, 'A01', 'temperature@front-middle')).toBe(before);
  did(world, { type: 'scenario.stop', id: stuck.ids[0] as never });
  did(world, { type: 'scenario.run', name: 'SENSOR_DRIFT', target: sensor?.id as never, size: 20, ramp: 0 });
  steps(world, 2);
  const truth = world.plant.state.rack.columns.inlet[0] ?? 0;
  expect(says(world, 'A01', 'temperature@front-middle')).toBeGreaterThan(truth + 15);
  run(world, { name: 'SENSOR_DEAD', on: 'A01' });
  step(world);
  step(world);
  expect(says(world, 'A01', 'temperature@front-middle')).toBeNull();
  expect(says(world, 'A01', 'power')).toBeNull();
  expect(says(world, 'A02', 'power')).not.toBeNull();
});

test('FR-130-206 every card tells what you should see', () => {
  for (const card of scenarioCards) {
    expect(card.see.length).toBeGreaterThan(0);
    expect(card.summary.length).toBeGreaterThan(30);
  }
});
