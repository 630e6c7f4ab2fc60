/** How much space was taken at the end of each day, walked back from now along what was installed and removed. */
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import { tickMillis } from '../../../sim/contract/units.ts';
import type { Ground } from './ground.ts';
import type { Point } from './theil-sen.ts';
import { dayMillis } from './stretches.ts';

/** Positive: units that were filled then. */
export type SpaceChange = { readonly at: number; readonly units: number };

/** Entities are large: more at a time would be felt. */
const pageSize = 100;
const mostEvents = 50_000;
const types = ['entity.created', 'entity.removed'] as const;

export async function spaceChanges(ground: Ground, since: number): Promise<readonly SpaceChange[]> {
  const { store, branch, world } = ground.session;
  if (ground.mode === 'rehearse') return [];
  const events: LoggedEvent[] = [];
  for (let before: number | null = null, more = true; more && events.length < mostEvents;) {
    const page = store.eventsBefore(branch, { before, limit: pageSize, types });
    events.push(...page);
    const oldest = page.at(-1);
    before = oldest?.revision ?? null;
    more = oldest !== undefined && page.length === pageSize;
    await ground.breathe();
  }
  return changesIn(
    events.map(({ tick, event }) => ({ at: world.clock.epoch + tick * tickMillis, event })),
    new Set(ground.things('rack').map(({ id }) => id)),
  ).filter(({ at }) => at >= since);
}

type Told = { readonly at: number; readonly event: LoggedEvent['event'] };

/** What is removed says only its id: how high it was stands where it was created. Newest first, as the log tells it. */
export function changesIn(events: readonly Told[], racks: ReadonlySet<EntityId>): readonly SpaceChange[] {
  const heights = new Map<EntityId, number>();
  for (const { event } of events) {
    if (event.type !== 'entity.created' || event.entity.kind !== 'device') continue;
    const { id, parent, spec } = event.entity;
    if (parent !== null && racks.has(parent)) heights.set(id, spec.slot.height);
  }
  return events
    .flatMap(({ at, event }): SpaceChange[] => {
      if (event.type === 'entity.created') return [{ at, units: heights.get(event.entity.id) ?? 0 }];
      return event.type === 'entity.removed' ? [{ at, units: -(heights.get(event.id) ?? 0) }] : [];
    })
    .filter(({ units }) => units !== 0);
}

export type SpaceAsked = {
  readonly taken: number;
  readonly now: number;
  readonly days: number;
  readonly changes: readonly SpaceChange[];
};

/** x in days before now, so 0 is now; y in units. */
export function spaceByDay({ taken, now, days, changes }: SpaceAsked): Point[] {
  return Array.from({ length: days + 1 }, (_, index) => {
    const x = index - days;
    const moment = now + x * dayMillis;
    const since = changes.filter(({ at }) => at > moment).reduce((sum, { units }) => sum + units, 0);
    return { x, y: taken - since };
  });
}
