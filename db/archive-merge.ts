import type { AlarmState } from '../sim/contract/alarms.ts';

/** An alarm as an index knows it. */
export type Hit = {
  readonly id: number;
  readonly number: number;
  readonly revision: number;
  readonly origin: number;
  readonly state: AlarmState;
};

/** Numbers below one, falling. `age` is its place in the line: what is told later there is what counts. */
export type Stream = {
  readonly age: number;
  readonly read: (before: number) => readonly Hit[];
  /** It ends where it gives less. */
  readonly size: number;
};

type Ahead = { readonly stream: Stream; hits: readonly Hit[]; at: number };

/** Many streams as one: each number once, as it is told last, newest first. */
export function createMerge(streams: readonly Stream[], before: number): { readonly next: () => Hit | null } {
  const heap: Ahead[] = [];
  for (const stream of streams) {
    const ahead = { stream, hits: stream.read(before), at: 0 };
    if (ahead.hits.length > 0) heap.push(ahead);
  }
  for (let at = Math.floor(heap.length / 2) - 1; at >= 0; at -= 1) sink(heap, at);

  const step = (): Hit | null => {
    const top = heap[0];
    const hit = top?.hits[top.at];
    if (top === undefined || hit === undefined) return null;
    top.at += 1;
    if (top.at >= top.hits.length) refill(heap, top, hit.number);
    sink(heap, 0);
    return hit;
  };
  let last = Number.POSITIVE_INFINITY;
  return {
    next: () => {
      let hit = step();
      // What an older branch says of the same alarm comes right after, and is out of date.
      while (hit !== null && hit.number >= last) hit = step();
      last = hit?.number ?? last;
      return hit;
    },
  };
}

function refill(heap: Ahead[], top: Ahead, before: number): void {
  top.hits = top.hits.length < top.stream.size ? [] : top.stream.read(before);
  top.at = 0;
  if (top.hits.length > 0) return;
  const last = heap.pop();
  if (last !== undefined && last !== top) heap[0] = last;
}

function sink(heap: Ahead[], from: number): void {
  let at = from;
  for (;;) {
    const left = 2 * at + 1;
    const first = [left, left + 1].reduce(
      (best, each) => (isBefore(heap[each], heap[best]) ? each : best),
      at,
    );
    if (first === at) return;
    const [one, other] = [heap[at], heap[first]];
    if (one === undefined || other === undefined) return;
    heap[at] = other;
    heap[first] = one;
    at = first;
  }
}

function isBefore(a: Ahead | undefined, b: Ahead | undefined): boolean {
  const one = a?.hits[a.at];
  const other = b?.hits[b.at];
  if (a === undefined || b === undefined || one === undefined || other === undefined) return false;
  return one.number > other.number || (one.number === other.number && a.stream.age > b.stream.age);
}
