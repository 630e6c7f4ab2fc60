import type { Message } from './broker.ts';

/** Holds messages while the broker is away. Full, it lets the oldest reading go before anything else. */
export type WaitingRoom = {
  readonly add: (message: Message) => void;
  /** All that waits, QoS 1 first; the room is empty afterwards. */
  readonly takeAll: () => Message[];
  readonly size: () => number;
};

export function createWaitingRoom(max: number, onDropped: () => void): WaitingRoom {
  const readings = createRing(max);
  const others = createRing(max);
  return {
    add: (message) => {
      if ((message.qos === 0 ? readings : others).add(message) === 'oldest dropped') onDropped();
    },
    takeAll: () => [...others.takeAll(), ...readings.takeAll()],
    size: () => readings.size() + others.size(),
  };
}

function createRing(max: number) {
  let ring: Message[] = [];
  let oldest = 0;
  return {
    add: (message: Message): 'kept' | 'oldest dropped' => {
      if (ring.length < max) {
        ring.push(message);
        return 'kept';
      }
      ring[oldest] = message;
      oldest = (oldest + 1) % max;
      return 'oldest dropped';
    },
    takeAll: (): Message[] => {
      const all = [...ring.slice(oldest), ...ring.slice(0, oldest)];
      ring = [];
      oldest = 0;
      return all;
    },
    size: () => ring.length,
  };
}
