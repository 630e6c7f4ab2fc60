/** A rack with all that the screen shows of it, taken out of the page's tables. Pure. */
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { ancestorOf } from '../../data/world.ts';
import { childrenOf, type Inventory, sensorFor, sensorsOf } from '../floor/rack-sensors.ts';
import { ratedOf } from './drop-check.ts';
import { type Device, type Rack, type Space, spaceOf } from './elevation.ts';
import { type HeatPoint, heatPoints } from './heat-heights.ts';
import { type Shares, sharesOf } from './power-share.ts';

export type RackModel = {
  readonly rack: Rack;
  readonly room: string;
  readonly row: string;
  /** Null while they are asked for. */
  readonly devices: readonly Device[] | null;
  readonly pdus: readonly EntityOf<'pdu'>[];
  readonly sensors: readonly EntityOf<'sensor'>[];
  readonly power: EntityId | null;
  readonly heat: { readonly front: readonly HeatPoint[]; readonly rear: readonly HeatPoint[] };
  readonly shares: Shares;
};

const none: readonly Device[] = [];
export const devicesIn = ({ devices }: RackModel): readonly Device[] => devices ?? none;

export function rackModel(inventory: Inventory, rack: Rack, devices: readonly Device[] | null): RackModel {
  const sensors = sensorsOf(inventory, rack.id);
  return {
    rack,
    room: ancestorOf(inventory.entities, rack.id, 'room')?.name ?? '',
    row: ancestorOf(inventory.entities, rack.id, 'row')?.name ?? '',
    devices,
    pdus: childrenOf(inventory, rack.id).filter((one): one is EntityOf<'pdu'> => one.kind === 'pdu'),
    sensors,
    power: sensorFor(inventory, rack.id, 'power')?.id ?? null,
    heat: { front: heatPoints(sensors, 'front'), rear: heatPoints(sensors, 'rear') },
    shares: sharesOf(devices ?? none),
  };
}

export type Budget = {
  readonly space: Space;
  /** kW at rating: what runs, and what is planned or staged. */
  readonly budgeted: number;
  readonly reserved: number;
  /** kg, and how many devices nobody has weighed. */
  readonly weight: number;
  readonly unweighed: number;
  /** Network ports for others, and needed by others. */
  readonly offered: number;
  readonly needed: number;
};

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const isReserved = ({ spec }: Device): boolean => spec.lifecycle === 'planned' || spec.lifecycle === 'staged';

export function budgetOf(model: RackModel): Budget {
  const devices = devicesIn(model);
  return {
    space: spaceOf(model.rack.spec.heightU, devices),
    budgeted: sum(devices.map(ratedOf)) / 1000,
    reserved: sum(devices.filter(isReserved).map(ratedOf)) / 1000,
    weight: sum(devices.map(({ spec }) => spec.weight ?? 0)),
    unweighed: devices.filter(({ spec }) => spec.weight === undefined).length,
    offered: sum(devices.map(({ spec }) => spec.ports ?? 0)),
    needed: sum(devices.map(({ spec }) => spec.nics ?? 0)),
  };
}

const natural = (one: { readonly name: string }, other: { readonly name: string }): number =>
  one.name.localeCompare(other.name, 'en', { numeric: true });

/** Racks of the same row by their names; of a rack without a row, those beside it. */
export function rowOf(inventory: Inventory, rack: Rack): readonly Rack[] {
  if (rack.parent === null) return [rack];
  return childrenOf(inventory, rack.parent)
    .filter((one): one is Rack => one.kind === 'rack')
    .toSorted(natural);
}

export function allRacks({ entities }: Inventory): readonly Rack[] {
  return [...entities.values()].filter((one): one is Rack => one.kind === 'rack');
}

/** The one before or after in its row; null at the end of it. */
export function neighbour(inventory: Inventory, rack: Rack, step: 1 | -1): Rack | null {
  const row = rowOf(inventory, rack);
  return row[row.findIndex(({ id }) => id === rack.id) + step] ?? null;
}

/** Those whose names begin so first, then those that hold it. */
export function racksNamed(inventory: Inventory, text: string): readonly Rack[] {
  const wanted = text.trim().toLowerCase();
  const racks = allRacks(inventory);
  const begins = racks.filter(({ name }) => name.toLowerCase().startsWith(wanted)).toSorted(natural);
  const holds = racks.filter(({ name }) => name.toLowerCase().indexOf(wanted) > 0).toSorted(natural);
  return [...begins, ...holds].slice(0, 50);
}

/** By its very name: in the room of what is near where several rooms have one of that name, else the first. */
export function rackNamed(inventory: Inventory, text: string, near: EntityId | null): Rack | null {
  const wanted = text.trim().toLowerCase();
  const found = allRacks(inventory).filter(({ name }) => name.toLowerCase() === wanted);
  const roomOf = (id: EntityId | null) => ancestorOf(inventory.entities, id, 'room')?.id;
  return found.find(({ id }) => roomOf(id) === roomOf(near)) ?? found[0] ?? null;
}
