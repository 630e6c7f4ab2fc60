import { FastForward, Pause, Play, Rewind, StepForward } from 'lucide-react';
import type { speeds as contractSpeeds } from '../../sim/contract/clock.ts';
import { useWorld } from '../data/world.ts';
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
const notYet = (): string | null => (clock() === null ? 'The lab is not loaded yet' : null);

function shiftSpeed(step: 1 | -1): Promise<unknown> | void {
  const next = speedBeside(clock()?.speed ?? 1, step);
  if (next !== null) return perform({ type: 'clock.speed', speed: next });
}

export async function togglePause(): Promise<void> {
  await perform({ type: clock()?.running === true ? 'clock.pause' : 'clock.resume' });
}

export const clockActions: readonly Action[] = [
  {
    id: 'clock.toggle',
    title: 'Pause or resume the lab',
    section: 'Clock',
    shortcut: 'p',
    icon: Pause,
    disabled: notYet,
    run: togglePause,
  },
  {
    id: 'clock.step',
    title: 'Step one second',
    section: 'Clock',
    shortcut: '.',
    icon: StepForward,
    disabled: () => notYet() ?? (clock()?.running === true ? 'Pause the lab first' : null),
    run: async () => void (await perform({ type: 'clock.step', ticks: 1 })),
  },
  {
    id: 'clock.step-minute',
    title: 'Step one minute',
    section: 'Clock',
    shortcut: ':',
    icon: StepForward,
    disabled: () => notYet() ?? (clock()?.running === true ? 'Pause the lab first' : null),
    run: async () => void (await perform({ type: 'clock.step', ticks: 60 })),
  },
  {
    id: 'clock.faster',
    title: 'Faster',
    section: 'Clock',
    shortcut: ']',
    icon: FastForward,
    disabled: () => notYet() ?? (speedBeside(clock()?.speed ?? 1, 1) === null ? 'This is the fastest' : null),
    run: async () => void (await shiftSpeed(1)),
  },
  {
    id: 'clock.slower',
    title: 'Slower',
    section: 'Clock',
    shortcut: '[',
    icon: Rewind,
    disabled: () => notYet() ?? (speedBeside(clock()?.speed ?? 1, -1) === null ? 'This is real time' : null),
    run: async () => void (await shiftSpeed(-1)),
  },
  ...speeds.map((speed): Action => ({
    id: `clock.speed-${speed}`,
    title: speed === 1 ? 'Real time ×1' : `Speed ×${speed}`,
    section: 'Clock',
    shortcut: null,
    icon: Play,
    disabled: always,
    run: async () => void (await perform({ type: 'clock.speed', speed })),
  })),
];
