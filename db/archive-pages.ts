import type { Database } from 'better-sqlite3';
import type { Alarm, AlarmState } from '../sim/contract/alarms.ts';
import { unpackAlarm } from './archive-body.ts';
import type { Origin } from './archive-body.ts';
import type { ArchiveRows } from './archive-rows.ts';
import { createMerge } from './archive-merge.ts';
import type { Hit, Stream } from './archive-merge.ts';
import type { Span } from './lines.ts';

export type ArchiveQuery = {
  readonly line: readonly Span[];
  /** Only older ones than this number. */
  readonly before: number | null;
  /** Raised in this time, both ends included. */
  readonly from: number | null;
  readonly to: number | null;
  readonly states: readonly AlarmState[];
  /** Origins whose alarms are all meant; null: every one. */
  readonly sure: ReadonlySet<number> | null;
  /** Origins whose alarms are meant where they say so themselves. */
  readonly maybe: ReadonlySet<number>;
  /** Where such alarms are looked for: among those that people wrote beside, or all. */
  readonly among: 'told' | 'all';
  readonly says: (alarm: Alarm, origin: Origin) => boolean;
  /** This number alone. */
  readonly only: number | null;
  readonly limit: number;
};

export type ArchivePage = { readonly items: readonly Alarm[]; readonly next: number | null };

export type ArchivePages = {
  /** Newest first. Pauses now and then, so that its reader can do other work; rows may change meanwhile. */
  readonly read: (query: ArchiveQuery) => Generator<undefined, ArchivePage>;
  readonly childCount: (line: readonly Span[], root: number) => number;
};

/** Beyond so many origins one looks through all alarms: most of them will do. */
const mostStreams = 4000;
const few = 16;
const many = 512;
const breath = 256;

const statementsOf = (database: Database) => ({
  all: database.prepare<unknown[], Hit>(
    `SELECT id, number, revision, origin, state FROM alarms
     WHERE branch = ? AND number < ? AND revision <= ? ORDER BY number DESC LIMIT ${many}`,
  ),
  ofOrigin: database.prepare<unknown[], Hit>(
    `SELECT id, number, revision, origin, state FROM alarms
     WHERE branch = ? AND origin = ? AND number < ? AND revision <= ? ORDER BY number DESC LIMIT ${few}`,
  ),
  firstOfOrigin: database.prepare<unknown[], Hit>(
    `SELECT id, number, revision, origin, state FROM alarms
     WHERE branch = ? AND origin = ? AND number < ? AND revision <= ? ORDER BY number DESC LIMIT 1`,
  ),
  told: database.prepare<unknown[], Hit>(
    `SELECT id, number, revision, origin, state FROM alarms
     WHERE branch = ? AND number < ? AND revision <= ? AND told = 1 ORDER BY number DESC LIMIT ${many}`,
  ),
  body: database.prepare<unknown[], string>('SELECT body FROM alarms WHERE id = ?').pluck(),
  near: database.prepare<unknown[], { number: number; raisedAt: number }>(
    `SELECT number, raised_at AS raisedAt FROM alarms
     WHERE branch = ? AND number <= ? ORDER BY number DESC LIMIT 1`,
  ),
  children: database
    .prepare<unknown[], number>(
      // Left to itself, SQLite goes through everything that came before a revision.
      `SELECT number FROM alarms INDEXED BY alarms_by_root
       WHERE branch = ? AND root = ? AND revision <= ?`,
    )
    .pluck(),
});
type Statements = ReturnType<typeof statementsOf>;

export function createArchivePages(database: Database, rows: ArchiveRows): ArchivePages {
  const run = statementsOf(database);
  return {
    read: (query) => readPage(run, rows, query),
    childCount: (line, root) =>
      new Set(line.flatMap(({ branch, to }) => run.children.all(branch, root, to))).size,
  };
}

