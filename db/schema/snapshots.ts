import { blob, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Worlds at rest. Blobs are packed as db/packing.ts says. */
export const snapshots = sqliteTable(
  'snapshots',
  {
    id: integer('id').primaryKey(),
    branch: integer('branch').notNull(),
    tick: integer('tick').notNull(),
    revision: integer('revision').notNull(),
    inventory: text('inventory').notNull(),
    state: blob('state', { mode: 'buffer' }).notNull(),
    lanes: blob('lanes', { mode: 'buffer' }).notNull(),
    hash: text('hash').notNull(),
    checksum: integer('checksum').notNull(),
  },
  (table) => [
    index('snapshots_by_tick').on(table.branch, table.tick),
    index('snapshots_by_inventory').on(table.inventory),
  ],
);
export type SnapshotRow = typeof snapshots.$inferSelect;

/** An inventory under the SHA-256 of its text: many snapshots, one copy. */
export const inventories = sqliteTable('inventories', {
  hash: text('hash').primaryKey(),
  body: blob('body', { mode: 'buffer' }).notNull(),
});
