import type { EntityOf, Metric } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { wordOf } from '../contract/state-words.table.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { recommended } from '../physics/site/layout.ts';
import type { ChillerPicture, Picture, RoomPicture, UnitPicture } from './advisor.ts';

export type PictureParts = {
  readonly inventory: Inventory;
  readonly site: EntityId;
  /** The last believable word of a sensor. */
  readonly said: (sensor: EntityId) => number | null;
  /** The warmest inlet of a room over the last half-hour. */
  readonly lately: (room: EntityId) => number | null;
  /** What its book has to say about earlier advice. */
  readonly memory: Pick<Picture, 'lessons' | 'resting'>;
};

/** Draws a site from what its sensors said. What none of them says is not known, and stays so. */
export function pictureOf(parts: PictureParts): Picture {
  const { inventory, site } = parts;
  const children = [...inventory.childrenOf(site)];
  const rooms = children.filter((one): one is EntityOf<'room'> => one.kind === 'room');
  const drawn = rooms.map((room) => roomOf(parts, room));
  const units = drawn.flatMap((room) => room.units);
  return {
    site,
    outdoor: value(parts, site, 'outdoor-temperature'),
    wetBulb: value(parts, site, 'wet-bulb'),
    rooms: drawn,
    chillers: children
      .filter((one): one is EntityOf<'chiller'> => one.kind === 'chiller')
      .map((chiller) => chillerOf(parts, chiller, units)),
    ...parts.memory,
  };
}

/** Its own sensor for a quantity. */
export function sensorOn(inventory: Inventory, on: EntityId, metric: Metric): EntityOf<'sensor'> | null {
  for (const child of inventory.childrenOf(on)) {
    if (child.kind === 'sensor' && child.spec.metric === metric) return child;
  }
  return null;
}

function value({ inventory, said }: PictureParts, on: EntityId, metric: Metric): number | null {
  const sensor = sensorOn(inventory, on, metric);
  return sensor === null ? null : said(sensor.id);
}

function word(parts: PictureParts, unit: EntityOf<'crac' | 'chiller'>): string | null {
  const state = value(parts, unit.id, 'state');
  return state === null ? null : wordOf(unit.kind, 'state', state);
}

function roomOf(parts: PictureParts, room: EntityOf<'room'>): RoomPicture {
  const { inventory } = parts;
  const units = [...inventory.childrenOf(room.id)].filter(
    (one): one is EntityOf<'crac'> => one.kind === 'crac',
  );
  const dense = room.spec.envelope === 'H1';
  const racks = racksIn(inventory, room.id);
  return {
    id: room.id,
    name: room.name,
    recommended: { low: recommended.low, high: dense ? recommended.highDense : recommended.high },
    power: sum(racks.map((rack) => value(parts, rack.id, 'power'))),
    humidity: value(parts, room.id, 'humidity'),
    dewPoint: value(parts, room.id, 'dew-point'),
    inletMost: warmestInlet(parts, room.id),
    inletLately: parts.lately(room.id),
    units: units.map((unit) => unitOf(parts, unit)),
  };
}

export function racksIn(inventory: Inventory, room: EntityId): EntityOf<'rack'>[] {
  return [...inventory.childrenOf(room)].flatMap((row) =>
    row.kind === 'row'
      ? [...inventory.childrenOf(row.id)].filter((one): one is EntityOf<'rack'> => one.kind === 'rack')
      : [],
  );
}

/** Null where any of them is not known: part of a sum is no sum. */
function sum(values: readonly (number | null)[]): number | null {
  let total = 0;
  for (const one of values) {
    if (one === null) return null;
    total += one;
  }
  return values.length === 0 ? null : total;
}

export function warmestInlet(
  { inventory, said }: Pick<PictureParts, 'inventory' | 'said'>,
  room: EntityId,
): number | null {
  let most: number | null = null;
  for (const rack of racksIn(inventory, room)) {
    for (const child of inventory.childrenOf(rack.id)) {
      if (child.kind !== 'sensor' || child.spec.metric !== 'temperature') continue;
      if (child.spec.place.startsWith('rear')) continue;
      const inlet = said(child.id);
      if (inlet !== null && (most === null || inlet > most)) most = inlet;
    }
  }
  return most;
}

/** As physics takes it where the lab names none: 5 kW for a unit of 70 kW. */
const usualFans = 5 / 70;

function unitOf(parts: PictureParts, unit: EntityOf<'crac'>): UnitPicture {
  const { spec } = unit;
  const read = (metric: Metric): number | null => value(parts, unit.id, metric);
  return {
    id: unit.id,
    name: unit.name,
    coil: spec.coil,
    control: spec.control,
    humidifier: spec.humidifier,
    setpoint: spec.setpoint,
    rated: spec.ratedCooling,
    fanPower: spec.fanPower ?? usualFans * spec.ratedCooling,
    state: word(parts, unit),
    supply: read('supply-temperature'),
    return: read('return-temperature'),
    fan: read('fan-speed'),
    drive: read('compressor'),
    power: read('power'),
    load: read('load'),
  };
}

function chillerOf(
  parts: PictureParts,
  chiller: EntityOf<'chiller'>,
  units: readonly UnitPicture[],
): ChillerPicture {
  const read = (metric: Metric): number | null => value(parts, chiller.id, metric);
  const named = chiller.links.cools ?? [];
  const onWater = units.filter((unit) => unit.coil === 'chilled-water');
  return {
    id: chiller.id,
    name: chiller.name,
    condenser: chiller.spec.condenser,
    economiser: chiller.spec.economiser,
    setpoint: chiller.spec.setpoint,
    state: word(parts, chiller),
    supply: read('water-supply'),
    return: read('water-return'),
    power: read('power'),
    units: named.length === 0 ? onWater : onWater.filter(({ id }) => named.includes(id)),
  };
}
