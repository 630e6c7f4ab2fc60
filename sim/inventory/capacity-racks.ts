import type { EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import type { Chain } from './capacity-chain.ts';

/** `used`: what stands there; `reserved`: what is planned or staged. */
export type Stock = { used: number; reserved: number };

/** One feed of a rack: its PDUs of that feed as one node, and all nodes of the chain that it may load. */
export type RackSide = {
  readonly feed: 'A' | 'B';
  readonly node: number;
  readonly chain: readonly number[];
};

export type RackBook = {
  readonly id: EntityId;
  readonly name: string;
  /** Indexes of its row and room among the places of the book. */
  readonly row: number;
  readonly room: number;
  readonly heightU: number;
  readonly rated: number;
  readonly maxWeight: number | null;
  /** By unit from the bottom: 1 taken at the front, 2 at the rear. */
  readonly taken: Uint8Array;
  readonly free: number;
  readonly units: Readonly<Stock>;
  readonly kilowatts: Readonly<Stock>;
  readonly ports: Readonly<Stock> & { readonly offered: number | null };
  readonly weight: Readonly<Stock> & { readonly unknown: number };
  readonly sides: readonly RackSide[];
};

export type RackContents = {
  readonly rack: EntityOf<'rack'>;
  readonly row: number;
  readonly room: number;
  readonly devices: readonly EntityOf<'device'>[];
  readonly pdus: readonly EntityOf<'pdu'>[];
};

type Device = EntityOf<'device'>;

/** What is planned or staged keeps its place. What is retired stands there until it is carried out. */
const isReserved = ({ spec }: Device): boolean => spec.lifecycle === 'planned' || spec.lifecycle === 'staged';

/** Faces as bits: what stands at both is in the way of everything. */
export const faceBits = { front: 1, rear: 2, both: 3 } as const;

export function bookRack(chain: Chain, contents: RackContents): RackBook {
  const { rack, row, room, devices, pdus } = contents;
  const { heightU, ratedPower, maxWeight } = rack.spec;
  const { taken, units } = occupy(heightU, devices);
  const sides = plugIn(chain, devices, pdus);
  return {
    id: rack.id,
    name: rack.name,
    row,
    room,
    heightU,
    rated: ratedPower,
    maxWeight: maxWeight ?? null,
    taken,
    free: taken.reduce((count, bits) => count + (bits === 0 ? 1 : 0), 0),
    units,
    kilowatts: stockOf(devices, ({ spec }) => spec.ratedPower / 1000),
    ports: { ...stockOf(devices, ({ spec }) => spec.nics ?? 0), offered: portsOffered(devices) },
    weight: {
      ...stockOf(devices, ({ spec }) => spec.weight ?? 0),
      unknown: devices.filter(({ spec }) => spec.weight === undefined).length,
    },
    sides,
  };
}

function stockOf(devices: readonly Device[], of: (device: Device) => number): Stock {
  const stock = { used: 0, reserved: 0 };
  for (const device of devices) stock[isReserved(device) ? 'reserved' : 'used'] += of(device);
  return stock;
}

/** Switches and patch panels have ports for others; null where none says how many. */
function portsOffered(devices: readonly Device[]): number | null {
  let offered: number | null = null;
  for (const { spec } of devices) {
    if (spec.ports === undefined || (spec.category !== 'switch' && spec.category !== 'patch-panel')) continue;
    offered = (offered ?? 0) + spec.ports;
  }
  return offered;
}

/** A unit is used where anything stands in it at either face, and reserved where only what is to come does. */
function occupy(heightU: number, devices: readonly Device[]): { taken: Uint8Array; units: Stock } {
  const taken = new Uint8Array(heightU);
  const standing = new Uint8Array(heightU);
  for (const device of devices) {
    const { position, height, face } = device.spec.slot;
    const end = Math.min(heightU, position - 1 + height);
    for (let unit = position - 1; unit < end; unit += 1) {
      taken[unit] = (taken[unit] as number) | faceBits[face];
      if (!isReserved(device)) standing[unit] = 1;
    }
  }
  const units = { used: 0, reserved: 0 };
  for (const [unit, bits] of taken.entries())
    if (bits !== 0) units[standing[unit] === 1 ? 'used' : 'reserved'] += 1;
  return { taken, units };
}

/** kW of one ampere on one phase of 230 V. */
const phaseKilowatts = 0.23;

/** What a PDU bears: its rating, or its breaker where that is less. */
const bears = ({ spec }: EntityOf<'pdu'>): number =>
  Math.min(spec.ratedPower, spec.breaker * phaseKilowatts * (spec.phases === 'three' ? 3 : 1));

/**
 * The feeds of a rack, with what may come to hang on each node of its chain. What has two supplies hangs wholly on
 * either feed when the other is lost, and loads a node that is above both feeds once.
 */
function plugIn(
  chain: Chain,
  devices: readonly Device[],
  pdus: readonly EntityOf<'pdu'>[],
): readonly RackSide[] {
  const sides = (['A', 'B'] as const).flatMap((feed) => sideOf(chain, feed, pdus));
  const [one, other] = sides;
  for (const device of devices) {
    const single = sides.find(({ feed }) => feed === device.spec.feed) ?? one;
    const plugs = device.spec.psus === 2 ? [one, other] : [single];
    loadNodes(
      chain,
      plugs.filter((side) => side !== undefined),
      device.spec.ratedPower / 1000,
    );
  }
  return sides;
}

export function loadNodes(chain: Chain, sides: readonly RackSide[], kilowatts: number): void {
  for (const [at, side] of sides.entries()) {
    for (const number of side.chain) {
      const node = chain.nodes[number];
      const isCounted = at > 0 && sides[0]?.chain.includes(number) === true;
      if (node !== undefined && !isCounted) node.demand += kilowatts;
    }
  }
}

/** PDUs of one feed share what hangs on it evenly, so that the smallest of them says how much that may be. */
function sideOf(chain: Chain, feed: 'A' | 'B', pdus: readonly EntityOf<'pdu'>[]): readonly RackSide[] {
  const mine = pdus.filter(({ spec }) => spec.feed === feed);
  const smallest = mine.toSorted((a, b) => bears(a) - bears(b))[0];
  if (smallest === undefined) return [];
  const node = chain.nodes.length;
  chain.nodes.push({
    id: smallest.id,
    limit: mine.length * bears(smallest),
    up: chain.nearest(smallest.links.fedBy ?? []),
    demand: 0,
  });
  const above = mine.flatMap(({ links }) => chain.above(links.fedBy ?? []));
  return [{ feed, node, chain: [node, ...new Set(above)] }];
}
