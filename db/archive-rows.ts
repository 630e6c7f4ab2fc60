import type { Database } from 'better-sqlite3';
import type { Alarm } from '../sim/contract/alarms.ts';
import type { Entity } from '../sim/contract/entities.ts';
import type { Span } from './lines.ts';
import { alarmNumber, hasWords, originOf, packAlarm, unpackAlarm } from './archive-body.ts';
import type { Origin } from './archive-body.ts';

/** An alarm as a branch has it. */
export type Kept = {
  readonly row: number;
  readonly branch: number;
  readonly first: number;
  readonly revision: number;
  readonly alarm: Alarm;
};

export type Progress = { readonly madeAt: number; readonly forkRevision: number; readonly revision: number };
export type Place = { readonly parent: string | null; readonly name: string; readonly kind: string };

export type ArchiveRows = {
  /** As it is at the end of a line. */
  readonly find: (line: readonly Span[], number: number) => Kept | null;
  readonly insert: (branch: number, kept: Omit<Kept, 'row' | 'branch'>) => void;
  readonly update: (row: number, revision: number, alarm: Alarm) => void;
  readonly has: (branch: number, number: number) => boolean;
  /** Alarms of a branch that were raised before a revision, or by it, and changed after it. */
  readonly across: (branch: number, revision: number) => readonly { number: number; first: number }[];
  readonly latestOf: (line: readonly Span[], rule: string, sensor: string) => number | null;
  readonly origins: () => ReadonlyMap<number, Origin>;
  readonly progressOf: (branch: number) => Progress | null;
  readonly setProgress: (branch: number, progress: Progress) => void;
  readonly putPlace: (entity: Entity) => void;
  readonly placeOf: (id: string) => Place | null;
  /** Branches that were begun. */
  readonly branches: () => readonly number[];
  readonly clear: () => void;
  /** Reads the file again: after a rollback memory may know too much. */
  readonly reload: () => void;
};

type Row = {
  readonly id: number;
  readonly branch: number;
  readonly first: number;
  readonly revision: number;
  readonly origin: number;
  readonly body: string;
};

