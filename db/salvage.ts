import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { branchIdSchema, type BranchId } from '../sim/contract/ids.ts';
import { accepted, refused, type Result } from '../sim/contract/result.ts';
import type { WallMillis } from '../sim/contract/units.ts';
import { openDamaged, type DamagedLab } from './damaged-file.ts';
import { isHeld } from './lab-held.ts';
import { busyRefusal, ownerFile } from './lab-owner.ts';
import { branchName } from './lines.ts';
import { lastRevisionOf } from './log-rows.ts';
import { openLabStore } from './open-lab-store.ts';
import { reachOf, type GoodEntry, type GoodSnapshot, type Reach } from './reachable.ts';
import { rebuildLab } from './rebuilt-file.ts';
import type { BranchRow } from './schema/branches.ts';

/** Revisions that are gone. A world before or after them can be visited, one amid them cannot. */
export type Loss = { readonly branch: BranchId; readonly from: number; readonly to: number };

export type SalvageReport = {
  /** The damaged files, where they are now. */
  readonly keptAside: readonly string[];
  readonly commands: number;
  readonly snapshots: number;
  readonly lost: readonly Loss[];
  readonly lostBranches: readonly BranchId[];
};

export type SalvagePlan = { readonly file: string; readonly now: () => WallMillis };

/**
 * Builds a new lab of all that can be read of a damaged one and puts it in its place. The damaged files are
 * moved aside, never changed or deleted. Where nothing can be read, nothing is moved either.
 */
export function salvageLab({ file, now }: SalvagePlan): Result<SalvageReport> {
  if (!existsSync(file)) return refused('not-found', `There is no ${file}.`);
  if (isHeld(file)) return busyRefusal(file);
  const folder = `${file}-salvage`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  try {
    const rebuilt = join(folder, 'rebuilt.db');
    const told = tell({ file, folder, rebuilt, now });
    if (!told.ok) return told;
    const checked = openLabStore(rebuilt, { whenMissing: 'refuse', now });
    if (!checked.ok) return checked;
    checked.value.close();
    const keptAside = moveAside(file, now());
    renameSync(rebuilt, file);
    return accepted({ keptAside, ...told.value });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Workplace = SalvagePlan & { readonly folder: string; readonly rebuilt: string };

function tell({ file, folder, rebuilt, now }: Workplace): Result<Omit<SalvageReport, 'keptAside'>> {
  const blank = join(folder, 'blank.db');
  for (const each of [blank, rebuilt]) {
    const made = openLabStore(each, { whenMissing: 'create', now });
    if (!made.ok) return made;
    made.value.close();
  }
  const damaged = openDamaged(file, join(folder, 'copy.db'), blank);
  try {
    const found = survey(damaged, now());
    if (found.entries.length === 0 && found.snapshots.length === 0) {
      return refused('damaged-file', 'Neither a command nor a snapshot can be read from the file.');
    }
    const counts = rebuildLab({ damaged, file: rebuilt, branches: found.branches, reach: found.reach });
    const lostBranches = found.branches
      .filter(({ id }) => !found.reach.has(id))
      .map(({ id }) => branchName(id));
    return accepted({ ...counts, lost: lossesOf(found.branches, found.reach), lostBranches });
  } finally {
    damaged.close();
  }
}

type Survey = {
  readonly branches: readonly BranchRow[];
  readonly entries: readonly GoodEntry[];
  readonly snapshots: readonly GoodSnapshot[];
  readonly reach: Reach;
};

function survey(damaged: DamagedLab, now: number): Survey {
  const entries = Array.from(damaged.entries(), (row) => ({
    branch: row.branch,
    first: row.firstRevision,
    last: lastRevisionOf(row),
  }));
  const snapshots = Array.from(damaged.snapshots(), ({ branch, revision }) => ({ branch, revision }));
  const branches = believable(damaged.branches()) ?? [firstBranch(entries, now)];
  return { branches, entries, snapshots, reach: reachOf(branches, entries, snapshots) };
}

/** Rows without a checksum of their own: believed only where they make a tree. */
function believable(rows: BranchRow[] | null): BranchRow[] | null {
  if (rows === null || rows.length === 0) return null;
  const isTree = rows.every(
    (row) =>
      branchIdSchema.safeParse(branchName(row.id)).success &&
      (row.parent === null
        ? row.id === 1
        : row.parent < row.id && rows.some(({ id }) => id === row.parent)) &&
      row.forkRevision <= row.headRevision &&
      row.forkTick <= row.headTick,
  );
  return isTree ? rows : null;
}

/** Where the branches cannot be read, only the first can be placed: it begins with the lab. */
function firstBranch(entries: readonly GoodEntry[], madeAt: number): BranchRow {
  const headRevision = entries.reduce(
    (head, { branch, last }) => (branch === 1 ? Math.max(head, last) : head),
    0,
  );
  return { id: 1, parent: null, forkTick: 0, forkRevision: 0, headTick: 0, headRevision, madeAt };
}

function lossesOf(branches: readonly BranchRow[], reach: Reach): Loss[] {
  return branches.flatMap((branch) => {
    const told = reach.get(branch.id);
    if (told === undefined) return [];
    const losses: Loss[] = [];
    let next = branch.forkRevision + 1;
    for (const run of told.runs.filter(({ to }) => to <= told.head)) {
      if (run.after >= next) losses.push({ branch: branchName(branch.id), from: next, to: run.after });
      next = run.to + 1;
    }
    const end = Math.max(branch.headRevision, told.head);
    if (end >= next) losses.push({ branch: branchName(branch.id), from: next, to: end });
    return losses;
  });
}

/** world.db becomes world.damaged-20261121T080201Z.db, its write-ahead log likewise. */
function moveAside(file: string, now: number): string[] {
  const stamp = new Date(now).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const stem = basename(file).replace(/\.db$/, '');
  const nameOf = (attempt: number): string =>
    join(dirname(file), `${stem}.damaged-${stamp}${attempt === 0 ? '' : `-${attempt}`}.db`);
  let attempt = 0;
  while (existsSync(nameOf(attempt))) attempt += 1;
  const aside = nameOf(attempt);
  rmSync(ownerFile(file), { force: true });
  rmSync(`${file}-shm`, { force: true });
  const parts = ['', '-wal'].filter(
    (part) => (statSync(`${file}${part}`, { throwIfNoEntry: false })?.size ?? 0) > 0,
  );
  for (const part of parts) renameSync(`${file}${part}`, `${aside}${part}`);
  rmSync(`${file}-wal`, { force: true });
  return parts.map((part) => `${aside}${part}`);
}
