import type { EntityId } from '../../contract/ids.ts';
import type { Subnet } from '../../contract/network-specs.ts';
import { carrierLost } from '../../compute/cuts.ts';
import { above } from '../../inventory/inventory.ts';
import type { World } from '../../kernel/world.ts';
import type { Adapter, Computer } from './adapters.ts';
import { adaptersOf, isInside, prefixOf } from './adapters.ts';
import { serversOf } from './lan-map.ts';
import type { OwnAddress, OwnNetwork } from './own-network.ts';
import type { WireInterface } from './wire-interface.ts';

/** An adapter with one of its addresses, and whether it has a carrier now. */
export type Plug = Adapter & { readonly isUp: boolean };

/** What the lab gives a machine. */
export function plugsOf(world: World, id: EntityId): readonly Plug[] {
  const { inventory } = world;
  const computer = inventory.get(id);
  if (computer?.kind !== 'vm' && computer?.kind !== 'blade') return [];
  return adaptersOf(inventory, computer).map((adapter) => ({
    ...adapter,
    isUp: isUp(world, computer, adapter),
  }));
}

function isUp(world: World, computer: Computer, { isConnected, network, fabric }: Adapter): boolean {
  if (!isConnected || network?.spec.isUp !== true) return false;
  if (carrierLost(world, { machine: computer.id, network: network.id }) !== null) return false;
  return fabric === null || fabricIsUp(world, computer, fabric);
}

function fabricIsUp({ inventory }: World, { parent }: Computer, fabric: 'A' | 'B'): boolean {
  const domainOf = above(inventory, parent, 'ucs');
  if (domainOf === undefined) return true;
  for (const child of inventory.childrenOf(domainOf.id))
    if (child.kind === 'interconnect' && child.spec.fabric === fabric) return child.spec.state === 'up';
  return true;
}

/** As the machine itself has set them: an adapter with two addresses is there twice. */
export const plugsWith = (plugs: readonly Plug[], own: OwnNetwork): readonly Plug[] =>
  plugs.flatMap((plug) => {
    const isOn = plug.isUp && !own.off.includes(plug.name);
    const isTaken = own.without.some(({ address }) => address === plug.address);
    const added = own.added.filter(({ card }) => card === plug.name);
    return [
      { ...plug, isUp: isOn, ...(isTaken ? { address: null } : {}) },
      ...added.map((one) => ({ ...plug, isUp: isOn, address: one.address, subnet: subnetOf(one) })),
    ];
  });

const subnetOf = ({ address, prefix }: OwnAddress): Subnet => ({
  name: '',
  cidr: `${address}/${prefix}`,
  gateway: null,
  dns: [],
  dhcp: false,
});

export const interfaceOf = ({ name, hardware, network, subnet, address, isUp: up }: Plug): WireInterface => ({
  name,
  hardware,
  mtu: network?.spec.mtu ?? 1500,
  isUp: up,
  addresses: address === null ? [] : [{ address, prefix: subnet === null ? 24 : prefixOf(subnet) }],
});

export const gatewayOf = (plugs: readonly Plug[]): string | null =>
  plugs.find(({ isUp: up, subnet }) => up && (subnet?.gateway ?? null) !== null)?.subnet?.gateway ?? null;

export const serversFor = (plugs: readonly Plug[]): readonly string[] => [
  ...new Set(plugs.flatMap(({ isUp: up, subnet }) => (up && subnet !== null ? serversOf(subnet) : []))),
];

/** By which card a packet leaves, and over which gateway; null: whom it is for hangs on the same cable. */
export type Exit = { readonly by: Plug; readonly gateway: string | null };

type Way = Exit & { readonly prefix: number; readonly metric: number };

/** The narrowest way that fits, and of those the cheapest. */
export function exitFor(plugs: readonly Plug[], own: OwnNetwork, to: string): Exit | null {
  const up = plugs.filter((plug) => plug.isUp);
  let best: Way | null = null;
  for (const way of waysTo(up, own, to))
    if (best === null || way.prefix > best.prefix || (way.prefix === best.prefix && way.metric < best.metric))
      best = way;
  return best;
}

function waysTo(up: readonly Plug[], own: OwnNetwork, to: string): readonly Way[] {
  const able = up.filter(({ address }) => address !== null);
  const near = able.flatMap((by): Way[] =>
    by.subnet !== null && isInside(by.subnet, to)
      ? [{ by, gateway: null, prefix: prefixOf(by.subnet), metric: 0 }]
      : [],
  );
  const set = own.routes.flatMap(({ to: cidr, via, card, metric }): Way[] => {
    const cards = able.filter(({ name }) => name === card);
    const by = cards.find(({ subnet }) => subnet !== null && isInside(subnet, via ?? to)) ?? cards[0];
    return by === undefined || !isInside({ cidr }, to)
      ? []
      : [{ by, gateway: via, prefix: prefixOf({ cidr }), metric }];
  });
  return [...near, ...set, ...(own.isWithoutGateway ? [] : labWay(up))];
}

/** By the gateway of its own network. Taken off its address, a card keeps it while another leads there. */
function labWay(up: readonly Plug[]): readonly Way[] {
  const gateway = gatewayOf(up);
  const by = up.find(
    ({ address, subnet }) =>
      gateway !== null && address !== null && subnet !== null && isInside(subnet, gateway),
  );
  return by === undefined ? [] : [{ by, gateway, prefix: 0, metric: 0 }];
}
