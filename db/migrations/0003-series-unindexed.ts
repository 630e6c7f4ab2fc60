import type { Migration } from './migration.ts';

/**
 * All series are read when the file is opened, and nobody ever asked the index; to keep it cost more
 * than two thirds of the time that thousands of new sensors take.
 */
export const seriesUnindexed: Migration = { version: 3, statements: ['DROP INDEX IF EXISTS series_by_sensor'] };
