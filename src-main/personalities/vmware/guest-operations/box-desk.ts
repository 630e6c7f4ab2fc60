import type { Box } from '../../../guests/container/box.ts';
import type { Guests } from './guests.ts';
import type { Started } from './started.ts';

export type BoxDesk = {
  readonly box: Box;
  readonly started: Started;
  readonly admits: Guests['admits'];
  /** Lab time. */
  readonly now: () => number;
};

export type BoxBench = BoxDesk & {
  readonly user: { readonly name: string; readonly id: string; readonly home: string };
  readonly environment: readonly string[];
};
