import { between } from '../between.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { airSpecificHeat, vapourHeat } from './constants.ts';
import { nextStages } from './compressors.ts';
import { waterAt } from './moist-air.ts';
import { unitState } from './unit-words.ts';

/** Share of the air that passes a coil untouched. */
const bypass = 0.2;
/** A coil cools no further: its own compressors' frost guard, or how near chilled water's coil comes to the water. */
const frostGuard = 8;
const approach = 2;
/** Water and coil at which a chilled-water unit has its rated capacity at 24 °C return air. */
const ratedWater = 12;
/** Air so moist is dried: a fifth of the coil is run as cold as it goes. */
const moistFrom = 0.0095;
const moistSpan = 0.0005;
const dryingShare = 0.2;

/** Gains of the controllers, share of capacity per K and per K·s: on the supply it may be quick, on the return not. */
const quick = { proportional: 0.2, integral: 0.2 / 150 } as const;
const slow = { proportional: 0.05, integral: 0.05 / 400 } as const;

/** What each unit's coil takes out of its air in this second, and the air it supplies after it. */
export function stepCoils(state: PlantState, layout: PlantLayout): void {
  const { state: now, supply, return: back, output, compressor } = state.crac.columns;
  const { room, coilHeat, flow, fanHeat, sensible } = layout.air.crac;
  const rooms = state.room.columns;
  layout.air.room.stripped.fill(0);
  layout.air.room.strippedTo.fill(0);
  for (let i = 0; i < output.length; i += 1) {
    const at = room[i] as number;
    if (at < 0) continue;
    const hot = rooms.return[at] as number;
    const stream = flow[i] as number;
    const share = now[i] === unitState.running ? control(state, layout, i) : 0;
    const capacity = capacityOf(layout, i, hot);
    const coldest = coldestAir(layout, i);
    const most = hot > coldest ? stream * (hot - coldest) : 0;
    const allowed = allowedOf(state, layout, i);
    const wanted = share * capacity;
    const heat = Math.min(wanted, most, allowed);
    sensible[i] = heat;
    output[i] = heat;
    back[i] = hot;
    compressor[i] = 100 * share;
    strip(state, layout, i);
    const cold = supply[i] as number;
    supply[i] = cold + (stream * (hot - cold) + (fanHeat[i] as number) - heat) / (coilHeat[i] as number);
  }
}

/** Capacity grows 3 % per K of return air over 24 °C; a chilled-water coil's falls with warm water, too. */
function capacityOf({ air: { crac } }: PlantLayout, i: number, hot: number): number {
  const growth = 1 + 0.03 * (hot - 24);
  const share = growth < 0.4 ? 0.4 : growth > 1.4 ? 1.4 : growth;
  const rated = crac.rated[i] as number;
  if (crac.isChilled[i] === 0) return rated * share;
  if (crac.source[i] === 0) return 0;
  const head = (hot - (crac.water[i] as number) - approach) / (24 - ratedWater - approach);
  return head <= 0 ? 0 : rated * Math.min(share, head);
}

const coldestAir = ({ air: { crac } }: PlantLayout, i: number): number =>
  crac.isChilled[i] === 0 ? frostGuard : (crac.water[i] as number) + approach;

/** Where a scenario takes a share of a room's cooling, the units divide the rest of what the room needs. */
function allowedOf(state: PlantState, layout: PlantLayout, i: number): number {
  const at = layout.air.crac.room[i] as number;
  const missing = layout.levers.room.missing[at] as number;
  if (missing <= 0) return Number.POSITIVE_INFINITY;
  const ready = layout.air.room.ready[at] as number;
  const part = ready > 0 ? (layout.air.crac.flowMost[i] as number) / ready : 0;
  return missing >= 1 ? 0 : (1 - missing) * part * (state.room.columns.heat[at] as number);
}

/** The share of its capacity that a running unit gives: a controller, and as many compressors as are on. */
function control(state: PlantState, layout: PlantLayout, i: number): number {
  const { integral, supply } = state.crac.columns;
  const { room, setpoint, holdsReturn, isChilled, stages } = layout.air.crac;
  const onReturn = holdsReturn[i] === 1;
  const gains = onReturn ? slow : quick;
  const held = onReturn ? (state.room.columns.return[room[i] as number] as number) : (supply[i] as number);
  const error = held - (setpoint[i] as number);
  const memory = integral[i] as number;
  const called = gains.proportional * error + memory;
  const wanted = clamp(called, 1);
  const count = stages[i] as number;
  const usable = isChilled[i] === 1 ? 1 : nextStages(state, { at: i, wanted: wanted * count, count }) / count;
  // Calling for more than there is must not be remembered, or the unit would overshoot when there is more again.
  const isFull = called >= 1 && error > 0;
  integral[i] = isFull ? memory : clamp(memory + gains.integral * error, 1);
  return wanted > usable ? usable : wanted;
}

