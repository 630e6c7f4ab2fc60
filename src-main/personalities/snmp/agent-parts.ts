import type { Counters } from './counters.ts';
import type { EngineClock } from './engine.ts';
import type { Keyring } from './keyring.ts';
import type { Mib } from './mib.ts';
import type { LocalKeys } from './wire/usm.ts';

export type AgentDeps = {
  readonly engine: Buffer;
  readonly clock: EngineClock;
  readonly keyring: Keyring;
  readonly counters: Counters;
  /** Null once the device is gone from the inventory. */
  readonly mib: () => Mib | null;
  /** The longest answer. */
  readonly mostOctets: number;
};

export type AgentParts = AgentDeps & { readonly keys: () => LocalKeys };
