import type { Data, Ref } from '../wire/value.ts';

/** How the objects of one endpoint are called on the wire, where it is not as we call them. */
export type HostNames = {
  /** How the reference is written. */
  readonly given: (ref: Ref) => string;
  /** The reference as we have it. */
  readonly ref: (ref: Ref) => Ref;
  /** The same request with all its references as we have them. */
  readonly args: (data: Data) => Data;
};
