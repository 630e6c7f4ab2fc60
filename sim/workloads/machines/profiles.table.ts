import type { Workload } from '../../contract/machine-specs.ts';

/** What a machine of this kind of work uses beside its CPUs. Rates are of one CPU that is fully busy. */
export type Habit = {
  /** Share of its memory that it touches while idle, and what is added when it is fully busy. */
  readonly memory: number;
  readonly memorySpan: number;
  /** MB/s read and written. */
  readonly read: number;
  readonly write: number;
  /** KiB of one read or write. */
  readonly block: number;
  /** MB/s in and out. */
  readonly receive: number;
  readonly send: number;
};

/** Small web servers, nightly jobs and transactional databases, as sizing guides put them: kB a request, block sizes. */
export const habits = {
  idle: { memory: 0.08, memorySpan: 0.1, read: 0.2, write: 0.3, block: 8, receive: 0.05, send: 0.05 },
  web: { memory: 0.25, memorySpan: 0.45, read: 1.5, write: 2, block: 16, receive: 2, send: 11 },
  batch: { memory: 0.15, memorySpan: 0.7, read: 60, write: 25, block: 128, receive: 4, send: 2 },
  database: { memory: 0.6, memorySpan: 0.3, read: 24, write: 14, block: 8, receive: 1.5, send: 4 },
  stress: { memory: 0.2, memorySpan: 0.75, read: 5, write: 5, block: 64, receive: 0.1, send: 0.1 },
  steady: { memory: 0.3, memorySpan: 0.3, read: 4, write: 4, block: 16, receive: 2, send: 2 },
  trace: { memory: 0.25, memorySpan: 0.5, read: 8, write: 8, block: 16, receive: 3, send: 6 },
} as const satisfies Record<Workload['profile'], Habit>;
