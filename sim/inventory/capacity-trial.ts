/** A plan in the making: what is left of everything while machines are put into racks, in thought. */
import type { PlacementParams, PlacementReason } from '../contract/capacity.ts';
import type { CapacityBook } from './capacity-book.ts';
import { headroom } from './capacity-chain.ts';
import type { RackBook, RackSide } from './capacity-racks.ts';
import { positionsFor, slotsFor } from './capacity-slots.ts';
import type { Machine } from './capacity-slots.ts';
import { faceBits } from './capacity-stock.ts';

export type Asked = Pick<PlacementParams, 'units' | 'watts' | 'nics' | 'weight' | 'psus' | 'face'>;

/** How many machines a rack can take now, and on the feed with more left; where none, the first reason against it. */
export type Fit = {
  readonly holds: number;
  readonly onFeed: number;
  readonly feed: 'A' | 'B' | null;
  readonly reason: PlacementReason | null;
};

export type Trial = {
  readonly fit: (rack: RackBook) => Fit;
  /** Puts so many into the rack, on the feed that its fit named; answers their lowest units. */
  readonly put: (rack: RackBook, count: number, fit: Fit) => number[];
  /** kW more that the rack could take now, on the feeds that the machine needs. */
  readonly powerLeft: (rack: RackBook) => number;
  readonly unitsLeft: (rack: RackBook) => number;
};

type Desk = {
  readonly book: CapacityBook;
  readonly asked: Asked;
  readonly machine: Machine;
  readonly kilowatts: number;
  /** kW left, by node of the chain. */
  readonly nodes: Float64Array;
  /** kW of heat that are left, by room. */
  readonly cooling: Float64Array;
  /** Of racks that something was put into. */
  readonly added: Map<RackBook, Added>;
  readonly ports: PortPools;
};

type Added = { readonly count: number; readonly taken: Uint8Array };

/** Ports left: of racks with switches of their own, else of their row, else of their room. Null: nobody offers any. */
type PortPools = {
  readonly own: Map<RackBook, number>;
  readonly shared: (number | null)[];
};

export function createTrial(book: CapacityBook, asked: Asked): Trial {
  const desk: Desk = {
    book,
    asked,
    machine: { units: asked.units, faces: faceBits[asked.face] },
    kilowatts: asked.watts / 1000,
    nodes: Float64Array.from(book.chain.nodes, headroom),
    cooling: coolingLeft(book),
    added: new Map(),
    ports: { own: new Map(), shared: portsOfPlaces(book) },
  };
  return {
    fit: (rack) => fit(desk, rack),
    put: (rack, count, found) => put(desk, { rack, count, fit: found }),
    powerLeft: (rack) => Math.max(0, bestFeed(desk, rack).more),
    unitsLeft: (rack) => takenIn(desk, rack).reduce((left, bits) => left + (bits === 0 ? 1 : 0), 0),
  };
}

function coolingLeft({ places, racks, cooling }: CapacityBook): Float64Array {
  const left = Float64Array.from(places, ({ id, kind }) =>
    kind === 'room' ? (cooling.get(id)?.of ?? 0) : Number.POSITIVE_INFINITY,
  );
  for (const { room, kilowatts } of racks)
    if (room >= 0) left[room] = (left[room] as number) - kilowatts.used - kilowatts.reserved;
  return left;
}

const portsNeeded = ({ ports }: RackBook): number => ports.used + ports.reserved;

function portsOfPlaces({ places, racks }: CapacityBook): (number | null)[] {
  return places.map(({ racks: within }) => {
    let left: number | null = null;
    for (const at of within) {
      const offered = racks[at]?.ports.offered ?? null;
      if (offered !== null) left = (left ?? 0) + offered;
    }
    return left === null
      ? null
      : within.reduce((rest, at) => rest - (racks[at] === undefined ? 0 : portsNeeded(racks[at])), left);
  });
}

const takenIn = ({ added }: Desk, rack: RackBook): Uint8Array => added.get(rack)?.taken ?? rack.taken;
const addedTo = ({ added }: Desk, rack: RackBook): number => added.get(rack)?.count ?? 0;

/** The last bits of a quotient must not cost a machine. */
const times = (left: number, each: number): number =>
  each > 0 ? Math.max(0, Math.floor(left / each + 1e-9)) : Number.POSITIVE_INFINITY;

