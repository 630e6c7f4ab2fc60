import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { capacityShare, powerShare, towerWater } from './chiller-curves.ts';
import { waterHeat } from './constants.ts';
import { waterRise } from './chiller-layout.ts';
import { chillerState } from './unit-words.ts';

/** K between the wet bulb and the water that a tower gives. */
const towerApproach = 4;
/** Seconds in which a chiller brings its buffer back to the set-point. */
const pullDown = 60;
/** Pumps follow the load, but turn no slower and no faster than this share. */
const leastPump = 0.3;
const mostPump = 1.2;
/** Fans of the tower, per kW that it gives to the air. */
const towerFans = 0.015;

/** Which chillers stand, start, run; what water each unit on them gets. Before the coils. */
export function stepChillerStates(state: PlantState, layout: PlantLayout): void {
  const { state: now, timer } = state.chiller.columns;
  const { restart, gives, drawn } = layout.air.chiller;
  drawn.fill(0);
  for (let i = 0; i < now.length; i += 1) {
    const reason = standstill(state, layout, i);
    if (reason >= 0) {
      now[i] = reason;
      timer[i] = restart[i] as number;
    } else if ((timer[i] as number) > 0) {
      now[i] = chillerState.starting;
      timer[i] = (timer[i] as number) - 1;
    } else now[i] = chillerState.running;
    gives[i] =
      now[i] === chillerState.running
        ? 2
        : now[i] === chillerState.off || now[i] === chillerState.noPower
          ? 0
          : 1;
  }
  spreadWater(state, layout);
}

function standstill(state: PlantState, layout: PlantLayout, i: number): number {
  if ((state.chiller.columns.mode[i] as number) !== 0) return chillerState.off;
  if ((layout.power.live.chiller[i] as number) < 0.5) return chillerState.noPower;
  return (layout.levers.chiller.fault[i] as number) > 0 ? chillerState.tripped : -1;
}

/** A unit takes water of the chillers that cool; only where none does, of those that still pump what they have. */
function spreadWater(state: PlantState, layout: PlantLayout): void {
  const { from, chillers, water, source } = layout.air.crac;
  const { gives, rated } = layout.air.chiller;
  const { supply } = state.chiller.columns;
  for (let i = 0; i < water.length; i += 1) {
    let best = 0;
    for (let n = from[i] as number; n < (from[i + 1] as number); n += 1)
      best = Math.max(best, gives[chillers[n] as number] as number);
    source[i] = best;
    if (best === 0) continue;
    let weight = 0;
    let sum = 0;
    for (let n = from[i] as number; n < (from[i + 1] as number); n += 1) {
      const chiller = chillers[n] as number;
      if (gives[chiller] !== best) continue;
      weight += rated[chiller] as number;
      sum += (rated[chiller] as number) * (supply[chiller] as number);
    }
    water[i] = weight > 0 ? sum / weight : 0;
    if (weight <= 0) source[i] = 0;
  }
}

/** What the coils put into the water, by chiller, in proportion to what each is rated. */
function gatherHeat(layout: PlantLayout): void {
  const { from, chillers, source, sensible, latent } = layout.air.crac;
  const { gives, rated, drawn } = layout.air.chiller;
  for (let i = 0; i < source.length; i += 1) {
    if (source[i] === 0) continue;
    const heat = (sensible[i] as number) + (latent[i] as number);
    let weight = 0;
    for (let n = from[i] as number; n < (from[i + 1] as number); n += 1)
      if (gives[chillers[n] as number] === source[i]) weight += rated[chillers[n] as number] as number;
    for (let n = from[i] as number; n < (from[i + 1] as number); n += 1) {
      const chiller = chillers[n] as number;
      if (gives[chiller] === source[i])
        drawn[chiller] = (drawn[chiller] as number) + (heat * (rated[chiller] as number)) / weight;
    }
  }
}

/** One second of each loop: what the coils gave, what the machine and the economiser take, what that draws. */
export function stepLoops(state: PlantState, layout: PlantLayout): void {
  gatherHeat(layout);
  for (let i = 0; i < state.chiller.ids.length; i += 1) stepLoop(state, layout, i);
}

