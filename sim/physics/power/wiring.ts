/** The node that gives nothing. */
export const nothing = 0;

/** Edges from each node to what feeds it: first, and where that is dead, second. */
type Edges = { readonly first: Int32Array; readonly second: Int32Array };

/** A unit that has a genset behind another feeder, and the node that asks for it when that one is dead. */
export type Call = {
  /** Nothing where the unit is no node. */
  readonly unit: number;
  readonly caller: number;
};

/** Who is wired to what, and who would call which genset. */
export type Wiring = Edges & {
  /** The node of the first genset. */
  readonly gensets: number;
  readonly calls: readonly (readonly Call[])[];
};

type Connected = Edges & {
  /** Feeders before what they feed. */
  readonly order: Int32Array;
  readonly callers: Needs;
};

/** What becomes of the wiring when these units are cut off from whatever feeds them. */
export function connect(wiring: Wiring, cut: ReadonlySet<number>): Connected {
  const edges = { first: wiring.first.slice(), second: wiring.second.slice() };
  for (const node of cut) {
    edges.first[node] = nothing;
    edges.second[node] = nothing;
  }
  cutRings(edges);
  const wanted = wiring.calls.map((calls) => {
    const callers = calls.flatMap(({ unit, caller }) => (cut.has(unit) ? [] : [caller]));
    return [...new Set(callers)];
  });
  const { callers, needs } = acceptCallers(edges, wanted, wiring.gensets);
  return { ...edges, order: inOrder(needs), callers };
}

/** An edge that would close a ring is cut: nothing feeds itself. */
function cutRings({ first, second }: Edges): void {
  const marks = new Uint8Array(first.length);
  const visit = (node: number): void => {
    marks[node] = 1;
    for (const edge of [first, second]) {
      const to = edge[node] as number;
      if (marks[to] === 1) edge[node] = nothing;
      else if (marks[to] === 0) visit(to);
    }
    marks[node] = 2;
  };
  marks[nothing] = 2;
  for (let node = 1; node < first.length; node += 1) if (marks[node] === 0) visit(node);
}

/** What each node needs to know before its own turn: its feeders, and of a genset what its callers prefer. */
type Needs = readonly (readonly number[])[];

/** Who may call a genset: nobody who prefers what that genset feeds, for he would never let it go. */
function acceptCallers(edges: Edges, wanted: Needs, gensets: number): { callers: Needs; needs: Needs } {
  const needs = Array.from(edges.first, (one, node) => [one, edges.second[node] as number]);
  const callers = wanted.map((all, at) =>
    all.filter((caller) => {
      const preferred = edges.first[caller] as number;
      if (reaches(needs, preferred, gensets + at)) return false;
      needs[gensets + at]?.push(preferred);
      return true;
    }),
  );
  return { callers, needs };
}

function reaches(needs: Needs, from: number, goal: number): boolean {
  const seen = new Set<number>();
  const waiting = [from];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === goal) return true;
    if (seen.has(node)) continue;
    seen.add(node);
    waiting.push(...(needs[node] ?? []));
  }
  return false;
}

/** Needs first. */
function inOrder(needs: Needs): Int32Array {
  const order: number[] = [];
  const isDone = new Uint8Array(needs.length);
  isDone[nothing] = 1;
  const visit = (node: number): void => {
    if (isDone[node] === 1) return;
    isDone[node] = 1;
    for (const need of needs[node] ?? []) visit(need);
    order.push(node);
  };
  for (let node = 1; node < needs.length; node += 1) visit(node);
  return Int32Array.from(order);
}
