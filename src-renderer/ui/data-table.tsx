import { useId, useMemo, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, MouseEvent, ReactNode } from 'react';
import { useText } from '../text/text.ts';
import { useRowHeight } from '../theme/preferences.ts';
import { classNames } from './class-names.ts';
import { nextSort, rowAfterKey, sortRows } from './table-order.ts';
import { useRowsInSight } from './use-rows-in-sight.ts';
import type { Sort } from './table-order.ts';

export type Column<Row> = {
  readonly id: string;
  readonly header: string;
  /** A track of a CSS grid: `96px`, `minmax(120px, 1fr)`. */
  readonly width: string;
  readonly align?: 'start' | 'end';
  readonly cell: (row: Row) => ReactNode;
  readonly compare?: (a: Row, b: Row) => number;
};

export type DataTableProps<Row> = {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  /** Enter or a click. */
  readonly onOpen?: (row: Row) => void;
  /** Which row shows as chosen. */
  readonly isChosen?: (row: Row) => boolean;
  /** With these, rows can be ticked: by the box, or with the space bar. */
  readonly ticked?: ReadonlySet<string>;
  readonly onTick?: (keys: ReadonlySet<string>) => void;
  readonly rowClass?: (row: Row) => string;
  readonly initialSort?: Sort | null;
  /** Shown instead of rows. */
  readonly empty: ReactNode;
};

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

const cellClass = (align: 'start' | 'end' | undefined): string =>
  classNames('min-w-0 truncate px-2 leading-6', align === 'end' && 'text-right');

function Headers<Row>(props: {
  readonly table: DataTableProps<Row>;
  readonly sort: Sort | null;
  readonly onSort: (column: string) => void;
  readonly tracks: string;
}): ReactNode {
  const { table, sort, onSort, tracks } = props;
  const { ticked, onTick, rows, keyOf, columns } = table;
  const words = useText().ui.table;
  const hasAll = ticked !== undefined && rows.length > 0 && rows.every((row) => ticked.has(keyOf(row)));
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-10 grid h-8 min-w-fit items-center border-b bg-surface px-1 text-12 text-text-2"
      style={{ gridTemplateColumns: tracks }}
    >
      {ticked !== undefined && (
        <div role="columnheader" className="grid place-items-center">
          <input
            type="checkbox"
            aria-label={words.tickAll}
            className="size-4 accent-accent"
            checked={hasAll}
            onChange={() => onTick?.(hasAll ? new Set() : new Set(rows.map(keyOf)))}
          />
        </div>
      )}
      {columns.map((column) => (
        <div
          key={column.id}
          role="columnheader"
          aria-sort={sort?.column === column.id ? sort.direction : 'none'}
          className={cellClass(column.align)}
        >
          {column.compare === undefined ? (
            column.header
          ) : (
            <button
              type="button"
              onClick={() => onSort(column.id)}
              className="-outline-offset-2 min-h-6 hover:text-text"
            >
              {column.header}
              {sort?.column === column.id && (sort.direction === 'ascending' ? ' ↑' : ' ↓')}
            </button>
          )}
        </div>
      ))}
    </div>
  );
}

type RowProps<Row> = {
  readonly table: DataTableProps<Row>;
  readonly row: Row;
  readonly index: number;
  readonly id: string;
  readonly isActive: boolean;
  readonly style: CSSProperties;
};

function TickCell({
  isTicked,
  onToggle,
}: {
  readonly isTicked: boolean;
  readonly onToggle: () => void;
}): ReactNode {
  const words = useText().ui.table;
  return (
    <div role="gridcell" className="grid size-full place-items-center">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={words.tickRow}
        className="size-4 accent-accent"
        checked={isTicked}
        onChange={onToggle}
      />
    </div>
  );
}

