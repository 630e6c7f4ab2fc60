/** Racks side by side on one scale, with all that moves devices between them. */
import { ClipboardCopy, Copy, Hand as HandIcon, Pencil, Plus, Trash2, Truck } from 'lucide-react';
import { useMemo, useRef, useState } from 'react';
import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { text } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import { ContextMenu, type MenuItem } from '../../ui/menu.tsx';
import type { Inventory } from '../floor/rack-sensors.ts';
import { CarryNote } from './carry-note.tsx';
import { type Device, type Side, sides as bothSides } from './elevation.ts';
import type { Spot } from './elevation-walk.ts';
import { HeatStrip } from './heat-strip.tsx';
import { useFeedStates } from './live.ts';
import { PduRail } from './pdu-rail.tsx';
import { CompareHead } from './rack-head.tsx';
import { type CellDeeds, RackGrid } from './rack-grid.tsx';
import { devicesIn, type RackModel } from './rack-model.ts';
import { type RackLook, zooms } from './rack-state.ts';
import { type DeviceDeeds, columnsOf, useElevationKeys } from './use-elevation-keys.ts';
import type { Carried, Hand } from './use-carry.ts';
import { useDrag } from './use-drag.ts';

export type ElevationsProps = {
  readonly models: readonly RackModel[];
  readonly inventory: Inventory;
  readonly look: Pick<RackLook, 'sides' | 'zoom'>;
  readonly marks: ReadonlyMap<EntityId, RackMark>;
  readonly selected: EntityId | null;
  readonly hand: Hand;
  readonly deeds: DeviceDeeds;
  readonly onSelect: (id: EntityId) => void;
  readonly onShow: (racks: readonly EntityId[]) => void;
};

export const sidesOf = (shown: RackLook['sides']): readonly Side[] =>
  shown === 'both' ? bothSides : [shown];

type ColumnProps = Omit<ElevationsProps, 'hand' | 'deeds' | 'look'> & {
  readonly model: RackModel;
  readonly sides: readonly Side[];
  readonly unitHeight: number;
  readonly cursor: Spot | null;
  readonly carried: Carried | null;
  readonly cellDeeds: CellDeeds;
  readonly menu: readonly MenuItem[];
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onContextMenu: (event: MouseEvent) => void;
};

/** The head row and the frame of a grid, in pixels. */
const aboveUnits = 29;

const BesideUnits = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div style={{ paddingTop: aboveUnits }}>{children}</div>
);

/** Wide enough for the names, and no wider than they need. */
function widthOf(racks: number, sides: number): string {
  if (racks === 1) return 'min-w-0 max-w-[980px]';
  return sides === 2 ? 'min-w-96 max-w-[640px]' : 'min-w-48 max-w-[420px]';
}

/** Where several are compared, each has a head with what they are compared by. */
const headOf = ({ model, models, marks, onShow }: ColumnProps): ReactNode => (
  <CompareHead
    model={model}
    mark={marks.get(model.rack.id) ?? null}
    onOpen={() => onShow([model.rack.id])}
    onClose={() => onShow(models.filter((one) => one !== model).map(({ rack }) => rack.id))}
  />
);

function RackColumn(props: ColumnProps): ReactNode {
  const { model, models, inventory, sides, unitHeight, cursor, carried, onSelect } = props;
  const feeds = useFeedStates(inventory, model.pdus);
  const { id, spec } = model.rack;
  const isAlone = models.length === 1;
  const height = spec.heightU * unitHeight;
  return (
    <div className={classNames('flex-1', widthOf(models.length, sides.length))}>
      {!isAlone && headOf(props)}
      <div className="flex gap-1.5">
        {isAlone && (
          <BesideUnits>
            <PduRail feed="A" pdus={model.pdus} state={feeds.A} {...{ inventory, onSelect }} />
          </BesideUnits>
        )}
        {sides.includes('front') && (
          <BesideUnits>
            <HeatStrip side="front" points={model.heat.front} height={height} />
          </BesideUnits>
        )}
        <ContextMenu sections={[{ items: props.menu }]}>
          <div className="flex min-w-0 flex-1">
            <RackGrid
              model={model}
              sides={sides}
              unitHeight={unitHeight}
              feeds={feeds}
              selected={props.selected}
              cursor={cursor?.rack === id ? cursor : null}
              carried={carried}
              deeds={props.cellDeeds}
              onKeyDown={props.onKeyDown}
              onContextMenu={props.onContextMenu}
            />
          </div>
        </ContextMenu>
        {sides.includes('rear') && (
          <BesideUnits>
            <HeatStrip side="rear" points={model.heat.rear} height={height} />
          </BesideUnits>
        )}
        {isAlone && (
          <BesideUnits>
            <PduRail feed="B" pdus={model.pdus} state={feeds.B} {...{ inventory, onSelect }} />
          </BesideUnits>
        )}
      </div>
    </div>
  );
}

