import type { Bytes } from '../bytes.ts';
import { holds, sideOf } from './place.ts';
import type { Instruction } from './program.ts';
import type { Dialect } from './tree.ts';

type Thread = { readonly at: number; readonly slots: readonly number[] };

export type Following = {
  readonly program: readonly Instruction[];
  readonly anchors: Dialect['anchors'];
  readonly slots: number;
  /** When each instruction was last met: made once, kept. */
  readonly marks: Uint32Array;
  mark: number;
};

export function createFollowing(
  program: readonly Instruction[],
  groups: number,
  anchors: Dialect['anchors'],
): Following {
  return { program, anchors, slots: (groups + 1) * 2, marks: new Uint32Array(program.length), mark: 0 };
}

type Run = { readonly bytes: Bytes; place: number; threads: Thread[]; best: readonly number[] | null };

/** Leftmost, and of those the longest; where its groups stand. Linear in the text. */
export function follow(following: Following, bytes: Bytes, from: number): readonly number[] | null {
  const none = Array.from({ length: following.slots }, () => -1);
  const run: Run = { bytes, place: from, threads: [], best: null };
  for (; run.place <= bytes.length; run.place += 1) {
    following.mark += 1;
    const entering = { bytes, place: run.place, ready: [] };
    for (const thread of run.threads) enter(following, thread, entering);
    if (run.best === null) enter(following, { at: 0, slots: none }, entering);
    advance(following.program, run, entering.ready);
    if (run.best !== null && run.threads.length === 0) break;
  }
  return run.best;
}

/** Past one byte: who reads it goes on, who is at its end may be the best. */
function advance(program: Following['program'], run: Run, ready: readonly Thread[]): void {
  const code = run.place < run.bytes.length ? run.bytes.charCodeAt(run.place) : -1;
  run.threads = [];
  for (const { at, slots } of ready) {
    if (run.best !== null && startOf(slots) > startOf(run.best)) break;
    const instruction = program[at];
    if (instruction?.kind === 'match') {
      if (isBetter(slots, run)) run.best = slots;
    } else if (instruction?.kind === 'set' && instruction.set[code] === 1)
      run.threads.push({ at: at + 1, slots });
  }
}

const startOf = (slots: readonly number[]): number => slots[0] ?? 0;

/** Whether what ends here begins earlier than the best, or ends later. */
const isBetter = (slots: readonly number[], { best, place }: Run): boolean =>
  best === null || startOf(slots) < startOf(best) || place > (best[1] ?? 0);

type Entering = { readonly bytes: Bytes; readonly place: number; readonly ready: Thread[] };

/** On from here without reading; the way tried first wins. */
function enter(following: Following, start: Thread, { bytes, place, ready }: Entering): void {
  const { program, marks, mark, anchors } = following;
  const stack = [start];
  for (let thread = stack.pop(); thread !== undefined; thread = stack.pop()) {
    if (marks[thread.at] === mark) continue;
    marks[thread.at] = mark;
    const instruction = program[thread.at];
    if (instruction === undefined) continue;
    const { slots } = thread;
    if (instruction.kind === 'set' || instruction.kind === 'match') ready.push(thread);
    else if (instruction.kind === 'jump') stack.push({ at: instruction.to, slots });
    else if (instruction.kind === 'split')
      stack.push({ at: instruction.second, slots }, { at: instruction.first, slots });
    else if (instruction.kind === 'save')
      stack.push({ at: thread.at + 1, slots: slots.with(instruction.slot, place) });
    else if (
      holds(instruction.place, { before: sideOf(bytes, place - 1), after: sideOf(bytes, place), anchors })
    )
      stack.push({ at: thread.at + 1, slots });
  }
}
