import type { EntityId } from '../contract/ids.ts';
import type { NetworkSpec, Subnet } from '../contract/network-specs.ts';
import { addressOfNumber, macOfNumber, numberOfAddress, rangeOf } from './ipv4.ts';
import type { MacStyle } from './ipv4.ts';

/** A network of the file, and what of its addresses is given out. */
export type Wire = {
  readonly id: EntityId;
  readonly subnets: readonly Subnet[];
  readonly taken: Set<number>;
  /** Where the search for a free one goes on. */
  next: number;
};

export const wireOf = (id: EntityId, { subnets }: Pick<NetworkSpec, 'subnets'>): Wire => ({
  id,
  subnets,
  taken: new Set(),
  next: 0,
});

/** Addresses that the file names are not given to others. */
export const keepAddress = (wire: Wire, address: string): void => {
  wire.taken.add(numberOfAddress(address));
};

/** The next free one; null where none is given out, or none is left. */
export function nextAddress(wire: Wire): string | null {
  let skipped = 0;
  for (const subnet of wire.subnets) {
    if (!subnet.dhcp) continue;
    const { low, high } = rangeOf(subnet);
    const size = Math.max(0, high - low + 1);
    const gateway = subnet.gateway === null ? -1 : numberOfAddress(subnet.gateway);
    while (wire.next - skipped < size) {
      const address = low + wire.next - skipped;
      wire.next += 1;
      if (address === gateway || wire.taken.has(address)) continue;
      wire.taken.add(address);
      return addressOfNumber(address);
    }
    skipped += size;
  }
  return null;
}

/** Counted machines never share one. */
export const macFor = (machine: EntityId, key: number, style: MacStyle): string =>
  macOfNumber(Number(/\d+$/.exec(machine)?.[0] ?? 0) * 10 + key, style);
