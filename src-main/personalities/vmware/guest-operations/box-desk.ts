import type { Box } from '../../../guests/container/box.ts';
import type { Started } from './started.ts';

export type BoxDesk = {
  readonly box: Box;
  readonly started: Started;
  /** Lab time. */
  readonly now: () => number;
};

export type BoxBench = BoxDesk & {
  readonly user: { readonly name: string; readonly id: string; readonly home: string };
  readonly environment: readonly string[];
};
