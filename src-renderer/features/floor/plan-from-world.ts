import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { findAisles } from '../../canvas/floor/aisles.ts';
import {
  type LeakSpot,
  type RackSpot,
  turnedFootprint,
  type UnitSpot,
} from '../../canvas/floor/floor-plan.ts';
import { type FloorLayer, floorLayers, isGroupLayer } from '../../canvas/heat/floor-layer.table.ts';
import { isLiveLayer, liveLayers } from './layer-fold.ts';
import { plantSensors } from './plant-sensors.ts';
import { rackFacts } from './rack-facts.ts';
import { childrenOf, type Inventory, outletOf, sensorFor, sensorsOf } from './rack-sensors.ts';
import type { RoomFloor } from './room-floor.ts';
import { sensorSpots } from './sensor-spots.ts';

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

const idsOf = (
  racks: readonly EntityOf<'rack'>[],
  find: (rack: EntityOf<'rack'>) => { readonly id: EntityId } | null,
): readonly (EntityId | null)[] => racks.map((rack) => find(rack)?.id ?? null);

export function floorOf(inventory: Inventory, room: EntityOf<'room'>): RoomFloor {
  const inside = childrenOf(inventory, room.id);
  const rows = inside.filter((entity) => entity.kind === 'row');
  const racks = rows
    .flatMap((row) => childrenOf(inventory, row.id))
    .filter((entity) => entity.kind === 'rack');
  const containment = new Map(rows.map(({ id, spec }) => [id, spec.containment]));
  const spots = racks.map((rack): RackSpot => ({
    ...rackSpot(rack),
    containment: (rack.parent === null ? undefined : containment.get(rack.parent)) ?? 'none',
  }));
  const lanes = {
    inlet: idsOf(racks, ({ id }) => sensorFor(inventory, id, 'temperature')),
    outlet: idsOf(racks, ({ id }) => outletOf(inventory, id)),
    humidity: idsOf(racks, ({ id }) => sensorFor(inventory, id, 'humidity')),
    power: idsOf(racks, ({ id }) => sensorFor(inventory, id, 'power')),
    airflow: idsOf(racks, ({ id }) => sensorFor(inventory, id, 'airflow')),
  };
  const { width, depth } = room.spec;
  const units = inside.flatMap((entity) => unitSpot(entity, { width, depth }));
  const facts = rackFacts(inventory, racks);
  return {
    plan: {
      room: { id: room.id, name: room.name, width, depth },
      racks: spots,
      units,
      aisles: findAisles(spots),
      leaks: [room, ...inside].flatMap(({ id }) => leakSpots(inventory, id)),
      sensors: sensorSpots(inventory, { room, racks }),
    },
    plant: plantSensors(inventory, {
      room,
      racks,
      units: inside.filter(({ id }) => units.some((unit) => unit.id === id)),
    }),
    lanes,
    facts,
    rows,
    layers: floorLayers.filter((layer) => canTell({ lanes, facts }, layer)),
  };
}

/** Space and alarms are known of every rack; what lives needs a sensor; a group needs a name. */
function canTell({ lanes, facts }: Pick<RoomFloor, 'lanes' | 'facts'>, layer: FloorLayer): boolean {
  if (isGroupLayer(layer)) return facts.groups[layer].names.length > 0;
  if (!isLiveLayer(layer)) return true;
  const wanted = liveLayers[layer].lanes.map((name) => lanes[name]);
  return facts.rated.some((_, rack) => wanted.every((lane) => (lane[rack] ?? null) !== null));
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
  sensorsOf(inventory, id).flatMap(({ id: sensor, name, spec: { metric, position, path } }) => {
    const at = path?.[0] ?? position;
    if (metric !== 'leak' || at === undefined) return [];
    return [{ id: sensor, name, x: at.x, y: at.y, path: path ?? null }];
  });

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
  return [{ id: entity.id, name: entity.name, kind: entity.kind, x, y, width, depth, at: position }];
}
