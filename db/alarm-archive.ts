import { rmSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import type { BranchId } from '../sim/contract/ids.ts';
import { accepted, type Result } from '../sim/contract/result.ts';
import { createBranchFold, forksOf, seedsOf } from './archive-fold.ts';
import type { AlarmOfToday, Fork } from './archive-fold.ts';
import { createArchivePages } from './archive-pages.ts';
import type { ArchivePages } from './archive-pages.ts';
import { createArchiveRows } from './archive-rows.ts';
import type { ArchiveRows } from './archive-rows.ts';
import type { LabStore, LogEntry } from './lab-store.ts';
import { branchName, branchNumber, lineOf } from './lines.ts';
import type { Span } from './lines.ts';
import { alarmArchiveMigrations } from './migrations/alarm-archive-migrations.ts';
import { openDatabase } from './open-database.ts';

/** 'CAAL' in SQLite's header. */
const archiveApplicationId = 0x43_41_41_4c;

type Log = Pick<LabStore, 'branches' | 'entriesAfter'>;

/** Where the archive stands against the log of a branch's line. `share` is 0 … 1. */
export type ArchiveStanding = { readonly state: 'whole' | 'behind'; readonly share: number };

/**
 * All alarms that a lab ever had, on every branch, in a file beside its log. It is made from the log alone: lost,
 * damaged or of another log, it is made anew.
 */
export type AlarmArchive = Pick<ArchivePages, 'read' | 'childCount'> &
  Pick<ArchiveRows, 'origins' | 'placeOf'> & {
    /** Reads on in the log until it is up to date or time is up. */
    readonly advance: (log: Log, branch: BranchId, isSpent: () => boolean) => 'whole' | 'behind';
    readonly standing: (log: Log, branch: BranchId) => ArchiveStanding;
    readonly line: (log: Log, branch: BranchId) => readonly Span[];
    readonly close: () => void;
  };

export function openAlarmArchive(file: string, ofToday: AlarmOfToday): Result<AlarmArchive> {
  const opened = openFile(file);
  if (opened.ok) return accepted(archiveOn(opened.value, ofToday));
  // Nothing is in it that the log does not say.
  if (opened.refusal.code === 'busy' || opened.refusal.code === 'storage-failed') return opened;
  for (const ending of ['', '-wal', '-shm']) rmSync(`${file}${ending}`, { force: true });
  const again = openFile(file);
  return again.ok ? accepted(archiveOn(again.value, ofToday)) : again;
}

const openFile = (file: string): Result<Database> =>
  openDatabase({
    file,
    whenMissing: 'create',
    applicationId: archiveApplicationId,
    migrations: alarmArchiveMigrations,
    synchronous: 'NORMAL',
  });

type Seeding = { readonly branch: number; readonly work: ReturnType<typeof seedsOf> };

function archiveOn(database: Database, ofToday: AlarmOfToday): AlarmArchive {
  const rows = createArchiveRows(database);
  const { read, childCount } = createArchivePages(database, rows);
  const desk: Desk = { rows, ofToday, seeding: null };

  const within = <T>(work: () => T): T => {
    try {
      return database.transaction(work)();
    } catch (error) {
      if (database.open) rows.reload();
      throw error;
    }
  };

  return {
    read,
    childCount,
    origins: rows.origins,
    placeOf: rows.placeOf,
    line: (log, branch) => lineOf(forksOf(log), branchNumber(branch)),
    standing: (log, branch) => standingOf(rows, log, branch),
    advance: (log, branch, isSpent) => {
      const forks = forksOf(log);
      if (isOfAnotherLog(rows, forks)) {
        desk.seeding = null;
        within(rows.clear);
      }
      for (;;) {
        const way = nextWay(rows, forks, branchNumber(branch));
        if (way === null) return 'whole';
        const shift = { log, way, isSpent };
        within(() => (way.todo === 'begin' ? begin(desk, shift) : readOn(desk, shift)));
        if (isSpent()) return nextWay(rows, forks, branchNumber(branch)) === null ? 'whole' : 'behind';
      }
    },
    close: () => {
      if (database.open) database.close();
    },
  };
}

type Desk = { readonly rows: ArchiveRows; readonly ofToday: AlarmOfToday; seeding: Seeding | null };
type Shift = { readonly log: Log; readonly way: Way; readonly isSpent: () => boolean };

/** A branch begins with what its parent had when it left. */
function begin(desk: Desk, { log, way, isSpent }: Shift): void {
  const { rows, ofToday } = desk;
  const { fork } = way;
  if (desk.seeding?.branch !== fork.id)
    desk.seeding = { branch: fork.id, work: seedsOf({ store: log, rows, fork, ofToday }) };
  for (let step = desk.seeding.work.next(); ; step = desk.seeding.work.next()) {
    if (step.done === true) {
      const { madeAt, forkRevision } = fork;
      for (const kept of step.value) rows.insert(fork.id, kept);
      rows.setProgress(fork.id, { madeAt, forkRevision, revision: forkRevision });
      desk.seeding = null;
      return;
    }
    if (isSpent()) return;
  }
}

function readOn({ rows, ofToday }: Desk, { log, way, isSpent }: Shift): void {
  const { fork, forks, until } = way;
  const from = rows.progressOf(fork.id)?.revision ?? fork.forkRevision;
  const { fold } = createBranchFold({ rows, forks, branch: fork.id, ofToday });
  let revision = until;
  for (const entry of log.entriesAfter(branchName(fork.id), from as LogEntry['firstRevision'])) {
    if (entry.firstRevision > until) break;
    fold(entry);
    if (entry.events.length === 0 || !isSpent()) continue;
    revision = entry.firstRevision + entry.events.length - 1;
    break;
  }
  const { madeAt, forkRevision } = fork;
  rows.setProgress(fork.id, { madeAt, forkRevision, revision });
}

type Way = {
  readonly todo: 'begin' | 'read';
  readonly fork: Fork;
  readonly forks: ReadonlyMap<number, Fork>;
  readonly until: number;
};

/** The first branch of a line that was not read as far as the line needs it. */
function nextWay(rows: ArchiveRows, forks: ReadonlyMap<number, Fork>, branch: number): Way | null {
  for (const { branch: id, to } of lineOf(forks, branch)) {
    const fork = forks.get(id);
    if (fork === undefined) continue;
    const until = Math.min(to, fork.headRevision);
    const progress = rows.progressOf(id);
    if (progress === null) return { todo: 'begin', fork, forks, until };
    if (progress.revision < until) return { todo: 'read', fork, forks, until };
  }
  return null;
}

/** Another branch under the same number, or more than the log now holds: the lab was repaired or put back. */
function isOfAnotherLog(rows: ArchiveRows, forks: ReadonlyMap<number, Fork>): boolean {
  return rows.branches().some((id) => {
    const [fork, progress] = [forks.get(id), rows.progressOf(id)];
    if (fork === undefined || progress === null) return true;
    const isSame = fork.madeAt === progress.madeAt && fork.forkRevision === progress.forkRevision;
    return !isSame || progress.revision > fork.headRevision;
  });
}

function standingOf(rows: ArchiveRows, log: Log, branch: BranchId): ArchiveStanding {
  const forks = forksOf(log);
  const way = nextWay(rows, forks, branchNumber(branch));
  if (way === null) return { state: 'whole', share: 1 };
  const head = forks.get(branchNumber(branch))?.headRevision ?? 0;
  const done = rows.progressOf(way.fork.id)?.revision ?? way.fork.forkRevision;
  return { state: 'behind', share: head === 0 ? 0 : Math.min(1, done / head) };
}
