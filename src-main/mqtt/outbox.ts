import type { AedesPublishPacket } from 'aedes';

/** A message to a session, or the `pubrel` that took its place half-way through QoS 2. */
export type QueuedPacket = Pick<AedesPublishPacket, 'cmd'> &
  Partial<Omit<AedesPublishPacket, 'cmd' | 'messageId'>> & { messageId?: number | undefined };

export type Outbox = {
  readonly add: (clientId: string, packet: QueuedPacket) => void;
  readonly update: (clientId: string, packet: QueuedPacket) => void;
  readonly clear: (clientId: string, messageId: number | undefined) => QueuedPacket | undefined;
  readonly list: (clientId: string) => QueuedPacket[];
  readonly forget: (clientId: string) => void;
};

type Queue = { readonly byKey: Map<string, QueuedPacket>; readonly keyOf: Map<number, string> };

const keyFor = (packet: QueuedPacket): string => `${packet.brokerId}:${packet.brokerCounter}`;

/** QoS 1 and 2 messages until they are acknowledged, oldest first. A full queue takes no more. */
export function createOutbox(maxPerClient: number, onDropped: () => void): Outbox {
  const queues = new Map<string, Queue>();
  const queueOf = (clientId: string): Queue => {
    const queue = queues.get(clientId) ?? {
      byKey: new Map<string, QueuedPacket>(),
      keyOf: new Map<number, string>(),
    };
    queues.set(clientId, queue);
    return queue;
  };
  return {
    add: (clientId, packet) => {
      const queue = queueOf(clientId);
      if (queue.byKey.size >= maxPerClient) return onDropped();
      queue.byKey.set(keyFor(packet), { ...packet, messageId: undefined });
    },
    update: (clientId, packet) => {
      const queue = queues.get(clientId);
      if (queue === undefined || packet.messageId === undefined) return;
      const key = packet.cmd === 'publish' ? keyFor(packet) : queue.keyOf.get(packet.messageId);
      const queued = key === undefined ? undefined : queue.byKey.get(key);
      // One that found the queue full goes out once, unkept.
      if (key === undefined || queued === undefined) return;
      if (packet.cmd === 'publish') queued.messageId = packet.messageId;
      else queue.byKey.set(key, packet);
      queue.keyOf.set(packet.messageId, key);
    },
    clear: (clientId, messageId) => {
      const queue = queues.get(clientId);
      const key = messageId === undefined ? undefined : queue?.keyOf.get(messageId);
      if (queue === undefined || messageId === undefined || key === undefined) return undefined;
      const queued = queue.byKey.get(key);
      queue.keyOf.delete(messageId);
      queue.byKey.delete(key);
      if (queue.byKey.size === 0) queues.delete(clientId);
      return queued;
    },
    list: (clientId) => [...(queues.get(clientId)?.byKey.values() ?? [])],
    forget: (clientId) => void queues.delete(clientId),
  };
}
