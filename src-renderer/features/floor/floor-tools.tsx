import { Droplets, Layers, Map as MapIcon, Table2, Thermometer, Zap } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { metricTable } from '../../../sim/contract/metrics.table.ts';
import type { FloorMetric } from '../../canvas/heat/metric-scale.table.ts';
import type { FloorMode } from '../../canvas/heat/rack-paint.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import type { FloorFace } from './floor-view-state.ts';

export type FloorLookAt = {
  readonly mode: FloorMode;
  readonly metric: FloorMetric;
  readonly face: FloorFace;
};

const metricIcons = { temperature: Thermometer, humidity: Droplets, power: Zap } as const satisfies Record<
  FloorMetric,
  LucideIcon
>;

const modes = [
  { mode: 'operate', title: 'Operate', why: 'Racks recede; only those out of their band are coloured' },
  { mode: 'analyse', title: 'Analyse', why: 'Every rack takes the colour of its value' },
] as const satisfies readonly { readonly mode: FloorMode; readonly title: string; readonly why: string }[];

function ModeSwitch({
  mode,
  onMode,
}: {
  readonly mode: FloorMode;
  readonly onMode: (mode: FloorMode) => void;
}): ReactNode {
  return (
    <ToggleGroup.Root
      type="single"
      aria-label="Colouring"
      value={mode}
      onValueChange={(next) => modes.some((one) => one.mode === next) && onMode(next as FloorMode)}
      className="flex h-7 rounded-md border border-line bg-bg p-px"
    >
      {modes.map((one) => (
        <Tooltip key={one.mode} text={one.why}>
          <span className="flex">
            <ToggleGroup.Item
              value={one.mode}
              className="h-full rounded-sm px-2.5 text-12 font-medium text-text-2 hover:text-text aria-checked:bg-hover aria-checked:text-text"
            >
              {one.title}
            </ToggleGroup.Item>
          </span>
        </Tooltip>
      ))}
    </ToggleGroup.Root>
  );
}

export type FloorToolsProps = {
  readonly look: FloorLookAt;
  readonly metrics: readonly FloorMetric[];
  readonly onLook: (look: Partial<FloorLookAt>) => void;
};

export function FloorTools({ look, metrics, onLook }: FloorToolsProps): ReactNode {
  const Icon = metricIcons[look.metric];
  const layers = metrics.map((metric) => ({
    id: metric,
    title: metric === 'temperature' ? 'Inlet temperature' : metricTable[metric].label,
    icon: metricIcons[metric],
    isChecked: metric === look.metric,
    run: () => onLook({ metric }),
  }));
  const isTable = look.face === 'table';
  return (
    <>
      <ModeSwitch mode={look.mode} onMode={(mode) => onLook({ mode })} />
      <Menu align="end" sections={[{ title: 'Colour racks by', items: layers }]}>
        <Button
          icon={metrics.length > 1 ? Icon : Layers}
          aria-label={`Layer: ${metricTable[look.metric].label}`}
        >
          {metricTable[look.metric].label}
        </Button>
      </Menu>
      <IconButton
        look="plain"
        icon={isTable ? MapIcon : Table2}
        label={isTable ? 'Show as map' : 'Show as table'}
        shortcut="t"
        onClick={() => onLook({ face: isTable ? 'map' : 'table' })}
      />
    </>
  );
}
