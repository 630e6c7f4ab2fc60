import type { RideThrough } from '../../contract/advisor.ts';
import type { EntityOf } from '../../contract/entities.ts';
import type { World } from '../../kernel/world.ts';
import { isCompiled } from '../compile.ts';
import type { PlantLayout } from '../plant.ts';
import { allowable } from '../site/layout.ts';
import { vapourHeat } from './constants.ts';

/** Nobody plans for longer. */
const mostSeconds = 7200;
/** Fans draw their share until they stop; what stays after a loss is the heat that the racks and losses give. */
export type Heats = { readonly air: number; readonly equipment: number; readonly walls: number };

export type Loss = Heats & {
  /** kW into the air. */
  readonly heat: number;
  /** kW/K from air to equipment, and from air to walls. */
  readonly equipmentLink: number;
  readonly wallLink: number;
  /** °C: what the racks breathe and give out, their mass and the walls, at the moment of the loss. */
  readonly inlet: number;
  readonly outlet: number;
  readonly mass: number;
  readonly wall: number;
  readonly limit: number;
};

/**
 * Seconds until the mean inlet passes the limit when nothing cools any more; null where it does not within two hours.
 *
 * The cold half of the air (its heat × the cold share) is breathed away and replaced by what the racks give out: it is
 * a node that mixes with the hot half through the racks' own flow, heat ÷ (outlet − inlet). Equipment takes up heat from
 * the hot half, walls from the mean of both. Each second, by explicit steps:
 *   hot  += (P + flow·(cold − hot) − link·(hot − mass) − ½·wallLink·(hot − wall)) ÷ C_hot
 *   cold += (flow·(hot − cold) − ½·wallLink·(cold − wall)) ÷ C_cold
 *   mass += link·(hot − mass) ÷ C_equipment,  wall += wallLink·(½·(hot + cold) − wall) ÷ C_walls
 */
export function secondsUntil(loss: Loss): number | null {
  const { heat, limit, equipmentLink, wallLink } = loss;
  if (loss.inlet >= limit) return 0;
  const flow = heat / Math.max(1, loss.outlet - loss.inlet);
  const coldHeat = Math.max(coldShare * loss.air, flow);
  const hotHeat = Math.max((1 - coldShare) * loss.air, flow);
  let { inlet: cold, outlet: hot, mass, wall } = loss;
  for (let second = 1; second <= mostSeconds; second += 1) {
    const round = flow * (hot - cold);
    const intoMass = equipmentLink * (hot - mass);
    const intoWall = wallLink * (0.5 * (hot + cold) - wall);
    hot += (heat - round - intoMass - 0.5 * wallLink * (hot - wall)) / hotHeat;
    const nextCold = cold + (round - 0.5 * wallLink * (cold - wall)) / coldHeat;
    mass += loss.equipment > 0 ? intoMass / loss.equipment : 0;
    wall += loss.walls > 0 ? intoWall / loss.walls : 0;
    if (nextCold > limit) return second - 1 + (limit - cold) / (nextCold - cold);
    cold = nextCold;
  }
  return null;
}

/** °C at which equipment switches itself off, as published for most servers. */
const shutdownInlet = 40;
/** Of a room's air, what stands in its cold aisles. */
const coldShare = 0.35;

/** How long each room of a site lasts without cooling, from what it holds and how it is now. */
export function rideThrough(world: World, room: EntityOf<'room'>): RideThrough | null {
  const layout = isCompiled(world) ? world.plant.layout : null;
  const at = layout?.index.room.get(room.id);
  if (layout === null || at === undefined) return null;
  const loss = lossOf(world, layout, { at, envelope: room.spec.envelope });
  if (loss === null) return null;
  const minutes = (limit: number): number | null => {
    const seconds = loss.heat > 0 ? secondsUntil({ ...loss, limit }) : null;
    return seconds === null ? null : seconds / 60;
  };
  const { heat, inlet, limit, air, equipment, walls } = loss;
  return {
    room: room.id,
    name: room.name,
    heat,
    inlet,
    limit,
    minutes: minutes(limit),
    shutdown: minutes(shutdownInlet),
    air,
    equipment,
    walls,
  };
}

type Place = { readonly at: number; readonly envelope: EntityOf<'room'>['spec']['envelope'] };

function lossOf({ plant }: World, { air }: PlantLayout, { at, envelope }: Place): Loss | null {
  const { inlet, outlet, mass } = plant.state.rack.columns;
  const sums = { racks: 0, inlet: 0, outlet: 0, mass: 0, air: 0, equipment: 0, link: 0 };
  for (const { from, to, room } of air.rack.stretches) {
    if (room !== at) continue;
    for (let i = from; i < to; i += 1) {
      if ((air.rack.expected[i] as number) === 0) continue;
      sums.racks += 1;
      sums.inlet += inlet[i] as number;
      sums.outlet += outlet[i] as number;
      sums.mass += mass[i] as number;
      sums.air += air.rack.airHeat[i] as number;
      sums.equipment += air.rack.massHeat[i] as number;
      sums.link += air.rack.massLink[i] as number;
    }
  }
  if (sums.racks === 0) return null;
  const { room } = air;
  const rooms = plant.state.room.columns;
  const evaporation = vapourHeat * (room.evaporation[at] as number);
  return {
    heat: (rooms.heat[at] as number) - evaporation,
    air: sums.air + (room.coldHeat[at] as number) + (room.returnHeat[at] as number),
    equipment: sums.equipment,
    walls: room.wallHeat[at] as number,
    equipmentLink: sums.link,
    wallLink: room.wallLink[at] as number,
    inlet: sums.inlet / sums.racks,
    outlet: sums.outlet / sums.racks,
    mass: sums.mass / sums.racks,
    wall: rooms.walls[at] as number,
    limit: allowable[envelope].high,
  };
}
