import type { AedesPublishPacket } from 'aedes';
import { createFilterTrie } from './filter-trie.ts';

type Done = (fault?: Error) => void;
export type PacketListener = (packet: AedesPublishPacket, done: () => void) => void;

/** What aedes asks of its message queue (its option `mq`). */
export type Emitter = {
  readonly on: (filter: string, listener: PacketListener, done?: () => void) => void;
  readonly removeListener: (filter: string, listener: PacketListener, done?: () => void) => void;
  readonly emit: (packet: AedesPublishPacket, done?: Done) => void;
  readonly close: (done: () => void) => void;
};

export type EmitterOptions = {
  readonly onMessage: (packet: AedesPublishPacket) => 'deliver' | 'drop';
  readonly onFault: (topic: string, fault: unknown) => void;
};

const ignore = () => {};

/**
 * Stands in for mqemitter, which has two faults we cannot live with: past its `concurrency` it
 * queues, and empties the queue by recursion (the stack overflows once the last subscriber of a
 * backlog is gone); and a publisher waits until the slowest subscriber has taken the message.
 * This one keeps no queue: listeners are called at once, in order, and the publisher goes on.
 */
export function createEmitter(options: EmitterOptions): Emitter {
  const filters = createFilterTrie<PacketListener>();
  const deliver = (packet: AedesPublishPacket): void => {
    for (const listener of filters.match(packet.topic)) {
      try {
        listener(packet, ignore);
      } catch (fault) {
        options.onFault(packet.topic, fault);
      }
    }
  };
  return {
    on: (filter, listener, done) => {
      filters.add(filter, listener);
      if (done !== undefined) setImmediate(done);
    },
    removeListener: (filter, listener, done) => {
      filters.remove(filter, listener);
      if (done !== undefined) setImmediate(done);
    },
    emit: (packet, done) => {
      if (options.onMessage(packet) === 'deliver') deliver(packet);
      // Not in this stack: aedes reads the next packet from here.
      if (done !== undefined) queueMicrotask(done);
    },
    close: (done) => setImmediate(done),
  };
}
