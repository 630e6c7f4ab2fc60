import type { GuestService } from '../../sim/contract/guests.ts';
import type { GuestOs } from '../../sim/contract/machine-specs.ts';
import type { Bytes } from '../../sim/guests/bytes.ts';
import type { FileDelta } from '../../sim/guests/files/node.ts';
import type { KernelOptions } from '../../sim/guests/kernel/kernel.ts';
import type { MachineView } from '../../sim/guests/machine.ts';
import type { Wire } from '../../sim/guests/network/wire.ts';
import type { Guest, GuestEnd } from '../../sim/guests/system/guest.ts';

export type GuestPlan = {
  readonly os: GuestOs;
  /** `resume`: it ran already, the host comes back to it. */
  readonly boot: 'power' | 'resume';
  readonly delta: FileDelta;
  readonly diskBytes: number;
  readonly view: MachineView;
  readonly wire: Wire;
  readonly seed: number;
  readonly clock: () => number;
  readonly listeners: KernelOptions['listeners'];
  /** What its serial console shows. */
  readonly console: (bytes: Bytes) => void;
  /** It powered itself off, or starts anew. */
  readonly ended: (how: GuestEnd) => void;
};

/** A guest as the pure side makes it: a machine with its distribution on the disk and its first process running. */
export type GuestBody = {
  readonly machine: Omit<Guest, 'base'>;
  /** Whether its distribution put something there: only then must a lab say that it is gone. */
  readonly isInBase: (path: Bytes) => boolean;
  readonly services: () => readonly GuestService[];
};

/** null: of this one nothing can be started. */
export type GuestMaker = (plan: GuestPlan) => GuestBody | null;
