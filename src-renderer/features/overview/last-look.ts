/** What has changed in a lab since this browser looked at it last. */
import type { LoggedEvent, WorldEvent } from '../../../sim/contract/events.ts';
import { oneLinePerEdit } from './one-line-per-edit.ts';

/** What was there at the last look. */
export type Look = {
  readonly lab: string;
  readonly branch: string;
  readonly revision: number;
  /** Wall time, as it is the person who looked. */
  readonly at: number;
  readonly power: number | null;
  readonly pue: number | null;
  readonly maxInlet: number | null;
};

export const toldSince: WorldEvent['type'][] = [
  'alarm.raised',
  'alarm.resolved',
  'edit.made',
  'edit.undone',
  'edit.redone',
  'scenario.started',
  'drill.started',
];
/** More than a page of the story is told as "and more". */
export const mostTold = 1000;

export type Since = {
  readonly raised: number;
  readonly resolved: number;
  readonly scenarios: number;
  readonly drills: number;
  /** Who made how many edits, the busiest first. */
  readonly edits: readonly { readonly by: string; readonly count: number }[];
  readonly isMore: boolean;
};

/** `items` newest first, as many as were asked for at most. */
export function sinceLook(items: readonly LoggedEvent[], look: Pick<Look, 'revision'>): Since {
  const later = oneLinePerEdit(items).filter(({ revision }) => revision > look.revision);
  const count = (type: WorldEvent['type']): number => later.filter(({ event }) => event.type === type).length;
  const edits = new Map<string, number>();
  for (const { event, actor } of later) {
    if (event.type.startsWith('edit.')) edits.set(actor.name, (edits.get(actor.name) ?? 0) + 1);
  }
  return {
    raised: count('alarm.raised'),
    resolved: count('alarm.resolved'),
    scenarios: count('scenario.started'),
    drills: count('drill.started'),
    edits: [...edits].map(([by, made]) => ({ by, count: made })).toSorted((a, b) => b.count - a.count),
    isMore: items.length >= mostTold && (items.at(-1)?.revision ?? 0) > look.revision,
  };
}

const key = 'coldaisle.last-look';

const isLook = (value: unknown): value is Look =>
  typeof value === 'object' &&
  value !== null &&
  'lab' in value &&
  'revision' in value &&
  typeof value.revision === 'number' &&
  'at' in value &&
  typeof value.at === 'number';

/** The last look at this lab's line; null for a first one, and where the lab was rewound since. */
export function lookBefore(
  storage: Pick<Storage, 'getItem'>,
  now: Pick<Look, 'lab' | 'branch' | 'revision'>,
): Look | null {
  try {
    const found: unknown = JSON.parse(storage.getItem(key) ?? 'null');
    if (!isLook(found) || found.lab !== now.lab || found.branch !== now.branch) return null;
    return found.revision <= now.revision ? found : null;
  } catch {
    return null;
  }
}

/** A browser that keeps nothing tells of no last look. */
export function keepLook(storage: Pick<Storage, 'setItem'>, look: Look): void {
  try {
    storage.setItem(key, JSON.stringify(look));
  } catch {
    // Full, or forbidden: the strip then speaks of a first look each time.
  }
}
