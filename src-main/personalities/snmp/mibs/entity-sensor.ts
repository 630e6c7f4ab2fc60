/** ENTITY-MIB (RFC 6933) and ENTITY-SENSOR-MIB (RFC 3433): the device and a row for each sensor on it. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import { metricTable } from '../../../../sim/contract/metrics.table.ts';
import { wordsOf } from '../../../../sim/contract/state-words.table.ts';
import { cell, scalar } from '../mib.ts';
import type { MibEntry } from '../mib.ts';
import { oidOf } from '../wire/oid.ts';
import { gaugeOf, integerOf, oidValueOf, textOf, ticksOf } from '../wire/values.ts';
import type { SnmpValue } from '../wire/values.ts';
import { childrenOfKind, given, readPoint } from '../readings.ts';
import { numberIn } from '../id-numbers.ts';
import type { Scope } from './scope.ts';
import { sensorKinds, sensorTypes } from './sensor-kinds.table.ts';
import { upTime } from './system.ts';

const physical = oidOf('1.3.6.1.2.1.47.1.1.1.1');
const lastChange = oidOf('1.3.6.1.2.1.47.1.4.1');
const sensorTable = oidOf('1.3.6.1.2.1.99.1.1.1');
const noOid = [0, 0];
const physicalClass = { chassis: 3, sensor: 8 } as const;
/** EntitySensorDataScale: units. */
const wholeUnits = 9;
const operStatus = { ok: 1, unavailable: 2 } as const;
const truthValue = { true: 1, false: 2 } as const;
/** Physics steps once a second of lab time. */
const updateMillis = 1000;
/** RFC 3433: beyond it a value reads as this. */
const mostValue = 1_000_000_000;
/** The device itself; `sensor-17` has 18. */
const deviceIndex = 1;
const yes = 1;
const no = 2;

type Column = readonly [number, () => SnmpValue | null];

export function entityObjects(scope: Scope): MibEntry[] {
  const sensors = childrenOfKind(scope.world, scope.device.id, 'sensor');
  return [
    ...rowOf(deviceIndex, deviceColumns(scope)),
    scalar(lastChange, () => ticksOf(0)),
    ...sensors.flatMap((sensor, position) => {
      const index = deviceIndex + numberIn(sensor);
      return [
        ...rowOf(index, sensorColumns(sensor, position)),
        ...readingColumns(scope, sensor).map(([number, read]) =>
          cell([...sensorTable, number], [index], read),
        ),
      ];
    }),
  ];
}

const rowOf = (index: number, columns: readonly Column[]): MibEntry[] =>
  columns.map(([number, read]) => cell([...physical, number], [index], read));

function deviceColumns({ device }: Scope): Column[] {
  return [
    [2, () => textOf(`${device.kind} ${device.name}`)],
    [3, () => oidValueOf(noOid)],
    [4, () => integerOf(0)],
    [5, () => integerOf(physicalClass.chassis)],
    [6, () => integerOf(-1)],
    [7, () => textOf(device.name)],
    [13, () => textOf('model' in device.spec ? device.spec.model : '')],
    [16, () => integerOf(yes)],
  ];
}

function sensorColumns({ name, spec }: EntityOf<'sensor'>, position: number): Column[] {
  return [
    [2, () => textOf(`${metricTable[spec.metric].label} at ${spec.place}`)],
    [3, () => oidValueOf(noOid)],
    [4, () => integerOf(deviceIndex)],
    [5, () => integerOf(physicalClass.sensor)],
    [6, () => integerOf(position + 1)],
    [7, () => textOf(name)],
    [13, () => textOf('')],
    [16, () => integerOf(no)],
  ];
}

function readingColumns(scope: Scope, { spec }: EntityOf<'sensor'>): Column[] {
  const { device, points } = scope;
  const { type, precision } = sensorKinds[spec.metric];
  const now = (): number | null => readPoint(points, device.id, spec);
  return [
    [1, () => integerOf(sensorTypes[type])],
    [2, () => integerOf(wholeUnits)],
    [3, () => integerOf(precision)],
    [4, () => given(now(), (value) => valueOf(spec.metric, value))],
    [5, () => integerOf(now() === null ? operStatus.unavailable : operStatus.ok)],
    [6, () => textOf(unitsOf(device.kind, spec.metric))],
    [7, () => given(now(), () => ticksOf(upTime(scope)))],
    [8, () => gaugeOf(updateMillis)],
  ];
}

function valueOf(metric: keyof typeof sensorKinds, value: number): SnmpValue {
  const { type, precision, factor } = sensorKinds[metric];
  if (type === 'truthvalue') return integerOf(value >= 0.5 ? truthValue.true : truthValue.false);
  const whole = value * factor * 10 ** precision;
  return integerOf(Math.min(mostValue, Math.max(-mostValue, whole)));
}

/** What a number of `other` means: its unit, or the words of a state. */
function unitsOf(kind: Scope['device']['kind'], metric: keyof typeof sensorKinds): string {
  const words = wordsOf(kind, metric);
  if (words !== null) return words.map((word, number) => `${number}=${word}`).join(' ');
  return sensorKinds[metric].type === 'other' ? metricTable[metric].symbol : '';
}
