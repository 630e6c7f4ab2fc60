import type { Migration } from './migration.ts';

export const labStory: Migration = {
  version: 1,
  statements: [
    `CREATE TABLE branches (
      id INTEGER PRIMARY KEY,
      parent INTEGER,
      fork_tick INTEGER NOT NULL,
      fork_revision INTEGER NOT NULL,
      head_tick INTEGER NOT NULL,
      head_revision INTEGER NOT NULL,
      made_at INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE store_state (
      id INTEGER PRIMARY KEY,
      current_branch INTEGER NOT NULL,
      openings INTEGER NOT NULL
    ) STRICT`,
    `CREATE TABLE entries (
      id INTEGER PRIMARY KEY,
      branch INTEGER NOT NULL,
      first_revision INTEGER NOT NULL,
      event_count INTEGER NOT NULL,
      tick INTEGER NOT NULL,
      at INTEGER NOT NULL,
      key TEXT,
      actor TEXT NOT NULL,
      command TEXT NOT NULL,
      events TEXT NOT NULL,
      ids TEXT NOT NULL,
      checksum INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX entries_by_revision ON entries (branch, first_revision)',
    'CREATE UNIQUE INDEX entries_by_key ON entries (key, branch) WHERE key IS NOT NULL',
    'CREATE TABLE event_types (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT',
    `CREATE TABLE entry_types (
      type INTEGER NOT NULL,
      branch INTEGER NOT NULL,
      first_revision INTEGER NOT NULL,
      entry INTEGER NOT NULL,
      PRIMARY KEY (type, branch, first_revision)
    ) STRICT, WITHOUT ROWID`,
    `CREATE TABLE snapshots (
      id INTEGER PRIMARY KEY,
      branch INTEGER NOT NULL,
      tick INTEGER NOT NULL,
      revision INTEGER NOT NULL,
      inventory TEXT NOT NULL,
      state BLOB NOT NULL,
      lanes BLOB NOT NULL,
      hash TEXT NOT NULL,
      checksum INTEGER NOT NULL
    ) STRICT`,
    'CREATE INDEX snapshots_by_tick ON snapshots (branch, tick)',
    'CREATE INDEX snapshots_by_inventory ON snapshots (inventory)',
    'CREATE TABLE inventories (hash TEXT PRIMARY KEY NOT NULL, body BLOB NOT NULL) STRICT',
  ],
};
