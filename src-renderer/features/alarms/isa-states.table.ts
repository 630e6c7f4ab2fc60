/** The states of ISA-18.2 as an operator's list shows them, and what to look at when choosing one. */
import type { IsaState } from '../../../sim/contract/alarms.ts';

export const isaTitles = {
  unacknowledged: 'Unacknowledged',
  acknowledged: 'Acknowledged',
  returned: 'Returned',
  shelved: 'Shelved',
  suppressed: 'Suppressed',
  'out-of-service': 'Out of service',
  normal: 'Normal',
} as const satisfies Record<IsaState, string>;

/** Which alarms the list is about: the plain view, or one state of the standard. */
export type ListView = 'open' | Exclude<IsaState, 'normal'>;

type ListCard = {
  readonly title: string;
  readonly isa: readonly IsaState[];
  readonly hint: string;
  readonly empty: string;
};

export const listViews = {
  open: {
    title: 'Open',
    isa: ['unacknowledged', 'acknowledged', 'returned'],
    hint: 'What rings now, seen or not: the plain view. What is shelved, explained by another alarm or out of service is not in it.',
    empty: 'No alarms. Everything is within its limits.',
  },
  unacknowledged: {
    title: isaTitles.unacknowledged,
    isa: ['unacknowledged'],
    hint: 'Rings, and nobody has said yet that it was seen.',
    empty: 'Every alarm that rings has been acknowledged.',
  },
  acknowledged: {
    title: isaTitles.acknowledged,
    isa: ['acknowledged'],
    hint: 'Rings, and someone is at work.',
    empty: 'No alarm is acknowledged and still rings.',
  },
  returned: {
    title: isaTitles.returned,
    isa: ['returned'],
    hint: 'Its cause is gone, and nobody has seen it: acknowledge it to close it.',
    empty: 'No alarm went by unseen.',
  },
  shelved: {
    title: isaTitles.shelved,
    isa: ['shelved'],
    hint: 'Kept out of the list by someone, for a time and with a reason.',
    empty: 'Nothing is shelved.',
  },
  suppressed: {
    title: isaTitles.suppressed,
    isa: ['suppressed'],
    hint: 'Explained by another alarm further up the chain of power or cooling.',
    empty: 'No alarm is explained by another.',
  },
  'out-of-service': {
    title: isaTitles['out-of-service'],
    isa: ['out-of-service'],
    hint: 'Its sensor or its rule was taken out of service.',
    empty: 'No alarm is out of service.',
  },
} as const satisfies Record<ListView, ListCard>;

export const listViewNames = Object.keys(listViews) as ListView[];
