/** What a device hangs on: up each of its feeds, and what cools and watches the place it stands in. Pure. */
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { ancestorOf } from '../../data/world.ts';
import { sensorsOf } from '../floor/rack-sensors.ts';
import type { Inventory } from '../floor/rack-sensors.ts';
import { relationsOf } from '../inspector/relations.ts';

export type Device = EntityOf<'device'>;
/** From the rack PDU up to the utility; where the way forks, the first of each. */
export type FeedChain = { readonly feed: 'A' | 'B'; readonly things: readonly Entity[] };

const longest = 12;

function upwards({ entities }: Inventory, from: Entity): readonly Entity[] {
  const chain: Entity[] = [];
  for (let at: Entity | undefined = from; at !== undefined && chain.length < longest;) {
    if (chain.includes(at)) break;
    chain.push(at);
    const next: EntityId | undefined = at.links.fedBy?.[0];
    at = next === undefined ? undefined : entities.get(next);
  }
  return chain;
}

export function feedChains(inventory: Inventory, device: Device): readonly FeedChain[] {
  const fed = relationsOf(inventory, device).find(({ name }) => name === 'fedBy')?.things ?? [];
  return fed
    .flatMap((pdu) => (pdu.kind === 'pdu' ? [{ feed: pdu.spec.feed, things: upwards(inventory, pdu) }] : []))
    .toSorted((one, other) => (one.feed < other.feed ? -1 : 1));
}

export function coolersOf(inventory: Inventory, device: Device): readonly Entity[] {
  const room = ancestorOf(inventory.entities, device.parent, 'room');
  if (room === null) return [];
  return relationsOf(inventory, room).find(({ name }) => name === 'cooledBy')?.things ?? [];
}

/** Its own, where somebody gave it any; those of its rack. */
export function sensorsNear(inventory: Inventory, device: Device): readonly EntityOf<'sensor'>[] {
  const own = sensorsOf(inventory, device.id);
  return device.parent === null ? own : [...own, ...sensorsOf(inventory, device.parent)];
}

export const rackOf = ({ entities }: Inventory, { parent }: Device): EntityOf<'rack'> | null => {
  const rack = parent === null ? undefined : entities.get(parent);
  return rack?.kind === 'rack' ? rack : null;
};