const statementsOf = (database: Database) => ({
  find: database.prepare<unknown[], Row>(
    `SELECT id, branch, first, revision, origin, body FROM alarms
     WHERE branch = ? AND number = ? AND revision <= ?`,
  ),
  has: database.prepare('SELECT 1 FROM alarms WHERE branch = ? AND number = ?'),
  insert: database.prepare('INSERT INTO alarms VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
  update: database.prepare(
    'UPDATE alarms SET revision = ?, state = ?, told = ?, root = ?, body = ? WHERE id = ?',
  ),
  across: database.prepare<unknown[], { number: number; first: number }>(
    'SELECT number, first FROM alarms WHERE branch = ? AND revision > ? AND first <= ?',
  ),
  last: database
    .prepare<unknown[], number>(
      `SELECT number FROM alarms WHERE branch = ? AND origin = ? AND revision <= ?
       ORDER BY number DESC LIMIT 1`,
    )
    .pluck(),
  origins: database.prepare<[], Origin>('SELECT * FROM origins'),
  newOrigin: database.prepare('INSERT INTO origins VALUES (NULL, ?, ?, ?, ?, ?, ?)'),
  progress: database.prepare<unknown[], Progress>(
    'SELECT made_at AS madeAt, fork_revision AS forkRevision, revision FROM progress WHERE branch = ?',
  ),
  branches: database.prepare<[], number>('SELECT branch FROM progress').pluck(),
  setProgress: database.prepare('INSERT OR REPLACE INTO progress VALUES (?, ?, ?, ?)'),
  putPlace: database.prepare('INSERT OR REPLACE INTO places VALUES (?, ?, ?, ?)'),
  place: database.prepare<unknown[], Place>('SELECT parent, name, kind FROM places WHERE id = ?'),
});

/** One branch has one row of an alarm at most; who reads sees the newest along its line. */
export function createArchiveRows(database: Database): ArchiveRows {
  const run = statementsOf(database);
  const book = createOriginBook(run);
  const find = (line: readonly Span[], number: number): Kept | null => {
    for (const { branch, to } of line.toReversed()) {
      const row = run.find.get(branch, number, to);
      if (row !== undefined) return keptOf(row, number, book);
    }
    return null;
  };
  return {
    find,
    has: (branch, number) => run.has.get(branch, number) !== undefined,
    insert: (branch, { first, revision, alarm }) => {
      const origin = book.idOf(alarm);
      const { state, raisedAt } = alarm;
      const told = hasWords(alarm) ? 1 : 0;
      const number = alarmNumber(alarm.id);
      run.insert.run(
        branch,
        number,
        first,
        revision,
        origin,
        raisedAt,
        state,
        told,
        rootOf(alarm),
        packAlarm(alarm),
      );
    },
    update: (row, revision, alarm) => {
      const told = hasWords(alarm) ? 1 : 0;
      run.update.run(revision, alarm.state, told, rootOf(alarm), packAlarm(alarm), row);
    },
    across: (branch, revision) => run.across.all(branch, revision, revision),
    latestOf: (line, rule, sensor) => {
      const found = book
        .ofPair(rule, sensor)
        .flatMap((origin) => line.map(({ branch, to }) => run.last.get(branch, origin, to) ?? 0));
      return found.length === 0 ? null : Math.max(...found) || null;
    },
    origins: book.all,
    progressOf: (branch) => run.progress.get(branch) ?? null,
    setProgress: (branch, { madeAt, forkRevision, revision }) =>
      void run.setProgress.run(branch, madeAt, forkRevision, revision),
    putPlace: ({ id, parent, name, kind }) => void run.putPlace.run(id, parent, name, kind),
    placeOf: (id) => run.place.get(id) ?? null,
    branches: () => run.branches.all(),
    reload: book.reload,
    clear: () => {
      for (const table of ['alarms', 'origins', 'progress', 'places']) database.exec(`DELETE FROM ${table}`);
      book.reload();
    },
  };
}

const rootOf = ({ root }: Alarm): number | null => (root === null ? null : alarmNumber(root));

function keptOf({ id, branch, first, revision, origin, body }: Row, number: number, book: OriginBook): Kept {
  return { row: id, branch, first, revision, alarm: unpackAlarm(number, book.get(origin), body) };
}

type OriginBook = {
  readonly all: () => ReadonlyMap<number, Origin>;
  readonly get: (id: number) => Origin;
  readonly idOf: (alarm: Alarm) => number;
  readonly ofPair: (rule: string, sensor: string) => readonly number[];
  readonly reload: () => void;
};

/** As many as there are things that can go wrong: held in memory. */
function createOriginBook(run: Pick<ReturnType<typeof statementsOf>, 'origins' | 'newOrigin'>): OriginBook {
  const all = new Map<number, Origin>();
  const byKey = new Map<string, number>();
  const byPair = new Map<string, number[]>();
  const keep = (origin: Origin): void => {
    all.set(origin.id, origin);
    byKey.set(keyOf(origin), origin.id);
    const pair = `${origin.rule}|${origin.sensor}`;
    byPair.set(pair, [...(byPair.get(pair) ?? []), origin.id]);
  };
  const reload = (): void => {
    for (const map of [all, byKey, byPair]) map.clear();
    for (const origin of run.origins.all()) keep(origin);
  };
  reload();
  return {
    all: () => all,
    get: (id) => {
      const origin = all.get(id);
      if (origin === undefined) throw new Error(`the archive of alarms has no origin ${id}`);
      return origin;
    },
    idOf: (alarm) => {
      const origin = originOf(alarm);
      const known = byKey.get(keyOf(origin));
      if (known !== undefined) return known;
      const { rule, sensor, source, severity, priority, stem } = origin;
      const id = Number(run.newOrigin.run(rule, sensor, source, severity, priority, stem).lastInsertRowid);
      keep({ ...origin, id });
      return id;
    },
    ofPair: (rule, sensor) => byPair.get(`${rule}|${sensor}`) ?? [],
    reload,
  };
}

const keyOf = ({ rule, sensor, source, severity, priority, stem }: Omit<Origin, 'id'>): string =>
  `${rule}|${sensor}|${source}|${severity}|${priority}|${stem}`;
