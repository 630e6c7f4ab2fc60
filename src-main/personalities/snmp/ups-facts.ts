import type { EntityId } from '../../../sim/contract/ids.ts';
import { stateWords } from '../../../sim/contract/state-words.table.ts';
import type { World } from '../../../sim/index.ts';
import type { Points } from '../face.ts';
import { middle } from './mibs/lines.ts';
import { childrenOfKind, readPoint } from './readings.ts';

export type UpsState = (typeof stateWords.ups)[number];
export type StringState = (typeof stateWords.battery)[number];

/** What a UPS and its battery strings say together, now. */
export type UpsFacts = {
  readonly state: UpsState | null;
  readonly load: number | null;
  readonly inputVoltage: number | null;
  readonly charge: number | null;
  /** Minutes. */
  readonly runtime: number | null;
  readonly health: number | null;
  readonly strings: readonly (StringState | null)[];
  readonly voltage: number | null;
  /** Of all strings together. */
  readonly current: number | null;
  /** Of the warmest string. */
  readonly temperature: number | null;
};

export type UpsPlace = { readonly world: World; readonly points: Points; readonly ups: EntityId };

export function upsFacts({ world, points, ups }: UpsPlace): UpsFacts {
  const strings = childrenOfKind(world, ups, 'battery');
  const own = (metric: 'load' | 'input-voltage' | 'charge' | 'runtime' | 'health' | 'state') =>
    readPoint(points, ups, { metric, place: middle });
  const ofStrings = (metric: 'voltage' | 'current' | 'temperature' | 'state') =>
    strings.map(({ id }) => readPoint(points, id, { metric, place: middle }));
  const state = own('state');
  return {
    state: state === null ? null : (stateWords.ups[Math.round(state)] ?? null),
    load: own('load'),
    inputVoltage: own('input-voltage'),
    charge: own('charge'),
    runtime: own('runtime'),
    health: own('health'),
    strings: ofStrings('state').map((word) =>
      word === null ? null : (stateWords.battery[Math.round(word)] ?? null),
    ),
    voltage: known(ofStrings('voltage'))[0] ?? null,
    current: folded(ofStrings('current'), (sum, part) => sum + part),
    temperature: folded(ofStrings('temperature'), Math.max),
  };
}

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

function folded(
  values: readonly (number | null)[],
  fold: (one: number, other: number) => number,
): number | null {
  const there = known(values);
  return there.length === 0 ? null : there.reduce((one, other) => fold(one, other));
}
