import { useRef } from 'react';
import type { PointerEvent, ReactNode } from 'react';
import type { AssetColumn } from '../../../sim/contract/assets.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { isFigure } from './asset-cells.tsx';
import { countOf, nothingPicked } from './asset-pick.ts';
import type { Pick } from './asset-pick.ts';
import { fittingWidth } from './asset-view.ts';
import type { AssetView, ShownColumn } from './asset-view.ts';
import type { Rows } from './use-asset-window.ts';

type HeadersProps = {
  readonly rows: Rows;
  readonly view: AssetView;
  readonly pick: Pick;
  readonly tracks: string;
  readonly onPick: (pick: Pick) => void;
  readonly onSort: (column: AssetColumn) => void;
  readonly onWidth: (column: AssetColumn, width: number) => void;
};

/** Dragged; with the keyboard a column's width is set among the columns. */
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

export function AssetHeaders({ rows, view, pick, tracks, onPick, onSort, onWidth }: HeadersProps): ReactNode {
  const words = useText().assets;
  const count = countOf(pick, rows.total);
  const hasAll = rows.total > 0 && count === rows.total;
  const arrow = view.direction === 'ascending' ? ' ↑' : ' ↓';
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
      {view.columns.map((column) => (
        <div
          key={column.id}
          role="columnheader"
          aria-sort={view.sort === column.id ? view.direction : 'none'}
          className={classNames('relative min-w-0 px-2', isFigure(column.id) && 'text-right')}
        >
          <button
            type="button"
            onClick={() => onSort(column.id)}
            className="-outline-offset-2 min-h-6 max-w-full truncate hover:text-text"
          >
            {words.columns[column.id]}
            {view.sort === column.id && arrow}
          </button>
          <Grip column={column} onWidth={(width) => onWidth(column.id, width)} />
        </div>
      ))}
    </div>
  );
}
