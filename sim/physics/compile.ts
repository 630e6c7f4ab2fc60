import type { Entity, EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { above } from '../inventory/inventory.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { bits, hashText } from '../kernel/chance.ts';
import type { World } from '../kernel/world.ts';
import { stateColumns, table } from './plant.ts';
import type { Plant, PlantLayout, PlantState, StateTable, TableName } from './plant.ts';

type Index = PlantLayout['index'];

/**
 * Makes the dense tables anew where the inventory changed; values of what stays are carried over by id.
 * Only a step may do this to the world: what is born takes its first values from the moment it is compiled.
 */
export function compilePlant(world: World): PlantLayout {
  const { plant } = world;
  if (plant.layout !== null && isCompiled(world)) return plant.layout;
  const fresh = freshPlant(world);
  Object.assign(plant, fresh);
  return fresh.layout;
}

export const isCompiled = (world: World): boolean =>
  world.plant.layout !== null && world.plant.madeFrom === world.inventory.layout();

/** The plant as the next step would make it; the world is not touched. */
export function freshPlant(world: World): Plant & { layout: PlantLayout } {
  const { plant, inventory } = world;
  const found = sortByKind(inventory);
  const index = indexAll(found);
  const layout: PlantLayout = {
    rack: rackLayout(world, found.rack, index),
    room: roomLayout(found, index, inventory),
    crac: {
      room: parents(found.crac, index.room),
      rated: numbers(found.crac, (crac) => crac.spec.ratedCooling),
    },
    pdu: pduLayout(found.pdu, index, inventory),
    ups: {
      rated: numbers(found.ups, (ups) => ups.spec.ratedPower),
      site: integers(
        found.ups,
        (ups) => index.site.get(above(inventory, ups.id, 'site')?.id as EntityId) ?? 0,
      ),
    },
    index,
  };
  return { madeFrom: inventory.layout(), layout, state: carryAll(plant, found, layout) };
}

type Found = { readonly [Name in TableName]: readonly EntityOf<Name>[] };

function sortByKind(inventory: Inventory): Found {
  const found = { rack: [], room: [], crac: [], pdu: [], ups: [], site: [] } as Record<TableName, Entity[]>;
  for (const entity of inventory.all()) {
    if (entity.kind in stateColumns) found[entity.kind as TableName].push(entity);
  }
  return found as unknown as Found;
}

const indexOf = (entities: readonly Entity[]): ReadonlyMap<EntityId, number> =>
  new Map(entities.map((entity, at) => [entity.id, at]));

const indexAll = (found: Found): Index => ({
  rack: indexOf(found.rack),
  room: indexOf(found.room),
  crac: indexOf(found.crac),
  pdu: indexOf(found.pdu),
  ups: indexOf(found.ups),
  site: indexOf(found.site),
});

const numbers = <T>(items: readonly T[], read: (item: T) => number): Float64Array =>
  Float64Array.from(items, read);
const integers = <T>(items: readonly T[], read: (item: T, at: number) => number): Int32Array =>
  Int32Array.from(items, read);
const parents = (items: readonly Entity[], index: ReadonlyMap<EntityId, number>): Int32Array =>
  integers(items, (item) => (item.parent === null ? -1 : (index.get(item.parent) ?? -1)));

// Ibrahim, Shrivastava, Sammakia, Ghose: 12 kJ/K per 2U server, measured; it follows the air within about 400 s.
const heatPerUnit = 6;
const followSeconds = 400;

function rackLayout(world: World, racks: readonly EntityOf<'rack'>[], index: Index): PlantLayout['rack'] {
  const { inventory, seed } = world;
  const devices = racks.map((rack) => powerIn(inventory, rack));
  const actor = integers(racks, (rack) => hashText(rack.id));
  const unit = (at: number, draw: number): number => bits(seed, actor[at] ?? 0, -1 - draw) / 4_294_967_296;
  const neighbours = rowNeighbours(inventory, racks, index.rack);
  const massHeat = numbers(devices, (one) => Math.max(4, one.units) * heatPerUnit);
  return {
    actor,
    room: integers(racks, (rack) => index.room.get(above(inventory, rack.id, 'room')?.id as EntityId) ?? -1),
    left: integers(racks, (_, at) => neighbours[at]?.left ?? at),
    right: integers(racks, (_, at) => neighbours[at]?.right ?? at),
    idle: numbers(devices, (one) => one.idle / 1000),
    span: numbers(devices, (one) => (one.rated - one.idle) / 1000),
    habit: Float64Array.from(racks, (_, at) => (unit(at, 0) - 0.5) * 0.3),
    massHeat,
    massCoupling: massHeat.map((heat) => heat / followSeconds),
    recirculation: Float64Array.from(
      racks,
      (rack, at) => leak(inventory, rack) * (0.6 + unit(at, 1)) + (neighbours[at]?.isEnd === true ? 0.04 : 0),
    ),
    ramp: new Float64Array(racks.length),
    before: new Float64Array(racks.length),
  };
}

/** Published shares: 0.02–0.05 with containment, 0.08 with plain hot and cold aisles. */
function leak(inventory: Inventory, rack: EntityOf<'rack'>): number {
  const row = above(inventory, rack.parent, 'row');
  return row === undefined || row.spec.containment === 'none' ? 0.08 : 0.035;
}

function powerIn(
  inventory: Inventory,
  rack: EntityOf<'rack'>,
): { idle: number; rated: number; units: number } {
  const sum = { idle: 0, rated: 0, units: 0 };
  for (const child of inventory.childrenOf(rack.id)) {
    if (child.kind !== 'device') continue;
    sum.idle += Math.min(child.spec.idlePower, child.spec.ratedPower);
    sum.rated += child.spec.ratedPower;
    sum.units += child.spec.slot.height;
  }
  return sum;
}

type Neighbour = {
  readonly left: number | undefined;
  readonly right: number | undefined;
  readonly isEnd: boolean;
};

function rowNeighbours(
  inventory: Inventory,
  racks: readonly EntityOf<'rack'>[],
  index: ReadonlyMap<EntityId, number>,
): Neighbour[] {
  const result: Neighbour[] = [];
  for (const row of inventory.ofKind('row')) {
    const line = [...inventory.childrenOf(row.id)]
      .filter((child): child is EntityOf<'rack'> => child.kind === 'rack')
      .toSorted((a, b) => a.spec.position.x - b.spec.position.x || a.spec.position.y - b.spec.position.y);
    line.forEach((rack, at) => {
      const left = line[at - 1];
      const right = line[at + 1];
      result[index.get(rack.id) ?? 0] = {
        left: left && index.get(left.id),
        right: right && index.get(right.id),
        isEnd: left === undefined || right === undefined,
      };
    });
  }
  return racks.map((_, at) => result[at] ?? { left: undefined, right: undefined, isEnd: true });
}

function roomLayout(found: Found, index: Index, inventory: Inventory): PlantLayout['room'] {
  const rooms = found.room;
  const setpoint = new Float64Array(rooms.length).fill(22);
  const rated = new Float64Array(rooms.length);
  const counts = new Float64Array(rooms.length);
  for (const crac of found.crac) {
    const at = index.room.get(crac.parent as EntityId);
    if (at === undefined) continue;
    const before = counts[at] ?? 0;
    counts[at] = before + 1;
    setpoint[at] = ((setpoint[at] ?? 0) * before + crac.spec.setpoint) / (before + 1);
    rated[at] = (rated[at] ?? 0) + crac.spec.ratedCooling;
  }
  return {
    site: integers(rooms, (room) => index.site.get(above(inventory, room.id, 'site')?.id as EntityId) ?? 0),
    actor: integers(rooms, (room) => hashText(room.id)),
    setpoint,
    rated,
    area: numbers(rooms, (room) => room.spec.width * room.spec.depth),
    flow: new Float64Array(rooms.length),
    flowHeat: new Float64Array(rooms.length),
    share: new Float64Array(rooms.length).fill(1),
  };
}

function pduLayout(pdus: readonly EntityOf<'pdu'>[], index: Index, inventory: Inventory): PlantLayout['pdu'] {
  const perRack = new Map<EntityId | null, number>();
  for (const pdu of pdus) perRack.set(pdu.parent, (perRack.get(pdu.parent) ?? 0) + 1);
  return {
    rack: parents(pdus, index.rack),
    // Healthy feeds share a rack's load evenly; what happens when one is lost comes with the power chain.
    share: numbers(pdus, (pdu) => 1 / (perRack.get(pdu.parent) ?? 1)),
    rated: numbers(pdus, (pdu) => pdu.spec.ratedPower),
    ups: integers(pdus, (pdu) => index.ups.get(pdu.links.fedBy?.[0] as EntityId) ?? -1),
    site: integers(pdus, (pdu) => index.site.get(above(inventory, pdu.id, 'site')?.id as EntityId) ?? 0),
  };
}

const idsOf = (entities: readonly Entity[]): EntityId[] => entities.map((entity) => entity.id);

function carryAll(plant: Plant, found: Found, layout: PlantLayout): PlantState {
  const old = plant.state;
  const roomSetpoint = (room: number): number => layout.room.setpoint[room] ?? 22;
  const rackBirth = (at: number): Record<string, number> => {
    const inlet = roomSetpoint(layout.rack.room[at] ?? -1) + 1;
    return { inlet, outlet: inlet + designRise, mass: inlet + designRise };
  };
  const roomBirth = (at: number): Record<string, number> => ({
    supply: roomSetpoint(at),
    return: roomSetpoint(at) + designRise,
    temperature: roomSetpoint(at) + 1,
  });
  const still = (): Record<string, number> => ({});
  return {
    rack: carry(old.rack, table('rack', idsOf(found.rack)), rackBirth),
    room: carry(old.room, table('room', idsOf(found.room)), roomBirth),
    crac: carry(old.crac, table('crac', idsOf(found.crac)), still),
    pdu: carry(old.pdu, table('pdu', idsOf(found.pdu)), still),
    ups: carry(old.ups, table('ups', idsOf(found.ups)), still),
    site: carry(old.site, table('site', idsOf(found.site)), still),
  };
}

/** K that air gains through equipment at design flow (about 160 cfm/kW). */
export const designRise = 11;

type Birth = (at: number) => Readonly<Record<string, number>>;

/** A table for these entities: values of those that were there before, first values for those that are born. */
function carry<Name extends TableName>(
  old: StateTable<Name>,
  next: StateTable<Name>,
  birth: Birth,
): StateTable<Name> {
  const was = new Map(old.ids.map((id, at) => [id, at]));
  const from = old.columns as unknown as Record<string, Float64Array>;
  for (const [at, id] of next.ids.entries()) {
    const before = was.get(id);
    const born = before === undefined ? birth(at) : {};
    for (const [column, values] of Object.entries<Float64Array>(next.columns)) {
      values[at] = before === undefined ? (born[column] ?? 0) : (from[column]?.[before] ?? 0);
    }
  }
  return next;
}
