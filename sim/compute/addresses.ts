/** What an adapter is given: a MAC of its own, and an address where its network gives one. */
import type { EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { Nic } from '../contract/machine-specs.ts';
import type { Subnet } from '../contract/network-specs.ts';
import { bits, hashText } from '../kernel/chance.ts';
import type { World } from '../kernel/world.ts';

type Asked = {
  readonly machine: EntityId;
  readonly key: number;
  readonly network: EntityId | null;
  readonly style: 'vmware' | 'openstack';
  /** Its other adapters: not in the inventory yet, perhaps. */
  readonly beside: readonly Nic[];
};

/** As vSphere counts them. */
const firstKey = 4000;

export function newNic(world: World, asked: Omit<Asked, 'key'>): Nic {
  const { machine, network, beside } = asked;
  const number =
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((n) => beside.every(({ key }) => key !== firstKey + n)) ?? 0;
  const key = firstKey + number;
  const wire = network === null ? undefined : world.inventory.get(network);
  return {
    key,
    label: `Network adapter ${number + 1}`,
    network,
    mac: macOf(world, { machine, key: number, style: asked.style }),
    address: wire?.kind === 'network' ? addressOn(world, wire, { ...asked, key }) : null,
    isConnected: true,
  };
}

const countOf = (machine: EntityId): number | null => {
  const number = /-(\d{1,9})$/.exec(machine)?.[1];
  return number === undefined ? null : Number(number);
};

/** 00:50:56:80–bf is what vCenter gives out, fa:16:3e what Neutron does. Counted machines never share one. */
function macOf(world: World, { machine, key, style }: Pick<Asked, 'machine' | 'key' | 'style'>): string {
  const room = style === 'vmware' ? 4_194_304 : 16_777_216;
  const number = countOf(machine);
  const own = number === null ? bits(world.seed, hashText(machine), key) >>> 0 : number * 10 + key;
  const tail = (own % room) + (style === 'vmware' ? 0x80_00_00 : 0);
  const hex = tail.toString(16).padStart(6, '0');
  const prefix = style === 'vmware' ? '00:50:56' : 'fa:16:3e';
  return `${prefix}:${hex.slice(0, 2)}:${hex.slice(2, 4)}:${hex.slice(4)}`;
}

const numberOf = (address: string): number =>
  address.split('.').reduce((number, part) => number * 256 + Number(part), 0);

const textOf = (number: number): string =>
  [16_777_216, 65_536, 256, 1].map((part) => Math.floor(number / part) % 256).join('.');

function sizeOf(prefix: number): number {
  let size = 1;
  for (let bit = prefix; bit < 32; bit += 1) size *= 2;
  return size;
}

/** Lowest and highest that its server gives out. Network, broadcast and the first nine stay out where nothing is said. */
function rangeOf({ cidr, from, to }: Subnet): { readonly low: number; readonly high: number } {
  const [base = '0.0.0.0', prefix = '32'] = cidr.split('/');
  const size = sizeOf(Number(prefix));
  const first = numberOf(base) - (numberOf(base) % size);
  const spare = size > 32 ? 10 : 1;
  return {
    low: from === undefined ? first + spare : numberOf(from),
    high: to === undefined ? first + size - 2 : numberOf(to),
  };
}

/** The next free one from a place of its own on, so that a full range is not walked from its start each time. */
function addressOn(
  world: World,
  network: EntityOf<'network'>,
  { machine, key, beside }: Asked,
): string | null {
  const spot = hashText(`${machine}/${key}`);
  const isFree = (address: string): boolean =>
    !world.allotments.hasAddress(network.id, address) && beside.every((nic) => nic.address !== address);
  for (const subnet of network.spec.subnets) {
    if (!subnet.dhcp) continue;
    const { low, high } = rangeOf(subnet);
    const size = high - low + 1;
    for (let step = 0; step < size; step += 1) {
      const address = textOf(low + ((spot + step) % size));
      if (address !== subnet.gateway && isFree(address)) return address;
    }
  }
  return null;
}
