import type { EntityId } from '../../contract/ids.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { Adapter, Computer } from './adapters.ts';
import { adaptersOf } from './adapters.ts';
import type { OwnNetwork } from './own-network.ts';
import type { Segment, Station } from './station.ts';

type Making = {
  readonly inventory: Inventory;
  readonly segments: ReadonlyMap<EntityId, Segment>;
  readonly networks: ReadonlyMap<EntityId, OwnNetwork>;
  /** Where the machine itself let go of what the lab gave it. */
  readonly left: readonly Station[];
};

const nothing: ReadonlySet<string> = new Set();

/** Addresses of the lab that the machine does not have now. */
export function leftBy(
  { inventory, networks }: Pick<Making, 'inventory' | 'networks'>,
  computer: Computer,
): ReadonlySet<string> {
  const own = networks.get(computer.id);
  if (own === undefined) return nothing;
  const off = adaptersOf(inventory, computer).filter(({ name }) => own.off.includes(name));
  return new Set([
    ...own.without.map(({ address }) => address),
    ...off.flatMap(({ address }) => (address === null ? [] : [address])),
  ]);
}

/** Addresses that machines took themselves. */
export function addOwn(making: Making): void {
  for (const [id, own] of making.networks) {
    const computer = making.inventory.get(id);
    if (computer?.kind !== 'vm' && computer?.kind !== 'blade') continue;
    const adapters = adaptersOf(making.inventory, computer);
    for (const { card, address } of own.added) {
      const adapter = adapters.find(({ name }) => name === card);
      if (adapter !== undefined) addTo(making, adapter, { address, computer: id });
    }
  }
  for (const station of making.left) claim(station);
}

type Taken = { readonly address: string; readonly computer: EntityId };

/** A port of a cloud lets none but its own through. */
function addTo({ segments }: Making, { network, hardware }: Adapter, { address, computer }: Taken): void {
  const segment = network === null ? undefined : segments.get(network.id);
  if (network === null || segment === undefined || segment.isTenant) return;
  claim({ address, segment, network, is: { kind: 'computer', computer, hardware } });
}

function claim(station: Station): void {
  const { address, segment } = station;
  const rivals = segment.rivals.get(address);
  if (!segment.stations.has(address)) segment.stations.set(address, station);
  else if (rivals === undefined) segment.rivals.set(address, [station]);
  else rivals.push(station);
}
