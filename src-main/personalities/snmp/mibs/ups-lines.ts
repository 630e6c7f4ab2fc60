/** upsInput, upsOutput and upsBypass of RFC 1628: a row for each of three lines. */
import { cell } from '../mib.ts';
import type { MibEntry } from '../mib.ts';
import { leastVolts } from '../ups-alarms.table.ts';
import type { UpsState } from '../ups-facts.ts';
import { counterOf, integerOf } from '../wire/values.ts';
import type { SnmpValue } from '../wire/values.ts';
import { lines, middle, powerOnLine } from './lines.ts';
import type { Line } from './lines.ts';
import { given, readPoint } from '../readings.ts';
import { group, scalars, tenths, upsMib } from './ups-tree.ts';
import type { Ups } from './ups-tree.ts';

/** upsOutputSource. Eco mode leads past the inverter, but is how such a unit runs when all is well. */
const outputSource = {
  off: 2,
  online: 3,
  eco: 3,
  'on-battery': 5,
  'on-bypass': 4,
  failed: 4,
} as const satisfies Record<UpsState, number>;
const noSource = 2;
/** A unit that has failed leads past itself as well. */
const bypassed: readonly UpsState[] = ['on-bypass', 'failed'];
/** The points of a UPS are between two phases, the lines of the MIB between a phase and neutral. */
const rootThree = Math.sqrt(3);

type Side = 'input-voltage' | 'output-voltage';
type LineColumn = readonly [number, (line: Line) => SnmpValue | null];

const perLine = (of: number, table: number, columns: readonly LineColumn[]): MibEntry[] =>
  columns.flatMap(([column, read]) =>
    lines.map((line, at) => cell([...upsMib, of, table, 1, column], [at + 1], () => read(line))),
  );

/** The value of a line; where only the whole is known, that of the whole. */
const onLine = ({ points, device }: Ups, metric: Side | 'load', line: Line): number | null =>
  readPoint(points, device.id, { metric, place: line }) ??
  readPoint(points, device.id, { metric, place: middle });

const voltsOn = (scope: Ups, side: Side, line: Line): number | null =>
  given(onLine(scope, side, line), (volts) => volts / rootThree);

const isDead = ({ points, device }: Ups, side: Side): boolean =>
  (readPoint(points, device.id, { metric: side, place: middle }) ?? leastVolts) < leastVolts;

function lineCount(scope: Ups, side: Side): SnmpValue | null {
  const count = lines.filter((line) => onLine(scope, side, line) !== null).length;
  return count === 0 ? null : integerOf(count);
}

/** No hertz on a side without voltage. */
function frequency(scope: Ups, side: Side): SnmpValue | null {
  const hertz = readPoint(scope.points, scope.device.id, { metric: 'frequency', place: middle });
  return given(hertz, (value) => tenths(isDead(scope, side) ? 0 : value));
}

const outputOn = ({ points, device }: Ups, line: Line): number | null =>
  powerOnLine(points, device.id, { line, on: lines });

/** What it draws, losses and charging included; null where its instruments know only what it gives. */
function inputPerLine({ points, device }: Ups): number | null {
  const [drawn = null, passedOn = null] = ['input', middle].map((place) =>
    readPoint(points, device.id, { metric: 'power', place }),
  );
  return drawn === null || drawn === passedOn ? null : drawn / lines.length;
}

const watts = (kilowatts: number | null): SnmpValue | null =>
  given(kilowatts, (value) => integerOf(value * 1000));

type Flow = { readonly volts: number | null; readonly kilowatts: number | null };

/** What a power draws at a voltage: loads here have a power factor of one. */
function amperes({ volts, kilowatts }: Flow): SnmpValue | null {
  if (volts === null || kilowatts === null) return null;
  return tenths(volts * rootThree < leastVolts ? 0 : (1000 * kilowatts) / volts);
}

export function inputObjects(scope: Ups): MibEntry[] {
  const { watch, device } = scope;
  return [
    ...scalars(group.input, [
      [1, () => counterOf(watch.look(device.id).lineBads)],
      [2, () => lineCount(scope, 'input-voltage')],
    ]),
    ...perLine(group.input, 3, [
      [2, (line) => given(voltsOn(scope, 'input-voltage', line), () => frequency(scope, 'input-voltage'))],
      [3, (line) => given(voltsOn(scope, 'input-voltage', line), integerOf)],
      [
        4,
        (line) => amperes({ volts: voltsOn(scope, 'input-voltage', line), kilowatts: inputPerLine(scope) }),
      ],
      [5, () => watts(inputPerLine(scope))],
    ]),
  ];
}

function sourceOf(scope: Ups): SnmpValue | null {
  const { state } = scope.watch.look(scope.device.id).facts;
  if (state === null) return null;
  return integerOf(isDead(scope, 'output-voltage') ? noSource : outputSource[state]);
}

export function outputObjects(scope: Ups): MibEntry[] {
  return [
    ...scalars(group.output, [
      [1, () => sourceOf(scope)],
      [2, () => frequency(scope, 'output-voltage')],
      [3, () => lineCount(scope, 'output-voltage')],
    ]),
    ...perLine(group.output, 4, [
      [2, (line) => given(voltsOn(scope, 'output-voltage', line), integerOf)],
      [
        3,
        (line) =>
          amperes({ volts: voltsOn(scope, 'output-voltage', line), kilowatts: outputOn(scope, line) }),
      ],
      [4, (line) => watts(outputOn(scope, line))],
      [5, (line) => given(onLine(scope, 'load', line), integerOf)],
    ]),
  ];
}

/** The bypass leads from the same input past the unit: it carries the load only in that state. */
export function bypassObjects(scope: Ups): MibEntry[] {
  const { watch, device } = scope;
  const carried = (value: () => SnmpValue | null): SnmpValue | null => {
    const { state } = watch.look(device.id).facts;
    if (state === null) return null;
    return bypassed.includes(state) ? value() : integerOf(0);
  };
  return [
    ...scalars(group.bypass, [
      [1, () => frequency(scope, 'input-voltage')],
      [2, () => lineCount(scope, 'input-voltage')],
    ]),
    ...perLine(group.bypass, 3, [
      [2, (line) => given(voltsOn(scope, 'input-voltage', line), integerOf)],
      [
        3,
        (line) =>
          carried(() =>
            amperes({ volts: voltsOn(scope, 'input-voltage', line), kilowatts: outputOn(scope, line) }),
          ),
      ],
      [4, (line) => carried(() => watts(outputOn(scope, line)))],
    ]),
  ];
}
