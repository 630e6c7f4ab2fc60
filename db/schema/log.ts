import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * One row per command, its events inside: a command is durable as a whole or not at all,
 * and `id` is the order in which the whole file was written, over all branches.
 */
export const entries = sqliteTable(
  'entries',
  {
    id: integer('id').primaryKey(),
    branch: integer('branch').notNull(),
    firstRevision: integer('first_revision').notNull(),
    eventCount: integer('event_count').notNull(),
    tick: integer('tick').notNull(),
    at: integer('at').notNull(),
    key: text('key'),
    actor: text('actor').notNull(),
    command: text('command').notNull(),
    events: text('events').notNull(),
    ids: text('ids').notNull(),
    /** CRC-32 over the row: SQLite's pages have none, a flipped bit in a text would go unseen. */
    checksum: integer('checksum').notNull(),
  },
  (table) => [
    index('entries_by_revision').on(table.branch, table.firstRevision),
    uniqueIndex('entries_by_key')
      .on(table.key, table.branch)
      .where(sql`key IS NOT NULL`),
  ],
);
export type EntryRow = typeof entries.$inferSelect;

/** Names of event types, so that `entry_types` holds a small number instead of a text. */
export const eventTypes = sqliteTable('event_types', {
  id: integer('id').primaryKey(),
  name: text('name').notNull().unique(),
});

/** Which commands caused an event of which type: one row per command and distinct type. */
export const entryTypes = sqliteTable(
  'entry_types',
  {
    type: integer('type').notNull(),
    branch: integer('branch').notNull(),
    firstRevision: integer('first_revision').notNull(),
    entry: integer('entry').notNull(),
  },
  (table) => [primaryKey({ columns: [table.type, table.branch, table.firstRevision] })],
);
