/** The air of a room by its readings: means of aisles, and how much flows through racks and units. Pure. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import { qualityCodes } from '../../../sim/contract/lane-frame.ts';
import type { Frame } from './rack-frames.ts';
import { type Inventory, sensorFor } from './rack-sensors.ts';
import type { RoomFloor } from './room-floor.ts';

export type RoomAir = {
  /** °C, in the order of the plan's aisles; null where no rack of it tells. */
  readonly aisles: readonly (number | null)[];
  /** Means over the racks of all cold and all hot aisles. */
  readonly cold: number | null;
  readonly hot: number | null;
  /** m³/h through each rack, in the order of the plan; empty where nobody asked. */
  readonly racks: readonly (number | null)[];
  readonly units: ReadonlyMap<EntityId, number>;
};

export const noAir: RoomAir = { aisles: [], cold: null, hot: null, racks: [], units: new Map() };

export type AirFold = {
  readonly order: readonly EntityId[];
  readonly fold: (frame: Frame) => RoomAir;
};

/** kJ that a cubic metre of air takes up for each kelvin, at 20 °C. */
const airHeat = 1.206;
/** Below this difference the quotient says more about the sensors than about the air. */
const leastDelta = 2;

/** What must flow to carry so much heat away with so much difference. */
export const flowOf = (kilowatts: number, delta: number): number | null =>
  delta < leastDelta || kilowatts <= 0 ? null : (kilowatts * 3600) / (airHeat * delta);

/** `means`: aisles only. `flows`: what flows, too. */
export type AirWanted = 'means' | 'flows';

type Lanes = {
  readonly order: EntityId[];
  readonly of: (sensors: readonly (EntityId | null)[]) => readonly (number | null)[];
};

function createLanes(): Lanes {
  const order: EntityId[] = [];
  return {
    order,
    of: (sensors) => sensors.map((sensor) => (sensor === null ? null : order.push(sensor) - 1)),
  };
}

/** A lane's value; null where it is stale or was never read: a mean over what is not known is none. */
function valueAt(frame: Frame, lane: number | null | undefined): number | null {
  if (lane === null || lane === undefined) return null;
  const value = frame.values[lane] ?? Number.NaN;
  const quality = qualityCodes[frame.qualities[lane] ?? 0];
  return Number.isNaN(value) || quality === 'stale' || quality === 'bad' ? null : value;
}

function meanOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

export function createAirFold(floor: RoomFloor, inventory: Inventory, wanted: AirWanted): AirFold {
  const { plan, lanes: sensors } = floor;
  const lanes = createLanes();
  const inlet = lanes.of(sensors.inlet);
  const outlet = lanes.of(sensors.outlet);
  const hasFlows = wanted === 'flows';
  const power = hasFlows ? lanes.of(sensors.power) : [];
  const airflow = hasFlows ? lanes.of(sensors.airflow) : [];
  const cooling = hasFlows ? plan.units.filter(({ kind }) => kind === 'crac') : [];
  const units = lanes.of(cooling.map(({ id }) => sensorFor(inventory, id, 'airflow')?.id ?? null));

  const rackFlow = (frame: Frame, rack: number): number | null => {
    const told = valueAt(frame, airflow[rack]);
    if (told !== null) return told;
    const kilowatts = valueAt(frame, power[rack]);
    const behind = valueAt(frame, outlet[rack]);
    const before = valueAt(frame, inlet[rack]);
    if (kilowatts === null || behind === null || before === null) return null;
    return flowOf(kilowatts, behind - before);
  };
  const ofKind = (frame: Frame, kind: 'cold' | 'hot'): number | null => {
    const racks = new Set(plan.aisles.filter((aisle) => aisle.kind === kind).flatMap((aisle) => aisle.racks));
    const lane = kind === 'cold' ? inlet : outlet;
    return meanOf([...racks].map((rack) => valueAt(frame, lane[rack])));
  };
  return {
    order: lanes.order,
    fold: (frame) => ({
      aisles: plan.aisles.map(({ kind, racks }) => {
        const lane = kind === 'cold' ? inlet : outlet;
        return meanOf(racks.map((rack) => valueAt(frame, lane[rack])));
      }),
      cold: ofKind(frame, 'cold'),
      hot: ofKind(frame, 'hot'),
      racks: hasFlows ? plan.racks.map((_, rack) => rackFlow(frame, rack)) : [],
      units: new Map(
        cooling.flatMap(({ id }, index) => {
          const flow = valueAt(frame, units[index]);
          return flow === null ? [] : [[id, flow] as const];
        }),
      ),
    }),
  };
}
