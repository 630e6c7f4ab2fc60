import { useEffect, useId, useRef, useState } from 'react';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import type { MachineRow } from '../../../sim/contract/machine-list.ts';
import { useText } from '../../text/text.ts';
import { useRowHeight } from '../../theme/preferences.ts';
import { classNames } from '../../ui/class-names.ts';
import { ContextMenu } from '../../ui/menu.tsx';
import { countText } from '../../ui/numbers.ts';
import { rowAfterKey } from '../../ui/table-order.ts';
import { useRowsInSight } from '../../ui/use-rows-in-sight.ts';
import type { Powered } from '../machine/power-deeds.ts';
import { useMachineDrag } from '../machines/machine-drag.ts';
import { listColumns, sortable } from './list-columns.table.ts';
import type { SortColumn } from './list-columns.table.ts';
import type { ListWish } from './list-wish.ts';
import { MachineCell } from './machine-cells.tsx';
import { rowMenu } from './row-menu.ts';
import type { MachineRows, Sight } from './use-machine-window.ts';

export type MachineTableProps = {
  readonly rows: MachineRows;
  readonly wish: ListWish;
  readonly ticked: ReadonlyMap<string, Powered>;
  readonly chosen: string | null;
  readonly onSort: (column: SortColumn) => void;
  readonly onTick: (row: MachineRow) => void;
  readonly onTickAll: () => void;
  readonly onUntickAll: () => void;
  /** Enter or a click: it is shown in the inspector. */
  readonly onOpen: (row: MachineRow) => void;
  /** Shift and Enter: its page. */
  readonly onPage: (row: MachineRow) => void;
  readonly onShow: (row: MachineRow) => void;
  readonly onSight: (sight: Sight) => void;
};

const tracks = ['36px', ...listColumns.map(({ width }) => width)].join(' ');
/** What may be done stays in sight where the columns are wider than the window. */
const stuck = 'sticky right-0 bg-inherit';
const isSortable = (column: string): column is SortColumn => sortable.some((one) => one === column);

function Headers({ table }: { readonly table: MachineTableProps }): ReactNode {
  const { rows, wish, ticked, onSort, onTickAll, onUntickAll } = table;
  const words = useText().explorer;
  const hasSome = ticked.size > 0;
  const arrow = wish.order === 'up' ? ' ↑' : ' ↓';
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
          aria-label={words.tickAll(countText(rows.total))}
          className="size-4 accent-accent"
          checked={hasSome && ticked.size >= rows.total}
          ref={(box) => {
            if (box !== null) box.indeterminate = hasSome && ticked.size < rows.total;
          }}
          onChange={() => (hasSome ? onUntickAll() : onTickAll())}
        />
      </div>
      {listColumns.map(({ id, align }) => (
        <div
          key={id}
          role="columnheader"
          aria-sort={wish.sort === id ? (wish.order === 'up' ? 'ascending' : 'descending') : 'none'}
          className={classNames(
            'min-w-0 truncate px-2',
            align === 'end' && 'text-right',
            id === 'deeds' && stuck,
          )}
        >
          {isSortable(id) ? (
            <button
              type="button"
              onClick={() => onSort(id)}
              className="-outline-offset-2 min-h-6 hover:text-text"
            >
              {words.columns[id]}
              {wish.sort === id && arrow}
            </button>
          ) : (
            words.columns[id]
          )}
        </div>
      ))}
    </div>
  );
}

type LineProps = {
  readonly table: MachineTableProps;
  readonly row: MachineRow | null;
  readonly index: number;
  readonly id: string;
  readonly isActive: boolean;
  readonly style: CSSProperties;
};

function Line({ table, row, index, id, isActive, style }: LineProps): ReactNode {
  const { ticked, chosen, onTick, onShow } = table;
  const words = useText().explorer;
  const drag = useMachineDrag(row);
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
    <ContextMenu sections={rowMenu(row, onShow)}>
      <div
        id={id}
        role="row"
        aria-rowindex={index + 2}
        aria-selected={ticked.has(row.id)}
        data-index={index}
        {...drag.props}
        className={classNames(
          drag.isOver && 'outline-2 -outline-offset-2 outline-accent outline-dashed',
          'absolute inset-x-0 grid cursor-default items-center border-b px-1 text-12 hover:bg-hover',
          chosen === row.id ? 'bg-hover' : 'bg-surface',
          isActive &&
            'group-focus-visible:border-l-2 group-focus-visible:border-l-accent group-focus-visible:bg-hover',
        )}
        style={style}
      >
        <div role="gridcell" className="grid size-full place-items-center">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={words.tick(row.name)}
            className="size-4 accent-accent"
            checked={ticked.has(row.id)}
            onChange={() => onTick(row)}
          />
        </div>
        {listColumns.map(({ id: column, align }) => (
          <div
            key={column}
            role="gridcell"
            className={classNames(
              'min-w-0 truncate px-2 leading-6 text-text-2 tabular-nums',
              align === 'end' && 'text-right',
              column === 'deeds' && stuck,
            )}
          >
            <MachineCell column={column} row={row} onShow={onShow} />
          </div>
        ))}
      </div>
    </ContextMenu>
  );
}

type Walk = { readonly active: number; readonly page: number; readonly goTo: (index: number) => void };

/** Arrows walk, Enter shows, Shift and Enter opens the page, space ticks. */
function onTableKey(event: KeyboardEvent, table: MachineTableProps, walk: Walk): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
  const row = table.rows.at(walk.active);
  const next = rowAfterKey(event.key, { at: walk.active, count: table.rows.total, page: walk.page });
  if (next !== null) walk.goTo(next);
  else if (event.key === 'Enter' && row !== null) (event.shiftKey ? table.onPage : table.onOpen)(row);
  else if (event.key === ' ' && row !== null) table.onTick(row);
  else return;
  event.preventDefault();
}

/** Which line was clicked; null for a control inside one, which has its own meaning. */
function clickedLine(target: EventTarget): number | null {
  if (!(target instanceof Element) || target.closest('input, button, a, [role="menu"]') !== null) return null;
  const index = target.closest<HTMLElement>('[data-index]')?.dataset['index'];
  return index === undefined ? null : Number(index);
}

/** As many lines as there are machines, of which only those in sight are in the page. */
export function MachineTable(props: MachineTableProps): ReactNode {
  const { rows, onSight } = props;
  const words = useText().explorer;
  const scroller = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const id = useId();
  const height = useRowHeight();
  const sight = useRowsInSight(scroller, { count: rows.total, row: height });
  const { from, to } = sight;
  useEffect(() => onSight({ from, to }), [from, to, onSight]);
  const active = Math.min(at, rows.total - 1);
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
      aria-activedescendant={`${id}-${active}`}
      className="group relative min-h-0 flex-1 overflow-auto -outline-offset-2"
    >
      <Headers table={props} />
      <div role="rowgroup" className="relative min-w-fit" style={{ height: rows.total * height }}>
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
