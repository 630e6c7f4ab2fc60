/** What a machine has to plug a cable into, as its operating system calls it. */
import type { EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import type { GuestOs } from '../../contract/machine-specs.ts';
import type { Subnet } from '../../contract/network-specs.ts';
import { addressOfNumber, addressesOf, numberOfAddress } from '../../inventory/ipv4.ts';
import { above } from '../../inventory/inventory.ts';
import type { Inventory } from '../../inventory/inventory.ts';

export type Network = EntityOf<'network'>;
export type Computer = EntityOf<'vm'> | EntityOf<'blade'>;

export type Adapter = {
  readonly name: string;
  readonly hardware: string;
  readonly network: Network | null;
  readonly subnet: Subnet | null;
  readonly address: string | null;
  /** Its cable is in. */
  readonly isConnected: boolean;
  /** Of a blade: the interconnect side that it goes by. */
  readonly fabric: 'A' | 'B' | null;
};

/** Names by the slot of the virtual bus, as udev gives them. */
const vmwareNames = ['ens192', 'ens224', 'ens256', 'ens161', 'ens193', 'ens225', 'ens257', 'ens162'] as const;
const systemsWithOldNames: ReadonlySet<GuestOs> = new Set<GuestOs>(['alpine-3.19', 'other']);

export const prefixOf = ({ cidr }: Pick<Subnet, 'cidr'>): number => Number(cidr.split('/')[1] ?? '32');
const baseOf = ({ cidr }: Pick<Subnet, 'cidr'>): number => {
  const size = addressesOf(prefixOf({ cidr }));
  return Math.floor(numberOfAddress(cidr.split('/')[0] ?? '0.0.0.0') / size) * size;
};

export function isInside(subnet: Pick<Subnet, 'cidr'>, address: string): boolean {
  const size = addressesOf(prefixOf(subnet));
  return Math.floor(numberOfAddress(address) / size) * size === baseOf(subnet);
}

/** Of a subnet, by its number in it. */
export const addressAt = (subnet: Pick<Subnet, 'cidr'>, at: number): string =>
  addressOfNumber(baseOf(subnet) + at);

const placeIn = (subnet: Pick<Subnet, 'cidr'>, address: string): number =>
  numberOfAddress(address) % addressesOf(prefixOf(subnet));

type Shelf = Pick<Inventory, 'get' | 'ofKind'>;

const networkOf = ({ get }: Pick<Inventory, 'get'>, id: EntityId | null): Network | null => {
  const found = id === null ? undefined : get(id);
  return found?.kind === 'network' ? found : null;
};

const subnetOf = (network: Network | null, address: string | null): Subnet | null =>
  (address === null ? undefined : network?.spec.subnets.find((one) => isInside(one, address))) ?? null;

export function adaptersOf(inventory: Shelf, computer: Computer): readonly Adapter[] {
  return computer.kind === 'vm'
    ? adaptersOfVm(inventory, computer)
    : adaptersOfBlade(inventory, computer, profileOf(inventory, computer.id));
}

function adaptersOfVm(inventory: Shelf, { spec, parent }: EntityOf<'vm'>): readonly Adapter[] {
  const isVmware = above(inventory, parent, 'datacenter') !== undefined;
  return spec.nics.map(({ network: id, mac, address, isConnected }, at): Adapter => {
    const network = networkOf(inventory, id);
    return {
      name: nameOf(spec.os, isVmware, at),
      hardware: mac,
      network,
      subnet: subnetOf(network, address),
      address,
      isConnected: isConnected && network !== null,
      fabric: null,
    };
  });
}

function nameOf(os: GuestOs, isVmware: boolean, at: number): string {
  if (systemsWithOldNames.has(os)) return `eth${at}`;
  if (isVmware) return vmwareNames[at] ?? `ens${163 + at}`;
  // Red Hat's image for clouds keeps the old names.
  return os === 'rhel-9' ? `eth${at}` : `ens${3 + at}`;
}

const profileOf = (inventory: Shelf, blade: EntityId): EntityOf<'profile'> | undefined =>
  inventory.ofKind('profile').find(({ spec }) => spec.blade === blade && !spec.isTemplate);

/** A profile's cards. The address that a blade is known by tells its number on each of the networks. */
export function adaptersOfBlade(
  inventory: Pick<Inventory, 'get'>,
  blade: EntityOf<'blade'>,
  profile: EntityOf<'profile'> | undefined,
): readonly Adapter[] {
  const { spec } = blade;
  const chassis = blade.parent === null ? undefined : inventory.get(blade.parent);
  const number = (chassis?.kind === 'chassis' ? chassis.spec.number - 1 : 0) * 16 + spec.slot;
  return (profile?.spec.vnics ?? []).map(({ name, mac, network: wired, fabric }): Adapter => {
    const network = networkOf(inventory, wired);
    const subnet = subnetOf(network, spec.address ?? null) ?? network?.spec.subnets[0] ?? null;
    const own = subnet === null ? null : addressOn(subnet, spec.address, number);
    return { name, hardware: mac, network, subnet, address: own, isConnected: network !== null, fabric };
  });
}

/** As many stand below it, and its gateway, as an administrator would count them. */
const firstOfBlades = 10;

function addressOn(subnet: Subnet, known: string | undefined, number: number): string {
  if (known === undefined) return addressAt(subnet, firstOfBlades + number);
  return isInside(subnet, known) ? known : addressAt(subnet, placeIn(subnet, known));
}
