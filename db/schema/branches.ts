import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';

/** Lines of history. `id` 3 is `branch-3`. */
export const branches = sqliteTable('branches', {
  id: integer('id').primaryKey(),
  parent: integer('parent'),
  forkTick: integer('fork_tick').notNull(),
  forkRevision: integer('fork_revision').notNull(),
  headTick: integer('head_tick').notNull(),
  headRevision: integer('head_revision').notNull(),
  madeAt: integer('made_at').notNull(),
});
export type BranchRow = typeof branches.$inferSelect;

/** One row: which branch is written to, and how often the file was opened. */
export const storeState = sqliteTable('store_state', {
  id: integer('id').primaryKey(),
  currentBranch: integer('current_branch').notNull(),
  openings: integer('openings').notNull(),
});
