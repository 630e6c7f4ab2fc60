/** What stands in a rack and what its feeds bear: follows from the rack and what hangs in it alone, so that it can be kept. */
import type { EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { longestRun } from './capacity-slots.ts';

/** `used`: what stands there; `reserved`: what is planned or staged. */
export type Stock = { used: number; reserved: number };
export type Feed = 'A' | 'B';

export type RackContents = {
  readonly rack: EntityOf<'rack'>;
  readonly devices: readonly EntityOf<'device'>[];
  readonly pdus: readonly EntityOf<'pdu'>[];
};

/** PDUs of one feed: they share what hangs on it evenly, so that the smallest of them says how much that may be. */
export type RackFeed = {
  readonly feed: Feed;
  readonly id: EntityId;
  /** kW. */
  readonly limit: number;
  /** What feeds the smallest, and what feeds each. */
  readonly fedBy: readonly EntityId[];
  readonly all: readonly (readonly EntityId[])[];
};

export type RackStock = {
  readonly contents: RackContents;
  readonly id: EntityId;
  readonly name: string;
  readonly heightU: number;
  readonly rated: number;
  readonly maxWeight: number | null;
  /** By unit from the bottom: 1 taken at the front, 2 at the rear. */
  readonly taken: Uint8Array;
  readonly free: number;
  readonly largestGap: { readonly both: number; readonly front: number; readonly rear: number };
  readonly units: Readonly<Stock>;
  readonly kilowatts: Readonly<Stock>;
  readonly ports: Readonly<Stock> & { readonly offered: number | null };
  readonly weight: Readonly<Stock> & { readonly unknown: number };
  readonly feeds: readonly RackFeed[];
  /** kW at rating of what has two supplies, and of what hangs on either feed alone. */
  readonly plugged: Readonly<Record<Feed | 'both', number>>;
};

type Device = EntityOf<'device'>;

/** What is planned or staged keeps its place. What is retired stands there until it is carried out. */
const isReserved = ({ spec }: Device): boolean => spec.lifecycle === 'planned' || spec.lifecycle === 'staged';

/** Faces as bits: what stands at both is in the way of everything. */
export const faceBits = { front: 1, rear: 2, both: 3 } as const;

const isSame = (list: readonly unknown[], other: readonly unknown[]): boolean =>
  list.length === other.length && list.every((one, at) => one === other[at]);

/** Entities are never changed, only replaced: what was reckoned of the same ones still holds. */
export function stillHolds(
  stock: RackStock | undefined,
  { rack, devices, pdus }: RackContents,
): stock is RackStock {
  if (stock === undefined || stock.contents.rack !== rack) return false;
  return isSame(stock.contents.devices, devices) && isSame(stock.contents.pdus, pdus);
}

export function stockRack(contents: RackContents): RackStock {
  const { rack, devices, pdus } = contents;
  const { heightU, ratedPower, maxWeight } = rack.spec;
  const { taken, units } = occupy(heightU, devices);
  return {
    contents,
    id: rack.id,
    name: rack.name,
    heightU,
    rated: ratedPower,
    maxWeight: maxWeight ?? null,
    taken,
    free: taken.reduce((count, bits) => count + (bits === 0 ? 1 : 0), 0),
    largestGap: {
      both: longestRun(taken, faceBits.both),
      front: longestRun(taken, faceBits.front),
      rear: longestRun(taken, faceBits.rear),
    },
    units,
    kilowatts: stockOf(devices, ({ spec }) => spec.ratedPower / 1000),
    ports: { ...stockOf(devices, ({ spec }) => spec.nics ?? 0), offered: portsOffered(devices) },
    weight: {
      ...stockOf(devices, ({ spec }) => spec.weight ?? 0),
      unknown: devices.filter(({ spec }) => spec.weight === undefined).length,
    },
    feeds: (['A', 'B'] as const).flatMap((feed) => feedOf(feed, pdus)),
    plugged: plug(devices),
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

function plug(devices: readonly Device[]): RackStock['plugged'] {
  const plugged = { A: 0, B: 0, both: 0 };
  for (const { spec } of devices) plugged[spec.psus === 2 ? 'both' : spec.feed] += spec.ratedPower / 1000;
  return plugged;
}

function feedOf(feed: Feed, pdus: readonly EntityOf<'pdu'>[]): readonly RackFeed[] {
  const mine = pdus.filter(({ spec }) => spec.feed === feed);
  const smallest = mine.toSorted((a, b) => bears(a) - bears(b))[0];
  if (smallest === undefined) return [];
  return [
    {
      feed,
      id: smallest.id,
      limit: mine.length * bears(smallest),
      fedBy: smallest.links.fedBy ?? [],
      all: mine.map(({ links }) => links.fedBy ?? []),
    },
  ];
}
