/** How machines of the lab are connected: who has which address, and whether one reaches another now. */
import type { Entity } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import { cutBetween } from '../../compute/cuts.ts';
import type { WireEnd } from '../../compute/cuts.ts';
import { above } from '../../inventory/inventory.ts';
import type { World } from '../../kernel/world.ts';
import { mayPass } from './firewall.ts';
import type { LanMap, Segment, Station } from './lan-map.ts';
import { mapOf } from './lan-map.ts';
import type { LanSources } from './lan-sources.ts';
import { isSameLan, sourcesOf } from './lan-sources.ts';
import type { OwnNetwork } from './own-network.ts';
import { nothingOwn, ownNetworkIn } from './own-network.ts';
import type { Plug } from './plugs.ts';
import { exitFor, gatewayOf, interfaceOf, plugsOf, plugsWith, serversFor } from './plugs.ts';
import { endOf, trace } from './trace.ts';
import type { Reach } from './wire.ts';
import type { WireInterface } from './wire-interface.ts';

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
  /** What the lab gives, whatever the machine itself made of it. */
  readonly interfaces: (machine: EntityId) => readonly WireInterface[];
  readonly gateway: (machine: EntityId) => string | null;
  readonly nameServers: (machine: EntityId) => readonly string[];
  /** `own`: as the machine has set its network by now, where that is newer than what the lab was told. */
  readonly servesNames: (machine: EntityId, address: string, own?: OwnNetwork) => boolean;
  /** With or without the domain. Of several the nearest: on its own networks, then the first. */
  readonly resolve: (machine: EntityId, name: string) => string | null;
  readonly nameOf: (machine: EntityId, address: string) => string | null;
  readonly find: (machine: EntityId, goal: Goal, own?: OwnNetwork) => Found;
  /** Of somebody on the same cable; null: nobody there. */
  readonly hardwareOf: (machine: EntityId, address: string) => string | null;
};

export const domain = 'lab.internal';

type Known = {
  readonly of: World;
  readonly changes: number;
  readonly sources: LanSources;
  readonly map: LanMap;
  readonly networks: ReadonlyMap<EntityId, OwnNetwork>;
};

/** A map of a hundred thousand machines takes its time: it is made anew only where an address or a name changed. */
function knownNow(known: Known | null, world: World): Known {
  const changes = world.inventory.changes();
  const isSet = known?.of === world && known.sources.networks === world.guests.networks();
  if (known !== null && isSet && known.changes === changes) return known;
  const sources = sourcesOf(world);
  const isStill = known?.of === world && isSameLan(known.sources, sources);
  const networks = isSet ? known.networks : readAll(sources.networks);
  const map = isStill ? known.map : mapOf(world.inventory, networks);
  return { of: world, changes, sources, map, networks };
}

const readAll = (texts: ReadonlyMap<EntityId, string>): ReadonlyMap<EntityId, OwnNetwork> =>
  new Map([...texts].map(([machine, text]) => [machine, ownNetworkIn(text)]));

/** The lab at one moment. */
type Scene = Pick<Known, 'map' | 'networks'> & { readonly world: World };

/** The world may be another each time. */
export function createLan(world: () => World): Lan {
  let known: Known | null = null;
  const scene = (): Scene => {
    known = knownNow(known, world());
    return { ...known, world: known.of };
  };
  const map = (): LanMap => scene().map;
  const plugs = (machine: EntityId): readonly Plug[] => plugsOf(world(), machine);
  return {
    interfaces: (machine) => plugs(machine).map(interfaceOf),
    gateway: (machine) => gatewayOf(plugs(machine)),
    nameServers: (machine) => serversFor(plugs(machine)),
    servesNames: (machine, address, own) => {
      const goal: Goal = { address, protocol: 'icmp', port: null };
      return map().servers.has(address) && find(scene(), seatOf(scene(), machine, own), goal).ok;
    },
    resolve: (machine, name) => resolve(map(), plugs(machine), name),
    nameOf: (machine, address) => {
      const station = stationAt(map(), plugs(machine), address);
      const label = station === null ? undefined : map().labels.get(station);
      return label === undefined ? null : `${label}.${domain}`;
    },
    find: (machine, goal, own) => find(scene(), seatOf(scene(), machine, own), goal),
    hardwareOf: (machine, address) => hardwareOf(scene(), near(map(), plugs(machine), address)),
  };
}

/** A machine with its network as it has set it. */
type Seat = { readonly machine: EntityId; readonly plugs: readonly Plug[]; readonly own: OwnNetwork };

function seatOf({ world, networks }: Scene, machine: EntityId, told: OwnNetwork | undefined): Seat {
  const own = told ?? networks.get(machine) ?? nothingOwn;
  const given = plugsOf(world, machine);
  return { machine, own, plugs: own === nothingOwn ? given : plugsWith(given, own) };
}

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
function hardwareOf(scene: Scene, known: Station | null): string | null {
  const station = known === null ? null : holderOf(scene, known);
  if (station === null || !isThere(scene, station)) return null;
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

function find(scene: Scene, { machine, plugs, own }: Seat, goal: Goal): Found {
  const { world, map } = scene;
  const way = trace(map, exitFor(plugs, own, goal.address), goal.address);
  if (!way.ok) return way;
  const { hops } = way;
  const station = holderOf(scene, way.station);
  const end: WireEnd = { machine, network: way.by.network?.id ?? null };
  const last = station === way.station ? null : endOf(station);
  const isCut = way.legs.some(({ from, to, router }, at) => {
    const goesTo = at === way.legs.length - 1 ? (last ?? to) : to;
    return cutBetween(world, { from: from === 'asker' ? end : from, to: goesTo, router }) !== null;
  });
  if (isCut) return { ok: false, reason: 'silent', hops };
  if (!isThere(scene, station)) return { ok: false, reason: 'unreachable', hops };
  const receiver = station.is.kind === 'computer' ? station.is.computer : null;
  const packet = { from: way.source, to: station.address, sender: machine, receiver, ...goal };
  if (!mayPass(world.inventory, packet) || !findsBack(scene, receiver, way.source))
    return { ok: false, reason: 'silent', hops };
  const milliseconds = timeOf(world, { machine, receiver, hops: hops.length });
  return { ok: true, station, hops, milliseconds, source: way.source, called: station.address };
}

/** Who has an address by now: of several that claim it the first that is there. */
function holderOf(scene: Scene, station: Station): Station {
  const rivals = station.segment.rivals.get(station.address);
  if (rivals === undefined || isThere(scene, station)) return station;
  return rivals.find((one) => isThere(scene, one)) ?? station;
}

const isThere = (scene: Scene, station: Station): boolean =>
  answers(scene.world, station) && isPlugged(scene, station);

const isPlugged = (scene: Scene, { is, address }: Station): boolean =>
  is.kind !== 'computer' ||
  seatOf(scene, is.computer, undefined).plugs.some((plug) => plug.isUp && plug.address === address);

/** Who set its own ways may have lost the one that its answers go. */
function findsBack(scene: Scene, receiver: EntityId | null, source: string): boolean {
  if (receiver === null || !scene.networks.has(receiver)) return true;
  const { plugs, own } = seatOf(scene, receiver, undefined);
  return trace(scene.map, exitFor(plugs, own, source), source).ok;
}

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
