import type { Bytes } from '../../sim/guests/bytes.ts';

/** A serial console: what was shown last, and who looks on. */
export type Console = {
  readonly put: (bytes: Bytes) => void;
  readonly shown: () => Bytes;
  readonly watch: (listener: (bytes: Bytes) => void) => () => void;
};

const mostBytes = 65_536;

export function createConsole(): Console {
  const listeners = new Set<(bytes: Bytes) => void>();
  let shown: Bytes = '';
  return {
    put: (bytes) => {
      shown = `${shown}${bytes}`.slice(-mostBytes);
      for (const listener of listeners) listener(bytes);
    },
    shown: () => shown,
    watch: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
