import type { Bytes } from '../bytes.ts';
import type { Endpoint } from './connection.ts';

export type Gated = {
  readonly endpoint: Endpoint;
  /** The cable may be whole again: who waits looks anew. */
  readonly look: () => void;
};

type GateOptions = {
  readonly endpoint: Endpoint;
  /** Nothing goes through while it is not. What was on its way comes later, as what is sent again does. */
  readonly isOpen: () => boolean;
  readonly count: (sent: number, received: number) => void;
  readonly closed: () => void;
};

/** One end of a connection whose cable may be cut. */
export function throughGate({ endpoint, isOpen, count, closed }: GateOptions): Gated {
  let tell = (): void => undefined;
  return {
    look: () => tell(),
    endpoint: {
      isReadable: () => isOpen() && endpoint.isReadable(),
      take: (most) => {
        const bytes: Bytes | null = isOpen() ? endpoint.take(most) : null;
        if (bytes !== null && bytes !== '') count(0, bytes.length);
        return bytes;
      },
      put: (bytes) => {
        const taken = isOpen() ? endpoint.put(bytes) : 0;
        if (taken !== null && taken > 0) count(taken, 0);
        return taken;
      },
      close: () => {
        closed();
        endpoint.close();
      },
      listen: (changed) => {
        tell = changed;
        endpoint.listen(changed);
      },
    },
  };
}
