import type { Step, System } from '../kernel/program.ts';
import type { Options, OptionTable } from './options.ts';
import type { Result } from './result.ts';

export type Task = {
  readonly system: System;
  readonly options: Options;
  /** Check mode: says what it would change, and changes nothing. */
  readonly isTrial: boolean;
};

export type Module = {
  readonly options: OptionTable;
  readonly run: (task: Task) => Step<Result>;
};
