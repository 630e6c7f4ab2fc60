import type { LoggedEvent } from '../../sim/contract/events.ts';
import type { BranchId, Revision } from '../../sim/contract/ids.ts';
import { loggedEvents } from './door.ts';
import type { Session } from './session.ts';

/** A client further behind than this asks for the state again: cheaper for both. */
const mostEvents = 20_000;

/** What a watcher missed, from the log itself; null where the story is another one by now. */
export function eventsSince(
  session: Session,
  since: Revision,
  branch: BranchId,
): readonly LoggedEvent[] | null {
  const { store, world } = session;
  if (branch !== session.branch || since > world.revision || world.revision - since > mostEvents) return null;
  if (since === world.revision) return [];
  const events: LoggedEvent[] = [];
  for (const entry of store.entriesAfter(branch, since)) {
    events.push(...loggedEvents(entry).filter((event) => event.revision > since));
  }
  return events;
}
