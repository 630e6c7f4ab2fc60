import type { EntityOf } from '../../../sim/contract/entities.ts';
import { wordsOf } from '../../../sim/contract/state-words.table.ts';
import { placeOf, ruleWatches } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { SensorCard, SensorLimits } from '../../mqtt/publisher.ts';
import type { SensorIndex } from './sensor-index.ts';

/** What the publisher tells of each sensor beside its readings. */
export function cardsOf(world: World, index: SensorIndex): SensorCard[] {
  return index.sensors.flatMap((id, at) => {
    const sensor = world.inventory.get(id);
    if (sensor?.kind !== 'sensor') return [];
    const parent = sensor.parent === null ? undefined : world.inventory.get(sensor.parent);
    const limits = limitsOf(world, sensor);
    const model = parent !== undefined && 'model' in parent.spec ? { model: parent.spec.model } : {};
    const { metric } = sensor.spec;
    const words = parent === undefined ? null : wordsOf(parent.kind, metric);
    return [{ topic: index.topics[at] ?? '', metric, words, limits, ...model }];
  });
}

/** Upper limits by level, of the rules that watch this sensor. */
function limitsOf(world: World, sensor: EntityOf<'sensor'>): SensorLimits {
  const place = placeOf(world.inventory, sensor);
  if (place === null) return {};
  const limits: Partial<Record<'warning' | 'critical', number>> = {};
  for (const rule of world.rules.all()) {
    if (rule.test.type !== 'limit' || rule.test.direction === 'below') continue;
    if (ruleWatches(rule, sensor, place)) limits[rule.level] ??= rule.test.limit;
  }
  return limits;
}