export function deviceItems(
  device: Device,
  deeds: DeviceDeeds,
  pick: (() => void) | null,
): readonly MenuItem[] {
  const words = text().rack;
  return [
    {
      id: 'select',
      title: words.select,
      icon: ClipboardCopy,
      shortcut: 'Space',
      run: () => deeds.select(device),
    },
    { id: 'edit', title: words.edit, icon: Pencil, shortcut: 'F2', run: () => deeds.edit(device) },
    { id: 'move', title: words.moveTo, icon: Truck, run: () => deeds.move(device) },
    ...(pick === null
      ? []
      : [
          {
            id: 'pick',
            title: words.pickUp,
            icon: HandIcon,
            shortcut: 'Enter',
            run: pick,
          } satisfies MenuItem,
        ]),
    { id: 'duplicate', title: words.duplicate, icon: Copy, run: () => deeds.duplicate(device) },
    { id: 'remove', title: words.remove, icon: Trash2, shortcut: 'Delete', run: () => deeds.remove(device) },
  ];
}

/** What the pointer or the keyboard asks a menu for. */
function spotUnder(event: MouseEvent): Spot | null {
  const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-cell]') : null;
  const [rack, side, unit] = (cell?.dataset['cell'] ?? '').split('|');
  return rack === undefined || rack === ''
    ? null
    : { rack: rack as EntityId, side: side as Side, unit: Number(unit) };
}

/** What can be done at a spot: to the device there, or to the empty unit. */
function itemsAt(spot: Spot | null, { models, hand, deeds }: ElevationsProps): readonly MenuItem[] {
  const words = text().rack;
  const model = models.find(({ rack }) => rack.id === spot?.rack);
  if (spot === null || model === undefined) return [];
  const found = devicesIn(model).find(
    ({ spec }) =>
      spec.slot.position === spot.unit && (spec.slot.face === 'both' || spec.slot.face === spot.side),
  );
  if (found !== undefined) return deviceItems(found, deeds, () => hand.pick(found, 'keys'));
  return [
    {
      id: 'add',
      title: words.addHere(spot.unit),
      icon: Plus,
      shortcut: 'Enter',
      run: () => deeds.add(spot),
    },
  ];
}

export function Elevations(props: ElevationsProps): ReactNode {
  const { models, look, hand, deeds } = props;
  const root = useRef<HTMLDivElement>(null);
  const [menuFor, setMenuFor] = useState<Spot | null>(null);
  const sides = sidesOf(look.sides);
  const columns = useMemo(() => columnsOf(models, sidesOf(look.sides)), [models, look.sides]);
  const keys = useElevationKeys({ root, columns, hand, deeds });
  const drag = useDrag(hand);
  const cellDeeds: CellDeeds = {
    onFocus: keys.onFocus,
    onSelect: (device) => (drag.wasDrag() ? undefined : deeds.select(device)),
    onAdd: deeds.add,
    onGrip: drag.onGrip,
  };
  const onContextMenu = (event: MouseEvent): void => {
    const spot = spotUnder(event);
    // Beside the units there is nothing to offer.
    if (spot === null) event.preventDefault();
    setMenuFor(spot);
  };
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      <div
        ref={root}
        data-scroller
        className="flex min-h-0 flex-1 justify-center-safe gap-4 overflow-auto p-3"
      >
        {models.map((model) => (
          <RackColumn
            key={model.rack.id}
            {...props}
            model={model}
            sides={sides}
            unitHeight={zooms[look.zoom]}
            cursor={keys.cursor}
            carried={hand.carried}
            cellDeeds={cellDeeds}
            menu={itemsAt(menuFor, props)}
            onKeyDown={keys.onKeyDown}
            onContextMenu={onContextMenu}
          />
        ))}
      </div>
      <CarryNote carried={hand.carried} racks={models.map(({ rack }) => rack)} />
    </div>
  );
}
