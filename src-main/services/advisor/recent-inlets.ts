import type { EntityId } from '../../../sim/contract/ids.ts';

type Seen = { readonly at: number; readonly inlet: number };

/** Half an hour of lab time: what is judged is what lasts, not a moment. */
const span = 1_800_000;
/** So much of it must have been seen before anything is said about it. */
const least = 900_000;

/** The warmest inlet of each room over the last half-hour. Forgets what comes after a step back in time. */
export function createRecentInlets() {
  const rooms = new Map<EntityId, Seen[]>();
  return {
    saw: (room: EntityId, seen: Seen): void => {
      const before = rooms.get(room) ?? [];
      const kept = before.filter(({ at }) => at < seen.at && at >= seen.at - span);
      rooms.set(room, [...kept, seen]);
    },
    /** Null until it was watched for long enough. */
    most: (room: EntityId, now: number): number | null => {
      const seen = (rooms.get(room) ?? []).filter(({ at }) => at <= now && at >= now - span);
      const first = seen[0];
      if (first === undefined || now - first.at < least) return null;
      return Math.max(...seen.map(({ inlet }) => inlet));
    },
  };
}
