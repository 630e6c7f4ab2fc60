import type { EntityId } from '../contract/ids.ts';
import type { NetworkSpec, Subnet } from '../contract/network-specs.ts';

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

const numberOf = (address: string): number =>
  address.split('.').reduce((number, part) => number * 256 + Number(part), 0);

const textOf = (number: number): string =>
  [16_777_216, 65_536, 256, 1].map((part) => Math.floor(number / part) % 256).join('.');

/** What a subnet gives out. Network, broadcast and the first nine stay out where nothing is said. */
function rangeOf({ cidr, from, to }: Subnet): { readonly low: number; readonly high: number } {
  const [base = '0.0.0.0', prefix = '32'] = cidr.split('/');
  // The shift knows no 33rd bit.
  const size = prefix === '0' ? 4_294_967_296 : (1 << (32 - Number(prefix))) >>> 0;
  const first = numberOf(base) - (numberOf(base) % size);
  const spare = size > 32 ? 10 : 1;
  return {
    low: from === undefined ? first + spare : numberOf(from),
    high: to === undefined ? first + size - 2 : numberOf(to),
  };
}

/** Addresses that the file names are not given to others. */
export const keepAddress = (wire: Wire, address: string): void => {
  wire.taken.add(numberOf(address));
};

/** The next free one; null where none is given out, or none is left. */
export function nextAddress(wire: Wire): string | null {
  let skipped = 0;
  for (const subnet of wire.subnets) {
    if (!subnet.dhcp) continue;
    const { low, high } = rangeOf(subnet);
    const size = Math.max(0, high - low + 1);
    const gateway = subnet.gateway === null ? -1 : numberOf(subnet.gateway);
    while (wire.next - skipped < size) {
      const address = low + wire.next - skipped;
      wire.next += 1;
      if (address === gateway || wire.taken.has(address)) continue;
      wire.taken.add(address);
      return textOf(address);
    }
    skipped += size;
  }
  return null;
}

/** 00:50:56:80–bf is what vCenter gives out, fa:16:3e what Neutron does; counted machines never share one. */
export function macFor(machine: EntityId, key: number, style: 'vmware' | 'openstack'): string {
  const own = Number(/\d+$/.exec(machine)?.[0] ?? 0) * 10 + key;
  const tail = style === 'vmware' ? (own % 0x40_00_00) + 0x80_00_00 : own % 0x1_00_00_00;
  const hex = tail.toString(16).padStart(6, '0');
  const prefix = style === 'vmware' ? '00:50:56' : 'fa:16:3e';
  return `${prefix}:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`;
}
