import { useRef } from 'react';
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import type { AssetColumn } from '../../../sim/contract/assets.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { isFigure } from './asset-cells.tsx';
import { countOf, nothingPicked } from './asset-pick.ts';
import type { Pick } from './asset-pick.ts';
import { fittingWidth } from './asset-view.ts';
import type { AssetView, ShownColumn } from './asset-view.ts';
import { columnKey, withMoved } from './column-order.ts';
import type { Rows } from './use-asset-window.ts';
import { useColumnDrag } from './use-column-drag.ts';
import type { ColumnDragging } from './use-column-drag.ts';

type HeadersProps = {
  readonly rows: Rows;
  readonly view: AssetView;
  readonly pick: Pick;
  readonly tracks: string;
  readonly onPick: (pick: Pick) => void;
  readonly onSort: (column: AssetColumn) => void;
  readonly onColumns: (columns: readonly ShownColumn[]) => void;
};

const withWidth = (columns: readonly ShownColumn[], id: AssetColumn, width: number): readonly ShownColumn[] =>
  columns.map((one) => (one.id === id ? { id, width: fittingWidth(width) } : one));

/** Dragged; with the keyboard it is Control and an arrow on the header. */
function Grip({
  column,
  onWidth,
}: {
  readonly column: ShownColumn;
  readonly onWidth: (width: number) => void;
}): ReactNode {
  const begin = useRef<{ readonly x: number; readonly width: number } | null>(null);
  const onMove = (event: PointerEvent): void => {
    if (begin.current !== null) onWidth(fittingWidth(begin.current.width + event.clientX - begin.current.x));
  };
  return (
    <span
      aria-hidden
      className="absolute inset-y-0 -right-1 z-1 w-2 cursor-col-resize touch-none hover:bg-hover"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        begin.current = { x: event.clientX, width: column.width };
      }}
      onPointerMove={onMove}
      onPointerUp={() => {
        begin.current = null;
      }}
    />
  );
}

type HeaderProps = {
  readonly view: AssetView;
  readonly onSort: (column: AssetColumn) => void;
  readonly onColumns: (columns: readonly ShownColumn[]) => void;
  readonly at: number;
  readonly column: ShownColumn;
  readonly dragging: ColumnDragging;
};

/** Where what is dragged would be dropped: before this column, or behind the last one. */
function dropMark({ drag }: ColumnDragging, at: number, count: number): string {
  if (drag === null || drag.gap === drag.from || drag.gap === drag.from + 1) return '';
  if (drag.gap === at) return 'shadow-[inset_2px_0_0_var(--accent)]';
  return at === count - 1 && drag.gap === count ? 'shadow-[inset_-2px_0_0_var(--accent)]' : '';
}

function Header({ view, at, column, dragging, onSort, onColumns }: HeaderProps): ReactNode {
  const words = useText().assets;
  const { columns } = view;
  const { id, width } = column;
  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>): void => {
    const meant = columnKey(event);
    if (meant === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (meant.kind === 'move') onColumns(withMoved(columns, at, meant.by === 1 ? at + 2 : at - 1));
    else if (meant.kind === 'widen') onColumns(withWidth(columns, id, width + meant.by));
    else if (columns.length > 1) onColumns(columns.filter((one) => one.id !== id));
  };
  const arrow = view.direction === 'ascending' ? ' ↑' : ' ↓';
  return (
    <div
      role="columnheader"
      data-column={id}
      aria-sort={view.sort === id ? view.direction : 'none'}
      className={classNames(
        'relative min-w-0 px-2',
        isFigure(id) && 'text-right',
        dragging.drag?.from === at && 'opacity-50',
        dropMark(dragging, at, columns.length),
      )}
    >
      <button
        type="button"
        title={words.columnKeys}
        aria-keyshortcuts="Shift+ArrowLeft Shift+ArrowRight Control+ArrowLeft Control+ArrowRight Delete"
        onPointerDown={(event) => dragging.onPointerDown(event, at)}
        onPointerMove={dragging.onPointerMove}
        onPointerUp={dragging.onPointerUp}
        onPointerCancel={dragging.onPointerCancel}
        onKeyDown={onKeyDown}
        onClick={() => {
          if (!dragging.wasDropped()) onSort(id);
        }}
        className="-outline-offset-2 min-h-6 max-w-full touch-none truncate hover:text-text"
      >
        {words.columns[id]}
        {view.sort === id && arrow}
      </button>
      <Grip column={column} onWidth={(next) => onColumns(withWidth(columns, id, next))} />
    </div>
  );
}

export function AssetHeaders({ rows, pick, tracks, onPick, ...props }: HeadersProps): ReactNode {
  const words = useText().assets;
  const { view, onColumns } = props;
  const dragging = useColumnDrag(({ from, gap }) => onColumns(withMoved(view.columns, from, gap)));
  const count = countOf(pick, rows.total);
  const hasAll = rows.total > 0 && count === rows.total;
  return (
    <div
      role="row"
      aria-rowindex={1}
      className="sticky top-0 z-10 grid h-8 min-w-fit items-center border-b bg-surface px-1 text-12 text-text-2"
      style={{ gridTemplateColumns: tracks }}
    >
      <div role="columnheader" className="grid place-items-center">
        <input
          type="checkbox"
          aria-label={words.tickAll(rows.total)}
          className="size-4 accent-accent"
          checked={hasAll}
          ref={(box) => {
            if (box !== null) box.indeterminate = count > 0 && !hasAll;
          }}
          onChange={() => onPick(hasAll ? nothingPicked : { mode: 'all', without: new Set() })}
        />
      </div>
      {view.columns.map((column, at) => (
        <Header key={column.id} {...props} at={at} column={column} dragging={dragging} />
      ))}
    </div>
  );
}
