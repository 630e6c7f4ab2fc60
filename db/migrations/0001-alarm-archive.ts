import type { Migration } from './migration.ts';

/** Of alarms.db. What it holds is made from the log: where this is not enough, the file is made anew. */
export const alarmArchive: Migration = {
  version: 1,
  statements: [
    `CREATE TABLE origins (
      id INTEGER PRIMARY KEY,
      rule TEXT NOT NULL,
      sensor TEXT NOT NULL,
      source TEXT NOT NULL,
      severity TEXT NOT NULL,
      priority INTEGER NOT NULL,
      stem TEXT NOT NULL
    )`,
    `CREATE TABLE alarms (
      id INTEGER PRIMARY KEY,
      branch INTEGER NOT NULL,
      number INTEGER NOT NULL,
      first INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      origin INTEGER NOT NULL,
      raised_at INTEGER NOT NULL,
      state TEXT NOT NULL,
      told INTEGER NOT NULL,
      root INTEGER,
      body TEXT NOT NULL
    )`,
    'CREATE UNIQUE INDEX alarms_by_number ON alarms (branch, number, revision, origin, state)',
    'CREATE INDEX alarms_by_origin ON alarms (branch, origin, number, revision, state)',
    'CREATE INDEX alarms_by_revision ON alarms (branch, revision, first)',
    'CREATE INDEX alarms_by_root ON alarms (branch, root, number) WHERE root IS NOT NULL',
    'CREATE INDEX alarms_told ON alarms (branch, number, revision) WHERE told = 1',
    `CREATE TABLE progress (
      branch INTEGER PRIMARY KEY,
      made_at INTEGER NOT NULL,
      fork_revision INTEGER NOT NULL,
      revision INTEGER NOT NULL
    )`,
    'CREATE TABLE places (id TEXT PRIMARY KEY, parent TEXT, name TEXT NOT NULL, kind TEXT NOT NULL) WITHOUT ROWID',
  ],
};
