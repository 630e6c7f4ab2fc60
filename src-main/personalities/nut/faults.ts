import type { Refusal } from '../../../sim/contract/result.ts';

/** NUT's own words for no. */
export type Fault =
  | 'ACCESS-DENIED'
  | 'UNKNOWN-UPS'
  | 'VAR-NOT-SUPPORTED'
  | 'CMD-NOT-SUPPORTED'
  | 'INVALID-ARGUMENT'
  | 'INVALID-VALUE'
  | 'INSTCMD-FAILED'
  | 'SET-FAILED'
  | 'READONLY'
  | 'FEATURE-NOT-CONFIGURED'
  | 'DATA-STALE'
  | 'ALREADY-LOGGED-IN'
  | 'ALREADY-SET-USERNAME'
  | 'ALREADY-SET-PASSWORD'
  | 'USERNAME-REQUIRED'
  | 'PASSWORD-REQUIRED'
  | 'UNKNOWN-COMMAND';

/** What the world will not do, said the NUT way; `failed` is the word of the request for all the rest. */
export function faultOf({ code }: Refusal, failed: 'INSTCMD-FAILED' | 'SET-FAILED'): Fault {
  switch (code) {
    case 'not-allowed':
      return 'ACCESS-DENIED';
    case 'unknown-entity':
      return 'UNKNOWN-UPS';
    case 'invalid-input':
      return 'INVALID-ARGUMENT';
    default:
      return failed;
  }
}
