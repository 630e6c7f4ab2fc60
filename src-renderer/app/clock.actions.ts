import { FastForward, Pause, Play, Rewind, StepForward } from 'lucide-react';
import type { speeds as contractSpeeds } from '../../sim/contract/clock.ts';
import { useWorld } from '../data/world.ts';
import { text } from '../text/text.ts';
import { always } from './actions.ts';
import type { Action } from './actions.ts';
import { perform } from './perform.ts';

/** Held to the contract's by its type; its module would bring zod to the first load. */
export const speeds: typeof contractSpeeds = [1, 2, 5, 10, 60, 100, 300, 1000];

/** The neighbouring speed, or null at the end of the scale. */
export function speedBeside(speed: number, step: 1 | -1): number | null {
  return (step === 1 ? speeds.find((one) => one > speed) : speeds.findLast((one) => one < speed)) ?? null;
}

const clock = () => useWorld.getState().status?.clock ?? null;
const notYet = (): string | null => (clock() === null ? text().clock.notLoaded : null);

function shiftSpeed(step: 1 | -1): Promise<unknown> | void {
  const next = speedBeside(clock()?.speed ?? 1, step);
  if (next !== null) return perform({ type: 'clock.speed', speed: next });
}

export async function togglePause(): Promise<void> {
  await perform({ type: clock()?.running === true ? 'clock.pause' : 'clock.resume' });
}

const notPaused = (): string | null =>
  notYet() ?? (clock()?.running === true ? text().clock.pauseFirst : null);
const noSpeedBeside = (step: 1 | -1): string | null => {
  const { fastest, slowest } = text().clock;
  if (notYet() !== null) return notYet();
  return speedBeside(clock()?.speed ?? 1, step) === null ? (step === 1 ? fastest : slowest) : null;
};

export function clockActions(): readonly Action[] {
  const { clock: words, shell } = text();
  const section = shell.sections.clock;
  return [
    {
      id: 'clock.toggle',
      title: words.toggle,
      section,
      shortcut: 'p',
      icon: Pause,
      disabled: notYet,
      run: togglePause,
    },
    {
      id: 'clock.step',
      title: words.step,
      section,
      shortcut: '.',
      icon: StepForward,
      disabled: notPaused,
      run: async () => void (await perform({ type: 'clock.step', ticks: 1 })),
    },
    {
      id: 'clock.step-minute',
      title: words.stepMinute,
      section,
      shortcut: ':',
      icon: StepForward,
      disabled: notPaused,
      run: async () => void (await perform({ type: 'clock.step', ticks: 60 })),
    },
    {
      id: 'clock.faster',
      title: words.faster,
      section,
      shortcut: ']',
      icon: FastForward,
      disabled: () => noSpeedBeside(1),
      run: async () => void (await shiftSpeed(1)),
    },
    {
      id: 'clock.slower',
      title: words.slower,
      section,
      shortcut: '[',
      icon: Rewind,
      disabled: () => noSpeedBeside(-1),
      run: async () => void (await shiftSpeed(-1)),
    },
    ...speeds.map((speed): Action => ({
      id: `clock.speed-${speed}`,
      title: words.speedOf(speed),
      section,
      shortcut: null,
      icon: Play,
      disabled: always,
      run: async () => void (await perform({ type: 'clock.speed', speed })),
    })),
  ];
}
