/** One rack as a grid: a row to a unit, a column to a side. Devices span the rows that they fill. */
import { useMemo } from 'react';
import type { KeyboardEvent, MouseEvent, PointerEvent, ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { unitsText } from './check-words.ts';
import type { FeedStates } from './condition.ts';
import { DeviceBlock } from './device-block.tsx';
import { type Cell, cellsOf, type Device, type Side, sides as bothSides } from './elevation.ts';
import type { Spot } from './elevation-walk.ts';
import { devicesIn, type RackModel } from './rack-model.ts';
import type { Carried } from './use-carry.ts';
import { emptyWords } from './unit-words.ts';

export type CellDeeds = {
  readonly onFocus: (spot: Spot) => void;
  readonly onSelect: (device: Device) => void;
  readonly onAdd: (spot: Spot) => void;
  readonly onGrip: (event: PointerEvent, device: Device) => void;
};

export type RackGridProps = {
  readonly model: RackModel;
  readonly sides: readonly Side[];
  readonly unitHeight: number;
  readonly feeds: FeedStates;
  readonly selected: EntityId | null;
  /** The cell that the keyboard is on, where it is in this rack. */
  readonly cursor: { readonly side: Side; readonly unit: number } | null;
  readonly carried: Carried | null;
  readonly deeds: CellDeeds;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
};

export const cellKey = ({ rack, side, unit }: Spot): string => `${rack}|${side}|${unit}`;
const headHeight = 24;

type CellProps = RackGridProps & { readonly cell: Cell; readonly side: Side; readonly column: number };

function cellAttributes({ model, cell, side, column, cursor }: CellProps) {
  const { heightU } = model.rack.spec;
  const top = cell.unit + cell.height - 1;
  const isCursor =
    cursor !== null &&
    cursor.side === side &&
    cursor.unit >= cell.unit &&
    cursor.unit < cell.unit + cell.height;
  return {
    'data-cell': cellKey({ rack: model.rack.id, side, unit: cell.unit }),
    'aria-colindex': column + 2,
    'aria-rowspan': cell.height,
    tabIndex: isCursor ? 0 : -1,
    style: { gridColumn: column + 2, gridRow: `${heightU - top + 2} / span ${cell.height}` },
  };
}

function EmptyCell(props: CellProps & { readonly cell: Extract<Cell, { kind: 'empty' }> }): ReactNode {
  const { model, cell, side, deeds, carried } = props;
  const words = useText().rack;
  const attributes = cellAttributes(props);
  const spot = { rack: model.rack.id, side, unit: cell.unit };
  return (
    <div
      {...attributes}
      tabIndex={attributes.tabIndex}
      role="gridcell"
      aria-label={emptyWords(cell, side)}
      title={words.addHere(cell.unit)}
      onFocus={() => deeds.onFocus(spot)}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || carried !== null) return;
        event.preventDefault();
        deeds.onAdd(spot);
      }}
      onDoubleClick={() => deeds.onAdd(spot)}
      className="group flex items-center justify-center rounded-sm border border-dotted border-line text-11 text-text-3 -outline-offset-1 hover:bg-hover focus:bg-hover"
    >
      <span aria-hidden className="hidden leading-none group-hover:inline group-focus:inline">
        +
      </span>
    </div>
  );
}

function DeviceCell(props: CellProps & { readonly cell: Extract<Cell, { kind: 'device' }> }): ReactNode {
  const { model, cell, side, sides, deeds, selected, carried, feeds, unitHeight } = props;
  const { device } = cell;
  const isTwice = sides.length === 2 && device.spec.slot.face === 'both';
  const shows = isTwice ? (side === 'front' ? 'draw' : 'cords') : 'all';
  return (
    <DeviceBlock
      device={device}
      power={model.power}
      shares={model.shares}
      feeds={feeds}
      isSelected={selected === device.id}
      isCarried={carried?.device.id === device.id && !carried.isHome}
      unitHeight={unitHeight}
      shows={shows}
      cell={{
        ...cellAttributes(props),
        'data-device': device.id,
        onFocus: () => deeds.onFocus({ rack: model.rack.id, side, unit: cell.unit }),
        onClick: () => deeds.onSelect(device),
        onPointerDown: (event) => deeds.onGrip(event, device),
      }}
    />
  );
}

const ghostLooks = {
  ok: 'border-accent bg-[color-mix(in_oklch,var(--accent)_18%,transparent)]',
  warned: 'border-minor bg-[color-mix(in_oklch,var(--minor)_18%,transparent)]',
  refused: 'border-critical rack-hatched',
} as const;