function* readPage(
  run: Statements,
  rows: ArchiveRows,
  query: ArchiveQuery,
): Generator<undefined, ArchivePage> {
  const { top, bottom } = boundsOf(run, query);
  const merge = createMerge(streamsOf(run, query), top);
  const items: Alarm[] = [];
  let seen = 0;
  for (let hit = merge.next(); hit !== null; hit = merge.next()) {
    if (hit.number < bottom) break;
    const alarm = judged({ run, rows, query }, hit);
    if (alarm !== null) items.push(alarm);
    // One more than was asked for tells that there are more.
    if (items.length > query.limit) return pageOf(items.slice(0, query.limit));
    seen += 1;
    if (seen % breath === 0) yield undefined;
  }
  return { items, next: null };
}

function pageOf(items: readonly Alarm[]): ArchivePage {
  const last = items.at(-1);
  return { items, next: last === undefined ? null : Number(last.id.slice('alarm-'.length)) };
}

type Judging = { readonly run: Statements; readonly rows: ArchiveRows; readonly query: ArchiveQuery };

function judged({ run, rows, query }: Judging, hit: Hit): Alarm | null {
  if (!query.states.includes(hit.state)) return null;
  const isSure = query.sure === null || query.sure.has(hit.origin);
  if (!isSure && !query.maybe.has(hit.origin)) return null;
  const origin = rows.origins().get(hit.origin);
  const body = run.body.get(hit.id);
  if (origin === undefined || body === undefined) return null;
  const alarm = unpackAlarm(hit.number, origin, body);
  if (!isRaisedWithin(alarm, query)) return null;
  return isSure || query.says(alarm, origin) ? alarm : null;
}

const isRaisedWithin = ({ raisedAt }: Alarm, { from, to }: ArchiveQuery): boolean =>
  raisedAt >= (from ?? -Infinity) && raisedAt <= (to ?? Infinity);

function streamsOf(run: Statements, { line, sure, maybe, among }: ArchiveQuery): Stream[] {
  const whole = (): Stream[] =>
    line.map(({ branch, to }, age) => ({
      age,
      read: (before) => run.all.all(branch, before, to),
      size: many,
    }));
  if (sure === null || (maybe.size > 0 && among === 'all') || sure.size * line.length > mostStreams)
    return whole();
  const single = [...sure].flatMap((origin) =>
    line.map(({ branch, to }, age): Stream => {
      let reads = 0;
      return {
        age,
        // The first look is at every origin, the next ones only at those that the page is made of.
        read: (before) => {
          reads += 1;
          const statement = reads === 1 ? run.firstOfOrigin : run.ofOrigin;
          return statement.all(branch, origin, before, to);
        },
        size: 1,
      };
    }),
  );
  if (maybe.size === 0) return single;
  const told = line.map(({ branch, to }, age): Stream => ({
    age,
    read: (before) => run.told.all(branch, before, to),
    size: many,
  }));
  return [...single, ...told];
}

/** Numbers and times rise together, so a time is found like a word in a dictionary. */
function boundsOf(
  run: Statements,
  { line, before, from, to, only }: ArchiveQuery,
): { top: number; bottom: number } {
  const tops = to === null ? [] : line.flatMap(({ branch }) => firstAfter(run, branch, to) ?? []);
  const bottoms = from === null ? [] : line.flatMap(({ branch }) => firstAfter(run, branch, from - 1) ?? []);
  const end = Number.MAX_SAFE_INTEGER;
  return {
    top: Math.min(before ?? end, only === null ? end : only + 1, tops.length === 0 ? end : Math.max(...tops)),
    bottom: Math.max(only ?? 0, bottoms.length === 0 ? 0 : Math.min(...bottoms)),
  };
}

/** The first number of a branch that was raised after a time; null where it has none at all. */
function firstAfter(run: Statements, branch: number, time: number): number | null {
  const newest = run.near.get(branch, Number.MAX_SAFE_INTEGER);
  if (newest === undefined) return null;
  let low = 1;
  let high = newest.number + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const found = run.near.get(branch, middle);
    if (found === undefined || found.raisedAt <= time) low = middle + 1;
    else high = Math.min(middle, found.number);
  }
  return low;
}
