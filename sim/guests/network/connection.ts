import type { Bytes } from '../bytes.ts';

/** One end of a connection. Nothing waits in here: who has to is told when something changes. */
export type Endpoint = {
  /** null: nothing yet; '' : the other side has ended. */
  readonly take: (most: number) => Bytes | null;
  readonly isReadable: () => boolean;
  /** How many bytes it took; 0: it is full; null: the other side is gone. */
  readonly put: (bytes: Bytes) => number | null;
  readonly close: () => void;
  /** One listener: told whenever it can be read or written again. */
  readonly listen: (changed: () => void) => void;
};

type Way = { bytes: Bytes; isEnded: boolean; isRead: boolean };

const capacity = 65_536;

/** Both ends of a connection; each may be in another machine. */
export function createConnection(): readonly [Endpoint, Endpoint] {
  const there: Way = { bytes: '', isEnded: false, isRead: true };
  const back: Way = { bytes: '', isEnded: false, isRead: true };
  const listeners: [() => void, () => void] = [() => undefined, () => undefined];
  const end = (own: 0 | 1, outgoing: Way, incoming: Way): Endpoint => {
    const tell = (): void => listeners[own === 0 ? 1 : 0]();
    return {
      isReadable: () => incoming.bytes !== '' || incoming.isEnded,
      take: (most) => {
        if (incoming.bytes === '') return incoming.isEnded ? '' : null;
        const bytes = incoming.bytes.slice(0, most);
        incoming.bytes = incoming.bytes.slice(bytes.length);
        tell();
        return bytes;
      },
      put: (bytes) => {
        if (!outgoing.isRead || outgoing.isEnded) return null;
        const part = bytes.slice(0, capacity - outgoing.bytes.length);
        outgoing.bytes += part;
        if (part !== '') tell();
        return part.length;
      },
      close: () => {
        outgoing.isEnded = true;
        incoming.isRead = false;
        incoming.bytes = '';
        tell();
      },
      listen: (changed) => {
        listeners[own] = changed;
      },
    };
  };
  return [end(0, there, back), end(1, back, there)];
}
