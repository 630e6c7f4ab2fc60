import { entitySchema } from '../contract/entities.ts';
import type { Entity, Kind } from '../contract/entities.ts';

/** A field that each kind's spec has gained since the first version: where it is missing, the entity is of then. */
const gained: Partial<Record<Kind, string>> = {
  site: 'currency',
  room: 'wallHeat',
  device: 'lifecycle',
  pdu: 'breaker',
  ups: 'losses',
  crac: 'coil',
};

/** An entity from a log or a snapshot of any version, with the fields that it has gained since. */
export function ofToday(entity: Entity): Entity {
  const field = gained[entity.kind];
  return field === undefined || field in entity.spec ? entity : entitySchema.parse(entity);
}
