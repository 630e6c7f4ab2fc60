import type { Database } from 'better-sqlite3';
import type { Span } from './lines.ts';
import { checksumOf, hashOf, unpackText } from './packing.ts';
import type { SnapshotRow } from './schema/snapshots.ts';
import type { Point } from './snapshot-thinning.ts';

export type SnapshotContent = Omit<SnapshotRow, 'id' | 'checksum'>;

/** Rows of snapshots and of the inventories that they share. */
export type SnapshotTable = {
  readonly insert: (row: SnapshotContent) => void;
  readonly insertInventory: (hash: string, body: () => Buffer) => void;
  readonly read: (id: number) => SnapshotRow | undefined;
  readonly inventory: (hash: string) => Buffer | undefined;
  /** Newest first. */
  readonly idsBefore: (span: Span, tick: number) => number[];
  /** Oldest first. */
  readonly points: (branch: number) => Point[];
  /** With the inventories that nothing else needs. */
  readonly drop: (ids: readonly number[]) => void;
};

export const snapshotColumns = 'id, branch, tick, revision, inventory, state, lanes, hash, checksum';
export const insertSnapshot = `INSERT INTO snapshots
  (branch, tick, revision, inventory, state, lanes, hash, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

const checksumOfContent = (row: SnapshotContent): number =>
  checksumOf([`${row.branch} ${row.tick} ${row.revision}`, row.inventory, row.hash, row.state, row.lanes]);

export const isWholeSnapshot = (row: SnapshotRow): boolean => checksumOfContent(row) === row.checksum;

/** The text whose SHA-256 this is, or null where it is not. */
export function inventoryText(body: Buffer, hash: string): string | null {
  try {
    const text = unpackText(body);
    return hashOf(text) === hash ? text : null;
  } catch {
    return null;
  }
}

export function createSnapshotTable(database: Database): SnapshotTable {
  const insert = database.prepare(insertSnapshot);
  const addInventory = database.prepare('INSERT INTO inventories VALUES (?, ?)');
  const hasInventory = database.prepare<[string]>('SELECT 1 FROM inventories WHERE hash = ?').pluck();
  const inventory = database.prepare<[string], Buffer>('SELECT body FROM inventories WHERE hash = ?').pluck();
  const dropInventories = database.prepare(
    'DELETE FROM inventories WHERE hash NOT IN (SELECT inventory FROM snapshots)',
  );
  const points = database.prepare<[number], Point>(
    'SELECT id, tick, revision FROM snapshots WHERE branch = ? ORDER BY tick, id',
  );
  const drop = database.prepare<[number]>('DELETE FROM snapshots WHERE id = ?');
  const idsBefore = database
    .prepare<unknown[], number>(
      'SELECT id FROM snapshots WHERE branch = ? AND tick <= ? AND revision <= ? ORDER BY tick DESC, id DESC',
    )
    .pluck();
  const read = database.prepare<[number], SnapshotRow>(
    `SELECT ${snapshotColumns} FROM snapshots WHERE id = ?`,
  );

  return {
    insert: (row) => {
      const { branch, tick, revision, state, lanes, hash } = row;
      insert.run(branch, tick, revision, row.inventory, state, lanes, hash, checksumOfContent(row));
    },
    insertInventory: (hash, body) => {
      if (hasInventory.get(hash) === undefined) addInventory.run(hash, body());
    },
    read: (id) => read.get(id),
    inventory: (hash) => inventory.get(hash),
    idsBefore: (span, tick) => idsBefore.all(span.branch, Math.min(tick, span.toTick), span.to),
    points: (branch) => points.all(branch),
    drop: (ids) => {
      for (const id of ids) drop.run(id);
      if (ids.length > 0) dropInventories.run();
    },
  };
}
