/** Which alarms the list is about: the plain view, or one state of ISA-18.2. */
import type { IsaState } from '../../../sim/contract/alarms.ts';

export type ListView = 'open' | Exclude<IsaState, 'normal'>;

export const listViews = {
  open: ['unacknowledged', 'acknowledged', 'returned'],
  unacknowledged: ['unacknowledged'],
  acknowledged: ['acknowledged'],
  returned: ['returned'],
  shelved: ['shelved'],
  suppressed: ['suppressed'],
  'out-of-service': ['out-of-service'],
} as const satisfies Record<ListView, readonly IsaState[]>;

export const listViewNames = Object.keys(listViews) as ListView[];
