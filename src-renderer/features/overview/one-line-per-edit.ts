/** An edit is told once: the events that it made are left out. Pure. */
import type { LoggedEvent } from '../../../sim/contract/events.ts';

/** `items` newest first, as the story is read. An edit's own events follow it in the log. */
export function oneLinePerEdit(items: readonly LoggedEvent[]): readonly LoggedEvent[] {
  const spans = items.flatMap(({ event, revision }) =>
    event.type === 'edit.made' ? [{ from: revision, to: revision + event.edit.count }] : [],
  );
  return spans.length === 0
    ? items
    : items.filter(({ revision }) => !spans.some(({ from, to }) => revision > from && revision <= to));
}
