import type { Entity, EntityOf, Kind } from '../contract/entities.ts';
import type { CapacityLevel } from '../contract/capacity.ts';
import type { EntityId } from '../contract/ids.ts';
import { createChain } from './capacity-chain.ts';
import type { Chain, Ground } from './capacity-chain.ts';
import { coolingByRoom, loadWithCooling } from './capacity-cooling.ts';
import type { RoomCooling } from './capacity-cooling.ts';
import { bookRack } from './capacity-racks.ts';
import type { RackBook } from './capacity-racks.ts';
import { stillHolds, stockRack } from './capacity-stock.ts';
import type { Inventory } from './inventory.ts';

/** A site, a room or a row, with the racks in it: indexes into the book's racks, in creation order. */
export type PlaceBook = {
  readonly id: EntityId;
  readonly kind: Exclude<CapacityLevel, 'rack'>;
  readonly name: string;
  readonly path: string;
  readonly racks: number[];
};

/** The average machine of the lab, per unit of height. */
export type UsualMachine = { readonly kilowattsPerUnit: number; readonly portsPerUnit: number };

/** kW more, and what sets that. */
export type MorePower = { readonly more: number; readonly limitedBy: EntityId | null };

/** All that capacity follows from, looked up once for an inventory. */
export type CapacityBook = {
  /** The inventory of the moment that was looked at, but for devices and sensors. */
  readonly ground: Ground;
  readonly places: readonly PlaceBook[];
  readonly racks: readonly RackBook[];
  readonly placeAt: ReadonlyMap<EntityId, number>;
  readonly rackAt: ReadonlyMap<EntityId, number>;
  readonly chain: Chain;
  readonly cooling: ReadonlyMap<EntityId, RoomCooling>;
  /** kW that the racks of each room are rated for, by the room's index: a rack's share of its cooling goes by it. */
  readonly ratedIn: Float64Array;
  readonly machine: UsualMachine;
  /** What each rack could take by itself, once it was asked for. */
  readonly own: MorePower[];
};

type Sorted = { readonly [K in Kind]?: EntityOf<K>[] };
type In<K extends 'device' | 'pdu'> = ReadonlyMap<EntityId, readonly EntityOf<K>[]>;

/** Work in small pieces: whoever drives it may do other things between them. */
export type Pieces<Made> = Generator<undefined, Made, undefined>;

/** How many entities, or racks, are gone through in one piece. */
const perPiece = { entities: 4000, racks: 100 } as const;

/**
 * All is read off the inventory before the first piece is handed over, so that the book is that of one moment.
 * What stands in racks that are still as they were comes from the book before.
 */
export function* bookCapacity(inventory: Inventory, before: CapacityBook | null): Pieces<CapacityBook> {
  const { sorted, ground } = sort(inventory);
  yield;
  const { panel: panels = [], ups: upses = [], crac: cracs = [], chiller: chillers = [] } = sorted;
  const chain = createChain(ground, [...panels, ...upses]);
  const units = { cracs, chillers };
  loadWithCooling(chain, units);
  const places = bookPlaces(sorted);
  const placeAt = new Map(places.map(({ id }, at) => [id, at]));
  yield;
  const racks = yield* bookRacks({ ground, chain, places, placeAt }, sorted, before);
  const ratedIn = new Float64Array(places.length);
  for (const { room, rated } of racks) if (room >= 0) ratedIn[room] = (ratedIn[room] as number) + rated;
  yield;
  const rackAt = new Map(racks.map(({ id }, at) => [id, at]));
  yield;
  const machine = usualMachine(sorted.device ?? []);
  yield;
  const cooling = coolingByRoom(ground, units);
  return { ground, places, racks, placeAt, rackAt, chain, cooling, ratedIn, machine, own: [] };
}

type Grounds = Pick<CapacityBook, 'ground' | 'chain' | 'places' | 'placeAt'>;

const rackIn = ({ racks, rackAt }: CapacityBook, id: EntityId): RackBook | undefined =>
  racks[rackAt.get(id) ?? -1];

