/** How machines of the lab are connected: who has which address, and whether one reaches another now. */
import type { Entity } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import { carrierLost, cutBetween } from '../../compute/cuts.ts';
import type { WireEnd } from '../../compute/cuts.ts';
import { above } from '../../inventory/inventory.ts';
import type { World } from '../../kernel/world.ts';
import type { Adapter, Computer } from './adapters.ts';
import { adaptersOf, prefixOf } from './adapters.ts';
import { mayPass } from './firewall.ts';
import type { LanMap, Segment, Station } from './lan-map.ts';
import { mapOf, serversOf } from './lan-map.ts';
import type { LanSources } from './lan-sources.ts';
import { isSameLan, sourcesOf } from './lan-sources.ts';
import { trace } from './trace.ts';
import type { Reach, WireInterface } from './wire.ts';

export type Goal = {
  readonly address: string;
  readonly protocol: 'icmp' | 'tcp';
  readonly port: number | null;
};
export type Found =
  | (Extract<Reach, { ok: true }> & {
      readonly station: Station;
      /** Whom the other side takes it to come from, and under which address it was called itself. */
      readonly source: string;
      readonly called: string;
    })
  | Extract<Reach, { ok: false }>;

export type Lan = {
  readonly interfaces: (machine: EntityId) => readonly WireInterface[];
  readonly gateway: (machine: EntityId) => string | null;
  readonly nameServers: (machine: EntityId) => readonly string[];
  readonly servesNames: (machine: EntityId, address: string) => boolean;
  /** With or without the domain. Of several the nearest: on its own networks, then the first. */
  readonly resolve: (machine: EntityId, name: string) => string | null;
  readonly nameOf: (machine: EntityId, address: string) => string | null;
  readonly find: (machine: EntityId, goal: Goal) => Found;
  /** Of somebody on the same cable; null: nobody there. */
  readonly hardwareOf: (machine: EntityId, address: string) => string | null;
};

export const domain = 'lab.internal';

type Known = {
  readonly of: World;
  readonly changes: number;
  readonly sources: LanSources;
  readonly map: LanMap;
};

/** A map of a hundred thousand machines takes its time: it is made anew only where an address or a name changed. */
function knownNow(known: Known | null, world: World): Known {
  const changes = world.inventory.changes();
  if (known?.of === world && known.changes === changes) return known;
  const sources = sourcesOf(world.inventory);
  const isStill = known?.of === world && isSameLan(known.sources, sources);
  const map = isStill ? known.map : mapOf(world.inventory);
  return { of: world, changes, sources, map };
}

/** The world may be another each time. */
export function createLan(world: () => World): Lan {
  let known: Known | null = null;
  const map = (): LanMap => {
    known = knownNow(known, world());
    return known.map;
  };
  const plugs = (machine: EntityId): readonly Plug[] => plugsOf(world(), machine);
  return {
    interfaces: (machine) => plugs(machine).map(interfaceOf),
    gateway: (machine) => gatewayOf(plugs(machine)),
    nameServers: (machine) => serversFor(plugs(machine)),
    servesNames: (machine, address) => {
      const goal: Goal = { address, protocol: 'icmp', port: null };
      return map().servers.has(address) && find(world(), map(), { machine, plugs: plugs(machine), goal }).ok;
    },
    resolve: (machine, name) => resolve(map(), plugs(machine), name),
    nameOf: (machine, address) => {
      const station = stationAt(map(), plugs(machine), address);
      const label = station === null ? undefined : map().labels.get(station);
      return label === undefined ? null : `${label}.${domain}`;
    },
    find: (machine, goal) => find(world(), map(), { machine, plugs: plugs(machine), goal }),
    hardwareOf: (machine, address) => hardwareOf(world(), near(map(), plugs(machine), address)),
  };
}

/** An adapter, and whether it has a carrier now. */
type Plug = Adapter & { readonly isUp: boolean };