function stepLoop(state: PlantState, layout: PlantLayout, i: number): void {
  const chiller = state.chiller.columns;
  const { setpoint, heat, gives, drawn } = layout.air.chiller;
  const put = drawn[i] as number;
  const pumped = pumpShare(layout, i);
  const pumping = (layout.air.chiller.pumpPower[i] as number) * pumped * pumped * pumped;
  const litres = (layout.air.chiller.flowMost[i] as number) * pumped;
  const water = chiller.supply[i] as number;
  const back = litres > 0 ? water + put / (waterHeat * litres) : water;
  const inertia = heat[i] as number;
  const wanted = put + pumping + ((water - (setpoint[i] as number)) * inertia) / pullDown;
  const taken = gives[i] === 2 && wanted > 0 ? take(state, layout, { at: i, wanted, back }) : nothing;
  const removed = taken.free + taken.machine;
  chiller.supply[i] = water + (put + pumping - removed) / inertia;
  chiller.return[i] = litres > 0 ? chiller.supply[i] + put / (waterHeat * litres) : chiller.supply[i];
  chiller.flow[i] = litres;
  chiller.load[i] = percent(removed, layout.air.chiller.rated[i] as number);
  chiller.cop[i] = taken.drive > 0 ? removed / taken.drive : 0;
  chiller.power[i] =
    pumping +
    taken.drive +
    spendOnTower(state, layout, { at: i, rejected: removed + taken.drive, free: taken.free });
  if (taken.free > 0 && taken.machine === 0) chiller.state[i] = chillerState.economiser;
}

const percent = (part: number, whole: number): number => (whole > 0 ? (100 * part) / whole : 0);

type Taken = { readonly free: number; readonly machine: number; readonly drive: number };
const nothing: Taken = { free: 0, machine: 0, drive: 0 };

function pumpShare({ air: { chiller } }: PlantLayout, i: number): number {
  if (chiller.gives[i] === 0) return 0;
  const rated = chiller.rated[i] as number;
  const share = rated > 0 ? (chiller.drawn[i] as number) / rated : 0;
  return share < leastPump ? leastPump : share > mostPump ? mostPump : share;
}

type Want = { readonly at: number; readonly wanted: number; readonly back: number };

/** The economiser takes what the weather allows, the machine the rest, as far as it can. */
function take(state: PlantState, { air: { chiller } }: PlantLayout, { at, wanted, back }: Want): Taken {
  const where = chiller.site[at] as number;
  const outdoor = state.site.columns.outdoor[where] as number;
  const tower = (state.site.columns['wet-bulb'][where] as number) + towerApproach;
  const rated = chiller.rated[at] as number;
  const setpoint = chiller.setpoint[at] as number;
  const free =
    chiller.hasEconomiser[at] === 1 ? Math.min(wanted, rated) * freeShare(back, tower, setpoint) : 0;
  const condenser = chiller.hasTower[at] === 1 ? tower + towerAsAir : outdoor;
  const capacity = rated * capacityShare(condenser, setpoint);
  const machine = Math.min(wanted - free, capacity);
  if (machine <= 0 || capacity <= 0) return { free, machine: 0, drive: 0 };
  const drive =
    (capacity / (chiller.performance[at] as number)) * powerShare(capacity / rated, machine / capacity);
  return { free, machine, drive };
}

/** Curves of an air-cooled machine are read for condenser water: rated at 29.4 °C of water as at 35 °C of air. */
const towerAsAir = 35 - 29.4;

/** All where the tower's water is as cold as what is wanted; some where it is colder than what comes back. */
function freeShare(back: number, tower: number, setpoint: number): number {
  if (tower <= setpoint) return 1;
  const span = Math.max(back, setpoint + waterRise) - setpoint;
  const share = (setpoint + span - tower) / span;
  return share <= 0 ? 0 : share;
}

type Rejected = { readonly at: number; readonly rejected: number; readonly free: number };

/** kW of tower fans; the water is counted where it is spent. */
function spendOnTower(
  state: PlantState,
  { air: { chiller } }: PlantLayout,
  { at, rejected, free }: Rejected,
): number {
  const open = chiller.hasTower[at] === 1;
  if (open && rejected > 0) {
    const where = chiller.site[at] as number;
    const { water, 'wet-bulb': wet } = state.site.columns;
    const litres = towerWater(rejected, wet[where] as number);
    water[where] = (water[where] as number) + litres;
    state.chiller.columns.water[at] = (state.chiller.columns.water[at] as number) + litres;
  }
  return towerFans * (open ? rejected : free);
}
