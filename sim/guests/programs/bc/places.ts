import type { Step } from '../../kernel/program.ts';
import type { Machine } from './machine.ts';
import { runtimeError, runtimeWarning } from './machine.ts';
import type { Num } from './number.ts';
import { integerOf, whole, zero } from './number.ts';
import type { Place } from './tree.ts';

export function* load(machine: Machine, place: Place, at: number): Step<Num> {
  switch (place.kind) {
    case 'variable':
      return machine.values.get(place.name) ?? zero;
    case 'special':
      return special(machine, place.name);
    case 'element': {
      const index = yield* indexOf(machine, place, at);
      return machine.arrays.get(place.name)?.get(index) ?? zero;
    }
    default:
      return place satisfies never;
  }
}

function special(machine: Machine, name: Extract<Place, { kind: 'special' }>['name']): Num {
  if (name === 'last') return machine.last;
  return whole({ scale: machine.scale, ibase: machine.input, obase: machine.output }[name]);
}

const mostElements = 16_777_215n;

function* indexOf(machine: Machine, place: Extract<Place, { kind: 'element' }>, at: number): Step<number> {
  const index = integerOf(yield* machine.evaluate(machine, place.index));
  if (index >= 0n && index <= mostElements) return Number(index);
  yield* runtimeError(machine, at, `Array ${place.name} subscript out of bounds.`);
  return 0;
}

type Keeping = { readonly place: Place; readonly at: number };

export function* keep(machine: Machine, { place, at }: Keeping, value: Num): Step<void> {
  if (place.kind === 'element') {
    const index = yield* indexOf(machine, place, at);
    if (machine.stop !== null) return;
    const array = machine.arrays.get(place.name) ?? new Map<number, Num>();
    machine.arrays.set(place.name, array);
    array.set(index, value);
    return;
  }
  if (machine.stop !== null) return;
  if (place.kind === 'variable') machine.values.set(place.name, value);
  else if (place.name === 'last') machine.last = value;
  else yield* setting(machine, { name: place.name, at }, integerOf(value));
}

type Setting = { readonly name: 'scale' | 'ibase' | 'obase'; readonly at: number };

const bounds = { scale: [0n, 2_147_483_647n], ibase: [2n, 36n], obase: [2n, 2_147_483_647n] } as const;

function* setting(machine: Machine, { name, at }: Setting, value: bigint): Step<void> {
  const [least, most] = bounds[name];
  if (value < least)
    yield* runtimeWarning(
      machine,
      at,
      name === 'scale' ? 'negative scale, set to 0' : `${name} too small, set to 2`,
    );
  if (value > most) yield* runtimeWarning(machine, at, `${name} too large, set to ${most}`);
  const taken = Number(value < least ? least : value > most ? most : value);
  if (name === 'scale') machine.scale = taken;
  else if (name === 'ibase') machine.input = taken;
  else machine.output = taken;
}
