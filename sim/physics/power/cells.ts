import { between } from '../between.ts';
import type { PlantState } from '../state.ts';
import { ageing, heldEnergy, openCircuit, peukert } from './curves.table.ts';

/** Strings of lead-acid cells, one line for each battery; the cells of string s are `begin[s] … begin[s + 1] - 1`. */
export type StringsLayout = {
  readonly ups: Int32Array;
  readonly room: Int32Array;
  readonly actor: Int32Array;
  readonly begin: Int32Array;
  readonly capacity: Float64Array;
  readonly designLife: Float64Array;
  /** Of each cell, when the lab was born: share of its capacity, and mΩ; and mΩ fresh from the maker. */
  readonly bornHealth: Float64Array;
  readonly bornResistance: Float64Array;
  readonly freshResistance: Float64Array;
  /** V and Ω of each whole string in this second, and kW that it takes in. */
  readonly emf: Float64Array;
  readonly ohms: Float64Array;
  readonly wants: Float64Array;
  /** 1 while `emf` and `ohms` are those of the cells as they are. */
  readonly known: Uint8Array;
};

/** A string in this second: A that flow out of it or into it, and for how many seconds. */
type Pull = { readonly at: number; readonly amps: number; readonly seconds: number };

export const floatVolts = 2.25;
/** The weakest cell at this voltage ends the string. */
const endVolts = 1.67;
/** A recharge gives back so much of the charge it takes. */
const chargeYield = 0.97;
/** A battery is at its end with four fifths of its capacity (IEEE 1188): so much health a design life costs. */
const lifeFade = 0.2;
/** Full discharges until then. */
const cycleLife = 300;
/** What health is lost, resistance gains twice: half the capacity, double the resistance. */
export const resistanceGain = 2;
/** Nothing is left of a cell below a twentieth of its capacity that a battery could lose. */
const leastHealth = 0.05;
const secondsPerYear = 31_557_600;
const joulesPerKilowattHour = 3_600_000;

const openVolts = (charge: number): number => between(openCircuit, charge * (openCircuit.length - 1));

/** x^0.2, where x is the current against the ten-hour rate. Slower discharges gain nothing over the rated capacity. */
export const peukertFactor = (x: number): number =>
  x <= 1 ? 1 : between(peukert, (Math.sqrt(Math.sqrt(x)) - 1) * 10);

/** Seconds a full cell lasts at this current: t = H·(C / (I·H))^1.2 with H of ten hours. */
export const peukertSeconds = (ampereHours: number, amps: number): number =>
  (3600 * ampereHours) / (amps * peukertFactor((10 * amps) / ampereHours));

/** Charge at which the open-circuit voltage is this. */
export function chargeAt(volts: number): number {
  const last = openCircuit.length - 1;
  for (let at = 0; at < last; at += 1) {
    const low = openCircuit[at] as number;
    const high = openCircuit[at + 1] as number;
    if (volts <= high) return Math.max(0, (at + (volts - low) / (high - low)) / last);
  }
  return 1;
}

/** Source voltage and resistance of the whole string as it is now; known until a cell changes. */
export function sumString(state: PlantState, strings: StringsLayout, at: number): void {
  if (strings.known[at] === 1) return;
  const { charge, resistance } = state.cell.columns;
  let volts = 0;
  let milliohms = 0;
  for (let cell = strings.begin[at] as number; cell < (strings.begin[at + 1] as number); cell += 1) {
    volts += openVolts(charge[cell] as number);
    milliohms += resistance[cell] as number;
  }
  strings.emf[at] = volts;
  strings.ohms[at] = milliohms / 1000;
  strings.known[at] = 1;
}

