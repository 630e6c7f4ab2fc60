import type { Database } from 'better-sqlite3';
import type { BranchId } from '../sim/contract/ids.ts';
import { newHead, type Head } from './history-heads.ts';
import { createNewcomers, type Newcomers } from './history-newcomers.ts';
import { createPool } from './history-pool.ts';
import { branchName, branchNumber } from './lines.ts';

type SeriesRow = {
  readonly id: number;
  readonly branch: number;
  readonly sensor: string;
  readonly sealedRow: number;
  readonly rawFrom: number;
};

type BranchSeries = {
  readonly number: number;
  readonly bySensor: Map<string, Head>;
  /** Whose reading came last: readings come in the same order again and again, and a guess is quicker than a map. */
  last: Head | null;
};

/** Every sensor on every branch that has readings, with its head. */
export type SeriesBook = {
  readonly find: (branch: BranchId, sensor: string) => Head | undefined;
  /** The series of one branch: looking the branch up for every reading would cost as much as keeping it. */
  readonly on: (branch: BranchId) => (sensor: string) => Head;
  readonly heads: () => readonly Head[];
  /** Journal rows up to this one are in the series' blocks already; as it was when the file was opened. */
  readonly sealedRow: (series: number) => number;
  readonly newcomers: Newcomers;
};

export function createSeriesBook(database: Database): SeriesBook {
  const rows = database.prepare<[], SeriesRow>(
    'SELECT id, branch, sensor, sealed_row AS sealedRow, raw_from AS rawFrom FROM series',
  );
  const byBranch = new Map<BranchId, BranchSeries>();
  const heads: Head[] = [];
  const pool = createPool();
  const sealedRows = new Map<number, number>();
  const newcomers = createNewcomers(database);
  let lastId = 0;

  const branchOf = (branch: BranchId): BranchSeries => {
    const known = byBranch.get(branch);
    if (known !== undefined) return known;
    const made: BranchSeries = { number: branchNumber(branch), bySensor: new Map(), last: null };
    byBranch.set(branch, made);
    return made;
  };
  const add = ({ bySensor }: BranchSeries, head: Head): Head => {
    bySensor.set(head.sensor, head);
    heads.push(head);
    lastId = Math.max(lastId, head.series);
    return head;
  };
  const addNew = (ofBranch: BranchSeries, sensor: string): Head => {
    newcomers.add({ id: lastId + 1, branch: ofBranch.number, sensor });
    return add(ofBranch, newHead({ series: lastId + 1, sensor, rawFrom: Number.MIN_SAFE_INTEGER, pool }));
  };

  for (const { id, branch, sensor, sealedRow, rawFrom } of rows.all()) {
    add(branchOf(branchName(branch)), newHead({ series: id, sensor, rawFrom, pool }));
    sealedRows.set(id, sealedRow);
  }

  return {
    find: (branch, sensor) => byBranch.get(branch)?.bySensor.get(sensor),
    on: (branch) => {
      const ofBranch = branchOf(branch);
      return (sensor) => {
        const before = ofBranch.last;
        let head = before?.next;
        if (head?.sensor !== sensor) {
          head = ofBranch.bySensor.get(sensor) ?? addNew(ofBranch, sensor);
          if (before !== null) before.next = head;
        }
        ofBranch.last = head;
        return head;
      };
    },
    heads: () => heads,
    sealedRow: (series) => sealedRows.get(series) ?? 0,
    newcomers,
  };
}
