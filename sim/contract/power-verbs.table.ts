/** Which button of a machine works in which state. */
import type { PowerVerb } from './machine-commands.ts';
import type { PowerState } from './machine-specs.ts';

export const powerFrom = {
  on: ['off', 'suspended'],
  off: ['on', 'suspended', 'paused'],
  reset: ['on', 'paused'],
  suspend: ['on'],
  resume: ['suspended'],
  pause: ['on'],
  unpause: ['paused'],
  shutdown: ['on'],
  reboot: ['on'],
} as const satisfies Record<PowerVerb, readonly PowerState[]>;
