import Database from 'better-sqlite3';
import { getTableConfig, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import { expect, onTestFinished, test } from 'vitest';
import { alarmArchiveMigrations } from '../migrations/alarm-archive-migrations.ts';
import { historyMigrations } from '../migrations/history-migrations.ts';
import { labMigrations } from '../migrations/lab-migrations.ts';
import { migrate, type Migration } from '../migrations/migration.ts';
import { archivedAlarms, origins, places, progress } from './alarm-archive.ts';
import { branches, storeState } from './branches.ts';
import { entries, entryTypes, eventTypes } from './log.ts';
import { blocks, days, journal, series } from './history.ts';
import { inventories, snapshots } from './snapshots.ts';

type Column = { readonly name: string; readonly type: string; readonly notnull: number; readonly pk: number };

function migrated(migrations: readonly Migration[]): Database.Database {
  const database = new Database(':memory:');
  onTestFinished(() => void database.close());
  expect(migrate(database, migrations).ok).toBe(true);
  return database;
}

/** `integer primary key` is NOT NULL by nature; SQLite does not say so, drizzle does. */
function columnsInFile(database: Database.Database, table: string): unknown[] {
  const columns = database.pragma(`table_info(${table})`) as Column[];
  return columns.map(({ name, type, notnull, pk }) => ({
    name,
    type,
    isRequired: notnull === 1 || pk > 0,
    isKey: pk > 0,
  }));
}

function columnsInSchema(table: SQLiteTable): unknown[] {
  const config = getTableConfig(table);
  const keys = new Set(config.primaryKeys.flatMap(({ columns }) => columns.map(({ name }) => name)));
  return config.columns.map((column) => {
    const isKey = column.primary || keys.has(column.name);
    return {
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      isRequired: column.notNull || isKey,
      isKey,
    };
  });
}

function indexesInFile(database: Database.Database, table: string): unknown[] {
  const found = database.pragma(`index_list(${table})`) as {
    name: string;
    unique: number;
    origin: string;
    partial: number;
  }[];
  return found
    .filter(({ origin }) => origin === 'c')
    .map(({ name, unique, partial }) => {
      const columns = (database.pragma(`index_info(${name})`) as { name: string }[]).map(
        (column) => column.name,
      );
      return { name, isUnique: unique === 1, isPartial: partial === 1, columns };
    })
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

function indexesInSchema(table: SQLiteTable): unknown[] {
  return getTableConfig(table)
    .indexes.map(({ config }) => ({
      name: config.name,
      isUnique: config.unique,
      isPartial: config.where !== undefined,
      columns: config.columns.map((column) => ('name' in column ? column.name : '')),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

const labTables = [branches, storeState, entries, eventTypes, entryTypes, snapshots, inventories];
const historyTables = [series, blocks, days, journal];
const files = [
  { file: 'world.db', migrations: labMigrations, tables: labTables },
  { file: 'history.db', migrations: historyMigrations, tables: historyTables },
  {
    file: 'alarms.db',
    migrations: alarmArchiveMigrations,
    tables: [origins, archivedAlarms, progress, places],
  },
];
const eachTable = files.flatMap(({ migrations, tables }) =>
  tables.map((table) => ({ name: getTableConfig(table).name, table, migrations })),
);

test.each(files)(
  'FR-180-010 a migrated $file has exactly the tables of the schema',
  ({ migrations, tables }) => {
    const database = migrated(migrations);
    const names = database
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all();
    expect(names).toEqual(tables.map((table) => getTableConfig(table).name).toSorted());
  },
);

test.each(eachTable)(
  'FR-180-010 the migrated table $name is the one of the schema',
  ({ name, table, migrations }) => {
    const database = migrated(migrations);
    expect(columnsInFile(database, name)).toEqual(columnsInSchema(table));
    expect(indexesInFile(database, name)).toEqual(indexesInSchema(table));
  },
);

test('FR-180-010 a migration that fails leaves the file as it was', () => {
  const database = migrated(labMigrations);
  const next = { version: 2, statements: ['CREATE TABLE added (id INTEGER)', 'CREATE TABLE broken ('] };
  expect(() => migrate(database, [...labMigrations, next])).toThrow('incomplete input');
  expect(database.pragma('user_version', { simple: true })).toBe(1);
  expect(database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'added'").get()).toBeUndefined();
});
