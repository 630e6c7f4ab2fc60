/** The cells of a battery string, and which of them are unlike the others. Pure. */
import type { Severity } from '../../../sim/contract/alarms.ts';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { text } from '../../text/text.ts';
import { metricText, numberText, withUnit } from '../../ui/numbers.ts';

export type Cell = {
  readonly number: number;
  readonly voltage: EntityId | null;
  readonly resistance: EntityId | null;
};

/** One entry per cell; NaN where never read. */
export type CellReadings = { readonly voltages: Float32Array; readonly resistances: Float32Array };

export type CellJudgement = {
  readonly medianVoltage: number;
  readonly medianResistance: number;
  readonly severities: readonly (Severity | null)[];
};

export const isCellSensor = ({ spec }: EntityOf<'sensor'>): boolean =>
  spec.metric === 'cell-voltage' || spec.metric === 'cell-resistance';

export function cellsOf(sensors: readonly EntityOf<'sensor'>[]): readonly Cell[] {
  const cells = new Map<number, Cell>();
  for (const sensor of sensors) {
    if (!isCellSensor(sensor)) continue;
    const number = Number(/\d+$/.exec(sensor.spec.place)?.[0]);
    if (Number.isNaN(number)) continue;
    const known = cells.get(number) ?? { number, voltage: null, resistance: null };
    const isVoltage = sensor.spec.metric === 'cell-voltage';
    cells.set(number, isVoltage ? { ...known, voltage: sensor.id } : { ...known, resistance: sensor.id });
  }
  return [...cells.values()].toSorted((one, other) => one.number - other.number);
}

/**
 * Against the median of the string and not against a data sheet: temperature and charge move all cells alike.
 * IEEE 1188 looks at a cell 20 to 30 % over its baseline, and replaces one 50 % over it.
 */
const resistanceSteps = { major: 1.25, critical: 1.5 } as const;
/** In cells of one string, on the same current, a few hundredths of a volt tell. */
const voltageSteps = { minor: 0.97, critical: 0.9 } as const;

export function median(values: Float32Array): number {
  const known = values.filter((value) => !Number.isNaN(value)).toSorted();
  if (known.length === 0) return Number.NaN;
  const middle = Math.floor(known.length / 2);
  const upper = known[middle] ?? Number.NaN;
  return known.length % 2 === 1 ? upper : ((known[middle - 1] ?? Number.NaN) + upper) / 2;
}

function severityOf(voltageShare: number, resistanceShare: number): Severity | null {
  if (resistanceShare > resistanceSteps.critical || voltageShare < voltageSteps.critical) return 'critical';
  if (resistanceShare > resistanceSteps.major) return 'major';
  return voltageShare < voltageSteps.minor ? 'minor' : null;
}

export function judgeCells({ voltages, resistances }: CellReadings): CellJudgement {
  const medianVoltage = median(voltages);
  const medianResistance = median(resistances);
  const severities = Array.from(voltages, (voltage, at) =>
    severityOf(voltage / medianVoltage, (resistances[at] ?? Number.NaN) / medianResistance),
  );
  return { medianVoltage, medianResistance, severities };
}

const numberOrNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** A cell in words: for the tip and for who does not see it. */
export function cellWords(
  at: { readonly cell: Cell; readonly index: number },
  readings: CellReadings,
  judgement: CellJudgement,
): string {
  const voltage = numberOrNull(readings.voltages[at.index]);
  const resistance = numberOrNull(readings.resistances[at.index]);
  const off = resistance === null ? 0 : Math.round((resistance / judgement.medianResistance - 1) * 100);
  const severity = judgement.severities[at.index] ?? null;
  const { inspector, severities } = text();
  const words = inspector.cells;
  return [
    `${words.one(at.cell.number)}: ${metricText('cell-voltage', voltage)}`,
    metricText('cell-resistance', resistance),
    ...(off === 0 ? [] : [words.off(withUnit(numberText(Math.abs(off), 0), '%'), off > 0)]),
    ...(severity === null ? [] : [severities[severity].toLowerCase()]),
  ].join(', ');
}

export const columns = 20;

/** Which cell the keyboard goes to; null where the key is none of these. */
export function cellAfterKey(key: string, at: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
  };
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  const step = steps[key];
  if (step === undefined) return null;
  const next = at + step;
  return next < 0 || next >= count ? at : next;
}
