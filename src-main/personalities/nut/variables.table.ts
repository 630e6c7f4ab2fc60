import { alarmOf, chargeOf, lowCharge, lowRuntimeSeconds, runtimeOf, statusOf } from './status.ts';
import { stateOf, type Unit } from './unit.ts';

export type Variable = {
  readonly name: string;
  readonly description: string;
  readonly type: 'number' | 'text' | 'choice';
  /** Null where this UPS has no such value. */
  readonly value: (unit: Unit) => string | null;
};

const fixed = (value: number | null, decimals: number): string | null =>
  value === null || !Number.isFinite(value) ? null : value.toFixed(decimals);

const scaled = (value: number | null, factor: number): number | null => (value === null ? null : value * factor);

/** Mains that are gone have no frequency, whatever the inverter makes. */
const inputFrequency = (unit: Unit): number | null =>
  unit.own('input-voltage') === 0 ? 0 : unit.own('frequency');

/** Of one phase, from power and the voltage between phases; √3 of three. */
function outputCurrent(unit: Unit): number | null {
  const power = unit.own('power');
  const voltage = unit.own('output-voltage');
  if (power === null || voltage === null) return null;
  return voltage === 0 ? 0 : (power * 1000) / (Math.sqrt(3) * voltage);
}

const charger = ['floating', 'discharging', 'charging'] as const;

/** In alphabetical order, as upsd lists them. Names are those of NUT's own list. */
export const variableTable: readonly Variable[] = [
  { name: 'battery.capacity', description: 'Battery capacity (Ah)', type: 'number', value: ({ battery }) => fixed(battery?.spec.capacity ?? null, 1) },
  { name: 'battery.charge', description: 'Battery charge (percent)', type: 'number', value: (unit) => fixed(chargeOf(unit), 0) },
  { name: 'battery.charge.low', description: 'Charge at which the UPS says LB (percent)', type: 'number', value: () => String(lowCharge) },
  { name: 'battery.charger.status', description: 'What the charger does', type: 'text', value: (unit) => charger[unit.ofBattery('state') ?? -1] ?? null },
  { name: 'battery.current', description: 'Battery current (A)', type: 'number', value: (unit) => fixed(unit.ofBattery('current'), 1) },
  { name: 'battery.runtime', description: 'Runtime left at this load (seconds)', type: 'number', value: (unit) => fixed(scaled(runtimeOf(unit), 60), 0) },
  { name: 'battery.runtime.low', description: 'Runtime at which the UPS says LB (seconds)', type: 'number', value: () => String(lowRuntimeSeconds) },
  { name: 'battery.temperature', description: 'Battery temperature (degrees C)', type: 'number', value: (unit) => fixed(unit.ofBattery('temperature'), 1) },
  { name: 'battery.type', description: 'Battery chemistry', type: 'text', value: ({ battery }) => (battery === null ? null : 'PbAc') },
  { name: 'battery.voltage', description: 'Battery voltage (V)', type: 'number', value: (unit) => fixed(unit.ofBattery('voltage'), 1) },
  { name: 'battery.voltage.nominal', description: 'Nominal battery voltage (V)', type: 'number', value: ({ battery }) => fixed(scaled(battery?.spec.cells ?? null, 2), 0) },
  { name: 'device.description', description: 'Name in the lab', type: 'text', value: ({ ups }) => ups.name },
  { name: 'device.location', description: 'Site and room', type: 'text', value: ({ where }) => where },
  { name: 'device.mfr', description: 'Device manufacturer', type: 'text', value: () => 'Coldaisle' },
  { name: 'device.model', description: 'Device model', type: 'text', value: ({ ups }) => ups.spec.model },
  { name: 'device.serial', description: 'Id in the lab', type: 'text', value: ({ ups }) => ups.id },
  { name: 'device.type', description: 'Device type', type: 'text', value: () => 'ups' },
  { name: 'driver.name', description: 'Where the values come from: a simulation', type: 'text', value: () => 'coldaisle-simulation' },
  { name: 'input.eco.switchable', description: 'High efficiency (ECO) mode', type: 'choice', value: (unit) => (stateOf(unit) === 'eco' ? 'ECO' : 'normal') },
  { name: 'input.frequency', description: 'Input line frequency (Hz)', type: 'number', value: (unit) => fixed(inputFrequency(unit), 1) },
  { name: 'input.voltage', description: 'Input voltage between phases (V)', type: 'number', value: (unit) => fixed(unit.own('input-voltage'), 1) },
  { name: 'output.current', description: 'Output current of one phase (A)', type: 'number', value: (unit) => fixed(outputCurrent(unit), 1) },
  { name: 'output.frequency', description: 'Output frequency (Hz)', type: 'number', value: (unit) => fixed(unit.own('frequency'), 1) },
  { name: 'output.voltage', description: 'Output voltage between phases (V)', type: 'number', value: (unit) => fixed(unit.own('output-voltage'), 1) },
  { name: 'ups.alarm', description: 'What is wrong inside the UPS', type: 'text', value: alarmOf },
  { name: 'ups.id', description: 'Name in the lab', type: 'text', value: ({ ups }) => ups.name },
  { name: 'ups.load', description: 'Load on UPS (percent)', type: 'number', value: (unit) => fixed(unit.own('load'), 1) },
  { name: 'ups.load.high', description: 'Load at which the UPS says OVER (percent)', type: 'number', value: () => '100' },
  { name: 'ups.mfr', description: 'UPS manufacturer', type: 'text', value: () => 'Coldaisle' },
  { name: 'ups.model', description: 'UPS model', type: 'text', value: ({ ups }) => ups.spec.model },
  { name: 'ups.power', description: 'Apparent power (VA), at a power factor of 1', type: 'number', value: (unit) => fixed(scaled(unit.own('power'), 1000), 0) },
  { name: 'ups.power.nominal', description: 'Nominal apparent power (VA)', type: 'number', value: ({ ups }) => fixed(ups.spec.ratedPower * 1000, 0) },
  { name: 'ups.realpower', description: 'Real power (W)', type: 'number', value: (unit) => fixed(scaled(unit.own('power'), 1000), 0) },
  { name: 'ups.realpower.nominal', description: 'Nominal real power (W)', type: 'number', value: ({ ups }) => fixed(ups.spec.ratedPower * 1000, 0) },
  { name: 'ups.serial', description: 'Id in the lab', type: 'text', value: ({ ups }) => ups.id },
  { name: 'ups.status', description: 'UPS status', type: 'text', value: statusOf },
  { name: 'ups.type', description: 'UPS type', type: 'text', value: () => 'online' },
];
