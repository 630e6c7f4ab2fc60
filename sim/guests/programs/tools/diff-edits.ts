/** What differs: so many lines from here on went, so many came. Counted from 0. */
export type Edit = { readonly at: number; readonly gone: number; readonly to: number; readonly come: number };

/** The fewest changes that make one list of lines the other (Myers). */
export function editsBetween(one: readonly string[], other: readonly string[]): readonly Edit[] {
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < one.length - start && end < other.length - start && one.at(-1 - end) === other.at(-1 - end))
    end += 1;
  const left = one.slice(start, one.length - end);
  const right = other.slice(start, other.length - end);
  return joined(pathBetween(left, right)).map((edit) => ({
    ...edit,
    at: edit.at + start,
    to: edit.to + start,
  }));
}

type Move = { readonly x: number; readonly y: number; readonly kind: 'gone' | 'come' };

/** Single lines that go or come, in order. */
function pathBetween(left: readonly string[], right: readonly string[]): readonly Move[] {
  const most = left.length + right.length;
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: ReadonlyMap<number, number>[] = [];
  for (let depth = 0; depth <= most; depth += 1) {
    trace.push(new Map(furthest));
    for (let line = -depth; line <= depth; line += 2) {
      const x = slide(left, right, { x: startOf(furthest, line, depth), line });
      furthest.set(line, x);
      if (x >= left.length && x - line >= right.length) return walkedBack(trace, left.length, right.length);
    }
  }
  return [];
}

function startOf(furthest: ReadonlyMap<number, number>, line: number, depth: number): number {
  const [below, above] = [furthest.get(line - 1) ?? -1, furthest.get(line + 1) ?? -1];
  return line === -depth || (line !== depth && below < above) ? above : below + 1;
}

function slide(
  left: readonly string[],
  right: readonly string[],
  from: { readonly x: number; readonly line: number },
): number {
  let { x } = from;
  while (x < left.length && x - from.line < right.length && left[x] === right[x - from.line]) x += 1;
  return x;
}

function walkedBack(
  trace: readonly ReadonlyMap<number, number>[],
  width: number,
  height: number,
): readonly Move[] {
  const moves: Move[] = [];
  let [x, y] = [width, height];
  for (let depth = trace.length - 1; depth > 0; depth -= 1) {
    const furthest = trace[depth] ?? new Map<number, number>();
    const line = x - y;
    const [below, above] = [furthest.get(line - 1) ?? -1, furthest.get(line + 1) ?? -1];
    const isCome = line === -depth || (line !== depth && below < above);
    const before = isCome ? line + 1 : line - 1;
    x = furthest.get(before) ?? 0;
    y = x - before;
    moves.unshift({ x, y, kind: isCome ? 'come' : 'gone' });
  }
  return moves;
}

function joined(moves: readonly Move[]): readonly Edit[] {
  const edits: { at: number; gone: number; to: number; come: number }[] = [];
  for (const { x, y, kind } of moves) {
    const last = edits.at(-1);
    if (last === undefined || last.at + last.gone !== x || last.to + last.come !== y)
      edits.push({ at: x, gone: 0, to: y, come: 0 });
    const edit = edits.at(-1);
    if (edit === undefined) continue;
    if (kind === 'gone') edit.gone += 1;
    else edit.come += 1;
  }
  return edits;
}
