/** Sorting and walking of a table's rows, apart from how they are drawn. */
export type SortDirection = 'ascending' | 'descending';
export type Sort = { readonly column: string; readonly direction: SortDirection };

type Comparing<Row> = { readonly id: string; readonly compare?: (a: Row, b: Row) => number };

export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Comparing<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const compare = columns.find((column) => column.id === sort?.column)?.compare;
  if (sort === null || compare === undefined) return rows;
  const sign = sort.direction === 'ascending' ? 1 : -1;
  return rows.toSorted((a, b) => sign * compare(a, b));
}

/** A second click turns the order round, a third gives the rows back as they came. */
export function nextSort(sort: Sort | null, column: string): Sort | null {
  if (sort?.column !== column) return { column, direction: 'ascending' };
  return sort.direction === 'ascending' ? { column, direction: 'descending' } : null;
}

export type Place = { readonly at: number; readonly count: number; readonly page: number };

/** Where a key leads from row `at` of `count`; null where it leads nowhere. */
export function rowAfterKey(key: string, { at, count, page }: Place): number | null {
  const last = count - 1;
  if (last < 0) return null;
  const moves: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + page,
    PageUp: at - page,
    Home: 0,
    End: last,
  };
  const next = moves[key];
  return next === undefined ? null : Math.min(last, Math.max(0, next));
}

/** The rows to draw: those in sight and a few around them, so that a quick scroll shows no holes. */
export function rowsInSight(view: {
  readonly top: number;
  readonly height: number;
  readonly row: number;
  readonly count: number;
}): { readonly from: number; readonly to: number } {
  const spare = 8;
  const from = Math.max(0, Math.floor(view.top / view.row) - spare);
  return { from, to: Math.min(view.count, Math.ceil((view.top + view.height) / view.row) + spare) };
}
