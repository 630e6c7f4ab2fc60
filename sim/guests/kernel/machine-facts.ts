import type { Answer } from '../answer.ts';
import type { Bytes } from '../bytes.ts';
import type { HypervisorView } from './machine-view.ts';
import type { ClockError } from './wall-clock.ts';

export type ClockCalls = {
  /** null: it was never wrong. */
  readonly error: () => ClockError | null;
  /** From now on; only root may. */
  readonly change: (error: Omit<ClockError, 'at'>) => Answer<void>;
  /** Whether time servers answer. */
  readonly isServed: () => boolean;
};

/** Read from the lab whenever asked; a guest cannot change them but by what it does. */
export type MachineFacts = {
  readonly hostname: () => Bytes;
  readonly changeHostname: (name: Bytes) => Answer<void>;
  readonly kernelRelease: string;
  readonly architecture: string;
  readonly bootedAt: () => number;
  /** The same for as long as it runs, whatever becomes of its clock. */
  readonly bootId: () => number;
  readonly clock: ClockCalls;
  readonly cores: () => number;
  readonly memoryBytes: () => number;
  readonly usedMemoryBytes: () => number;
  /** One, five and fifteen minutes. */
  readonly load: () => readonly [number, number, number];
  /** Share of all cores in use, 0–1. */
  readonly processorUse: () => number;
  /** null: it is nobody's, or nobody that one could ask. */
  readonly hypervisor: () => HypervisorView | null;
};
