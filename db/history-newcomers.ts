import type { Database } from 'better-sqlite3';

/** Series that are not in the file yet. */
export type Newcomers = {
  /** Numbers come one after the other. */
  readonly add: (series: { readonly id: number; readonly branch: number; readonly sensor: string }) => void;
  readonly count: () => number;
  /** Inside a transaction: thousands in one statement, because as many statements would be felt. */
  readonly write: () => void;
  /** That transaction was committed. */
  readonly written: () => void;
};

/** Of one branch, with numbers one after the other. */
type Row = { readonly firstId: number; readonly branch: number; readonly sensors: string[] };

export function createNewcomers(database: Database): Newcomers {
  const insert = database.prepare<[number, number, string]>(
    'INSERT INTO series (id, branch, sensor, sealed_row) SELECT ? + key, ?, value, 0 FROM json_each(?)',
  );
  let rows: Row[] = [];
  let count = 0;
  return {
    add: ({ id, branch, sensor }) => {
      const last = rows.at(-1);
      if (last?.branch === branch) last.sensors.push(sensor);
      else rows.push({ firstId: id, branch, sensors: [sensor] });
      count += 1;
    },
    count: () => count,
    write: () => {
      for (const { firstId, branch, sensors } of rows) insert.run(firstId, branch, JSON.stringify(sensors));
    },
    written: () => {
      rows = [];
      count = 0;
    },
  };
}
