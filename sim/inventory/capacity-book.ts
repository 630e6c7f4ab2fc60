import type { Entity, EntityOf, Kind } from '../contract/entities.ts';
import type { CapacityLevel } from '../contract/capacity.ts';
import type { EntityId } from '../contract/ids.ts';
import { createChain } from './capacity-chain.ts';
import type { Chain } from './capacity-chain.ts';
import { coolingByRoom, loadWithCooling } from './capacity-cooling.ts';
import type { RoomCooling } from './capacity-cooling.ts';
import { bookRack } from './capacity-racks.ts';
import type { RackBook } from './capacity-racks.ts';
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

/** All that capacity follows from, looked up once for an inventory. */
export type CapacityBook = {
  readonly places: readonly PlaceBook[];
  readonly racks: readonly RackBook[];
  readonly placeAt: ReadonlyMap<EntityId, number>;
  readonly rackAt: ReadonlyMap<EntityId, number>;
  readonly chain: Chain;
  readonly cooling: ReadonlyMap<EntityId, RoomCooling>;
  /** kW that the racks of each room are rated for, by the room's index: a rack's share of its cooling goes by it. */
  readonly ratedIn: Float64Array;
  readonly machine: UsualMachine;
};

type Sorted = { readonly [K in Kind]?: EntityOf<K>[] };
type In<K extends 'device' | 'pdu'> = ReadonlyMap<EntityId, readonly EntityOf<K>[]>;

export function bookCapacity(inventory: Inventory): CapacityBook {
  const sorted = sort(inventory);
  const { panel: panels = [], ups: upses = [], crac: cracs = [], chiller: chillers = [] } = sorted;
  const chain = createChain(inventory, [...panels, ...upses]);
  const units = { cracs, chillers };
  loadWithCooling(chain, units);
  const places = bookPlaces(sorted);
  const placeAt = new Map(places.map(({ id }, at) => [id, at]));
  const racks = bookRacks(inventory, sorted, { chain, places, placeAt });
  const ratedIn = new Float64Array(places.length);
  for (const { room, rated } of racks) if (room >= 0) ratedIn[room] = (ratedIn[room] as number) + rated;
  return {
    places,
    racks,
    placeAt,
    rackAt: new Map(racks.map(({ id }, at) => [id, at])),
    chain,
    cooling: coolingByRoom(inventory, units),
    ratedIn,
    machine: usualMachine(sorted.device ?? []),
  };
}

type Grounds = Pick<CapacityBook, 'chain' | 'places' | 'placeAt'>;

/** Each rack is noted in its row, room and site too. */
function bookRacks(inventory: Inventory, sorted: Sorted, { chain, places, placeAt }: Grounds): RackBook[] {
  const devices: In<'device'> = byParent(sorted.device ?? []);
  const pdus: In<'pdu'> = byParent(sorted.pdu ?? []);
  const parentOf = (id: EntityId | null): EntityId | null =>
    id === null ? null : (inventory.get(id)?.parent ?? null);
  return (sorted.rack ?? []).map((rack, number) => {
    const room = parentOf(rack.parent);
    const [inRow, inRoom, onSite] = [rack.parent, room, parentOf(room)].map((id) =>
      id === null ? -1 : (placeAt.get(id) ?? -1),
    ) as [number, number, number];
    for (const at of [inRow, inRoom, onSite]) places[at]?.racks.push(number);
    const contents = { devices: devices.get(rack.id) ?? [], pdus: pdus.get(rack.id) ?? [] };
    return bookRack(chain, { rack, row: inRow, room: inRoom, ...contents });
  });
}

function sort(inventory: Inventory): Sorted {
  const sorted: Partial<Record<Kind, Entity[]>> = {};
  for (const entity of inventory.all()) (sorted[entity.kind] ??= []).push(entity);
  return sorted as Sorted;
}

function byParent<One extends Entity>(entities: readonly One[]): Map<EntityId, One[]> {
  const found = new Map<EntityId, One[]>();
  for (const entity of entities) {
    const parent = entity.parent as EntityId;
    const siblings = found.get(parent);
    if (siblings === undefined) found.set(parent, [entity]);
    else siblings.push(entity);
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
