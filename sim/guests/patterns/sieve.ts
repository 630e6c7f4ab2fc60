import type { Bytes } from '../bytes.ts';
import { holds, sideOf, sideOfCode, type Side } from './place.ts';
import type { Instruction } from './program.ts';
import type { Dialect } from './tree.ts';

/** Places in the program that are followed at once, and what stood before. */
type State = {
  readonly starts: readonly number[];
  readonly before: Side;
  readonly next: (State | 'match' | undefined)[];
};

/** Tells quickly whether there is a match at all: states are worked out when they are first met. */
export type Sieve = (bytes: Bytes, from: number) => boolean;

const stateLimit = 1000;
const endCode = 256;

export function createSieve(program: readonly Instruction[], anchors: Dialect['anchors']): Sieve {
  let states = new Map<string, State>();
  const stateOf = (starts: readonly number[], before: Side): State => {
    const key = `${before}${starts.join(' ')}`;
    const known = states.get(key);
    if (known !== undefined) return known;
    if (states.size >= stateLimit) states = new Map();
    const state: State = { starts, before, next: [] };
    states.set(key, state);
    return state;
  };
  const step = (state: State, code: number): State | 'match' => {
    const after = code === endCode ? 'nothing' : sideOfCode(code);
    const ready = closure(program, state.starts, { before: state.before, after, anchors });
    if (ready === 'match') return 'match';
    const following = new Set<number>();
    for (const at of ready) {
      const instruction = program[at];
      if (instruction?.kind === 'set' && instruction.set[code] === 1) following.add(at + 1);
    }
    following.add(0);
    return stateOf(
      [...following].toSorted((one, other) => one - other),
      after,
    );
  };
  return (bytes, from) => {
    let state = stateOf([0], sideOf(bytes, from - 1));
    for (let at = from; at <= bytes.length; at += 1) {
      const code = at === bytes.length ? endCode : bytes.charCodeAt(at);
      const next = (state.next[code] ??= step(state, code));
      if (next === 'match') return true;
      state = next;
    }
    return false;
  };
}

type Sides = Parameters<typeof holds>[1];

function closure(
  program: readonly Instruction[],
  starts: readonly number[],
  sides: Sides,
): readonly number[] | 'match' {
  const seen = new Set<number>();
  const ready: number[] = [];
  const stack = [...starts];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const instruction = program[at];
    if (instruction === undefined) continue;
    if (instruction.kind === 'match') return 'match';
    if (instruction.kind === 'set') ready.push(at);
    else if (instruction.kind === 'jump') stack.push(instruction.to);
    else if (instruction.kind === 'split') stack.push(instruction.first, instruction.second);
    else if (instruction.kind === 'save' || holds(instruction.place, sides)) stack.push(at + 1);
  }
  return ready;
}
