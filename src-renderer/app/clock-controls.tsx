import { ChevronDown, Pause, Play, StepForward } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWorld } from '../data/world.ts';
import { text, useText } from '../text/text.ts';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { speeds, togglePause } from './clock.actions.ts';
import { LabClock } from './lab-clock.tsx';
import { perform } from './perform.ts';

const speedItems = (current: number) =>
  speeds.map((speed) => ({
    id: `speed-${speed}`,
    title: text().clock.speedItem(speed),
    isChecked: speed === current,
    run: async () => void (await perform({ type: 'clock.speed', speed })),
  }));

/** The lab never pretends to be real: its clock, its speed and the word SIMULATED are always in sight. */
export function ClockControls(): ReactNode {
  const words = useText().clock;
  const isRunning = useWorld((state) => state.status?.clock.running ?? false);
  const speed = useWorld((state) => state.status?.clock.speed ?? 1);
  const refusedBecause = useWorld((state) => (state.status === null ? words.notLoaded : null));
  return (
    <div role="group" aria-label={words.label} className="flex items-center gap-1">
      <Tooltip text={words.simulatedWhy}>
        <span className="mr-1 rounded-sm border border-line-strong px-1.5 text-11 font-semibold tracking-wide text-text-2">
          {words.simulated}
        </span>
      </Tooltip>
      <IconButton
        icon={isRunning ? Pause : Play}
        label={isRunning ? words.pause : words.resume}
        shortcut="p"
        refusedBecause={refusedBecause}
        onClick={() => void togglePause()}
      />
      <IconButton
        icon={StepForward}
        label={words.step}
        shortcut="."
        refusedBecause={refusedBecause ?? (isRunning ? words.pauseToStep : null)}
        onClick={() => void perform({ type: 'clock.step', ticks: 1 })}
      />
      <LabClock />
      <Menu sections={[{ title: words.speed, items: speedItems(speed) }]} align="end">
        <button
          type="button"
          aria-label={words.speedNow(speed)}
          className="inline-flex h-7 items-center gap-1 rounded-md px-1.5 text-13 text-text-2 hover:bg-hover hover:text-text"
        >
          ×{speed}
          <ChevronDown aria-hidden size={13} />
        </button>
      </Menu>
    </div>
  );
}
