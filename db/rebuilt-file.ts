import Database from 'better-sqlite3';
import type { WorldEvent } from '../sim/contract/events.ts';
import type { DamagedLab } from './damaged-file.ts';
import { lastRevisionOf } from './log-rows.ts';
import { createLogWriter } from './log-writer.ts';
import type { Reach } from './reachable.ts';
import type { BranchRow } from './schema/branches.ts';
import { insertSnapshot } from './snapshot-table.ts';

type Plan = {
  readonly damaged: DamagedLab;
  /** A new, empty lab file. */
  readonly file: string;
  readonly branches: readonly BranchRow[];
  readonly reach: Reach;
};

type Counts = { readonly commands: number; readonly snapshots: number };

/** Writes what is good and can be reached into a new lab file. */
export function rebuildLab(plan: Plan): Counts {
  const database = new Database(plan.file);
  try {
    return database.transaction(() => {
      database.exec('DELETE FROM branches');
      const entries = copyEntries(database, plan);
      const snapshots = copySnapshots(database, plan);
      writeBranches(database, plan, (branch) =>
        Math.max(entries.ticks.get(branch) ?? 0, snapshots.ticks.get(branch) ?? 0),
      );
      return { commands: entries.count, snapshots: snapshots.count };
    })();
  } finally {
    database.close();
  }
}

type Copied = { readonly count: number; readonly ticks: ReadonlyMap<number, number> };

function copyEntries(database: Database.Database, { damaged, reach }: Plan): Copied {
  const writer = createLogWriter(database);
  const ticks = new Map<number, number>();
  let count = 0;
  for (const row of damaged.entries()) {
    if (lastRevisionOf(row) > (reach.get(row.branch)?.head ?? -1)) continue;
    const events = JSON.parse(row.events) as WorldEvent[];
    writer.writeRow(
      row,
      events.map(({ type }) => type),
    );
    ticks.set(row.branch, Math.max(ticks.get(row.branch) ?? 0, row.tick));
    count += 1;
  }
  return { count, ticks };
}

function copySnapshots(database: Database.Database, { damaged, reach }: Plan): Copied {
  const insert = database.prepare(insertSnapshot);
  const insertInventory = database.prepare('INSERT OR IGNORE INTO inventories VALUES (?, ?)');
  const ticks = new Map<number, number>();
  let count = 0;
  for (const row of damaged.snapshots()) {
    if (row.revision > (reach.get(row.branch)?.head ?? -1)) continue;
    insertInventory.run(row.inventory, damaged.inventory(row.inventory));
    insert.run(
      row.branch,
      row.tick,
      row.revision,
      row.inventory,
      row.state,
      row.lanes,
      row.hash,
      row.checksum,
    );
    ticks.set(row.branch, Math.max(ticks.get(row.branch) ?? 0, row.tick));
    count += 1;
  }
  return { count, ticks };
}

function writeBranches(database: Database.Database, plan: Plan, lastTick: (branch: number) => number): void {
  const insert = database.prepare('INSERT INTO branches VALUES (?, ?, ?, ?, ?, ?, ?)');
  const kept = plan.branches.filter(({ id }) => plan.reach.has(id));
  const ids = new Set(kept.map(({ id }) => id));
  for (const branch of kept) {
    const head = plan.reach.get(branch.id)?.head ?? branch.forkRevision;
    const isWhole = head === branch.headRevision;
    const headTick = Math.max(lastTick(branch.id), branch.forkTick, isWhole ? branch.headTick : 0);
    // A child whose parent is gone begins at its own first snapshot.
    const parent = branch.parent !== null && ids.has(branch.parent) ? branch.parent : null;
    insert.run(branch.id, parent, branch.forkTick, branch.forkRevision, headTick, head, branch.madeAt);
  }
  const current = plan.damaged.currentBranch() ?? 0;
  const chosen = ids.has(current) ? current : Math.max(...ids);
  database.prepare('UPDATE store_state SET current_branch = ? WHERE id = 1').run(chosen);
}
