import type { Database } from 'better-sqlite3';
import type { Revision } from '../sim/contract/ids.ts';
import type { Tick } from '../sim/contract/units.ts';
import type { StoreProblem, WorldSnapshot } from './lab-store.ts';
import { branchName, type Span } from './lines.ts';
import { packLanes, unpackLanes } from './lane-packing.ts';
import { checksumOf, hashOf, packText, unpackText } from './packing.ts';
import type { BranchRow } from './schema/branches.ts';
import type { SnapshotRow } from './schema/snapshots.ts';
import { thinned, type Point } from './snapshot-thinning.ts';
import { asStorageError, isDamage, textOf } from './storage-error.ts';

export type LabSnapshots = {
  /** Inside a transaction. */
  readonly save: (branch: number, snapshot: WorldSnapshot) => void;
  readonly thin: (branch: number, branches: readonly BranchRow[]) => void;
  readonly nearest: (line: readonly Span[], tick: number) => WorldSnapshot | null;
};

export const snapshotColumns = 'id, branch, tick, revision, inventory, state, lanes, hash, checksum';

type Content = Omit<SnapshotRow, 'id' | 'checksum'>;

const checksumOfSnapshot = (row: Content): number =>
  checksumOf([`${row.branch} ${row.tick} ${row.revision}`, row.inventory, row.hash, row.state, row.lanes]);

export const isWholeSnapshot = (row: SnapshotRow): boolean => checksumOfSnapshot(row) === row.checksum;

/** The text whose SHA-256 this is, or null where it is not. */
export function inventoryText(body: Buffer, hash: string): string | null {
  try {
    const text = unpackText(body);
    return hashOf(text) === hash ? text : null;
  } catch {
    return null;
  }
}

export function createLabSnapshots(database: Database, onProblem: (problem: StoreProblem) => void): LabSnapshots {
  const insert = database.prepare<unknown[]>(
    `INSERT INTO snapshots (branch, tick, revision, inventory, state, lanes, hash, checksum)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const insertInventory = database.prepare<unknown[]>('INSERT INTO inventories VALUES (?, ?)');
  const hasInventory = database.prepare<[string]>('SELECT 1 FROM inventories WHERE hash = ?').pluck();
  const readInventory = database.prepare<[string], Buffer>('SELECT body FROM inventories WHERE hash = ?').pluck();
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
  const read = database.prepare<[number], SnapshotRow>(`SELECT ${snapshotColumns} FROM snapshots WHERE id = ?`);
  /** A world's inventory text is the same object until it changes; hashing megabytes again would be waste. */
  let last = { text: '', hash: '' };

  const keepInventory = (text: string): string => {
    if (last.hash === '' || last.text !== text) last = { text, hash: hashOf(text) };
    if (hasInventory.get(last.hash) === undefined) insertInventory.run(last.hash, packText(text));
    return last.hash;
  };

  const snapshotOf = (id: number): WorldSnapshot => {
    const row = read.get(id);
    const body = row === undefined ? undefined : readInventory.get(row.inventory);
    if (row === undefined || body === undefined) throw new Error('its inventory is missing');
    if (!isWholeSnapshot(row)) throw new Error('its checksum does not match');
    const inventory = inventoryText(body, row.inventory);
    if (inventory === null) throw new Error('its inventory is damaged');
    return {
      tick: row.tick as Tick,
      revision: row.revision as Revision,
      inventory,
      state: unpackText(row.state),
      lanes: unpackLanes(row.lanes),
      hash: row.hash,
    };
  };

  const readOrReport = (id: number, branch: number): WorldSnapshot | null => {
    try {
      return snapshotOf(id);
    } catch (error) {
      if (error instanceof Error && 'code' in error && !isDamage(error)) throw asStorageError(error);
      const tick = (points.all(branch).find((point) => point.id === id)?.tick ?? 0) as Tick;
      const message = `The snapshot at tick ${tick} is passed over: ${textOf(error)}.`;
      onProblem({ kind: 'damaged-snapshot', branch: branchName(branch), tick, message });
      return null;
    }
  };

  const nearest = (line: readonly Span[], tick: number): WorldSnapshot | null => {
    for (const span of line.toReversed()) {
      for (const id of idsBefore.all(span.branch, Math.min(tick, span.toTick), span.to)) {
        const snapshot = readOrReport(id, span.branch);
        if (snapshot !== null) return snapshot;
      }
    }
    return null;
  };

  return {
    save: (branch, snapshot) => {
      const row: Content = {
        branch,
        tick: snapshot.tick,
        revision: snapshot.revision,
        inventory: keepInventory(snapshot.inventory),
        state: packText(snapshot.state),
        lanes: packLanes(snapshot.lanes),
        hash: snapshot.hash,
      };
      const { tick, revision, inventory, state, lanes, hash } = row;
      insert.run(branch, tick, revision, inventory, state, lanes, hash, checksumOfSnapshot(row));
    },
    thin: (branch, branches) => {
      const forks = branches.filter(({ parent }) => parent === branch);
      const gone = thinned(
        points.all(branch),
        forks.map(({ forkTick, forkRevision }) => ({ tick: forkTick, revision: forkRevision })),
      );
      for (const id of gone) drop.run(id);
      if (gone.length > 0) dropInventories.run();
    },
    nearest,
  };
}
