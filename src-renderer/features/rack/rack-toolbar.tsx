/** Which racks, which sides, how large; and what is done to the device that is selected. */
import {
  ChevronLeft,
  ChevronRight,
  Columns3,
  Ellipsis,
  Plus,
  Printer,
  Search,
  ZoomIn,
  ZoomOut,
} from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import type { RackMark } from '../../canvas/floor/mark-cells.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { Device } from './elevation.ts';
import type { RackModel } from './rack-model.ts';
import { type RackLook, sidesShown, zoomNames } from './rack-state.ts';

export type ToolbarDeeds = {
  readonly step: (step: 1 | -1) => void;
  /** Why there is no rack that way; null where there is. */
  readonly noStep: (step: 1 | -1) => string | null;
  readonly find: () => void;
  readonly zoom: (step: 1 | -1) => void;
  readonly look: (look: Partial<RackLook>) => void;
  readonly compare: (count: number) => void;
  readonly one: () => void;
  readonly print: () => void;
  readonly add: () => void;
};

export type ToolbarProps = {
  readonly models: readonly RackModel[];
  readonly look: RackLook;
  readonly mark: RackMark | null;
  readonly device: Device | null;
  readonly deviceItems: readonly MenuItem[];
  readonly tools: ToolbarDeeds;
};

function Title({ models, mark, tools }: Pick<ToolbarProps, 'models' | 'mark' | 'tools'>): ReactNode {
  const words = useText().rack;
  const [first] = models;
  return (
    <div className="flex min-w-0 items-center gap-1">
      <IconButton
        icon={ChevronLeft}
        label={words.previous}
        shortcut="["
        refusedBecause={tools.noStep(-1)}
        onClick={() => tools.step(-1)}
      />
      <IconButton
        icon={ChevronRight}
        label={words.next}
        shortcut="]"
        refusedBecause={tools.noStep(1)}
        onClick={() => tools.step(1)}
      />
      {models.length === 1 && first !== undefined && (
        <>
          <h2 className="ml-1 truncate text-16 font-semibold">{words.rackName(first.rack.name)}</h2>
          <span className="ml-1 truncate text-12 text-text-2">{words.inRow(first.room, first.row)}</span>
          {mark !== null && (
            <span className="ml-2">
              <StatusMark kind={mark.severity} isUnacknowledged={!mark.acknowledged} />
            </span>
          )}
        </>
      )}
      {models.length > 1 && (
        <h2 className="ml-1 truncate text-13 font-semibold">
          {models.map(({ rack }) => rack.name).join(' · ')}
        </h2>
      )}
      <Button look="ghost" icon={Search} onClick={tools.find}>
        {words.findShort}
      </Button>
    </div>
  );
}

function SidesSwitch({ look, tools }: Pick<ToolbarProps, 'look' | 'tools'>): ReactNode {
  const words = useText().rack;
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={words.sides}
      value={look.sides}
      onValueChange={(next) => {
        const sides = sidesShown.find((one) => one === next);
        if (sides !== undefined) tools.look({ sides });
      }}
      className="flex rounded-md border border-line"
    >
      {sidesShown.map((side) => (
        <ToggleGroup.Item
          key={side}
          value={side}
          className="h-6.5 px-2 text-12 text-text-2 hover:text-text aria-checked:bg-hover aria-checked:text-text"
        >
          {words.side[side]}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}

export function RackToolbar({ models, look, mark, device, deviceItems, tools }: ToolbarProps): ReactNode {
  const words = useText().rack;
  const isCompared = models.length > 1;
  const at = zoomNames.indexOf(look.zoom);
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b px-3 py-1.5">
      <Title models={models} mark={mark} tools={tools} />
      <div className="ml-auto flex flex-wrap items-center gap-2">
        {device !== null && (
          <Menu sections={[{ title: device.name, items: deviceItems }]} align="end">
            <Button icon={Ellipsis} aria-label={words.deviceActions(device.name)}>
              {device.name}
            </Button>
          </Menu>
        )}
        <Button icon={Plus} onClick={tools.add}>
          {words.addDevice}
        </Button>
        <SidesSwitch look={look} tools={tools} />
        <span className="flex items-center">
          <IconButton
            icon={ZoomOut}
            label={words.zoomOut}
            refusedBecause={at === 0 ? words.zooms.small : null}
            onClick={() => tools.zoom(-1)}
          />
          <IconButton
            icon={ZoomIn}
            label={words.zoomIn}
            refusedBecause={at === zoomNames.length - 1 ? words.zooms.large : null}
            onClick={() => tools.zoom(1)}
          />
        </span>
        <Menu
          align="end"
          sections={[
            {
              items: [
                { id: 'next', title: words.compare, run: () => tools.compare(1) },
                { id: 'row', title: words.compareMany, run: () => tools.compare(5) },
                {
                  id: 'one',
                  title: words.compareEnd,
                  disabled: () => (isCompared ? null : ''),
                  run: tools.one,
                },
              ],
            },
          ]}
        >
          <IconButton icon={Columns3} label={words.compare} />
        </Menu>
        <IconButton icon={Printer} label={words.print} onClick={tools.print} />
      </div>
    </div>
  );
}
