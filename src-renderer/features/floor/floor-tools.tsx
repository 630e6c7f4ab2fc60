import {
  BellRing,
  Boxes,
  Briefcase,
  Droplets,
  Flame,
  Gauge,
  History,
  Map as MapIcon,
  PencilRuler,
  Table2,
  Thermometer,
  ThermometerSun,
  UserRound,
  Wind,
  Zap,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { type FloorLayer, floorLayers } from '../../canvas/heat/floor-layer.table.ts';
import type { FloorMode } from '../../canvas/heat/rack-paint.ts';
import { useText } from '../../text/text.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import type { FloorLookAt } from './floor-view-state.ts';

const layerIcons = {
  inlet: Thermometer,
  outlet: ThermometerSun,
  delta: Flame,
  humidity: Droplets,
  power: Zap,
  headroom: Gauge,
  space: Boxes,
  alarms: BellRing,
  service: Briefcase,
  owner: UserRound,
} as const satisfies Record<FloorLayer, LucideIcon>;

const modes = ['operate', 'analyse'] as const satisfies readonly FloorMode[];

function ModeSwitch({
  mode,
  onMode,
}: {
  readonly mode: FloorMode;
  readonly onMode: (mode: FloorMode) => void;
}): ReactNode {
  const words = useText().floor;
  return (
    <ToggleGroup.Root
      type="single"
      aria-label={words.colouring}
      value={mode}
      onValueChange={(next) => {
        const found = modes.find((one) => one === next);
        if (found !== undefined) onMode(found);
      }}
      className="flex h-7 rounded-md border border-line bg-bg p-px"
    >
      {modes.map((one) => (
        <Tooltip key={one} text={words.modeWhy[one]}>
          <span className="flex">
            <ToggleGroup.Item
              value={one}
              className="h-full rounded-sm px-2.5 text-12 font-medium text-text-2 hover:text-text aria-checked:bg-hover aria-checked:text-text"
            >
              {words.modes[one]}
            </ToggleGroup.Item>
          </span>
        </Tooltip>
      ))}
    </ToggleGroup.Root>
  );
}

export type FloorToolsProps = {
  readonly look: FloorLookAt;
  readonly layers: readonly FloorLayer[];
  readonly onLook: (look: Partial<FloorLookAt>) => void;
  readonly isEditing: boolean;
  readonly onEdit: () => void;
  readonly isPast: boolean;
  readonly onTime: () => void;
  /** Print, export and what else is not pressed every day. */
  readonly more: readonly MenuItem[];
};

function LayerMenu({ look, layers, onLook }: Pick<FloorToolsProps, 'look' | 'layers' | 'onLook'>): ReactNode {
  const words = useText().floor;
  const items = floorLayers.map((layer) => ({
    id: layer,
    title: words.layers[layer],
    icon: layerIcons[layer],
    isChecked: layer === look.layer,
    disabled: () => (layers.includes(layer) ? null : words.noLayer),
    run: () => onLook({ layer }),
  }));
  const over = [
    {
      id: 'arrows',
      title: words.arrows,
      icon: Wind,
      isChecked: look.hasArrows,
      run: () => onLook({ hasArrows: !look.hasArrows }),
    },
    {
      id: 'sensors',
      title: words.sensors,
      icon: Thermometer,
      isChecked: look.hasSensors,
      run: () => onLook({ hasSensors: !look.hasSensors }),
    },
  ];
  const name = words.layers[look.layer];
  return (
    <Menu
      align="end"
      sections={[
        { title: words.colourBy, items },
        { title: words.over, items: over },
      ]}
    >
      <Button icon={layerIcons[look.layer]} aria-label={words.layer(name)}>
        {name}
      </Button>
    </Menu>
  );
}

export function FloorTools(props: FloorToolsProps): ReactNode {
  const { look, onLook, isEditing, isPast } = props;
  const words = useText().floor;
  const isTable = look.face === 'table';
  return (
    <>
      <ModeSwitch mode={look.mode} onMode={(mode) => onLook({ mode })} />
      <LayerMenu look={look} layers={props.layers} onLook={onLook} />
      <IconButton
        look="plain"
        icon={isTable ? MapIcon : Table2}
        label={isTable ? words.asMap : words.asTable}
        shortcut="t"
        onClick={() => onLook({ face: isTable ? 'map' : 'table' })}
      />
      <Button icon={History} aria-pressed={isPast} onClick={props.onTime}>
        {words.time.button}
      </Button>
      <Button
        icon={PencilRuler}
        look={isEditing ? 'primary' : 'plain'}
        aria-pressed={isEditing}
        refusedBecause={isPast ? words.edit.inHistory : null}
        onClick={props.onEdit}
      >
        {isEditing ? words.edit.done : words.edit.button}
      </Button>
      <Menu align="end" sections={[{ items: props.more }]}>
        <Button aria-label={words.more}>…</Button>
      </Menu>
    </>
  );
}
