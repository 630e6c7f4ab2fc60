import type { Entity } from '../../contract/entities.ts';
import type { WorldEvent } from '../../contract/events.ts';
import type { EventOf } from '../../contract/events.ts';
import type { GuestEvent } from '../../contract/guests.ts';
import type { World } from '../../kernel/world.ts';
import type { GuestState } from './book.ts';
import { nothingDemanded, withChanges, withoutVolatile } from './book.ts';

export const isGuestEvent = (event: WorldEvent): event is GuestEvent => event.type.startsWith('guest.');

export function foldGuest({ guests }: Pick<World, 'guests'>, event: GuestEvent): void {
  switch (event.type) {
    case 'guest.booted':
      return guests.put(event.machine, booted(guests.get(event.machine), event));
    case 'guest.copied':
      return copy(guests, event);
    case 'guest.dropped':
      return guests.drop(event.machine);
    case 'guest.stopped':
    case 'guest.changed':
    case 'guest.kept':
    case 'guest.reverted':
    case 'guest.forgot': {
      const state = guests.get(event.machine);
      const next = state === undefined ? undefined : after(state, event);
      if (next !== undefined) guests.put(event.machine, next);
      return;
    }
    default:
      event satisfies never;
  }
}

type Changing = Exclude<GuestEvent, { type: 'guest.booted' | 'guest.copied' | 'guest.dropped' }>;

/** undefined: as it was. */
function after(state: GuestState, event: Changing): GuestState | undefined {
  switch (event.type) {
    case 'guest.stopped':
      return stopped(state);
    case 'guest.changed':
      return {
        ...state,
        ...withChanges(state, event.files),
        demand: event.demand ?? state.demand,
        services: event.services ?? state.services,
        ...(event.clock === undefined ? {} : { clock: event.clock }),
      };
    case 'guest.kept': {
      const { base, files, bytes } = state;
      return { ...state, kept: new Map(state.kept).set(event.snapshot, { base, files, bytes }) };
    }
    case 'guest.reverted':
      return { ...stopped(state), ...keptBy(state, event.snapshot) };
    case 'guest.forgot': {
      if (!state.kept.has(event.snapshot)) return undefined;
      const kept = new Map(state.kept);
      kept.delete(event.snapshot);
      return { ...state, kept };
    }
    default:
      return event satisfies never;
  }
}

/** A snapshot of before its first start: it is as its base again. */
const keptBy = ({ kept, base }: GuestState, snapshot: number) =>
  kept.get(snapshot) ?? { base, files: new Map(), bytes: 0 };

const stopped = (state: GuestState): GuestState => ({
  ...state,
  demand: nothingDemanded,
  services: [],
  bootedAt: null,
});

/** Another base than it had: its disk was written anew, and nothing of the old system is left. */
function booted(state: GuestState | undefined, { base, at }: EventOf<'guest.booted'>): GuestState {
  const files =
    state === undefined || state.base !== base
      ? { base, files: new Map(), bytes: 0 }
      : withoutVolatile(state);
  return {
    ...files,
    demand: nothingDemanded,
    services: [],
    // The clock's chip runs on through the night.
    ...(state?.clock === undefined ? {} : { clock: state.clock }),
    bootedAt: at,
    kept: state?.kept ?? new Map(),
  };
}

/** With a disk goes what was on it; a volume keeps what it has. */
export function forgetDisks(
  { guests, inventory }: Pick<World, 'guests' | 'inventory'>,
  entity: Entity,
): void {
  const before = inventory.get(entity.id);
  const state = guests.get(entity.id);
  if (entity.kind !== 'vm' || before?.kind !== 'vm' || state === undefined) return;
  const gone = before.spec.disks.filter(
    ({ key, volume }) => volume === null && !entity.spec.disks.some((disk) => disk.key === key),
  );
  if (gone.length === 0) return;
  const isGone = (path: string): boolean =>
    gone.some(({ key }) => path === `//own/${key}` || path.startsWith(`//disk/${key}/`));
  const paths = [...state.files.keys()].filter(isGone);
  if (paths.length === 0) return;
  const changes = paths.map((path) => ({ path, is: 'plain' }) as const);
  guests.put(entity.id, { ...state, ...withChanges(state, changes) });
}

function copy(guests: World['guests'], { from, to, snapshot }: EventOf<'guest.copied'>): void {
  const state = guests.get(from);
  if (state === undefined) return guests.drop(to);
  const { clock: _, ...rest } = stopped(state);
  const files = snapshot === undefined ? state : keptBy(state, snapshot);
  guests.put(to, { ...rest, ...withoutVolatile(files), kept: new Map() });
}
