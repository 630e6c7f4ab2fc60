import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/** What many alarms have in common: filters are judged on these, few, instead of on the alarms, many. */
export const origins = sqliteTable('origins', {
  id: integer('id').primaryKey(),
  rule: text('rule').notNull(),
  sensor: text('sensor').notNull(),
  source: text('source').notNull(),
  severity: text('severity').notNull(),
  priority: integer('priority').notNull(),
  /** The message without its numbers. */
  stem: text('stem').notNull(),
});

/** One row per alarm and branch that changed it: `first` is the revision that raised it, `revision` the last change. */
export const archivedAlarms = sqliteTable(
  'alarms',
  {
    id: integer('id').primaryKey(),
    branch: integer('branch').notNull(),
    number: integer('number').notNull(),
    first: integer('first').notNull(),
    revision: integer('revision').notNull(),
    origin: integer('origin').notNull(),
    raisedAt: integer('raised_at').notNull(),
    state: text('state').notNull(),
    /** 1: people wrote something beside it. */
    told: integer('told').notNull(),
    root: integer('root'),
    body: text('body').notNull(),
  },
  (table) => [
    uniqueIndex('alarms_by_number').on(table.branch, table.number, table.revision, table.origin, table.state),
    index('alarms_by_origin').on(table.branch, table.origin, table.number, table.revision, table.state),
    index('alarms_by_revision').on(table.branch, table.revision, table.first),
    index('alarms_by_root')
      .on(table.branch, table.root, table.number)
      .where(sql`root IS NOT NULL`),
    index('alarms_told')
      .on(table.branch, table.number, table.revision)
      .where(sql`told = 1`),
  ],
);

/** How far each branch was read. */
export const progress = sqliteTable('progress', {
  branch: integer('branch').primaryKey(),
  madeAt: integer('made_at').notNull(),
  forkRevision: integer('fork_revision').notNull(),
  revision: integer('revision').notNull(),
});

/** Where things stood last: of what is gone, only this is known. */
export const places = sqliteTable('places', {
  id: text('id').primaryKey(),
  parent: text('parent'),
  name: text('name').notNull(),
  kind: text('kind').notNull(),
});
