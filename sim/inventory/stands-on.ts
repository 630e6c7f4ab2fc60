import type { Entity } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';

/** What a thing could not do without, by links and by what its spec names. */
export function standsOn(entity: Entity): readonly EntityId[] {
  return [...Object.values(entity.links).flat(), ...namedIn(entity)].filter((id) => id !== null);
}

function namedIn(entity: Entity): readonly (EntityId | null)[] {
  switch (entity.kind) {
    case 'vm': {
      const { host, pool, disks, nics } = entity.spec;
      return [
        host,
        pool,
        ...disks.flatMap(({ datastore, volume }) => [datastore, volume]),
        ...nics.map(({ network }) => network),
      ];
    }
    case 'router':
      return [entity.spec.external, ...entity.spec.networks];
    case 'address':
      return [entity.spec.network, entity.spec.machine];
    case 'volume':
      return [entity.spec.machine];
    case 'profile':
      return [entity.spec.template, entity.spec.blade, ...entity.spec.vnics.map(({ network }) => network)];
    default:
      return [];
  }
}
