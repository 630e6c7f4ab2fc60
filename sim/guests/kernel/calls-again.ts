import { failed } from '../answer.ts';
import { pollOn, readOn } from './calls-descriptors.ts';
import { pause, sleepOn } from './calls-processes.ts';
import type { Desk, Kernel } from './process.ts';
import type { AgainCalls } from './resting.ts';
import { machineAt, running } from './running.ts';

export function againCalls(desk: Desk): AgainCalls {
  const here = (): Kernel => machineAt(desk);
  return {
    *read(descriptor, most) {
      return wasInterrupted(here()) ? failed('EINTR') : yield* readOn(here(), descriptor, most);
    },
    *poll(descriptors, until) {
      return wasInterrupted(here()) ? failed('EINTR') : yield* pollOn(here(), descriptors, until);
    },
    *sleep(until) {
      return wasInterrupted(here()) ? failed('EINTR') : yield* sleepOn(here(), until);
    },
    *pause() {
      if (!wasInterrupted(here())) yield* pause(here());
    },
  };
}

/** What `block` would have answered. */
function wasInterrupted(kernel: Kernel): boolean {
  const process = running(kernel);
  const was = process.wasInterrupted;
  process.wasInterrupted = false;
  return was;
}
