import type { Migration } from './migration.ts';

export const history: Migration = {
  version: 1,
  statements: [
    `CREATE TABLE series (
      id INTEGER PRIMARY KEY,
      branch INTEGER NOT NULL,
      sensor TEXT NOT NULL,
      sealed_row INTEGER NOT NULL
    ) STRICT`,
    'CREATE UNIQUE INDEX series_by_sensor ON series (sensor, branch)',
    `CREATE TABLE blocks (
      id INTEGER PRIMARY KEY,
      series INTEGER NOT NULL,
      start INTEGER NOT NULL,
      finish INTEGER NOT NULL,
      body BLOB NOT NULL
    ) STRICT`,
    'CREATE INDEX blocks_by_time ON blocks (series, finish, start)',
    'CREATE TABLE days (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT',
    'CREATE TABLE journal (id INTEGER PRIMARY KEY, body BLOB NOT NULL) STRICT',
  ],
};