function fit(desk: Desk, rack: RackBook): Fit {
  const { asked, machine, kilowatts, cooling } = desk;
  const none = (reason: PlacementReason): Fit => ({ holds: 0, onFeed: 0, feed: null, reason });
  const slots = slotsFor(takenIn(desk, rack), machine);
  if (slots === 0) return none('gap');
  if (asked.psus === 2 && rack.sides.length === 1) return none('feed');
  const feed = bestFeed(desk, rack);
  const bounds: readonly (readonly [PlacementReason, number])[] = [
    ['gap', slots],
    ['power', holdsByPower(desk, rack, feed)],
    ['cooling', times(cooling[rack.room] ?? Number.POSITIVE_INFINITY, kilowatts)],
    ['ports', times(portsLeft(desk, rack), asked.nics)],
    ['weight', times(weightLeft(desk, rack), asked.weight ?? 0)],
  ];
  const first = bounds.find(([, holds]) => holds === 0);
  if (first !== undefined) return none(first[0]);
  const holds = Math.min(...bounds.map(([, most]) => most));
  return {
    holds,
    onFeed: Math.min(holds, times(feed.more, kilowatts)),
    feed: asked.psus === 1 ? (feed.side?.feed ?? null) : null,
    reason: null,
  };
}

type Feed = { readonly more: number; readonly side: RackSide | undefined };

const ownLeft = (desk: Desk, { rated, kilowatts }: RackBook, added: number): number =>
  rated - kilowatts.used - kilowatts.reserved - added * desk.kilowatts;

function feedsOf(desk: Desk, rack: RackBook): readonly Feed[] {
  const own = ownLeft(desk, rack, addedTo(desk, rack));
  return rack.sides.map((side) => ({
    side,
    more: Math.min(own, ...side.chain.map((node) => desk.nodes[node] ?? 0)),
  }));
}

/** What has one supply may go to both feeds in turn. Where they share a node, only one of them is counted on. */
function holdsByPower(desk: Desk, rack: RackBook, best: Feed): number {
  const onBest = times(best.more, desk.kilowatts);
  const [a, b] = rack.sides;
  if (desk.asked.psus === 2 || a === undefined || b === undefined) return onBest;
  if (a.chain.some((node) => b.chain.includes(node))) return onBest;
  const onBoth = feedsOf(desk, rack).reduce((sum, { more }) => sum + times(more, desk.kilowatts), 0);
  return Math.min(onBoth, times(ownLeft(desk, rack, addedTo(desk, rack)), desk.kilowatts));
}

/** Two supplies hang wholly on either feed; one goes where there is more left. A rack without PDUs has its rating. */
function bestFeed(desk: Desk, rack: RackBook): Feed {
  const [one, other] = feedsOf(desk, rack);
  if (one === undefined) return { more: ownLeft(desk, rack, addedTo(desk, rack)), side: undefined };
  if (other === undefined) return one;
  const [less, most] = one.more < other.more ? [one, other] : [other, one];
  if (desk.asked.psus === 2) return less;
  return one.more === other.more ? one : most;
}

function portsLeft({ ports, book }: Desk, rack: RackBook): number {
  const { offered } = rack.ports;
  if (offered !== null) return ports.own.get(rack) ?? offered - portsNeeded(rack);
  const pool = poolOf(ports, rack);
  return pool === null || book.places[pool] === undefined
    ? Number.POSITIVE_INFINITY
    : (ports.shared[pool] ?? Number.POSITIVE_INFINITY);
}

/** The row's ports where it has switches, else the room's. */
function poolOf({ shared }: PortPools, { row, room }: RackBook): number | null {
  return [row, room].find((at) => typeof shared[at] === 'number') ?? null;
}

function weightLeft(desk: Desk, rack: RackBook): number {
  if (rack.maxWeight === null || desk.asked.weight === undefined) return Number.POSITIVE_INFINITY;
  const { used, reserved } = rack.weight;
  return rack.maxWeight - used - reserved - addedTo(desk, rack) * desk.asked.weight;
}

type Putting = { readonly rack: RackBook; readonly count: number; readonly fit: Fit };

function put(desk: Desk, { rack, count, fit: found }: Putting): number[] {
  const { machine, kilowatts, cooling, added } = desk;
  const taken = takenIn(desk, rack).slice();
  const positions = positionsFor(taken, machine, count);
  for (const position of positions)
    for (let unit = position - 1; unit < position - 1 + machine.units; unit += 1)
      taken[unit] = (taken[unit] as number) | machine.faces;
  added.set(rack, { count: addedTo(desk, rack) + count, taken });
  const sides = rack.sides.filter(({ feed }) => found.feed === null || feed === found.feed);
  for (const node of new Set(sides.flatMap(({ chain }) => chain)))
    desk.nodes[node] = (desk.nodes[node] ?? 0) - count * kilowatts;
  if (rack.room >= 0) cooling[rack.room] = (cooling[rack.room] as number) - count * kilowatts;
  takePorts(desk, rack, count);
  return positions;
}

function takePorts({ ports, asked }: Desk, rack: RackBook, count: number): void {
  const needed = count * asked.nics;
  const { offered } = rack.ports;
  if (offered !== null) {
    ports.own.set(rack, (ports.own.get(rack) ?? offered - portsNeeded(rack)) - needed);
    return;
  }
  const pool = poolOf(ports, rack);
  if (pool !== null) ports.shared[pool] = (ports.shared[pool] ?? 0) - needed;
}
