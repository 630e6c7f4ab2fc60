/** Which sensors tell how the power and the units of a room are, and what their values mean there. Pure. */
import type { Entity, EntityOf, Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { type LaneFrame, qualityCodes } from '../../../sim/contract/lane-frame.ts';
import { wordOf } from '../../../sim/contract/state-words.table.ts';
import type { FloorPlant, RackPower, UnitSaying } from '../../canvas/floor/floor-plant.ts';
import { readableWord, severityOf } from '../../ui/value-words.ts';
import { childrenOf, type Inventory, sensorFor, sensorsOf } from './rack-sensors.ts';

/** A rack tells by its own state where it has such a sensor, else its rack PDUs do. */
type RackTells =
  | { readonly by: 'rack'; readonly sensor: EntityId }
  | { readonly by: 'pdus'; readonly sensors: readonly EntityId[] };

export type PlantSensors = {
  readonly racks: readonly RackTells[];
  readonly units: readonly { readonly id: EntityId; readonly kind: Kind; readonly sensor: EntityId }[];
  /** `along`: who tells at how many metres a rope is wet. */
  readonly leaks: readonly { readonly id: EntityId; readonly along: EntityId | null }[];
};

type Room = {
  readonly room: Entity;
  readonly racks: readonly EntityOf<'rack'>[];
  readonly units: readonly Entity[];
};

function rackTells(inventory: Inventory, { id }: Entity): RackTells {
  const own = sensorFor(inventory, id, 'state');
  if (own !== null) return { by: 'rack', sensor: own.id };
  const pdus = childrenOf(inventory, id).filter(({ kind }) => kind === 'pdu');
  const sensors = pdus.map((pdu) => sensorFor(inventory, pdu.id, 'state')?.id ?? null);
  // With one of them silent for good, nobody knows whether that feed lives.
  return { by: 'pdus', sensors: sensors.every((sensor) => sensor !== null) ? sensors : [] };
}

const leaksOf = (sensors: readonly EntityOf<'sensor'>[]): PlantSensors['leaks'] =>
  sensors
    .filter(({ spec }) => spec.metric === 'leak' && (spec.path ?? spec.position) !== undefined)
    .map(({ id, spec: { place } }) => {
      const beside = sensors.find(({ spec }) => spec.metric === 'leak-distance' && spec.place === place);
      return { id, along: beside?.id ?? null };
    });

export function plantSensors(inventory: Inventory, { room, racks, units }: Room): PlantSensors {
  return {
    racks: racks.map((rack) => rackTells(inventory, rack)),
    units: units.flatMap(({ id, kind }) => {
      const sensor = sensorFor(inventory, id, 'state');
      return sensor === null ? [] : [{ id, kind, sensor: sensor.id }];
    }),
    leaks: [room, ...units].flatMap(({ id }) => leaksOf(sensorsOf(inventory, id))),
  };
}

export type PlantFold = {
  /** What to subscribe to, in this order. */
  readonly order: readonly EntityId[];
  readonly fold: (frame: LaneFrame) => FloorPlant;
};

/** A lane's value; null where it is stale or was never read: the floor marks only what it knows. */
function valueAt(frame: LaneFrame, lane: number): number | null {
  const value = frame.values[lane] ?? Number.NaN;
  const quality = qualityCodes[frame.qualities[lane] ?? 0];
  return Number.isNaN(value) || quality === 'stale' || quality === 'bad' ? null : value;
}

/** 0 is a dry rope's: one that became wet a moment ago has not said where yet. */
function metresAt(frame: LaneFrame, lane: number): number | null {
  const metres = valueAt(frame, lane);
  return metres === 0 ? null : metres;
}

type PowerOf = (frame: LaneFrame) => RackPower | null;

const byItself =
  (lane: number): PowerOf =>
  (frame) => {
    const value = valueAt(frame, lane);
    const word = value === null ? null : wordOf('rack', 'state', value);
    return word === 'dark' ? 'dark' : word === 'partly-powered' ? 'one-feed' : null;
  };

const byPdus =
  (lanes: readonly number[]): PowerOf =>
  (frame) => {
    let live = 0;
    for (const lane of lanes) {
      const value = valueAt(frame, lane);
      if (value === null) return null;
      if (wordOf('pdu', 'state', value) === 'energised') live += 1;
    }
    if (live === lanes.length) return null;
    return live === 0 ? 'dark' : 'one-feed';
  };

function unitSaying(kind: Kind, value: number | null): UnitSaying | null {
  const severity = severityOf({ kind, metric: 'state' }, value);
  const word = value === null ? null : wordOf(kind, 'state', value);
  return severity === null || word === null ? null : { word: readableWord(word), severity };
}

/** Who stands on which lane is found once: a room may have thousands of racks, and frames come ten times a second. */
export function createPlantFold({ racks, units, leaks }: PlantSensors): PlantFold {
  const order: EntityId[] = [];
  const laneOf = (sensor: EntityId): number => order.push(sensor) - 1;
  const powers = racks.map((rack) =>
    rack.by === 'rack' ? byItself(laneOf(rack.sensor)) : byPdus(rack.sensors.map(laneOf)),
  );
  const unitLanes = units.map(({ id, kind, sensor }) => ({ id, kind, lane: laneOf(sensor) }));
  const leakLanes = leaks.map(({ id, along }) => ({
    id,
    lane: laneOf(id),
    along: along === null ? null : laneOf(along),
  }));
  return {
    order,
    fold: (frame) => ({
      racks: powers.map((powerOf) => powerOf(frame)),
      units: new Map(
        unitLanes.flatMap(({ id, kind, lane }) => {
          const saying = unitSaying(kind, valueAt(frame, lane));
          return saying === null ? [] : [[id, saying] as const];
        }),
      ),
      wet: new Map(
        leakLanes
          .filter(({ lane }) => wordOf('room', 'leak', valueAt(frame, lane) ?? 0) === 'wet')
          .map(({ id, along }) => [id, along === null ? null : metresAt(frame, along)] as const),
      ),
    }),
  };
}

/** Frames come ten times a second; the floor is drawn anew only where one says something else. */
export function samePlant(one: FloorPlant, other: FloorPlant): boolean {
  return (
    one.racks.length === other.racks.length &&
    one.racks.every((power, index) => power === other.racks[index]) &&
    one.units.size === other.units.size &&
    [...one.units].every(([id, { word }]) => other.units.get(id)?.word === word) &&
    one.wet.size === other.wet.size &&
    [...one.wet].every(([id, along]) => other.wet.has(id) && other.wet.get(id) === along)
  );
}
