/** What cools a site, from the page's tables. Pure. */
import type { EntityOf, Metric } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { childrenOf, sensorsOf } from '../floor/rack-sensors.ts';
import type { Inventory } from '../floor/rack-sensors.ts';

export type Sensors = Partial<Readonly<Record<Metric, EntityId>>>;

export type CoolingUnit = {
  readonly id: EntityId;
  readonly kind: 'crac' | 'chiller';
  readonly name: string;
  readonly room: string;
  readonly coil: 'compressor' | 'chilled-water' | null;
  readonly setpoint: number;
  readonly rated: number;
  readonly sensors: Sensors;
};

export type Zone = {
  readonly id: EntityId;
  readonly name: string;
  /** Mean of its units' set-points; null without units. */
  readonly setpoint: number | null;
  readonly recommended: { readonly low: number; readonly high: number };
  readonly inlets: readonly EntityId[];
  readonly outlets: readonly EntityId[];
};

export type Loop = {
  readonly unit: CoolingUnit;
  readonly condenser: 'air' | 'tower';
  readonly economiser: 'none' | 'water-side';
  readonly buffer: number;
  readonly coils: number;
};

export type CoolingPlant = {
  readonly site: EntityId;
  readonly units: readonly CoolingUnit[];
  readonly zones: readonly Zone[];
  readonly loops: readonly Loop[];
  readonly meters: Sensors;
};

/** ASHRAE TC 9.9: class H1 is for dense equipment and ends earlier. */
const recommended = { low: 18, high: 27 } as const;
const recommendedDense = { low: 18, high: 22 } as const;

export function plantOf(inventory: Inventory, site: EntityId): CoolingPlant {
  const below = childrenOf(inventory, site);
  const rooms = below.filter((one): one is EntityOf<'room'> => one.kind === 'room');
  const cracs = rooms.flatMap((room) => cracsIn(inventory, room));
  const loops = below
    .filter((one): one is EntityOf<'chiller'> => one.kind === 'chiller')
    .map((chiller) => loopOf(inventory, chiller, cracs));
  return {
    site,
    units: [...cracs, ...loops.map(({ unit }) => unit)],
    zones: rooms.map((room) => zoneOf(inventory, room, cracs)),
    loops,
    meters: sensorsBy(inventory, site),
  };
}

export const sitesOf = (inventory: Inventory): readonly EntityOf<'site'>[] =>
  childrenOf(inventory, '').filter((one): one is EntityOf<'site'> => one.kind === 'site');

function sensorsBy(inventory: Inventory, id: EntityId): Sensors {
  const found: Partial<Record<Metric, EntityId>> = {};
  for (const sensor of sensorsOf(inventory, id)) found[sensor.spec.metric] ??= sensor.id;
  return found;
}

type RoomUnit = CoolingUnit & { readonly in: EntityId };

const cracsIn = (inventory: Inventory, room: EntityOf<'room'>): RoomUnit[] =>
  childrenOf(inventory, room.id)
    .filter((one): one is EntityOf<'crac'> => one.kind === 'crac')
    .map(({ id, name, spec }) => ({
      id,
      kind: 'crac',
      name,
      room: room.name,
      in: room.id,
      coil: spec.coil,
      setpoint: spec.setpoint,
      rated: spec.ratedCooling,
      sensors: sensorsBy(inventory, id),
    }));

function loopOf(inventory: Inventory, chiller: EntityOf<'chiller'>, cracs: readonly RoomUnit[]): Loop {
  const { id, name, spec, links } = chiller;
  const named = links.cools ?? [];
  const onWater = cracs.filter(({ coil }) => coil === 'chilled-water');
  return {
    unit: {
      id,
      kind: 'chiller',
      name,
      room: '',
      coil: null,
      setpoint: spec.setpoint,
      rated: spec.ratedCooling,
      sensors: sensorsBy(inventory, id),
    },
    condenser: spec.condenser,
    economiser: spec.economiser,
    buffer: spec.buffer,
    coils: named.length === 0 ? onWater.length : onWater.filter((unit) => named.includes(unit.id)).length,
  };
}

function zoneOf(inventory: Inventory, room: EntityOf<'room'>, cracs: readonly RoomUnit[]): Zone {
  const mine = cracs.filter((unit) => unit.in === room.id);
  const racks = childrenOf(inventory, room.id).flatMap((row) =>
    row.kind === 'row' ? childrenOf(inventory, row.id).filter(({ kind }) => kind === 'rack') : [],
  );
  const thermometers = racks.flatMap(({ id }) =>
    sensorsOf(inventory, id).filter(({ spec }) => spec.metric === 'temperature'),
  );
  const isRear = (sensor: EntityOf<'sensor'>): boolean => sensor.spec.place.startsWith('rear');
  return {
    id: room.id,
    name: room.name,
    setpoint: mine.length === 0 ? null : mine.reduce((sum, { setpoint }) => sum + setpoint, 0) / mine.length,
    recommended: room.spec.envelope === 'H1' ? recommendedDense : recommended,
    inlets: thermometers.filter((sensor) => !isRear(sensor)).map(({ id }) => id),
    outlets: thermometers.filter(isRear).map(({ id }) => id),
  };
}
