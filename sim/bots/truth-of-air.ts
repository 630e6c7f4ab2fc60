import { airHeat, designRise } from '../physics/air/constants.ts';
import { truthOfRope } from './truth-of-rope.ts';
import { leakAt } from '../physics/air/leak.ts';
import { dewPoint, relativeHumidity } from '../physics/air/moist-air.ts';
import type { Plot, SpotOf, Truth } from './point.ts';

/** What air does to racks, rooms and cooling units. Null where the metric is no affair of air. */
export function truthOfAir(plot: Plot, spot: SpotOf): Truth | null {
  switch (spot.entity.kind) {
    case 'rack':
      return rackTruth(plot, spot);
    case 'room':
      return roomTruth(plot, spot);
    case 'crac':
      return cracTruth(plot, spot);
    default:
      return null;
  }
}

/** m³/h of air that carry so many kW a kelvin. */
const flowOf = (kilowattsPerKelvin: number): number => (kilowattsPerKelvin / airHeat) * 3600;

/** Hot air comes round over the top, so that the top of a rack breathes the most of it, the bottom the least. */
const heightShare = (place: string): number => {
  if (place.endsWith('top')) return 1.35;
  return place.endsWith('bottom') ? 0.65 : 1;
};

function rackTruth({ world, layout }: Plot, { at, metric, place }: SpotOf): Truth | null {
  const room = layout.air.rack.room[at] ?? -1;
  const share = heightShare(place);
  const rack = world.plant.state.rack.columns;
  const rooms = world.plant.state.room.columns;
  const air = place.startsWith('rear')
    ? () => rack.outlet[at] ?? 0
    : () => {
        const inlet = rack.inlet[at] ?? 0;
        const supply = rooms.supply[room] ?? inlet;
        return supply + share * (inlet - supply);
      };
  switch (metric) {
    case 'temperature':
      return air;
    case 'humidity':
      return () => relativeHumidity(rooms.humidity[room] ?? 0, air());
    case 'dew-point':
      return () => dewPoint(rooms.humidity[room] ?? 0);
    case 'airflow':
      return () => flowOf((rack.load[at] ?? 0) / designRise);
    case 'heat-off':
      return () => 100 * (rack.tripped[at] ?? 0);
    default:
      return null;
  }
}

function roomTruth(plot: Plot, spot: SpotOf): Truth | null {
  const { world, layout } = plot;
  const { at, metric, position, entity } = spot;
  const rooms = world.plant.state.room.columns;
  switch (metric) {
    case 'humidity':
      return () => relativeHumidity(rooms.humidity[at] ?? 0, rooms.temperature[at] ?? 0);
    case 'dew-point':
      return () => dewPoint(rooms.humidity[at] ?? 0);
    case 'leak': {
      if (entity.kind !== 'room') return null;
      if (spot.path !== undefined) return truthOfRope(plot, spot, at);
      const point = position ?? ({ x: entity.spec.width / 2, y: entity.spec.depth / 2 } as never);
      return () => (leakAt(world.plant.state, layout, { room: at, point }) ? 1 : 0);
    }
    case 'leak-distance':
      return truthOfRope(plot, spot, at);
    case 'airflow':
      return () => flowOf(rooms.flow[at] ?? 0);
    default:
      return null;
  }
}

function cracTruth(plot: Plot, spot: SpotOf): Truth | null {
  const { world, layout } = plot;
  const { at, metric, entity } = spot;
  if (entity.kind !== 'crac') return null;
  const crac = world.plant.state.crac.columns;
  switch (metric) {
    case 'setpoint':
      return () => entity.spec.setpoint;
    case 'airflow':
      return () => flowOf(((crac.fan[at] ?? 0) / 100) * ((layout.air.crac.rated[at] ?? 0) / designRise));
    case 'leak-distance':
      return truthOfRope(plot, spot, layout.air.crac.room[at] ?? -1);
    case 'leak':
      if (spot.path !== undefined) return truthOfRope(plot, spot, layout.air.crac.room[at] ?? -1);
      return () => ((crac.leak[at] ?? 0) > 0.05 ? 1 : 0);
    default:
      return null;
  }
}
