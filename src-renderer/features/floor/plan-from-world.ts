import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { findAisles } from '../../canvas/floor/aisles.ts';
import {
  type FloorPlan,
  type LeakSpot,
  type RackSpot,
  turnedFootprint,
  type UnitSpot,
} from '../../canvas/floor/floor-plan.ts';
import { type FloorMetric, floorMetrics } from '../../canvas/heat/metric-scale.table.ts';
import { type PlantSensors, plantSensors } from './plant-sensors.ts';
import { childrenOf, type Inventory, sensorFor, sensorsOf } from './rack-sensors.ts';

export type RoomFloor = {
  readonly plan: FloorPlan;
  /** Per metric one sensor per rack, in the order of the plan; null where a rack has none. */
  readonly sensors: Readonly<Record<FloorMetric, readonly (EntityId | null)[]>>;
  /** Rated power in kW, in the order of the plan. */
  readonly ratings: Float32Array;
  /** Metrics that at least one rack can tell. */
  readonly metrics: readonly FloorMetric[];
  /** Who says whether racks have power, how units are and where it is wet. */
  readonly plant: PlantSensors;
};

/** The contract gives units a place but no size; these are the footprints of common ones, in metres. */
const footprints = {
  crac: { width: 1.1, depth: 0.9 },
  ups: { width: 1, depth: 0.8 },
  panel: { width: 0.9, depth: 0.7 },
} as const;

export const roomsOf = (inventory: Inventory): readonly EntityOf<'room'>[] =>
  childrenOf(inventory, '')
    .flatMap((site) => childrenOf(inventory, site.id))
    .filter((entity): entity is EntityOf<'room'> => entity.kind === 'room');

export function floorOf(inventory: Inventory, room: EntityOf<'room'>): RoomFloor {
  const inside = childrenOf(inventory, room.id);
  const racks = inside
    .filter((entity) => entity.kind === 'row')
    .flatMap((row) => childrenOf(inventory, row.id))
    .filter((entity): entity is EntityOf<'rack'> => entity.kind === 'rack');
  const spots = racks.map(rackSpot);
  const sensors = {
    temperature: racks.map((rack) => sensorFor(inventory, rack.id, 'temperature')?.id ?? null),
    humidity: racks.map((rack) => sensorFor(inventory, rack.id, 'humidity')?.id ?? null),
    power: racks.map((rack) => sensorFor(inventory, rack.id, 'power')?.id ?? null),
  };
  const { width, depth } = room.spec;
  const units = inside.flatMap((entity) => unitSpot(entity, { width, depth }));
  return {
    plan: {
      room: { id: room.id, name: room.name, width, depth },
      racks: spots,
      units,
      aisles: findAisles(spots),
      leaks: [room, ...inside].flatMap(({ id }) => leakSpots(inventory, id)),
    },
    plant: plantSensors(inventory, {
      room,
      racks,
      units: inside.filter(({ id }) => units.some((unit) => unit.id === id)),
    }),
    sensors,
    ratings: Float32Array.from(racks, (rack) => rack.spec.ratedPower),
    metrics: floorMetrics.filter((metric) => sensors[metric].some((sensor) => sensor !== null)),
  };
}

const rackSpot = ({ id, name, spec }: EntityOf<'rack'>): RackSpot => ({
  id,
  name,
  x: spec.position.x,
  y: spec.position.y,
  facing: spec.facing,
  ...turnedFootprint(spec.facing, spec.width, spec.depth),
});

/** Only those that say where they lie: one without a place is shown by its room's or its unit's alarms. */
const leakSpots = (inventory: Inventory, id: EntityId): readonly LeakSpot[] =>
  sensorsOf(inventory, id).flatMap(({ id: sensor, name, spec }) =>
    spec.metric === 'leak' && spec.position !== undefined
      ? [{ id: sensor, name, x: spec.position.x, y: spec.position.y }]
      : [],
  );

/** Units stand along walls: one placed nearer to a wall than its half is drawn inside it. */
function unitSpot(
  entity: Entity,
  room: { readonly width: number; readonly depth: number },
): readonly UnitSpot[] {
  if (entity.kind !== 'crac' && entity.kind !== 'ups' && entity.kind !== 'panel') return [];
  const { position } = entity.spec;
  if (position === undefined) return [];
  const { width, depth } = footprints[entity.kind];
  const inside = (place: number, half: number, end: number): number =>
    Math.min(Math.max(place, half + 0.05), end - half - 0.05);
  const x = inside(position.x, width / 2, room.width);
  const y = inside(position.y, depth / 2, room.depth);
  return [{ id: entity.id, name: entity.name, kind: entity.kind, x, y, width, depth }];
}
