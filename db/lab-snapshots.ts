import type { Database } from 'better-sqlite3';
import type { StoreProblem, WorldSnapshot } from './lab-store.ts';
import { packLanes } from './lane-packing.ts';
import type { Span } from './lines.ts';
import { hashOf, packText } from './packing.ts';
import type { BranchRow } from './schema/branches.ts';
import { createSnapshotReader } from './snapshot-reader.ts';
import { createSnapshotTable } from './snapshot-table.ts';
import { thinned } from './snapshot-thinning.ts';

export type LabSnapshots = {
  /** Inside a transaction. */
  readonly save: (branch: number, snapshot: WorldSnapshot) => void;
  readonly thin: (branch: number, branches: readonly BranchRow[]) => void;
  readonly nearest: (line: readonly Span[], tick: number) => WorldSnapshot | null;
};

export function createLabSnapshots(
  database: Database,
  onProblem: (problem: StoreProblem) => void,
): LabSnapshots {
  const table = createSnapshotTable(database);
  /** A world's inventory text is the same object until it changes; hashing megabytes again would be waste. */
  let last = { text: '', hash: '' };

  const keepInventory = (text: string): string => {
    if (last.hash === '' || last.text !== text) last = { text, hash: hashOf(text) };
    table.insertInventory(last.hash, () => packText(text));
    return last.hash;
  };

  return {
    save: (branch, { tick, revision, inventory, state, lanes, hash }) => {
      table.insert({
        branch,
        tick,
        revision,
        inventory: keepInventory(inventory),
        state: packText(state),
        lanes: packLanes(lanes),
        hash,
      });
    },
    thin: (branch, branches) => {
      const children = branches.filter(({ parent }) => parent === branch);
      const forks = children.map(({ forkTick, forkRevision }) => ({
        tick: forkTick,
        revision: forkRevision,
      }));
      table.drop(thinned(table.points(branch), forks));
    },
    nearest: createSnapshotReader(table, onProblem),
  };
}