const clamp = (value: number, most: number): number => (value < 0 ? 0 : value > most ? most : value);

/** Where the coil is colder than the dew point it takes water out of the air. */
function strip(state: PlantState, layout: PlantLayout, i: number): void {
  const { crac, room: rooms } = layout.air;
  const at = crac.room[i] as number;
  const stream = crac.flow[i] as number;
  const heat = crac.sensible[i] as number;
  crac.stripped[i] = 0;
  if (heat <= 0 || stream <= 0) return;
  const water = state.room.columns.humidity[at] as number;
  const touched = ((1 - bypass) * stream) / airSpecificHeat;
  const hot = state.room.columns.return[at] as number;
  const surface = hot - heat / stream / (1 - bypass);
  const moist = clamp((water - moistFrom) / moistSpan, 1);
  const drying = dryingShare * moist;
  const coldest = coldestAir(layout, i);
  const usual = stripTo(water, surface > coldest - approach ? surface : coldest - approach);
  const cold = drying > 0 ? stripTo(water, coldest) : null;
  let mass = 0;
  let left = 0;
  if (usual !== null) {
    mass += (1 - drying) * touched;
    left += (1 - drying) * touched * usual;
  }
  if (cold !== null) {
    mass += drying * touched;
    left += drying * touched * cold;
  }
  crac.stripped[i] = mass;
  crac.strippedTo[i] = left;
  rooms.stripped[at] = (rooms.stripped[at] as number) + mass;
  rooms.strippedTo[at] = (rooms.strippedTo[at] as number) + left;
}

/** kg/kg that a surface leaves in the air; null where it is too warm to take anything. */
function stripTo(water: number, surface: number): number | null {
  const held = waterAt(surface);
  return held < water ? held : null;
}

/** kW per kW of compressor, by outdoor air at -20, -15 … 50 °C: 3.6 at 35 °C, 4 % a kelvin less above; head pressure is held below 10 °C. */
const performance: readonly number[] = [
  6.2, 6.2, 6.2, 6.2, 6.2, 6.2, 6.2, 5.8, 5.3, 4.7, 4.1, 3.6, 3, 2.5, 2.1,
];
/** kJ of electricity that a kilogram of steam takes: to warm the water, to boil it, and what is drained. */
const steamCost = 2700;

export const compressorPerformance = (outdoor: number, supply: number): number =>
  between(performance, (outdoor + 20) / 5) * evaporatorShare(supply);

/** A warmer coil lets the compressor lift less: 2.5 % a kelvin of supply (2–4 % is usual), about the 22 °C it is rated at. */
const perKelvin = 0.025;
const ratedSupply = 22;

function evaporatorShare(supply: number): number {
  const share = 1 + perKelvin * (supply - ratedSupply);
  return share < 0.7 ? 0.7 : share > 1.25 ? 1.25 : share;
}

/** After the moisture has settled: latent heat at each coil, and what each unit draws. */
export function stepUnitPower(state: PlantState, layout: PlantLayout): void {
  const { power, load, supply } = state.crac.columns;
  const { room, site, rated, isChilled, sensible, latent, stripped, strippedTo, steam, fanHeat } =
    layout.air.crac;
  const { outdoor, water: spent } = state.site.columns;
  for (let i = 0; i < power.length; i += 1) {
    const at = room[i] as number;
    if (at < 0) continue;
    const wet = stripped[i] as number;
    const taken = wet > 0 ? wet * (state.room.columns.humidity[at] as number) - (strippedTo[i] as number) : 0;
    latent[i] = vapourHeat * taken;
    const heat = (sensible[i] as number) + (latent[i] as number);
    const where = site[i] as number;
    const drive =
      isChilled[i] === 1 || heat <= 0
        ? 0
        : heat / compressorPerformance(outdoor[where] as number, supply[i] as number);
    const vapour = steam[i] as number;
    load[i] = (rated[i] as number) > 0 ? (100 * heat) / (rated[i] as number) : 0;
    power[i] = (fanHeat[i] as number) + drive + steamCost * vapour;
    if (vapour > 0) spent[where] = (spent[where] as number) + vapour;
  }
}
