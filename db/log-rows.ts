import { crc32 } from 'node:zlib';
import type { Actor } from '../sim/contract/actors.ts';
import type { LoggedEvent, WorldEvent } from '../sim/contract/events.ts';
import type { Revision } from '../sim/contract/ids.ts';
import type { Tick, WallMillis } from '../sim/contract/units.ts';
import type { LogEntry } from './lab-store.ts';
import type { EntryRow } from './schema/log.ts';

/** The columns of `entries` under the names of EntryRow. */
export const entryColumns = `id, branch, first_revision AS firstRevision, event_count AS eventCount,
  tick, at, key, actor, command, events, ids, checksum`;

type Content = Omit<EntryRow, 'id' | 'checksum'>;

/** JSON never holds a raw line feed, so none of the parts can run into the next. */
function checksumOfRow(row: Content): number {
  const numbers = `${row.branch} ${row.firstRevision} ${row.eventCount} ${row.tick} ${row.at} ${row.key ?? ''}`;
  return crc32(`${numbers}\n${row.actor}\n${row.command}\n${row.events}\n${row.ids}`);
}

export function rowOf(branch: number, entry: LogEntry): Omit<EntryRow, 'id'> {
  const content: Content = {
    branch,
    firstRevision: entry.firstRevision,
    eventCount: entry.events.length,
    tick: entry.tick,
    at: entry.at,
    key: entry.key,
    actor: JSON.stringify(entry.actor),
    command: JSON.stringify(entry.command),
    events: JSON.stringify(entry.events),
    ids: JSON.stringify(entry.ids),
  };
  return { ...content, checksum: checksumOfRow(content) };
}

export const isWhole = (row: EntryRow): boolean => checksumOfRow(row) === row.checksum;

export const lastRevisionOf = (row: Pick<EntryRow, 'firstRevision' | 'eventCount'>): number =>
  row.firstRevision + row.eventCount - 1;

/** Only for rows that are whole: what the checksum vouches for was typed when it was written. */
export function entryOf(row: EntryRow): LogEntry {
  return {
    key: row.key,
    tick: row.tick as Tick,
    firstRevision: row.firstRevision as Revision,
    actor: JSON.parse(row.actor) as Actor,
    command: JSON.parse(row.command) as unknown,
    events: JSON.parse(row.events) as WorldEvent[],
    ids: JSON.parse(row.ids) as string[],
    at: row.at as WallMillis,
  };
}

export function eventsOf(row: EntryRow): LoggedEvent[] {
  const entry = entryOf(row);
  return entry.events.map((event, index) => ({
    revision: (entry.firstRevision + index) as Revision,
    tick: entry.tick,
    actor: entry.actor,
    event,
  }));
}
