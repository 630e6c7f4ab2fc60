import type { LoggedEvent } from '../../../sim/contract/events.ts';
import type { GuestFileChange } from '../../../sim/contract/guests.ts';

/** A page shows which files of a machine changed, never what stands in them: megabytes stay in the lab. */
export function lightEvent(logged: LoggedEvent): LoggedEvent {
  const { event } = logged;
  if (event.type !== 'guest.changed') return logged;
  return { ...logged, event: { ...event, files: event.files.map(lightFile) } };
}

function lightFile(change: GuestFileChange): GuestFileChange {
  if (change.is === 'longer') return { ...change, bytes: '' };
  if (change.is !== 'kept') return change;
  const { content: _, ...record } = change.record;
  return { ...change, record };
}
