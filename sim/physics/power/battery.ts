import { stateWords } from '../../contract/state-words.table.ts';
import type { World } from '../../kernel/world.ts';
import type { PlantLayout } from '../plant.ts';
import type { PlantState } from '../state.ts';
import {
  ageString,
  drawString,
  fillString,
  minutesLeft,
  resistanceGain,
  restString,
  sumString,
  tallyString,
  weakenCell,
} from './cells.ts';
import type { Pool } from './cells.ts';
import { liveTime } from './flow.ts';
import { off, failed } from './ups-words.ts';

const [floating, discharging, charging, exhausted, disconnected] = stateWords.battery.map((_, at) => at) as [
  number,
  number,
  number,
  number,
  number,
];

/** A recharge takes the ten-hour current at most, and no more than a tenth of what its UPS is rated. */
const rechargeShare = 0.1;
/** Over the last tenth of the charge the current tapers. */
const taper = 10;
const leastTaper = 0.02;

const stringsOf = (layout: PlantLayout, ups: number): readonly number[] =>
  layout.power.ups.strings[ups] ?? [];

/** Whether the battery of a UPS could carry so many watts now: what cells give at most is E² / 4R. */
export function canCarry(
  state: PlantState,
  layout: PlantLayout,
  load: { readonly ups: number; readonly watts: number },
): boolean {
  const { strings } = layout.power;
  let most = 0;
  for (const at of stringsOf(layout, load.ups)) {
    if (state.battery.columns.state[at] === exhausted || (state.battery.columns.charge[at] as number) <= 0)
      continue;
    sumString(state, strings, at);
    most += ((strings.emf[at] as number) * (strings.emf[at] as number)) / (4 * (strings.ohms[at] as number));
  }
  return most > 0 && load.watts <= 0.9 * most;
}

/** kW that the strings of a UPS take in to fill up. */
export function recharge(state: PlantState, layout: PlantLayout, ups: number): number {
  const { strings } = layout.power;
  let sum = 0;
  for (const at of stringsOf(layout, ups)) {
    const missing = 1 - (state.battery.columns.charge[at] as number) / 100;
    const share = Math.min(1, Math.max(leastTaper, missing * taper));
    strings.wants[at] = 0;
    if (missing <= 0) continue;
    sumString(state, strings, at);
    const amps = rechargeShare * (strings.capacity[at] as number) * share;
    strings.wants[at] = (amps * ((strings.emf[at] as number) + amps * (strings.ohms[at] as number))) / 1000;
    sum += strings.wants[at];
  }
  const most = rechargeShare * (layout.power.ups.rated[ups] as number);
  if (sum <= most) return sum;
  for (const at of stringsOf(layout, ups)) strings.wants[at] = ((strings.wants[at] as number) * most) / sum;
  return most;
}

/** After the second's sums: every string gives, takes or rests, and ages. */
export function settleBatteries(world: World, state: PlantState, layout: PlantLayout): void {
  const { flow, graph, ups } = layout.power;
  for (let at = 0; at < ups.strings.length; at += 1) {
    const strings = ups.strings[at] as readonly number[];
    if (strings.length === 0) continue;
    const node = graph.start.ups + at;
    const seconds = flow.viaStore[node] as number;
    if (seconds > 0) giveAll(state, layout, at);
    else if ((flow.charge[node] as number) > 0) takeAll(state, layout, at);
    else for (const string of strings) rest(state, layout, { at: string, ups: at });
  }
  for (let at = 0; at < state.battery.ids.length; at += 1) age(world, state, { layout, at });
}

/** Strings side by side have one voltage: the current shares itself out by it. */
function giveAll(state: PlantState, layout: PlantLayout, ups: number): void {
  const { flow, graph, strings } = layout.power;
  const node = graph.start.ups + ups;
  const seconds = flow.viaStore[node] as number;
  const watts = (1000 * (flow.store[node] as number)) / seconds;
  const able = stringsOf(layout, ups).filter((at) => state.battery.columns.state[at] !== exhausted);
  let [conductance, short] = [0, 0];
  for (const at of able) {
    conductance += 1 / (strings.ohms[at] as number);
    short += (strings.emf[at] as number) / (strings.ohms[at] as number);
  }
  const emf = short / conductance;
  const root = emf * emf - (4 * watts) / conductance;
  const amps = ((root > 0 ? emf - Math.sqrt(root) : emf) * conductance) / 2;
  const volts = emf - amps / conductance;
  const parts = able.map((at) =>
    Math.max(0, ((strings.emf[at] as number) - volts) / (strings.ohms[at] as number)),
  );
  const sum = parts.reduce((total, part) => total + part, 0);
  for (const [n, at] of able.entries()) {
    const own = sum > 0 ? ((parts[n] as number) * amps) / sum : 0;
    if (own > 0) give(state, layout, { at, amps: own, seconds, watts: own * volts });
    else rest(state, layout, { at, ups });
  }
}

type Pulled = {
  readonly at: number;
  readonly amps: number;
  readonly seconds: number;
  readonly watts: number;
};

function give(state: PlantState, layout: PlantLayout, pull: Pulled): void {
  const { strings } = layout.power;
  const isAtEnd = drawString(state, strings, pull);
  state.battery.columns.state[pull.at] = isAtEnd ? exhausted : discharging;
  book(state, layout, pull);
}

