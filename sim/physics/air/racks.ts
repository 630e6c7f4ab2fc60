import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import { designRise } from './constants.ts';
import { leastFlow, massShare, mostFanShare } from './rack-layout.ts';
import type { Stretch } from './rack-layout.ts';

/** Server fans speed up with inlet air over the recommended 27 °C: share of flow more per K. */
const fanFrom = 27;
const fanGrowth = 0.04;
/** Inlet rise that a scenario cannot exceed, and seconds in which it ebbs away afterwards. */
const mostRise = 30;
const ebbSeconds = 120;

/**
 * What every rack breathes in this second, and from where: the cold aisle, its neighbours' exhaust, its own.
 * Fan speed follows from load and from the inlet as it was; fan power is part of the load already.
 */
export function stepFlows(state: PlantState, layout: PlantLayout): void {
  const { rack, room } = layout.air;
  rack.before.set(state.rack.columns.outlet);
  room.flow.fill(0);
  state.room.columns.heat.set(room.inner);
  for (const stretch of rack.stretches) stepFlowsIn(state, layout, stretch);
  state.room.columns.flow.set(room.flow);
}

function stepFlowsIn(state: PlantState, layout: PlantLayout, { from, to, room }: Stretch): void {
  const { load, inlet, rise } = state.rack.columns;
  const { left, right, recirculation, flowMost, flow, fresh, pull, before } = layout.air.rack;
  const { ramp } = layout.levers.rack;
  const { supply, heat } = state.room.columns;
  const cold = supply[room] as number;
  let taken = 0;
  let given = 0;
  for (let i = from; i < to; i += 1) {
    const air = inlet[i] as number;
    const power = load[i] as number;
    const needed = power * perKelvin * (air > fanFrom ? fanRise(air) : 1);
    const top = flowMost[i] as number;
    const stream =
      needed < leastFlow ? creeping(needed, before[i] as number, cold) : needed > top ? top : needed;
    const share = recirculation[i] as number;
    let open = stream;
    const push = ramp[i] as number;
    const risen = rise[i] as number;
    if (push > 0 || risen > 0) {
      const grown = nextRise(risen, push);
      const own = before[i] as number;
      const beside = (before[left[i] as number] as number) + (before[right[i] as number] as number);
      rise[i] = grown;
      open *= 1 - blocked(grown, own, cold + share * (0.5 * own + 0.25 * beside - cold));
    }
    const cool = (1 - share) * open;
    flow[i] = stream;
    pull[i] = 0.25 * share * open;
    fresh[i] = cool;
    taken += cool;
    given += power;
  }
  layout.air.room.flow[room] = (layout.air.room.flow[room] as number) + taken;
  heat[room] = (heat[room] as number) + given;
}

const perKelvin = 1 / designRise;

/** Air still rises through a rack whose fans hardly turn, by as much as it is warmer than its surroundings. */
function creeping(needed: number, own: number, cold: number): number {
  const draught = (leastFlow * (own - cold)) / designRise;
  const most = draught > leastFlow ? leastFlow : draught;
  return most > needed ? most : needed;
}

function fanRise(inlet: number): number {
  const rise = 1 + fanGrowth * (inlet - fanFrom);
  return rise > mostFanShare ? mostFanShare : rise;
}

/** Blocked air is replaced by the rack's own exhaust, so the inlet never passes what that could give. */
function blocked(rise: number, own: number, base: number): number {
  const span = own - base;
  if (span < 0.1) return 0;
  const share = rise / span;
  return share > 0.9 ? 0.9 : share;
}

function nextRise(rise: number, ramp: number): number {
  if (ramp > 0) return rise + ramp > mostRise ? mostRise : rise + ramp;
  return rise < 0.001 ? 0 : rise - rise / ebbSeconds;
}

/**
 * One second of air and mass for every rack. What leaves by its own exhaust is taken at the new temperature, what its
 * neighbours pull at the old one, so that both sides of every exchange see the same heat, in any order of racks.
 */
export function stepRacks(state: PlantState, layout: PlantLayout): void {
  layout.air.room.exhaustHeat.fill(0);
  layout.air.room.suckedBack.fill(0);
  for (const stretch of layout.air.rack.stretches) stepRacksIn(state, layout, stretch);
}

function stepRacksIn(state: PlantState, layout: PlantLayout, { from, to, room }: Stretch): void {
  const { load, inlet, outlet, mass } = state.rack.columns;
  const { left, right, flow, fresh, pull, before, airHeat, massLink } = layout.air.rack;
  const { exhaustHeat, suckedBack } = layout.air.room;
  const cold = state.room.columns.supply[room] as number;
  const hot = state.room.columns.return[room] as number;
  let breathedOut = 0;
  let sucked = 0;
  for (let i = from; i < to; i += 1) {
    const l = left[i] as number;
    const r = right[i] as number;
    const solid = mass[i] as number;
    const link = massLink[i] as number;
    const cool = fresh[i] as number;
    const mine = pull[i] as number;
    const theirs = (pull[l] as number) + (pull[r] as number);
    const heat = airHeat[i] as number;
    const gathered = cool * cold + mine * ((before[l] as number) + (before[r] as number));
    // What is breathed out and not breathed in again by itself or a neighbour.
    const out = cool + 2 * mine - theirs;
    const sum = (heat - theirs) * (before[i] as number) + (load[i] as number) + gathered + link * solid;
    let air: number;
    if (out >= 0) {
      air = sum / (heat + out + link);
      breathedOut += out * air;
    } else {
      // A dark rack between live ones: what they pull out of it comes from the hot side of the room.
      air = (sum - out * hot) / (heat + link);
      sucked -= out;
    }
    const stream = flow[i] as number;
    outlet[i] = air;
    mass[i] = solid + massShare * (air - solid);
    inlet[i] = stream > 0 ? (gathered + (stream - cool - 2 * mine) * air) / stream : cold;
  }
  exhaustHeat[room] = (exhaustHeat[room] as number) + breathedOut;
  suckedBack[room] = (suckedBack[room] as number) + sucked;
}
