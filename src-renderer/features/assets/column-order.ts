/** Columns that change places. Pure. */

/** Where a column that is dropped at `x` would stand among the others, by the middles of those that are there. */
export const gapAt = (middles: readonly number[], x: number): number =>
  middles.filter((middle) => middle < x).length;

/** The one at `from`, put into the gap before `gap`; the same list where nothing moves. */
export function withMoved<One>(list: readonly One[], from: number, gap: number): readonly One[] {
  const one = list[from];
  if (one === undefined || gap === from || gap === from + 1) return list;
  const others = list.filter((_, at) => at !== from);
  const at = Math.max(0, Math.min(others.length, gap > from ? gap - 1 : gap));
  return [...others.slice(0, at), one, ...others.slice(at)];
}

type ColumnKey =
  | { readonly kind: 'move'; readonly by: -1 | 1 }
  | { readonly kind: 'widen'; readonly by: number }
  | { readonly kind: 'hide' };

const step = 16;

type Pressed = {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
};

/** On a header: Shift and an arrow move its column, Control and an arrow size it, Delete hides it. */
export function columnKey({ key, shiftKey, ctrlKey, altKey }: Pressed): ColumnKey | null {
  if (altKey) return null;
  if (key === 'Delete' && !shiftKey && !ctrlKey) return { kind: 'hide' };
  if (shiftKey === ctrlKey) return null;
  switch (key) {
    case 'ArrowLeft':
      return shiftKey ? { kind: 'move', by: -1 } : { kind: 'widen', by: -step };
    case 'ArrowRight':
      return shiftKey ? { kind: 'move', by: 1 } : { kind: 'widen', by: step };
    default:
      return null;
  }
}
