import type { EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { World } from '../kernel/world.ts';
import type { Plant } from '../physics/plant.ts';
import type { Host } from './allotments.ts';
import { struck } from './struck.ts';

/** Whether a server's own power supplies have input now. Before the first step nobody knows: it is taken to have. */
function isFed({ plant }: World, device: EntityOf<'device'>): boolean {
  const { layout, state } = plant;
  const rack = layout?.index.rack.get(device.parent as EntityId);
  if (layout === null || rack === undefined) return true;
  const { powered, tripped } = state.rack.columns;
  // Heat has switched off all of the rack.
  if (at(tripped, rack) > 0.999) return false;
  const { begin, list } = layout.power.racks;
  const pdus = list.subarray(at(begin, rack), at(begin, rack + 1));
  return pdus.length === 0 ? at(powered, rack) > 0 : isFedBy(plant, pdus, device);
}

function isFedBy({ layout, state }: Plant, pdus: Int32Array, { spec }: EntityOf<'device'>): boolean {
  const { single, dual } = state.pdu.columns;
  if (spec.psus > 1) return at(dual, at(pdus, 0)) > 0;
  const side = spec.feed === 'B' ? 1 : 0;
  return pdus.some((pdu) => layout?.power.racks.pdu.isB[pdu] === side && at(single, pdu) > 0);
}

const at = (column: ArrayLike<number>, index: number): number => column[index] ?? 0;

/** What stands on no server or enclosure of the lab has power always; what a scenario struck has none. */
export function hostIsFed(world: World, { id, links }: Host | EntityOf<'chassis'>): boolean {
  if (struck(world, 'HOST_FAILURE', id) > 0) return false;
  const server = links.runsOn?.[0];
  const device = server === undefined ? undefined : world.inventory.get(server);
  return device?.kind !== 'device' || isFed(world, device);
}
