import { expect, test } from 'vitest';
import { entitySchema } from '../contract/entities.ts';
import { advanceTo, createBotCaller, step } from '../kernel/step.ts';
import type { World } from '../kernel/world.ts';
import { did as done, put, smallLab } from '../testing/small-lab.ts';
import { evaluate } from './evaluate.ts';
import { facility, ring } from './facility.fixture.ts';
import type { Facility } from './facility.fixture.ts';
import { alarmRules } from './rules.table.ts';

const rule = alarmRules.find(({ id }) => id === 'heat-off');

test('FR-130-268 a share that is off by heat is measured on racks, and on nothing else', () => {
  const world = smallLab({ seed: '1', racks: 1 });
  const item = (parent: string) => ({
    type: 'inventory.create' as const,
    item: {
      kind: 'sensor',
      name: 'heat-off',
      parent,
      spec: { metric: 'heat-off', place: 'middle', source: 'bot' },
    } as never,
  });
  const [sensor] = done(world, item('rack-1')).ids;
  expect(put(world, item('crac-1')).ok).toBe(false);
  step(world);
  const said = (): number | undefined =>
    createBotCaller()
      .rollCall(world)
      .flatMap((effect) => (effect.kind === 'readings' ? effect.items : []))
      .find((one) => one.sensor === sensor)?.value;
  expect(said()).toBe(0);
  world.plant.state.rack.columns.tripped[0] = 0.254;
  expect(said()).toBe(25);
});

test('FR-130-268 the alarm rings with the first machine and ends with the last that is back', () => {
  if (rule === undefined) throw new Error('there is a rule');
  expect(rule.severity).toBe('critical');
  expect([rule.cause, rule.consequence, rule.action].every((text) => text.length > 20)).toBe(true);
  expect(evaluate(rule, 0, 'quiet')).toBe('nothing');
  expect(evaluate(rule, 2, 'quiet')).toBe('raise');
  expect(evaluate(rule, 2, 'ringing')).toBe('nothing');
  expect(evaluate(rule, 0, 'ringing')).toBe('resolve');
});

function watched(): Facility & { readonly heatOff: (rack: string) => ReturnType<typeof ring> } {
  const lab = facility(3);
  const sensors = new Map(
    ['A01', 'A02', 'A03'].map((name, at) => {
      const sensor = entitySchema.parse({
        id: `sensor-${900 + at}`,
        kind: 'sensor',
        name: `${name} heat-off`,
        parent: lab.thing(name),
        links: {},
        aliases: {},
        spec: { metric: 'heat-off', place: 'middle', source: 'bot' },
      });
      lab.world.inventory.put(sensor);
      return [name, sensor.id];
    }),
  );
  const sensorOf = (name: string) => sensors.get(name) ?? lab.sensor(name, 'heat-off');
  const heatOff = (of: string): ReturnType<typeof ring> =>
    ring({ ...lab, sensor: sensorOf }, { of, metric: 'heat-off', rule: 'heat-off', value: 40 });
  return { ...lab, heatOff };
}

const rootOf = (world: World, id: ReturnType<typeof ring>): string | null =>
  world.alarms.get(id)?.root ?? null;

test('FR-130-268 it groups under the cooling that failed, whichever rings first', () => {
  const lab = watched();
  const failed = ring(lab, { of: 'crac-01', metric: 'state', rule: 'crac-failed', value: 3 });
  expect(rootOf(lab.world, lab.heatOff('A01'))).toBe(failed);
  const other = watched();
  const off = other.heatOff('A01');
  expect(rootOf(other.world, off)).toBeNull();
  const late = ring(other, { of: 'crac-01', metric: 'state', rule: 'crac-failed', value: 3 });
  expect(rootOf(other.world, off)).toBe(late);
});

test('FR-130-268 on a rack that is hot by itself it groups under its own temperature, and not under a neighbour’s', () => {
  const lab = watched();
  const hot = ring(lab, { of: 'A01', metric: 'temperature', rule: 'inlet-critical', value: 44 });
  expect(rootOf(lab.world, lab.heatOff('A01'))).toBe(hot);
  expect(rootOf(lab.world, lab.heatOff('A02'))).toBeNull();
  // It never hides behind what is less bad.
  const other = watched();
  ring(other, { of: 'A01', metric: 'temperature', rule: 'inlet-warning', value: 30 });
  expect(rootOf(other.world, other.heatOff('A01'))).toBeNull();
});

test('FR-130-268 a drill is charged for machines that heat took down as for racks without power', () => {
  const world = smallLab({ seed: '7f3a', racks: 8 });
  done(world, { type: 'inventory.change', id: 'room-1', spec: { width: 12, depth: 4 } });
  advanceTo(world, 60);
  const dark = (): number => world.plant.state.site.columns.dark[0] ?? 0;
  expect(dark()).toBe(0);
  done(world, {
    type: 'scenario.run',
    name: 'COOLING_FAILURE',
    target: 'room-1',
    severity: 'total',
  });
  advanceTo(world, 3600);
  expect(dark()).toBeGreaterThan(8);
});
