import { stateWords } from '../../../sim/contract/state-words.table.ts';
import { stateOf, type Unit, type UpsState } from './unit.ts';

/** Where a UPS says that its battery is low: as most of them are delivered. */
export const lowCharge = 20;
export const lowRuntimeSeconds = 120;
/** IEEE 1188: a string that has lost a fifth of its capacity is at its end. */
const poorHealth = 80;

const wordsByState = {
  off: ['OFF'],
  online: ['OL'],
  eco: ['OL', 'ECO'],
  'on-battery': ['OB', 'DISCHRG'],
  'on-bypass': ['OL', 'BYPASS'],
  failed: ['OFF'],
} as const satisfies Record<UpsState, readonly string[]>;

/** The words of ups.status; null while the UPS does not answer. */
export function statusOf(unit: Unit): string | null {
  const state = stateOf(unit);
  if (state === null) return null;
  const words: string[] = [];
  if (unit.shutdown === 'forced') words.push('FSD');
  if (alarmOf(unit) !== null) words.push('ALARM');
  words.push(...wordsByState[isCarriedPast(unit, state) ? 'on-bypass' : state]);
  if (isBatteryLow(unit, state)) words.push('LB');
  if (isCharging(unit, state)) words.push('CHRG');
  if ((unit.own('load') ?? 0) > 100) words.push('OVER');
  if ((healthOf(unit) ?? 100) < poorHealth) words.push('RB');
  return words.join(' ');
}

/** What is wrong inside the UPS itself; null where nothing is. */
export function alarmOf(unit: Unit): string | null {
  const said: string[] = [];
  if (stateOf(unit) === 'failed') said.push('The UPS has failed');
  const { battery } = unit;
  if (battery !== null && batteryIs(unit, 'disconnected')) said.push('The battery is disconnected');
  return said.length === 0 ? null : `${said.join('. ')}.`;
}

/** A UPS that has failed may still let the mains through. */
const isCarriedPast = (unit: Unit, state: UpsState): boolean =>
  state === 'failed' && (unit.own('output-voltage') ?? 0) > 0;

function isBatteryLow(unit: Unit, state: UpsState): boolean {
  if ((chargeOf(unit) ?? 100) < lowCharge) return true;
  const minutes = runtimeOf(unit);
  return state === 'on-battery' && minutes !== null && minutes * 60 < lowRuntimeSeconds;
}

const isCharging = (unit: Unit, state: UpsState): boolean =>
  state !== 'on-battery' && batteryIs(unit, 'charging');

const batteryIs = (unit: Unit, word: (typeof stateWords.battery)[number]): boolean =>
  stateWords.battery[unit.ofBattery('state') ?? -1] === word;

export const chargeOf = (unit: Unit): number | null => unit.ofBattery('charge') ?? unit.own('charge');
export const runtimeOf = (unit: Unit): number | null => unit.own('runtime') ?? unit.ofBattery('runtime');
const healthOf = (unit: Unit): number | null => unit.ofBattery('health') ?? unit.own('health');
