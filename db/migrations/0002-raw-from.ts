import type { Migration } from './migration.ts';

/** Retention takes a series' readings before a moment away and leaves their cells. */
export const rawFrom: Migration = {
  version: 2,
  statements: ['ALTER TABLE series ADD COLUMN raw_from INTEGER NOT NULL DEFAULT -9007199254740991'],
};
