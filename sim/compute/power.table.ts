import type { PowerVerb } from '../contract/machine-commands.ts';
import type { GuestOs } from '../contract/machine-specs.ts';

/** Verbs that a guest's shutdown or reboot that is under way does not hold up. */
export const hardVerbs: readonly PowerVerb[] = ['off', 'reset'];

/** What may be added while the system runs. */
export const hotAdd = {
  'debian-12': ['cpus', 'memory'],
  'ubuntu-22.04': ['cpus', 'memory'],
  'rhel-9': ['cpus', 'memory'],
  'alpine-3.19': ['cpus', 'memory'],
  'windows-2022': ['cpus', 'memory'],
  // Nobody knows what it can: the hypervisor gives it.
  other: ['cpus', 'memory'],
} as const satisfies Record<GuestOs, readonly ('cpus' | 'memory')[]>;
