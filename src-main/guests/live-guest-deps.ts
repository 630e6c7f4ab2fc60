import type { GuestDemand, GuestFileChange, GuestService } from '../../sim/contract/guests.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { FileDelta } from '../../sim/guests/files/node.ts';
import type { Console } from './console.ts';
import type { Doze } from './doze.ts';
import type { GuestBody } from './guest-maker.ts';
import type { Slices } from './slices.ts';

/** What the lab hears of a guest. */
export type Told = {
  readonly files?: readonly GuestFileChange[];
  readonly demand?: GuestDemand;
  readonly services?: readonly GuestService[];
};

export type LiveGuestDeps = {
  readonly id: EntityId;
  readonly body: GuestBody;
  readonly console: Console;
  readonly slices: Slices;
  readonly doze: Doze;
  /** What changed, to the world; resolves when it is on disk. */
  readonly tell: (told: Told) => Promise<Result<unknown>>;
  readonly differences: (changes: FileDelta) => readonly (readonly GuestFileChange[])[];
  /** All its processes wait. The same for all guests. */
  readonly rested: (id: EntityId, machine: GuestBody['machine']) => void;
  /** The world would not have it: what this guest holds and what the lab holds are two things now. */
  readonly torn: () => void;
};
