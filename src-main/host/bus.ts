import type { Announcement, Dispose } from './announcement.ts';
import type { Log } from './log.ts';

export type Bus = {
  readonly announce: (announcement: Announcement) => void;
  readonly listen: (listener: (announcement: Announcement) => void) => Dispose;
};

/** A listener that throws is a bug; it must not keep the others from hearing. */
export function createBus(log: Log): Bus {
  const listeners = new Set<(announcement: Announcement) => void>();
  return {
    announce: (announcement) => {
      for (const listener of listeners) {
        try {
          listener(announcement);
        } catch (error) {
          log.error('a listener failed', { kind: announcement.kind, error });
        }
      }
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
