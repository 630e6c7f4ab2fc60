import type { LoggedEvent } from '../../sim/contract/events.ts';
import type { BranchId, Revision } from '../../sim/contract/ids.ts';
import type { Notice } from '../../sim/contract/notifications.ts';
import type { Operation } from '../../sim/contract/operations.ts';

export type Dispose = () => void;

/** What is announced inside the host. Subscribers must be quick and must not throw. */
export type Announcement =
  | { readonly kind: 'events'; readonly branch: BranchId; readonly items: readonly LoggedEvent[] }
  | {
      readonly kind: 'reset';
      readonly reason: 'lab' | 'branch';
      readonly branch: BranchId;
      readonly revision: Revision;
    }
  | { readonly kind: 'operation'; readonly operation: Operation }
  | { readonly kind: 'notice'; readonly notice: Notice };