/** Draws a current from every cell; true when the weakest has come to its end. */
export function drawString(state: PlantState, strings: StringsLayout, { at, amps, seconds }: Pull): boolean {
  const { charge, health, resistance, voltage } = state.cell.columns;
  const { freshResistance } = strings;
  const size = strings.capacity[at] as number;
  const end = strings.begin[at + 1] as number;
  let isAtEnd = false;
  for (let cell = strings.begin[at] as number; cell < end; cell += 1) {
    const able = health[cell] as number;
    const rate = amps / (size * able);
    const spent = (seconds * rate * peukertFactor(10 * rate)) / 3600;
    const left = Math.max(0, (charge[cell] as number) - spent);
    const worn = Math.max(leastHealth, able - (spent * lifeFade) / cycleLife);
    const volts = openVolts(left) - (amps * (resistance[cell] as number)) / 1000;
    charge[cell] = left;
    voltage[cell] = volts;
    health[cell] = worn;
    resistance[cell] =
      (resistance[cell] as number) + resistanceGain * (able - worn) * (freshResistance[cell] as number);
    if (left <= 0 || volts <= endVolts) isAtEnd = true;
  }
  strings.known[at] = 0;
  return isAtEnd;
}

export function fillString(state: PlantState, strings: StringsLayout, { at, amps, seconds }: Pull): void {
  const { charge, health, resistance, voltage } = state.cell.columns;
  const gain = (chargeYield * amps * seconds) / (3600 * (strings.capacity[at] as number));
  for (let cell = strings.begin[at] as number; cell < (strings.begin[at + 1] as number); cell += 1) {
    const next = Math.min(1, (charge[cell] as number) + gain / (health[cell] as number));
    charge[cell] = next;
    voltage[cell] = openVolts(next) + (amps * (resistance[cell] as number)) / 1000;
  }
  strings.known[at] = 0;
}

/** Voltages of a string that nothing is drawn from: on float, or cut off. */
export function restString(
  state: PlantState,
  strings: StringsLayout,
  { at, floats }: { at: number; floats: 0 | 1 },
): void {
  const { charge, health, voltage } = state.cell.columns;
  for (let cell = strings.begin[at] as number; cell < (strings.begin[at + 1] as number); cell += 1) {
    // On float the string shares its voltage out: a tired cell sits a little lower.
    const lag = ((strings.bornHealth[cell] as number) - (health[cell] as number)) * 0.05;
    voltage[cell] = floats === 1 ? floatVolts - lag : openVolts(charge[cell] as number);
  }
}

/** A minute of age at this temperature. */
export function ageString(
  state: PlantState,
  strings: StringsLayout,
  { at, celsius }: { at: number; celsius: number },
): void {
  const { health, resistance } = state.cell.columns;
  const pace = between(ageing, (celsius - 8.4) / 1.66);
  const lost = (60 * lifeFade * pace) / ((strings.designLife[at] as number) * secondsPerYear);
  for (let cell = strings.begin[at] as number; cell < (strings.begin[at + 1] as number); cell += 1) {
    const able = health[cell] as number;
    const worn = Math.max(leastHealth, able - lost);
    health[cell] = worn;
    resistance[cell] =
      (resistance[cell] as number) +
      resistanceGain * (able - worn) * (strings.freshResistance[cell] as number);
  }
  strings.known[at] = 0;
}

/** Sums a string up for its panel: the weakest cell speaks for charge and health. */
export function tallyString(state: PlantState, strings: StringsLayout, at: number): void {
  const cells = state.cell.columns;
  const columns = state.battery.columns;
  const last = openCircuit.length - 1;
  let [volts, open, milliohms, charge, health, held] = [0, 0, 0, 1, 1, 0];
  for (let cell = strings.begin[at] as number; cell < (strings.begin[at + 1] as number); cell += 1) {
    const left = cells.charge[cell] as number;
    const able = cells.health[cell] as number;
    const source = openVolts(left);
    const whole = Math.floor(left * last);
    volts += cells.voltage[cell] as number;
    open += source;
    milliohms += cells.resistance[cell] as number;
    charge = left < charge ? left : charge;
    health = able < health ? able : health;
    held += able * heldBetween(whole, left * last - whole, source);
  }
  columns.voltage[at] = volts;
  columns.charge[at] = 100 * charge;
  columns.health[at] = 100 * health;
  columns.stored[at] = (held * 3600 * (strings.capacity[at] as number)) / joulesPerKilowattHour;
  strings.emf[at] = open;
  strings.ohms[at] = milliohms / 1000;
  strings.known[at] = 1;
}