/** Its row, room and site; -1 where there is none. */
function placesOver(
  { ground, placeAt }: Pick<Grounds, 'ground' | 'placeAt'>,
  rack: Entity,
): [number, number, number] {
  const numbers: [number, number, number] = [-1, -1, -1];
  let id = rack.parent;
  for (const at of numbers.keys()) {
    if (id === null) break;
    numbers[at] = placeAt.get(id) ?? -1;
    id = ground.get(id)?.parent ?? null;
  }
  return numbers;
}

/** Each rack is noted in its row, room and site too. */
function* bookRacks(
  { ground, chain, places, placeAt }: Grounds,
  sorted: Sorted,
  before: CapacityBook | null,
): Pieces<RackBook[]> {
  const devices: In<'device'> = yield* byParent(sorted.device ?? []);
  const pdus: In<'pdu'> = yield* byParent(sorted.pdu ?? []);
  const racks: RackBook[] = [];
  for (const rack of sorted.rack ?? []) {
    const [inRow, inRoom, onSite] = placesOver({ ground, placeAt }, rack);
    for (const at of [inRow, inRoom, onSite]) places[at]?.racks.push(racks.length);
    const contents = { rack, devices: devices.get(rack.id) ?? [], pdus: pdus.get(rack.id) ?? [] };
    const known = before === null ? undefined : rackIn(before, rack.id);
    const stock = stillHolds(known, contents) ? known : stockRack(contents);
    racks.push(bookRack(chain, stock, { at: racks.length, row: inRow, room: inRoom }));
    if (racks.length % perPiece.racks === 0) yield;
  }
  return racks;
}

/** Devices and sensors are many and nothing looks them up. */
function sort(inventory: Inventory): { readonly sorted: Sorted; readonly ground: Ground } {
  const sorted: Partial<Record<Kind, Entity[]>> = {};
  const known = new Map<EntityId, Entity>();
  for (const entity of inventory.all()) {
    if (entity.kind === 'sensor') continue;
    (sorted[entity.kind] ??= []).push(entity);
    if (entity.kind !== 'device') known.set(entity.id, entity);
  }
  return { sorted: sorted as Sorted, ground: known };
}

function* byParent<One extends Entity>(entities: readonly One[]): Pieces<Map<EntityId, One[]>> {
  const found = new Map<EntityId, One[]>();
  for (const [at, entity] of entities.entries()) {
    const parent = entity.parent as EntityId;
    const siblings = found.get(parent);
    if (siblings === undefined) found.set(parent, [entity]);
    else siblings.push(entity);
    if (at % perPiece.entities === 0) yield;
  }
  return found;
}

function bookPlaces(sorted: Sorted): PlaceBook[] {
  const paths = new Map<EntityId | null, string>();
  return [...(sorted.site ?? []), ...(sorted.room ?? []), ...(sorted.row ?? [])].map(
    ({ id, kind, name, parent }) => {
      const above = paths.get(parent);
      const path = above === undefined ? name : `${above}/${name}`;
      paths.set(id, path);
      return { id, kind, name, path, racks: [] };
    },
  );
}

/** Where nothing stands yet: a server of 350 W in each unit, as facilities report on average. */
const fallback: UsualMachine = { kilowattsPerUnit: 0.35, portsPerUnit: 0 };

/** Over all machines that compute or store; networks and panels fill no free space of their own accord. */
function usualMachine(devices: readonly EntityOf<'device'>[]): UsualMachine {
  const sum = { units: 0, kilowatts: 0, ports: 0 };
  for (const { spec } of devices) {
    if (spec.category === 'switch' || spec.category === 'patch-panel') continue;
    sum.units += spec.slot.height;
    sum.kilowatts += spec.ratedPower / 1000;
    sum.ports += spec.nics ?? 0;
  }
  if (sum.kilowatts === 0) return fallback;
  return { kilowattsPerUnit: sum.kilowatts / sum.units, portsPerUnit: sum.ports / sum.units };
}

export const pathOfRack = ({ places }: CapacityBook, { row, name }: RackBook): string => {
  const above = places[row]?.path;
  return above === undefined ? name : `${above}/${name}`;
};
