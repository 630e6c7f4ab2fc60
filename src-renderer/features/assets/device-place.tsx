/** Where it stands: the path down to its rack, and a few units of it around the device. */
import { Link } from 'react-router';
import type { ReactNode } from 'react';
import { lineage } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { classNames } from '../../ui/class-names.ts';
import type { Inventory } from '../floor/rack-sensors.ts';
import { cellsOf, topOf } from '../rack/elevation.ts';
import type { Cell } from '../rack/elevation.ts';
import { rackPath } from '../rack/shown-racks.ts';
import { DeviceCard, Quiet } from './device-card.tsx';
import { rackOf } from './device-chains.ts';
import type { Device } from './device-chains.ts';
import { devicePath } from './label-draft.ts';

/** Units above and below that are shown. */
const around = 4;

export function cellsAround(heightU: number, device: Device, devices: readonly Device[]): readonly Cell[] {
  const { slot } = device.spec;
  const side = slot.face === 'rear' ? 'rear' : 'front';
  const others = devices.filter(({ id }) => id !== device.id);
  return cellsOf(heightU, [device, ...others], side).filter(
    ({ unit, height }) => unit <= topOf(slot) + around && unit + height > slot.position - around,
  );
}

const unitsOf = ({ unit, height }: Cell): string =>
  height === 1 ? `U${unit}` : `U${unit}–${unit + height - 1}`;

type PlaceProps = {
  readonly device: Device;
  readonly neighbours: readonly Device[];
  readonly inventory: Inventory;
};

export function DevicePlace({ device, neighbours, inventory }: PlaceProps): ReactNode {
  const words = useText().assets.device;
  const rack = rackOf(inventory, device);
  if (rack === null) {
    return (
      <DeviceCard title={words.place}>
        <Quiet>{words.noRack}</Quiet>
      </DeviceCard>
    );
  }
  const above = lineage(inventory.entities, rack.id).toReversed();
  return (
    <DeviceCard
      title={words.place}
      note={
        <Link to={rackPath([rack.id])} className="text-12 text-accent hover:underline">
          {words.openRack(rack.name)}
        </Link>
      }
    >
      <p className="px-3 pb-1 text-12 text-text-2">{above.map(({ name }) => name).join(' / ')}</p>
      <ol aria-label={words.elevation(rack.name)} className="mx-3 rounded-sm border">
        {cellsAround(rack.spec.heightU, device, neighbours).map((cell) => (
          <li
            key={cell.unit}
            className={classNames(
              'flex min-h-6 items-center gap-2 border-b px-2 text-12 last:border-b-0',
              cell.kind === 'device' && cell.device.id === device.id && 'border-l-2 border-l-accent bg-hover',
            )}
          >
            <span className="w-16 shrink-0 text-text-3 tabular-nums">{unitsOf(cell)}</span>
            <CellName cell={cell} device={device} />
          </li>
        ))}
      </ol>
    </DeviceCard>
  );
}

function CellName({ cell, device }: { readonly cell: Cell; readonly device: Device }): ReactNode {
  const words = useText().assets.device;
  if (cell.kind === 'empty') return <span className="text-text-3">{words.free}</span>;
  if (cell.device.id === device.id)
    return (
      <span aria-current="true" className="truncate font-medium">
        {cell.device.name}
      </span>
    );
  return (
    <Link to={devicePath(cell.device.id)} className="truncate text-text-2 hover:text-text hover:underline">
      {cell.device.name}
    </Link>
  );
}
