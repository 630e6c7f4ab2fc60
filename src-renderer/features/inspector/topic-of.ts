/** Where on the broker a thing's readings are published. */
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { sensorTopic } from '../../../sim/contract/topics.ts';
import { lineage } from '../../data/world.ts';

/** Of a sensor its own topic; of anything else the one under which its sensors publish. */
export function topicOf(entities: ReadonlyMap<EntityId, Entity>, entity: Entity): string {
  const parents = [...lineage(entities, entity.parent)].toReversed();
  if (entity.kind === 'sensor') return sensorTopic(parents, entity);
  const below = sensorTopic([...parents, entity], {
    spec: { metric: 'temperature', place: 'middle', source: 'bot' },
  });
  return below.slice(0, below.lastIndexOf('/'));
}
