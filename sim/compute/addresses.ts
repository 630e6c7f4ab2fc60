/** What an adapter is given: a MAC of its own, and an address where its network gives one. */
import type { EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { Nic } from '../contract/machine-specs.ts';
import { firstNicKey } from '../inventory/device-keys.ts';
import { addressOfNumber, macOfNumber, rangeOf } from '../inventory/ipv4.ts';
import type { MacStyle } from '../inventory/ipv4.ts';
import { bits, hashText } from '../kernel/chance.ts';
import type { World } from '../kernel/world.ts';

type Asked = {
  readonly machine: EntityId;
  readonly key: number;
  readonly network: EntityId | null;
  readonly style: MacStyle;
  /** Its other adapters: not in the inventory yet, perhaps. */
  readonly beside: readonly Nic[];
};

export function newNic(world: World, asked: Omit<Asked, 'key'>): Nic {
  const { machine, network, beside } = asked;
  const number =
    [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].find((n) => beside.every(({ key }) => key !== firstNicKey + n)) ?? 0;
  const key = firstNicKey + number;
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

/** Counted machines never share one. */
function macOf(world: World, { machine, key, style }: Pick<Asked, 'machine' | 'key' | 'style'>): string {
  const number = countOf(machine);
  const own = number === null ? bits(world.seed, hashText(machine), key) >>> 0 : number * 10 + key;
  return macOfNumber(own, style);
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
      const address = addressOfNumber(low + ((spot + step) % size));
      if (address !== subnet.gateway && isFree(address)) return address;
    }
  }
  return null;
}