/** J per coulomb of capacity that a cell holds at a place in the tables, where its open-circuit voltage is `volts`. */
const heldBetween = (whole: number, part: number, volts: number): number =>
  (heldEnergy[whole] as number) +
  (part * ((openCircuit[whole] as number) + volts)) / (2 * (openCircuit.length - 1));

/** First values of a string that is born with the lab, charged and on float. */
export function bornString(
  { begin, bornHealth, capacity }: StringsLayout,
  at: number,
): Readonly<Record<string, number>> {
  const cells = bornHealth.subarray(begin[at], begin[at + 1]);
  const held =
    cells.reduce((sum, health) => sum + health, 0) *
    heldBetween(openCircuit.length - 1, 0, 0) *
    3600 *
    (capacity[at] as number);
  return {
    voltage: floatVolts * cells.length,
    charge: 100,
    health: 100 * cells.reduce((least, health) => Math.min(least, health), 1),
    stored: held / joulesPerKilowattHour,
    temperature: 25,
  };
}

/** Wears the weakest cell down: at 1, half its capacity is gone and its resistance doubled. It stays so. */
export function weakenCell(
  state: PlantState,
  strings: StringsLayout,
  { at, degree }: { at: number; degree: number },
): void {
  const { health, resistance } = state.cell.columns;
  const begin = strings.begin[at] as number;
  const count = (strings.begin[at + 1] as number) - begin;
  const cell = begin + (((strings.actor[at] as number) >>> 0) % count);
  const force = degree < 1 ? degree : 1;
  health[cell] = Math.min(health[cell] as number, (strings.bornHealth[cell] as number) * (1 - force / 2));
  resistance[cell] = Math.max(
    resistance[cell] as number,
    (strings.bornResistance[cell] as number) * (1 + force),
  );
}

/** Puts a new cell in, charged. Numbers count from 1. */
export function replaceCell(
  state: PlantState,
  strings: StringsLayout,
  { at, number }: { at: number; number: number },
): void {
  const begin = strings.begin[at] as number;
  const cell = begin + number - 1;
  if (!Number.isInteger(number) || number < 1 || cell >= (strings.begin[at + 1] as number)) return;
  const columns = state.cell.columns;
  columns.charge[cell] = 1;
  columns.health[cell] = 1;
  columns.resistance[cell] = strings.freshResistance[cell] as number;
  columns.voltage[cell] = floatVolts;
  tallyString(state, strings, at);
}

/** What minutes are left for a load: of strings whose weakest cells have so much charge and health between them. */
export type Pool = {
  /** Ah that are left in health, and the charge they hold on average. */
  readonly ampereHours: number;
  readonly charge: number;
  readonly cells: number;
  /** Ω of one cell's place in all strings together. */
  readonly ohms: number;
};

const longestRuntime = 1440;

export function minutesLeft({ ampereHours, charge, cells, ohms }: Pool, watts: number): number {
  if (ampereHours <= 0 || cells <= 0) return 0;
  const volts = openVolts(charge / 2);
  const perCell = watts / cells;
  const root = volts * volts - 4 * ohms * perCell;
  if (root <= 0) return 0;
  const amps = perCell <= 0 ? 0 : (volts - Math.sqrt(root)) / (2 * ohms);
  if (amps <= 0) return longestRuntime;
  const usable = charge - chargeAt(endVolts + amps * ohms);
  return Math.min(longestRuntime, Math.max(0, (usable * peukertSeconds(ampereHours, amps)) / 60));
}
