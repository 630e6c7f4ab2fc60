import { useEffect, useId, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import type { AssetColumn, AssetRow } from '../../../sim/contract/assets.ts';
import { useText } from '../../text/text.ts';
import { useRowHeight } from '../../theme/preferences.ts';
import { classNames } from '../../ui/class-names.ts';
import { rowAfterKey } from '../../ui/table-order.ts';
import { useRowsInSight } from '../../ui/use-rows-in-sight.ts';
import { AssetCell, isFigure } from './asset-cells.tsx';
import { AssetHeaders } from './asset-headers.tsx';
import { isPicked, toggled } from './asset-pick.ts';
import type { Pick } from './asset-pick.ts';
import type { AssetView, ShownColumn } from './asset-view.ts';
import type { Rows } from './use-asset-window.ts';

export type AssetTableProps = {
  readonly rows: Rows;
  readonly view: AssetView;
  readonly pick: Pick;
  readonly today: string;
  readonly chosen: string | null;
  readonly onPick: (pick: Pick) => void;
  readonly onSort: (column: AssetColumn) => void;
  readonly onColumns: (columns: readonly ShownColumn[]) => void;
  readonly onOpen: (row: AssetRow) => void;
  /** The device's own page: Shift and Enter, or its name. */
  readonly onPage: (row: AssetRow) => void;
  readonly onSight: (sight: { readonly from: number; readonly to: number }) => void;
};

type LineProps = {
  readonly table: AssetTableProps;
  readonly row: AssetRow | null;
  readonly index: number;
  readonly id: string;
  readonly isActive: boolean;
  readonly style: CSSProperties;
};

function TickCell({ table, row }: { readonly table: AssetTableProps; readonly row: AssetRow }): ReactNode {
  const words = useText().assets;
  return (
    <div role="gridcell" className="grid size-full place-items-center">
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={words.tick(row.name)}
        className="size-4 accent-accent"
        checked={isPicked(table.pick, row.id)}
        onChange={() => table.onPick(toggled(table.pick, row.id))}
      />
    </div>
  );
}

function Line({ table, row, index, id, isActive, style }: LineProps): ReactNode {
  const { view, pick, chosen, today } = table;
  const words = useText().assets;
  if (row === null) {
    return (
      <div role="row" aria-rowindex={index + 2} className="absolute inset-x-0 border-b px-2" style={style}>
        <div role="gridcell">
          <span className="sr-only">{words.coming}</span>
          <div aria-hidden className="skeleton mt-2 h-3 w-2/3" />
        </div>
      </div>
    );
  }
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isPicked(pick, row.id)}
      data-index={index}
      className={classNames(
        'absolute inset-x-0 grid cursor-default items-center border-b px-1 text-12 hover:bg-hover',
        chosen === row.id && 'bg-hover',
        isActive &&
          'group-focus-visible:border-l-2 group-focus-visible:border-l-accent group-focus-visible:bg-hover',
      )}
      style={style}
    >
      <TickCell table={table} row={row} />
      {view.columns.map(({ id: column }) => (
        <div
          key={column}
          role="gridcell"
          className={classNames(
            'min-w-0 truncate px-2 leading-6 text-text-2 tabular-nums',
            isFigure(column) && 'text-right',
          )}
        >
          <AssetCell column={column} row={row} today={today} />
        </div>
      ))}
    </div>
  );
}

type Walk = {
  readonly active: number;
  readonly page: number;
  readonly goTo: (index: number) => void;
};

/** Arrows walk, Enter opens, space ticks; keys pressed on a control inside stay with it. */
function onTableKey(event: KeyboardEvent, table: AssetTableProps, walk: Walk): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const { rows, pick } = table;
  const row = rows.at(walk.active);
  const next = rowAfterKey(event.key, { at: walk.active, count: rows.total, page: walk.page });
  if (next !== null) walk.goTo(next);
  else if (event.key === 'Enter' && row !== null) (event.shiftKey ? table.onPage : table.onOpen)(row);
  else if (event.key === ' ' && row !== null) table.onPick(toggled(pick, row.id));
  else return;
  event.preventDefault();
}

/** Which line was clicked; null for a control inside one, which has its own meaning. */
function clickedLine(target: EventTarget): number | null {
  if (!(target instanceof Element) || target.closest('input, button, a') !== null) return null;
  const index = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return index === undefined ? null : Number(index);
}

/** As many lines as there are devices, of which only those in sight are in the page. */
export function AssetTable(props: AssetTableProps): ReactNode {
  const { rows, view, onSight } = props;
  const words = useText().assets;
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const id = useId();
  const height = useRowHeight();
  const sight = useRowsInSight(scroller, { count: rows.total, row: height });
  const { from, to } = sight;
  useEffect(() => onSight({ from, to }), [from, to, onSight]);
  const active = Math.min(at, rows.total - 1);
  const tracks = ['36px', ...view.columns.map(({ width }) => `${width}px`)].join(' ');
  const goTo = (index: number): void => {
    setAt(index);
    sight.show(index);
  };
  return (
    <div
      ref={scroller}
      role="grid"
      aria-label={words.table}
      aria-rowcount={rows.total + 1}
      aria-multiselectable
      tabIndex={0}
      onKeyDown={(event) => onTableKey(event, props, { active, page: sight.page(), goTo })}
      onClick={(event) => {
        const index = clickedLine(event.target);
        const row = index === null ? null : rows.at(index);
        if (index === null || row === null) return;
        setAt(index);
        props.onOpen(row);
      }}
      {...(rows.total === 0 ? {} : { 'aria-activedescendant': `${id}-${active}` })}
      className="group relative min-h-0 flex-1 overflow-auto -outline-offset-2"
    >
      <AssetHeaders {...props} tracks={tracks} />
      <div role="rowgroup" className="relative min-w-fit" style={{ height: rows.total * height }}>
        {/* As wide as the header, whatever is in sight. */}
        <div aria-hidden className="invisible grid h-0 px-1" style={{ gridTemplateColumns: tracks }} />
        {Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset).map((index) => (
          <Line
            key={index}
            table={props}
            row={rows.at(index)}
            index={index}
            id={`${id}-${index}`}
            isActive={index === active}
            style={{ gridTemplateColumns: tracks, height, top: index * height }}
          />
        ))}
      </div>
    </div>
  );
}