function plugsOf(world: World, id: EntityId): readonly Plug[] {
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

const interfaceOf = ({ name, hardware, network, subnet, address, isUp: up }: Plug): WireInterface => ({
  name,
  hardware,
  mtu: network?.spec.mtu ?? 1500,
  isUp: up,
  addresses: address === null ? [] : [{ address, prefix: subnet === null ? 24 : prefixOf(subnet) }],
});

const gatewayOf = (plugs: readonly Plug[]): string | null =>
  plugs.find(({ isUp: up, subnet }) => up && (subnet?.gateway ?? null) !== null)?.subnet?.gateway ?? null;

const serversFor = (plugs: readonly Plug[]): readonly string[] => [
  ...new Set(plugs.flatMap(({ isUp: up, subnet }) => (up && subnet !== null ? serversOf(subnet) : []))),
];

function resolve({ names }: LanMap, plugs: readonly Plug[], name: string): string | null {
  const written = name.toLowerCase().replace(/\.$/, '');
  const label = written.endsWith(`.${domain}`) ? written.slice(0, -domain.length - 1) : written;
  const called = names.get(label);
  const isNear = ({ network }: Station): boolean => plugs.some((plug) => plug.network?.id === network.id);
  return (called?.find(isNear) ?? called?.[0])?.address ?? null;
}

const segmentOf = ({ segments }: LanMap, { network }: Plug): Segment | null =>
  (network === null ? undefined : segments.get(network.id)) ?? null;

const near = (map: LanMap, plugs: readonly Plug[], address: string): Station | null => {
  for (const plug of plugs) {
    const found = segmentOf(map, plug)?.stations.get(address);
    if (found !== undefined) return found;
  }
  return null;
};

function stationAt(map: LanMap, plugs: readonly Plug[], address: string): Station | null {
  const here = near(map, plugs, address);
  if (here !== null) return here;
  for (const segment of new Set(map.segments.values())) {
    const found = segment.isTenant ? undefined : segment.stations.get(address);
    if (found !== undefined) return found;
  }
  return null;
}

/** Of what is no machine: numbered as a vendor would, from its address. */
function hardwareOf(world: World, station: Station | null): string | null {
  if (station === null || !answers(world, station)) return null;
  if (station.is.kind === 'computer') return station.is.hardware;
  const parts = station.address.split('.').map((part) => Number(part).toString(16).padStart(2, '0'));
  return `00:1b:${parts.join(':')}`;
}

/** Whether what stands there has power and listens to its cable. */
function answers({ inventory }: World, { is }: Station): boolean {
  switch (is.kind) {
    case 'computer':
    case 'host':
    case 'interconnect':
    case 'manager': {
      const found = inventory.get(is.kind === 'computer' ? is.computer : is.id);
      return found !== undefined && isAwake(found);
    }
    case 'router': {
      const found = is.id === null ? undefined : inventory.get(is.id);
      return found === undefined || isAwake(found);
    }
    case 'names':
    case 'floating':
      return true;
    default:
      return is satisfies never;
  }
}

function isAwake(entity: Entity): boolean {
  switch (entity.kind) {
    case 'vm':
    case 'blade':
      return entity.spec.power === 'on';
    case 'host':
      return entity.spec.power === 'on' && entity.spec.state !== 'not-responding';
    case 'interconnect':
      return entity.spec.state === 'up';
    case 'router':
      return entity.spec.isUp;
    default:
      return true;
  }
}

type Asked = { readonly machine: EntityId; readonly plugs: readonly Plug[]; readonly goal: Goal };

function find(world: World, map: LanMap, { machine, plugs, goal }: Asked): Found {
  const way = trace(
    map,
    plugs.filter(({ isUp: up }) => up),
    goal.address,
  );
  if (!way.ok) return way;
  const { station, hops } = way;
  const end: WireEnd = { machine, network: way.by.network?.id ?? null };
  const isCut = way.legs.some(
    ({ from, to, router }) => cutBetween(world, { from: from === 'asker' ? end : from, to, router }) !== null,
  );
  if (isCut) return { ok: false, reason: 'silent', hops };
  const receiver = station.is.kind === 'computer' ? station.is.computer : null;
  if (!answers(world, station) || !isPlugged(world, station))
    return { ok: false, reason: 'unreachable', hops };
  const packet = { from: way.source, to: station.address, sender: machine, receiver, ...goal };
  if (!mayPass(world.inventory, packet)) return { ok: false, reason: 'silent', hops };
  const milliseconds = timeOf(world, { machine, receiver, hops: hops.length });
  return { ok: true, station, hops, milliseconds, source: way.source, called: station.address };
}

const isPlugged = (world: World, { is, address }: Station): boolean =>
  is.kind !== 'computer' || plugsOf(world, is.computer).some((plug) => plug.isUp && plug.address === address);

type Trip = { readonly machine: EntityId; readonly receiver: EntityId | null; readonly hops: number };

/** There and back: within a host, over its switch, over each router, and between sites some hundred kilometres. */
const within = 0.11;
const overSwitch = 0.17;
const overRouter = 0.31;
const betweenSites = 6.4;

function timeOf({ inventory }: World, { machine, receiver, hops }: Trip): number {
  const homeOf = (id: EntityId): EntityId | null => {
    const computer = inventory.get(id);
    return computer?.kind === 'vm' ? computer.spec.host : id;
  };
  const siteOf = (id: EntityId): EntityId | null => above(inventory, id, 'site')?.id ?? null;
  const isSameHost = receiver !== null && homeOf(machine) !== null && homeOf(machine) === homeOf(receiver);
  const isSameSite = receiver === null || siteOf(machine) === siteOf(receiver);
  return within + (isSameHost ? 0 : overSwitch) + hops * overRouter + (isSameSite ? 0 : betweenSites);
}
