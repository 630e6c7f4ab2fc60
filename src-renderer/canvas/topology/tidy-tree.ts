/**
 * A tidy tree that grows to the right: a column per depth, children as near to each other as their subtrees allow,
 * parents in the middle of their children. After Reingold and Tilford, with contours per column.
 */
export type TreeItem = { readonly id: string; readonly parent: string | null };
export type Place = { readonly x: number; readonly y: number };
export type TreeSpacing = {
  readonly column: number;
  readonly row: number;
  /** Between the subtrees of two parents. */ readonly gap: number;
};

/** Where a subtree begins and ends in each column, counted from its own root, whose `y` is 0. */
type Contour = { readonly top: readonly number[]; readonly bottom: readonly number[] };
type Laid = { readonly contour: Contour; readonly offsets: readonly number[] };

const leaf: Contour = { top: [0], bottom: [0] };

/** Items come parents first. Items whose parent is not among them are roots, one below the other. */
export function layTree(items: readonly TreeItem[], spacing: TreeSpacing): ReadonlyMap<string, Place> {
  const known = new Set(items.map((item) => item.id));
  const children = new Map<string | null, string[]>();
  for (const { id, parent } of items) {
    const key = parent !== null && known.has(parent) ? parent : null;
    const list = children.get(key);
    if (list === undefined) children.set(key, [id]);
    else list.push(id);
  }
  const laid = new Map<string, Laid>();
  for (const { id } of items.toReversed()) laid.set(id, layChildren(children.get(id) ?? [], laid, spacing));
  return placeAll(children, laid, spacing);
}

function layChildren(ids: readonly string[], laid: ReadonlyMap<string, Laid>, spacing: TreeSpacing): Laid {
  if (ids.length === 0) return { contour: leaf, offsets: [] };
  const offsets: number[] = [];
  const top: number[] = [];
  const bottom: number[] = [];
  ids.forEach((id, index) => {
    const contour = laid.get(id)?.contour ?? leaf;
    const offset = index === 0 ? 0 : clearOf(bottom, contour, spacing);
    offsets.push(offset);
    contour.top.forEach((y, column) => {
      top[column] ??= y + offset;
      bottom[column] = (contour.bottom[column] ?? y) + offset;
    });
  });
  const middle = ((offsets[0] ?? 0) + (offsets.at(-1) ?? 0)) / 2;
  return {
    offsets: offsets.map((offset) => offset - middle),
    contour: { top: [0, ...top.map((y) => y - middle)], bottom: [0, ...bottom.map((y) => y - middle)] },
  };
}

/** The least offset at which no column of the next subtree touches what stands above it. */
function clearOf(bottom: readonly number[], contour: Contour, { row, gap }: TreeSpacing): number {
  return contour.top.reduce((least, y, column) => {
    const above = bottom[column];
    if (above === undefined) return least;
    return Math.max(least, above - y + row + (column > 0 ? gap : 0));
  }, Number.NEGATIVE_INFINITY);
}

function placeAll(
  children: ReadonlyMap<string | null, readonly string[]>,
  laid: ReadonlyMap<string, Laid>,
  spacing: TreeSpacing,
): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const roots = children.get(null) ?? [];
  const { offsets } = layChildren(roots, laid, spacing);
  const waiting = roots.map((id, index) => ({ id, depth: 0, y: offsets[index] ?? 0 }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id, depth, y } = next;
    places.set(id, { x: depth * spacing.column, y });
    const inner = laid.get(id)?.offsets ?? [];
    (children.get(id) ?? []).forEach((child, index) =>
      waiting.push({ id: child, depth: depth + 1, y: y + (inner[index] ?? 0) }),
    );
  }
  return places;
}
