import { faulted } from '../objects/fault.ts';
import type { Answer } from '../objects/fault.ts';

/** As vCenter says it, and why. */
export const unavailable = (why: string): Answer<never> =>
  faulted(
    'GuestOperationsUnavailable',
    `The guest operations agent could not be contacted.${why === '' ? '' : ` ${why}${/[.!?]$/.test(why) ? '' : '.'}`}`,
  );
