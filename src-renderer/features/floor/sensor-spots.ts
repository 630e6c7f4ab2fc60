/** Where sensors sit on the floor: at the faces of racks by their place, else where they say themselves. */
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { frontOf, type SensorSpot } from '../../canvas/floor/floor-plan.ts';
import { type Inventory, sensorsOf } from './rack-sensors.ts';

type Around = { readonly room: EntityOf<'room'>; readonly racks: readonly EntityOf<'rack'>[] };

/** Seen from above, heights are spread over the width of a face: m from its middle. */
const spread: Readonly<Record<string, number>> = { top: -0.18, middle: 0, bottom: 0.18 };

function atFace(rack: EntityOf<'rack'>, { id, name, spec }: EntityOf<'sensor'>): readonly SensorSpot[] {
  const [face = '', height = 'middle'] = spec.place.split('-');
  // Humidity is measured in the same housing as the temperature.
  if ((face !== 'front' && face !== 'rear') || spec.metric === 'humidity') return [];
  const { x: ahead, y: down } = frontOf[rack.spec.facing];
  const reach = (face === 'front' ? 1 : -1) * (rack.spec.depth / 2);
  const aside = spread[height] ?? 0;
  const { position } = rack.spec;
  return [
    {
      id,
      name,
      metric: spec.metric,
      x: position.x + ahead * reach + down * aside,
      y: position.y + down * reach + ahead * aside,
    },
  ];
}

export const sensorSpots = (inventory: Inventory, { room, racks }: Around): readonly SensorSpot[] => [
  ...racks.flatMap((rack) => sensorsOf(inventory, rack.id).flatMap((sensor) => atFace(rack, sensor))),
  ...sensorsOf(inventory, room.id).flatMap(({ id, name, spec }) =>
    spec.position === undefined || spec.metric === 'leak'
      ? []
      : [{ id, name, metric: spec.metric, x: spec.position.x, y: spec.position.y }],
  ),
];
