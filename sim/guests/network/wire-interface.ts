/** A card, as its system calls it. */
export type WireInterface = {
  readonly name: string;
  readonly hardware: string;
  readonly mtu: number;
  /** It has a carrier, and is switched on. */
  readonly isUp: boolean;
  /** Switched off in the machine itself. */
  readonly isOff?: boolean;
  readonly addresses: readonly {
    readonly address: string;
    readonly prefix: number;
    /** Of one that was set in the machine: null where nobody said. Absent: the lab's. */
    readonly broadcast?: string | null;
  }[];
};
