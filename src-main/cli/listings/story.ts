import type { LoggedEvent } from '../../../sim/contract/events.ts';
import { labTime } from '../lab-time.ts';
import { eventText } from './event-text.ts';
import { listing } from './listing.ts';

export type StoryLine = { readonly logged: LoggedEvent; readonly at: number; readonly text: string };

const tickMillis = 1000;

export const storyListing = listing<StoryLine>({
  name: 'events',
  singular: 'event',
  summary: 'What happened in the lab, oldest of the last first',
  narrowings: ['type', 'limit'],
  columns: [
    { title: 'REVISION', align: 'right', cell: ({ logged }) => String(logged.revision) },
    { title: 'TIME', cell: ({ at }) => labTime(at) },
    {
      title: 'BY',
      atLeast: 18,
      cell: ({ logged }) => ({ text: `${logged.actor.origin}/${logged.actor.name}`, tone: 'quiet' }),
    },
    { title: 'WHAT', atLeast: 60, cell: ({ text }) => text },
    { title: 'TYPE', wide: true, cell: ({ logged }) => logged.event.type },
    { title: 'TICK', align: 'right', wide: true, cell: ({ logged }) => String(logged.tick) },
  ],
  rows: async ({ client, catalogue }, selection) => {
    const [status, events, racks] = await Promise.all([
      client.query('status', {}),
      client.query('events', {
        ...(selection.limit === undefined ? {} : { limit: selection.limit }),
        ...(selection.type === undefined || selection.type.length === 0 ? {} : { types: selection.type }),
      }),
      catalogue.all('rack'),
    ]);
    if (!status.ok) return status;
    if (!events.ok) return events;
    if (!racks.ok) return racks;
    const nameOf = (id: string): string => catalogue.byId(id)?.name ?? id;
    const rows = events.value.items.toReversed().map((logged) => ({
      logged,
      at: status.value.clock.epoch + logged.tick * tickMillis,
      text: eventText(logged.event, nameOf),
    }));
    return { ok: true, value: rows };
  },
  of: ({ logged, at }) => ({
    reference: String(logged.revision),
    id: String(logged.revision),
    value: { ...logged, at: new Date(at).toISOString() },
  }),
  watch: { kind: 'story' },
});
