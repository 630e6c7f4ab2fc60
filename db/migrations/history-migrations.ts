import { history } from './0001-history.ts';
import { rawFrom } from './0002-raw-from.ts';
import { seriesUnindexed } from './0003-series-unindexed.ts';
import type { Migration } from './migration.ts';

/** Of history.db, in order. */
export const historyMigrations: readonly Migration[] = [history, rawFrom, seriesUnindexed];
