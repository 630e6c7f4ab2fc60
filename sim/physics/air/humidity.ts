import { usualWater } from './constants.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';

/** Humidifiers are fully on at 40 % RH of 24 °C air and off at 42 %. */
const dryest = 0.0074;
/** Where a room is dried, its humidifiers have failed, and so many air changes an hour bring air this dry. */
const dryChanges = 2;
const dryWater = 0.0015;

/** kg/s of steam that each unit gives, by the moisture of its room as it was. */
export function stepSteam(state: PlantState, layout: PlantLayout): void {
  const { room, steamMost, steam, fanHeat } = layout.air.crac;
  const { steam: intoRoom } = layout.air.room;
  const { humidity } = state.room.columns;
  const { dry } = layout.levers.room;
  intoRoom.fill(0);
  for (let i = 0; i < steam.length; i += 1) {
    const at = room[i] as number;
    if (at < 0) continue;
    const missing = (usualWater - (humidity[at] as number)) / (usualWater - dryest);
    const share = missing > 1 ? 1 : missing;
    const runs = (fanHeat[i] as number) > 0 && share > 0 && dry[at] === 0;
    steam[i] = runs ? (steamMost[i] as number) * share : 0;
    intoRoom[at] = (intoRoom[at] as number) + (steam[i] as number);
  }
}

/** Moisture of each room: fresh air, steam and puddles bring it, cold coils take it out. */
export function stepMoisture(state: PlantState, layout: PlantLayout): void {
  const { humidity } = state.room.columns;
  const { site, airMass, freshAir, steam, evaporation, stripped, strippedTo } = layout.air.room;
  const { outdoorWater } = layout.air;
  const { dry } = layout.levers.room;
  for (let at = 0; at < humidity.length; at += 1) {
    const mass = airMass[at] as number;
    const fresh = freshAir[at] as number;
    const dried = ((dry[at] as number) * dryChanges * mass) / 3600;
    const water =
      mass * (humidity[at] as number) +
      fresh * (outdoorWater[site[at] as number] as number) +
      dried * dryWater +
      (steam[at] as number) +
      (evaporation[at] as number) +
      (strippedTo[at] as number);
    humidity[at] = water / (mass + fresh + dried + (stripped[at] as number));
  }
}
