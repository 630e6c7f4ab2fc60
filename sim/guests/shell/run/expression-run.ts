import { sizeAt, type Bytes } from '../../bytes.ts';
import { isInBracket, isOfClass, pointOf } from '../pattern/bracket.ts';
import type { Expression, Instruction } from './expression.ts';

type Thread = { readonly at: number; readonly places: readonly number[] };

/** Leftmost, and of those the longest. Null: nowhere. */
export function runExpression({ program, groups }: Expression, text: Bytes): readonly number[] | null {
  const search: Search = { program, text, pending: new Map(), best: null };
  const fresh: Thread = { at: 0, places: Array.from({ length: groups * 2 }, () => -1) };
  for (let place = 0; place <= text.length; place += 1) {
    const here = search.pending.get(place) ?? [];
    search.pending.delete(place);
    stepAll(search, search.best === null ? [...here, fresh] : here, place);
    if (search.best !== null && search.pending.size === 0) break;
  }
  return search.best;
}

type Search = {
  readonly program: readonly Instruction[];
  readonly text: Bytes;
  /** Threads that go on, by the place where they do. */
  readonly pending: Map<number, Thread[]>;
  best: readonly number[] | null;
};

function stepAll(search: Search, threads: readonly Thread[], place: number): void {
  const { program, text } = search;
  const ready: Thread[] = [];
  const follow: Follow = { program, text, place, seen: new Set<number>(), ready };
  for (const thread of threads) add(follow, thread);
  for (const thread of ready) {
    const instruction = program[thread.at];
    if (instruction?.kind === 'match') {
      if (isBetter(thread.places, search.best)) search.best = thread.places;
    } else if (instruction !== undefined && !beginsLater(thread, search.best))
      goOn(search, thread, stepEnd(instruction, text, place));
  }
}

const beginsLater = ({ places }: Thread, best: readonly number[] | null): boolean =>
  best !== null && (places[0] ?? 0) > (best[0] ?? 0);

/** `end` < 0: the thread ends here. */
function goOn({ pending }: Search, { at, places }: Thread, end: number): void {
  if (end < 0) return;
  const next = { at: at + 1, places };
  const later = pending.get(end);
  if (later === undefined) pending.set(end, [next]);
  else later.push(next);
}

function isBetter(places: readonly number[], best: readonly number[] | null): boolean {
  if (best === null) return true;
  return places[0] === best[0] && (places[1] ?? 0) > (best[1] ?? 0);
}

type Follow = {
  readonly program: readonly Instruction[];
  readonly text: Bytes;
  readonly place: number;
  readonly seen: Set<number>;
  readonly ready: Thread[];
};

/** Goes on from here without reading; the way tried first wins. */
function add(follow: Follow, start: Thread): void {
  const { program, place, seen, ready } = follow;
  const stack = [start];
  for (let thread = stack.pop(); thread !== undefined; thread = stack.pop()) {
    if (seen.has(thread.at)) continue;
    seen.add(thread.at);
    const instruction = program[thread.at];
    if (instruction === undefined) continue;
    if (instruction.kind === 'jump') stack.push({ ...thread, at: instruction.to });
    else if (instruction.kind === 'split') {
      stack.push({ ...thread, at: instruction.second }, { ...thread, at: instruction.first });
    } else if (instruction.kind === 'save') {
      const places = thread.places.with(instruction.slot, place);
      stack.push({ at: thread.at + 1, places });
    } else if (isPlace(instruction)) {
      if (holdsAt(instruction.kind, follow.text, place)) stack.push({ ...thread, at: thread.at + 1 });
    } else ready.push(thread);
  }
}

type Place = Extract<Instruction, { kind: 'start' | 'finish' | 'word' | 'noWord' | 'match' }>;

function isPlace(instruction: Instruction): instruction is Place {
  return (
    instruction.kind === 'start' ||
    instruction.kind === 'finish' ||
    instruction.kind === 'word' ||
    instruction.kind === 'noWord'
  );
}

function holdsAt(kind: string, text: Bytes, place: number): boolean {
  if (kind === 'start') return place === 0;
  if (kind === 'finish') return place === text.length;
  const isWord = (at: number): boolean =>
    at >= 0 && at < text.length && isOfClass('word', text.charCodeAt(at));
  return (isWord(place - 1) !== isWord(place)) === (kind === 'word');
}

function stepEnd(instruction: Instruction, text: Bytes, place: number): number {
  if (place >= text.length) return -1;
  if (instruction.kind === 'byte') return text[place] === instruction.byte ? place + 1 : -1;
  const end = place + Math.max(sizeAt(text, place), 1);
  if (instruction.kind === 'any') return end;
  if (instruction.kind !== 'bracket') return -1;
  return isInBracket(instruction.bracket, pointOf(text, place), false) ? end : -1;
}
