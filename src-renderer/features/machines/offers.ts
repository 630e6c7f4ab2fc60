/** What a lab has to make machines of and to put them in. */
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineRow } from '../../../sim/contract/machine-list.ts';
import type { Realm } from './machine-draft.ts';

export const offeredKinds = [
  'datacenter',
  'folder',
  'cluster',
  'pool',
  'host',
  'cloud',
  'project',
  'datastore',
  'vswitch',
  'network',
  'flavour',
  'image',
] as const satisfies readonly Kind[];

export type Offers = {
  readonly byId: ReadonlyMap<EntityId, Entity>;
  readonly templates: readonly MachineRow[];
};

export const offersOf = (entities: readonly Entity[], templates: readonly MachineRow[]): Offers => ({
  byId: new Map(entities.map((entity) => [entity.id, entity])),
  templates,
});

export function offered<K extends Kind>({ byId }: Offers, kind: K): readonly EntityOf<K>[] {
  return [...byId.values()].filter((one): one is EntityOf<K> => one.kind === kind);
}

/** Where machines may be put: a datacenter or a folder of machines; a project. */
export function placesIn(offers: Offers, realm: Realm): readonly Entity[] {
  if (realm === 'openstack') return offered(offers, 'project');
  const folders = offered(offers, 'folder').filter(
    (folder) => folder.spec.holds === 'vm' && rootOf(offers, folder.id)?.kind === 'datacenter',
  );
  return [...offered(offers, 'datacenter'), ...folders];
}

/** The datacenter or the cloud that something is in. */
export function rootOf({ byId }: Offers, id: EntityId | ''): Entity | null {
  for (let at = id === '' ? undefined : byId.get(id); at !== undefined;) {
    if (at.kind === 'datacenter' || at.kind === 'cloud') return at;
    at = at.parent === null ? undefined : byId.get(at.parent);
  }
  return null;
}

/** Of a kind, what is in the same datacenter or cloud as a place. */
export function beside<K extends Kind>(
  offers: Offers,
  kind: K,
  place: EntityId | '',
): readonly EntityOf<K>[] {
  const root = rootOf(offers, place);
  if (root === null) return [];
  return offered(offers, kind).filter(({ id }) => rootOf(offers, id)?.id === root.id);
}

/** Those of its own project, and those that the cloud shares. */
export const networksFor = (offers: Offers, place: EntityId | ''): readonly EntityOf<'network'>[] =>
  beside(offers, 'network', place).filter(({ parent }) => {
    const owner = parent === null ? undefined : offers.byId.get(parent);
    return owner?.kind !== 'project' || owner.id === place;
  });

/** The one realm that the lab has, or VMware's where it has both. */
export const realmsOf = (offers: Offers): readonly Realm[] =>
  (['vmware', 'openstack'] as const).filter((realm) => placesIn(offers, realm).length > 0);
