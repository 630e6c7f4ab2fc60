import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { createBotCaller, createWorld, planLab, step } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import { did } from '../../../sim/testing/small-lab.ts';
import { loadTemplate } from './templates.ts';

const resources = join(import.meta.dirname, '../../../resources');

function labFrom(template: string): World {
  const loaded = loadTemplate(resources, template);
  if (!loaded.ok) throw new Error(loaded.refusal.message);
  const plan = planLab(loaded.value.file, { name: 'lab', epoch: Date.parse('2026-01-05T08:00:00Z') });
  if (!plan.ok) throw new Error(plan.refusal.message);
  const world = createWorld();
  for (const command of plan.value) did(world, command);
  return world;
}

const sensorOf = (world: World, unit: EntityId, metric: string): EntityOf<'sensor'> => {
  const found = [...world.inventory.childrenOf(unit)].find(
    (one) => one.kind === 'sensor' && one.spec.metric === metric,
  );
  if (found?.kind !== 'sensor') throw new Error(`${unit} has no ${metric}`);
  return found;
};

/** What every sensor said last within so many seconds. */
function spoken(world: World, seconds: number): ReadonlyMap<EntityId, number> {
  const said = new Map<EntityId, number>();
  const bots = createBotCaller();
  for (let second = 0; second < seconds; second += 1) {
    step(world);
    for (const { items } of bots.due(world, 1))
      for (const { sensor, value } of items) said.set(sensor, value);
  }
  return said;
}

test.each(['starter', 'two-sites'])(
  'FR-130-380 in %s every cooling unit carries a locating rope, and its own leak is found on its own rope first',
  (template) => {
    const world = labFrom(template);
    const units = [...world.inventory.all()].filter((one) => one.kind === 'crac');
    expect(units.length).toBeGreaterThan(1);
    const [unit, other] = units;
    if (unit === undefined || other === undefined) throw new Error('no units');
    for (const { id } of units) expect(sensorOf(world, id, 'leak').spec.path?.length).toBe(4);
    did(world, { type: 'scenario.run', name: 'LEAK_DETECTED', target: unit.id, size: 6 });
    const said = spoken(world, 60);
    const says = (of: EntityId, metric: string) => said.get(sensorOf(world, of, metric).id);
    expect(says(unit.id, 'leak')).toBe(1);
    expect(says(unit.id, 'leak-distance')).toBeGreaterThan(0);
    expect(says(other.id, 'leak')).toBe(0);
    expect(says(other.id, 'leak-distance')).toBe(0);
  },
);
