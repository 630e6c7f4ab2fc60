import type { CommandOf } from '../contract/commands.ts';
import type { Entity, EntityOf, Metric } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import { decided } from './decide.ts';
import type { Decision } from './decide.ts';
import type { InventoryView } from './inventory.ts';

/** Whose sensors are spoken for so already are left as they are: where that is all of them, nothing happens. */
export function decideSource(world: World, command: CommandOf<'sensor.source'>): Result<Decision> {
  const { within, source, metrics } = command;
  const thing = world.inventory.get(within);
  if (thing === undefined) {
    return refused('unknown-entity', `There is no ${within}`, {
      where: 'within',
      hint: 'It may have been removed.',
    });
  }
  const sensors = [...sensorsBelow(world.inventory, thing)];
  if (sensors.length === 0) {
    return refused('not-found', `Nothing measures ${thing.name}, nor anything below it`, {
      where: 'within',
      hint: 'Name a sensor, or what has sensors: a rack, a unit, a room.',
    });
  }
  const meant = sensors.filter(({ spec }) => metrics === undefined || metrics.includes(spec.metric));
  if (meant.length === 0) return noneMeasures(thing, metrics ?? [], sensors);
  const events = meant
    .filter(({ spec }) => spec.source !== source)
    .map((sensor): WorldEvent => ({
      type: 'entity.changed',
      entity: { ...sensor, spec: { ...sensor.spec, source } },
    }));
  return decided(events, []);
}

function noneMeasures(
  thing: Entity,
  wanted: readonly Metric[],
  sensors: readonly EntityOf<'sensor'>[],
): Result<never> {
  const measured = [...new Set(sensors.map(({ spec }) => spec.metric))];
  return refused('not-found', `Nothing at or below ${thing.name} measures ${wanted.join(' or ')}`, {
    where: 'metrics',
    hint: `Measured there: ${measured.join(', ')}.`,
  });
}

function* sensorsBelow(view: InventoryView, thing: Entity): Generator<EntityOf<'sensor'>> {
  if (thing.kind === 'sensor') yield thing;
  for (const child of view.childrenOf(thing.id)) yield* sensorsBelow(view, child);
}