/** Where the carried device would be. */
function Ghost({
  carried,
  sides,
  heightU,
}: {
  readonly carried: Carried;
  readonly sides: readonly Side[];
  readonly heightU: number;
}): ReactNode {
  const words = useText().rack;
  const { position, face } = carried.target;
  const { height } = carried.device.spec.slot;
  const first = face === 'both' ? 0 : Math.max(0, sides.indexOf(face));
  const wide = face === 'both' ? sides.length : 1;
  const word = carried.isHome
    ? words.carry.home
    : words.carry[carried.verdict === 'ok' ? 'allowed' : carried.verdict];
  return (
    <div
      aria-hidden
      data-ghost={carried.verdict}
      style={{
        gridColumn: `${first + 2} / span ${wide}`,
        gridRow: `${heightU - (position + height - 1) + 2} / span ${height}`,
      }}
      className={classNames(
        'pointer-events-none z-10 flex items-center gap-2 overflow-hidden rounded-sm border-2 px-1.5 text-12',
        ghostLooks[carried.verdict],
      )}
    >
      <span className="truncate rounded-sm bg-surface px-1 leading-4 font-medium">
        {carried.device.name} · {unitsText({ position, height })} · {word}
      </span>
    </div>
  );
}

/** Each fifth is bold: one counts units in fives. */
const UnitLabel = ({
  unit,
  row,
  isFirst,
  isSmall,
}: {
  readonly unit: number;
  readonly row: number;
  readonly isFirst: boolean;
  readonly isSmall: boolean;
}): ReactNode => (
  <div
    role="rowheader"
    aria-colindex={1}
    {...(isFirst ? { 'data-first-unit': '' } : {})}
    style={{ gridColumn: 1, gridRow: row }}
    className={classNames(
      'flex items-center justify-end pr-1.5 tabular-nums',
      isSmall ? 'text-[10px] leading-none' : 'text-11',
      unit % 5 === 0 || unit === 1 ? 'font-medium text-text-2' : 'text-text-3',
    )}
  >
    {unit}
  </div>
);

function Heads({ sides }: Pick<RackGridProps, 'sides'>): ReactNode {
  const words = useText().rack;
  return (
    <div role="row" className="contents" aria-rowindex={1}>
      <span role="columnheader" aria-colindex={1} className="pr-1.5 text-right text-11 leading-6 text-text-3">
        {words.unitHead}
      </span>
      {sides.map((side, index) => (
        <span
          key={side}
          role="columnheader"
          aria-colindex={index + 2}
          className="truncate text-center text-11 leading-6 font-medium text-text-2"
        >
          {words.side[side]}
        </span>
      ))}
    </div>
  );
}

export function RackGrid(props: RackGridProps): ReactNode {
  const { model, sides, unitHeight, carried } = props;
  const words = useText().rack;
  const { id, name, spec } = model.rack;
  const columns = useMemo(
    () => sides.map((side) => cellsOf(spec.heightU, devicesIn(model), side)),
    [sides, spec.heightU, model],
  );
  const units = Array.from({ length: spec.heightU }, (_, index) => spec.heightU - index);
  return (
    <div
      role="grid"
      aria-label={words.elevation(name)}
      aria-rowcount={spec.heightU + 1}
      aria-colcount={sides.length + 1}
      aria-busy={model.devices === null}
      tabIndex={-1}
      onKeyDown={props.onKeyDown}
      onContextMenu={props.onContextMenu}
      data-rack={id}
      data-height-u={spec.heightU}
      data-unit-height={unitHeight}
      data-sides={sides.join(' ')}
      className="grid min-w-0 flex-1 gap-x-1 rounded-md border border-line bg-bg p-1 pl-0"
      style={{
        gridTemplateColumns: `26px repeat(${sides.length}, minmax(0, 1fr))`,
        gridTemplateRows: `${headHeight}px repeat(${spec.heightU}, ${unitHeight}px)`,
      }}
    >
      <Heads sides={sides} />
      {units.map((unit, index) => (
        <div key={unit} role="row" className="contents" aria-rowindex={index + 2}>
          <UnitLabel unit={unit} row={index + 2} isFirst={index === 0} isSmall={unitHeight < 20} />
          {columns.map((cells, column) => {
            const cell = cells.find((one) => one.unit + one.height - 1 === unit);
            const side = sides[column] ?? bothSides[0];
            if (cell === undefined) return null;
            return cell.kind === 'empty' ? (
              <EmptyCell key={side} {...props} {...{ cell, side, column }} />
            ) : (
              <DeviceCell key={side} {...props} {...{ cell, side, column }} />
            );
          })}
        </div>
      ))}
      {carried?.target.rack === id && <Ghost carried={carried} sides={sides} heightU={spec.heightU} />}
    </div>
  );
}
