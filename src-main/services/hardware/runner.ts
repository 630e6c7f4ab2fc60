import type { HardwareSource } from '../../../sim/contract/settings.ts';
import type { Broker } from '../../mqtt/broker.ts';
import type { Intake } from './intake.ts';
import type { HardwareLimits } from './limits.ts';
import type { Tally } from './tally.ts';

/** A source at work. */
export type Runner = {
  /** `next`: what it will be from now on, null where it is taken away. What waits for it elsewhere is kept or let go. */
  readonly end: (next: HardwareSource | null) => Promise<void>;
  /** Looks at what it cannot be told of. */
  readonly refresh?: () => void;
};

export type RunnerDeps = {
  readonly tally: Tally;
  readonly intake: Intake;
  readonly limits: HardwareLimits;
  readonly now: () => number;
  readonly broker: Pick<Broker, 'subscribe' | 'state'>;
  /** Its name at a foreign broker: the same after a restart, another in a preview. */
  readonly clientId: string;
  /** Whether these are our own words, come back. */
  readonly isEcho: (topic: string, text: string) => boolean;
  /** `look`: once, and where there are no points, around. */
  readonly purpose: 'run' | 'look';
};
