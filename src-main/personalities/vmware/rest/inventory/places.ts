/** Where a thing is: every place above it, for the filters of the lists. */
import type { Entity } from '../../../../../sim/contract/entities.ts';
import { parentOf, parentOfEntity } from '../../objects/inventory/tree.ts';
import type { Ref } from '../../wire/value.ts';
import type { Vc } from '../../vc.ts';
import { filterIn } from '../rest-call.ts';
import type { RestCall } from '../rest-call.ts';

/** From its parent up. */
function placesOf(vc: Vc, entity: Entity): readonly string[] {
  const places: string[] = [];
  const climb = (from: Ref | undefined): void => {
    for (let ref = from; ref !== undefined; ref = parentOf(vc, ref)) places.push(ref.value);
  };
  climb(parentOfEntity(vc, entity));
  if (entity.kind === 'vm') {
    const host = vc.refs.ofId(entity.spec.host);
    if (host !== undefined) places.push(host.value);
    if (host !== undefined) climb(parentOf(vc, host));
    const pool = entity.spec.pool === null ? undefined : vc.world().inventory.get(entity.spec.pool);
    if (pool?.kind === 'pool') {
      places.push(vc.refs.of(pool).value);
      climb(parentOfEntity(vc, pool));
    } else if (entity.spec.host !== null) places.push(rootPoolOf(vc, pool ?? entity));
  }
  return places;
}

function rootPoolOf(vc: Vc, entity: Entity): string {
  if (entity.kind === 'cluster' || entity.kind === 'host') return vc.refs.rootPool(entity).value;
  const host = entity.kind === 'vm' ? vc.world().inventory.get(entity.spec.host ?? entity.id) : undefined;
  const cluster =
    host?.parent === null || host === undefined ? undefined : vc.world().inventory.get(host.parent);
  const owner = cluster?.kind === 'cluster' ? cluster : host;
  return owner === undefined ? '' : vc.refs.rootPool(owner).value;
}

const placeFilters = [
  'folders',
  'datacenters',
  'clusters',
  'hosts',
  'resource_pools',
  'parent_folders',
  'parent_resource_pools',
];

/** Whether a thing is in one of the places that each filter names; its own kind's filter is not a place. */
export function isWanted(call: RestCall, entity: Entity, own: string): boolean {
  const { vc } = call;
  const ids = filterIn(call, own);
  if (ids !== undefined && !ids.has(vc.refs.of(entity).value)) return false;
  const names = filterIn(call, 'names');
  if (names !== undefined && !names.has(entity.name)) return false;
  const asked = placeFilters.filter((name) => name !== own && filterIn(call, name) !== undefined);
  if (asked.length === 0) return true;
  const places = placesOf(vc, entity);
  return asked.every((name) => places.some((place) => filterIn(call, name)?.has(place) === true));
}

/** A filter by a word of its own: `power_states`. */
export const isOf = (call: RestCall, name: string, word: string): boolean =>
  filterIn(call, name)?.has(word) ?? true;
