import { saturationPressure } from './saturation.table.ts';
import { between } from './between.ts';
import { designRise } from './compile.ts';
import type { PlantLayout, PlantState } from './plant.ts';

/** kW/K of air that still creeps through a rack with nothing on. */
const leastFlow = 0.05;
/** Inlet rise that a scenario cannot exceed, and seconds in which it ebbs away afterwards. */
const mostRise = 30;
const ebbSeconds = 120;
/** Seconds that a cooling unit needs to answer: published 30–60. */
const supplyLag = 45;

/**
 * One second of air and mass for every rack. Inlet: supply air plus what leaks round from exhausts.
 * Outlet: heat balance of air, load and mass. Reads only last step's outlets of neighbours.
 */
export function stepRacks(state: PlantState, layout: PlantLayout): void {
  const { load, inlet, outlet, mass, rise } = state.rack.columns;
  const { room, left, right, massHeat, massCoupling, recirculation, ramp, before } = layout.rack;
  const { flow, flowHeat } = layout.room;
  const supply = state.room.columns.supply;
  before.set(outlet);
  flow.fill(0);
  flowHeat.fill(0);
  for (let i = 0; i < load.length; i += 1) {
    const at = room[i] as number;
    const cold = at < 0 ? 22 : (supply[at] as number);
    const own = before[i] as number;
    const mixed =
      0.5 * own +
      0.25 * (before[left[i] as number] as number) +
      0.25 * (before[right[i] as number] as number);
    const share = recirculation[i] as number;
    const grown = nextRise(rise[i] as number, ramp[i] as number);
    rise[i] = grown;
    // Blocked air is replaced by the rack's own exhaust, so the inlet never passes what that could give.
    const most = 0.9 * (own - cold);
    const air = cold + share * (mixed - cold) + (grown < most ? grown : most > 0 ? most : 0);
    const power = load[i] as number;
    const stream = power > leastFlow * designRise ? power / designRise : leastFlow;
    const coupling = massCoupling[i] as number;
    const solid = mass[i] as number;
    const out = (stream * air + power + coupling * solid) / (stream + coupling);
    mass[i] = solid + (coupling * (out - solid)) / (massHeat[i] as number);
    inlet[i] = air;
    outlet[i] = out;
    if (at < 0) continue;
    const fresh = stream * freshShare({ cold, air, own });
    flow[at] = (flow[at] as number) + fresh;
    flowHeat[at] = (flowHeat[at] as number) + fresh * out;
  }
}

type Airs = { readonly cold: number; readonly air: number; readonly own: number };

/** How much of a rack's air comes from the units and goes back to them; the rest goes round. Keeps the heat balance. */
function freshShare({ cold, air, own }: Airs): number {
  const span = own - cold;
  if (span < 0.1) return 1;
  const share = (own - air) / span;
  if (share < 0.05) return 0.05;
  return share > 1 ? 1 : share;
}

function nextRise(rise: number, ramp: number): number {
  if (ramp > 0) return rise + ramp > mostRise ? mostRise : rise + ramp;
  return rise < 0.001 ? 0 : rise - rise / ebbSeconds;
}

/** One second of each room's cooling: what returns, what the units can take, what they supply. */
export function stepRooms(state: PlantState, layout: PlantLayout): void {
  const rooms = state.room.columns;
  const { flow, flowHeat, setpoint, rated, share } = layout.room;
  for (let at = 0; at < rooms.supply.length; at += 1) {
    const stream = flow[at] as number;
    if (stream <= 0) continue;
    const back = (flowHeat[at] as number) / stream;
    const wanted = stream * (back - (setpoint[at] as number));
    const healthy = capacity(rated[at] as number, back);
    const limit =
      (share[at] as number) >= 1
        ? healthy
        : Math.min(healthy, (share[at] as number) * (rooms.heat[at] as number));
    const taken = Math.max(0, Math.min(wanted, limit));
    const target = back - taken / stream;
    const supply = rooms.supply[at] as number;
    rooms.supply[at] = supply + (target - supply) / supplyLag;
    rooms.return[at] = back;
    rooms.temperature[at] = (supply + back) / 2;
  }
}

/** Sensible capacity grows 3 % per kelvin of return air over 24 °C. */
const capacity = (rated: number, back: number): number => Math.max(0, rated * (1 + 0.03 * (back - 24)));

/** kW taken out of a room's air in this second, for its units to share. */
export function roomCooling(state: PlantState, layout: PlantLayout, at: number): number {
  const rooms = state.room.columns;
  const stream = layout.room.flow[at] ?? 0;
  return Math.max(0, stream * ((rooms.return[at] ?? 0) - (rooms.supply[at] ?? 0)));
}

const airPressure = 101_325;

/** % RH of air with this much water (kg/kg) at this temperature. */
export function relativeHumidity(water: number, temperature: number): number {
  const vapour = (airPressure * water) / (0.622 + water);
  const percent = (100 * vapour) / between(saturationPressure, temperature);
  return percent > 100 ? 100 : percent;
}