function takeAll(state: PlantState, layout: PlantLayout, ups: number): void {
  const { flow, graph, strings } = layout.power;
  const seconds = liveTime(flow, graph.first[graph.start.ups + ups] as number);
  for (const at of stringsOf(layout, ups)) {
    const watts = 1000 * (strings.wants[at] as number);
    if (watts <= 0) {
      rest(state, layout, { at, ups });
      continue;
    }
    sumString(state, strings, at);
    const emf = strings.emf[at] as number;
    const ohms = strings.ohms[at] as number;
    const amps = (Math.sqrt(emf * emf + 4 * ohms * watts) - emf) / (2 * ohms);
    fillString(state, strings, { at, amps, seconds });
    state.battery.columns.state[at] = charging;
    book(state, layout, { at, amps: -amps, seconds, watts: -watts });
  }
}

/** kJ that warm a string by 1 K for each Ah of each cell: about 60 g of lead, acid and case at 1 kJ/kgK. */
const heatPerAmpereHour = 0.06;

/** What left the store and did not reach the terminals, or reached them and was not stored, is heat. */
function book(
  state: PlantState,
  { power: { strings } }: PlantLayout,
  { at, amps, seconds, watts }: Pulled,
): void {
  const columns = state.battery.columns;
  const before = columns.stored[at] as number;
  tallyString(state, strings, at);
  const kilowatts = (watts * seconds) / 1000;
  const heat = (before - (columns.stored[at] as number)) * 3600 - kilowatts;
  const cells = (strings.begin[at + 1] as number) - (strings.begin[at] as number);
  columns.current[at] = amps;
  columns.power[at] = kilowatts;
  columns.loss[at] = heat;
  columns.temperature[at] =
    (columns.temperature[at] as number) +
    heat / (heatPerAmpereHour * cells * (strings.capacity[at] as number));
}

/** Nothing flows: on float behind a rectifier that lives, cut off otherwise; and what was empty stays so until it is charged. */
function rest(
  state: PlantState,
  layout: PlantLayout,
  { at, ups }: { readonly at: number; readonly ups: number },
): void {
  const { flow, graph, strings } = layout.power;
  const columns = state.battery.columns;
  const word = state.ups.columns.state[ups];
  const hasMains =
    liveTime(flow, graph.first[graph.start.ups + ups] as number) > 0 && word !== failed && word !== off;
  const cut = columns.state[at] === exhausted ? exhausted : disconnected;
  const next = hasMains ? floating : cut;
  columns.current[at] = 0;
  columns.power[at] = 0;
  columns.loss[at] = 0;
  if (columns.state[at] === next) return;
  columns.state[at] = next;
  restString(state, strings, { at, floats: hasMains ? 1 : 0 });
  tallyString(state, strings, at);
}

/** A string that rests is looked at once a minute, each in its own second. */
const lookSeconds = 60;
/** A string takes on the temperature of its room within hours. */
const followMinutes = 240;

function age(
  world: World,
  state: PlantState,
  { layout, at }: { readonly layout: PlantLayout; readonly at: number },
): void {
  const { strings } = layout.power;
  const columns = state.battery.columns;
  const degree = layout.levers.battery.weaken[at] as number;
  if (degree > 0) weakenCell(state, strings, { at, degree });
  const isDue = (world.clock.tick + ((strings.actor[at] as number) >>> 0)) % lookSeconds === 0;
  if (isDue) {
    const room = state.room.columns.temperature[strings.room[at] as number] ?? 25;
    const celsius = columns.temperature[at] as number;
    columns.temperature[at] = celsius + (room - celsius) / followMinutes;
    ageString(state, strings, { at, celsius });
  }
  if (!isDue && degree === 0) return;
  const word = columns.state[at];
  if (word !== discharging && word !== charging)
    restString(state, strings, { at, floats: word === floating ? 1 : 0 });
  tallyString(state, strings, at);
}

/** All that is left behind a UPS, as one. */
export function poolOf(state: PlantState, layout: PlantLayout, ups: number): Pool {
  const { strings } = layout.power;
  const { charge, health, state: word } = state.battery.columns;
  let [ampereHours, held, cells, conductance] = [0, 0, 0, 0];
  for (const at of stringsOf(layout, ups)) {
    if (word[at] === exhausted) continue;
    const able = (health[at] as number) / 100;
    const own = able * (strings.capacity[at] as number);
    const begin = strings.begin[at] as number;
    ampereHours += own;
    held += own * ((charge[at] as number) / 100);
    cells = Math.max(cells, (strings.begin[at + 1] as number) - begin);
    const grown = 1 + resistanceGain * (1 - able);
    conductance += 1000 / ((strings.freshResistance[begin] as number) * grown);
  }
  return {
    ampereHours,
    charge: ampereHours > 0 ? held / ampereHours : 0,
    cells,
    ohms: conductance > 0 ? 1 / conductance : 0,
  };
}

/** What each string says of its minutes and its UPS of all of them, at so many watts. */
export function showRuntime(
  state: PlantState,
  layout: PlantLayout,
  load: { readonly ups: number; readonly watts: number },
): void {
  const pool = poolOf(state, layout, load.ups);
  const minutes = minutesLeft(pool, load.watts);
  const { runtime, charge, health } = state.ups.columns;
  let worst = 100;
  for (const at of stringsOf(layout, load.ups)) {
    state.battery.columns.runtime[at] = state.battery.columns.state[at] === exhausted ? 0 : minutes;
    worst = Math.min(worst, state.battery.columns.health[at] as number);
  }
  runtime[load.ups] = minutes;
  charge[load.ups] = 100 * pool.charge;
  health[load.ups] = stringsOf(layout, load.ups).length > 0 ? worst : 0;
}
