import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** One sensor on one branch. Journal rows up to `sealed_row` are in its blocks; before `raw_from` only cells are kept. */
export const series = sqliteTable('series', {
  id: integer('id').primaryKey(),
  branch: integer('branch').notNull(),
  sensor: text('sensor').notNull(),
  sealedRow: integer('sealed_row').notNull(),
  rawFrom: integer('raw_from').notNull(),
});

/** Up to 512 readings, packed as db/block.ts says. A rowid table: blobs in a clustered key cost twice the space. */
export const blocks = sqliteTable(
  'blocks',
  {
    id: integer('id').primaryKey(),
    series: integer('series').notNull(),
    start: integer('start').notNull(),
    finish: integer('finish').notNull(),
    body: blob('body', { mode: 'buffer' }).notNull(),
  },
  (table) => [index('blocks_by_time').on(table.series, table.finish, table.start)],
);

/** A day's five-minute cells of one series. The id is made of both, so that days lie side by side. */
export const days = sqliteTable('days', {
  id: integer('id').primaryKey(),
  body: blob('body', { mode: 'buffer' }).notNull(),
});

/** Readings that are not in a block yet, packed as db/history-journal.ts says. */
export const journal = sqliteTable('journal', {
  id: integer('id').primaryKey(),
  body: blob('body', { mode: 'buffer' }).notNull(),
});