function TableRow<Row>({ table, row, index, id, isActive, style }: RowProps<Row>): ReactNode {
  const { columns, keyOf, isChosen, ticked, onTick, rowClass } = table;
  const key = keyOf(row);
  const isTicked = ticked?.has(key) ?? false;
  const chosen = isChosen?.(row) ?? false;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={ticked === undefined ? chosen : isTicked}
      data-index={index}
      className={classNames(
        'absolute inset-x-0 grid items-center border-b px-1 text-12 hover:bg-hover',
        chosen && 'bg-hover',
        isActive &&
          'group-focus-visible:border-l-2 group-focus-visible:border-l-accent group-focus-visible:bg-hover',
        rowClass?.(row),
      )}
      style={style}
    >
      {ticked !== undefined && (
        <TickCell isTicked={isTicked} onToggle={() => onTick?.(toggled(ticked, key))} />
      )}
      {columns.map((column) => (
        <div key={column.id} role="gridcell" className={cellClass(column.align)}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

type Walk<Row> = {
  readonly sorted: readonly Row[];
  readonly active: number;
  readonly page: () => number;
  readonly goTo: (index: number) => void;
};

const hasModifier = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey;

/** Arrows walk, Enter opens, space ticks; keys pressed on a control inside stay with it. */
function onTableKey<Row>(event: KeyboardEvent, table: DataTableProps<Row>, walk: Walk<Row>): void {
  const row = walk.sorted[walk.active];
  if (row === undefined || event.target !== event.currentTarget || hasModifier(event)) return;
  const { keyOf, onOpen, ticked, onTick } = table;
  const next = rowAfterKey(event.key, { at: walk.active, count: walk.sorted.length, page: walk.page() });
  if (next !== null) walk.goTo(next);
  else if (event.key === 'Enter') onOpen?.(row);
  else if (event.key === ' ' && ticked !== undefined) onTick?.(toggled(ticked, keyOf(row)));
  else return;
  event.preventDefault();
}

type RowsProps<Row> = {
  readonly table: DataTableProps<Row>;
  readonly sorted: readonly Row[];
  readonly sight: { readonly from: number; readonly to: number };
  readonly active: number;
  readonly id: string;
  readonly tracks: string;
  readonly height: number;
};

const Rows = <Row,>({ table, sorted, sight, active, id, tracks, height }: RowsProps<Row>): ReactNode => (
  <div role="rowgroup" className="relative min-w-fit" style={{ height: sorted.length * height }}>
    {sorted.slice(sight.from, sight.to).map((row, offset) => {
      const index = sight.from + offset;
      return (
        <TableRow
          key={table.keyOf(row)}
          table={table}
          row={row}
          index={index}
          id={`${id}-${index}`}
          isActive={index === active}
          style={{ gridTemplateColumns: tracks, height, top: index * height }}
        />
      );
    })}
  </div>
);

/** Which row was clicked; null for a control inside one, which has its own meaning. */
function clickedRow(target: EventTarget): number | null {
  if (!(target instanceof Element) || target.closest('input, button, a') !== null) return null;
  const index = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return index === undefined ? null : Number(index);
}

const emptyLook = 'group relative shrink-0 overflow-auto -outline-offset-2';
const fullLook = 'group relative min-h-0 flex-1 overflow-auto -outline-offset-2';

/** Only the rows in sight are in the page; one tab stop for the whole table. */
function Grid<Row>(props: DataTableProps<Row>): ReactNode {
  const { label, rows, columns, onOpen, ticked } = props;
  const [sort, setSort] = useState<Sort | null>(props.initialSort ?? null);
  const [at, setAt] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const height = useRowHeight();
  const sorted = useMemo(() => sortRows(rows, columns, sort), [rows, columns, sort]);
  const active = Math.min(at, sorted.length - 1);
  const sight = useRowsInSight(scroller, { count: sorted.length, row: height });
  const tracks = [ticked === undefined ? '' : '36px', ...columns.map((column) => column.width)].join(' ');
  const walk: Walk<Row> = {
    sorted,
    active,
    page: sight.page,
    goTo: (index) => {
      setAt(index);
      sight.show(index);
    },
  };
  const onClick = (event: MouseEvent) => {
    const index = clickedRow(event.target);
    const row = index === null ? undefined : sorted[index];
    if (index === null || row === undefined) return;
    setAt(index);
    onOpen?.(row);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={label}
      aria-rowcount={sorted.length + 1}
      aria-multiselectable={ticked !== undefined}
      tabIndex={0}
      onKeyDown={(event) => onTableKey(event, props, walk)}
      onClick={onClick}
      {...(sorted.length === 0 ? {} : { 'aria-activedescendant': `${id}-${active}` })}
      className={sorted.length === 0 ? emptyLook : fullLook}
    >
      <Headers
        table={props}
        tracks={tracks}
        sort={sort}
        onSort={(column) => setSort((last) => nextSort(last, column))}
      />
      <Rows
        table={props}
        sorted={sorted}
        sight={sight}
        active={active}
        id={id}
        tracks={tracks}
        height={height}
      />
    </div>
  );
}

/** What stands instead of rows may be pressed, so it stands beside the grid and not in it. */
export function DataTable<Row>(props: DataTableProps<Row>): ReactNode {
  if (props.rows.length > 0) return <Grid {...props} />;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <Grid {...props} />
      <div className="flex min-h-0 flex-auto flex-col overflow-auto">{props.empty}</div>
    </div>
  );
}
