import { Readable, type Writable } from 'node:stream';
import type { AedesPublishPacket, Client, Subscription } from 'aedes';
import { createFilterTrie } from './filter-trie.ts';
import { createOutbox, type Outbox, type QueuedPacket } from './outbox.ts';
import { createTopicTrie } from './topic-trie.ts';

export type SessionLimits = {
  readonly maxRetained: number;
  readonly maxSessions: number;
  readonly maxQueuedPerSession: number;
};

type ClientRef = Pick<Client, 'id'>;
type Held = { readonly clientId: string; readonly topic: string; readonly qos: 0 | 1 | 2 };
type Will = AedesPublishPacket & { brokerId?: string; clientId?: string };

export type SessionStore = ReturnType<typeof createSessionStore>;

/**
 * The persistence aedes asks for, in memory and bounded. Retained messages live in a trie: the
 * library's own store reads every retained topic for every subscription.
 * The functions must be `async`: aedes checks it of `setup` and chains promises on the others.
 */
export function createSessionStore(limits: SessionLimits, onDropped: (what: 'retained' | 'queued') => void) {
  const shelf: Shelf = { retained: createTopicTrie(), limits, onDropped };
  return {
    ...retainedPart(shelf),
    ...subscriptionPart(shelf),
    ...incomingPart(),
    ...willPart(),
  };
}

type Shelf = {
  readonly retained: ReturnType<typeof createTopicTrie<AedesPublishPacket>>;
  readonly limits: SessionLimits;
  readonly onDropped: (what: 'retained' | 'queued') => void;
};

/**
 * The one thing aedes does with this stream is to pipe it. A true Readable costs more than finding
 * the message, and a thousand subscriptions make a thousand of them.
 */
type Pipeable = { readonly pipe: (destination: Writable) => void };

const streamOf = (items: IterableIterator<unknown>): Pipeable => ({
  pipe: (destination) => {
    const feed = (): void => {
      // Not for…of: leaving that loop would end the generator.
      for (let next = items.next(); next.done !== true; next = items.next()) {
        if (destination.write(next.value)) continue;
        destination.once('drain', feed);
        return;
      }
    };
    feed();
  },
});

function retainedPart({ retained, limits, onDropped }: Shelf) {
  function* found(filters: readonly string[]) {
    for (const filter of filters) yield* retained.match(filter);
  }
  return {
    storeRetained: async (packet: AedesPublishPacket): Promise<void> => {
      if (packet.payload.length === 0) {
        retained.remove(packet.topic);
        return;
      }
      if (retained.size() >= limits.maxRetained && !retained.has(packet.topic)) {
        onDropped('retained');
        return;
      }
      retained.set(packet.topic, { ...packet });
    },
    createRetainedStreamCombi: (filters: readonly string[]): Pipeable => streamOf(found(filters)),
  };
}

type Sessions = {
  readonly held: Map<string, Map<string, Held>>;
  readonly filters: ReturnType<typeof createFilterTrie<Held>>;
};

function drop(sessions: Sessions, clientId: string, topic: string): void {
  const mine = sessions.held.get(clientId);
  const held = mine?.get(topic);
  if (mine === undefined || held === undefined) return;
  mine.delete(topic);
  sessions.filters.remove(topic, held);
}

function hold(sessions: Sessions, clientId: string, sub: Subscription): void {
  drop(sessions, clientId, sub.topic);
  const held = { clientId, topic: sub.topic, qos: sub.qos };
  const mine = sessions.held.get(clientId) ?? new Map<string, Held>();
  sessions.held.set(clientId, mine.set(sub.topic, held));
  if (sub.qos > 0) sessions.filters.add(sub.topic, held);
}

/** Sessions that outlive their connection, and what waits for them. */
function subscriptionPart({ limits, onDropped }: Shelf) {
  const sessions: Sessions = { held: new Map(), filters: createFilterTrie() };
  const outbox = createOutbox(limits.maxQueuedPerSession, () => onDropped('queued'));
  const forget = (clientId: string): void => {
    for (const topic of sessions.held.get(clientId)?.keys() ?? []) drop(sessions, clientId, topic);
    sessions.held.delete(clientId);
    outbox.forget(clientId);
  };
  return {
    addSubscriptions: async (client: ClientRef, subs: readonly Subscription[]): Promise<void> => {
      if (sessions.held.size >= limits.maxSessions && !sessions.held.has(client.id)) {
        throw new Error(`no more than ${limits.maxSessions} lasting sessions`);
      }
      for (const sub of subs) hold(sessions, client.id, sub);
    },
    removeSubscriptions: async (client: ClientRef, topics: readonly string[]): Promise<void> => {
      for (const topic of topics) drop(sessions, client.id, topic);
      if (sessions.held.get(client.id)?.size === 0) sessions.held.delete(client.id);
    },
    subscriptionsByClient: async (client: ClientRef) =>
      [...(sessions.held.get(client.id)?.values() ?? [])].map(({ topic, qos }) => ({ topic, qos })),
    /** One per client, or it would get the message twice. */
    subscriptionsByTopic: async (topic: string): Promise<Held[]> => [
      ...new Map(sessions.filters.match(topic).map((held) => [held.clientId, held])).values(),
    ],
    cleanSubscriptions: async (client: ClientRef): Promise<void> => forget(client.id),
    ...outgoingPart(outbox),
  };
}

function outgoingPart(outbox: Outbox) {
  return {
    outgoingEnqueue: async (sub: { readonly clientId: string }, packet: QueuedPacket): Promise<void> =>
      outbox.add(sub.clientId, packet),
    outgoingEnqueueCombi: async (
      subs: readonly { readonly clientId: string }[],
      packet: QueuedPacket,
    ): Promise<void> => {
      for (const sub of subs) outbox.add(sub.clientId, packet);
    },
    outgoingUpdate: async (client: ClientRef, packet: QueuedPacket): Promise<void> =>
      outbox.update(client.id, packet),
    outgoingClearMessageId: async (
      client: ClientRef,
      packet: QueuedPacket,
    ): Promise<QueuedPacket | undefined> => outbox.clear(client.id, packet.messageId),
    outgoingStream: (client: ClientRef): Readable => Readable.from(outbox.list(client.id)),
  };
}

/** QoS 2 on its way in. aedes bounds these per client by `maxInflightInbound`. */
function incomingPart() {
  const incoming = new Map<string, Map<number | undefined, QueuedPacket>>();
  return {
    incomingStorePacket: async (client: ClientRef, packet: QueuedPacket): Promise<void> => {
      const mine = incoming.get(client.id) ?? new Map<number | undefined, QueuedPacket>();
      incoming.set(client.id, mine.set(packet.messageId, { ...packet }));
    },
    incomingGetPacket: async (client: ClientRef, packet: QueuedPacket): Promise<QueuedPacket> => {
      const found = incoming.get(client.id)?.get(packet.messageId);
      if (found === undefined) throw new Error('no such packet');
      return found;
    },
    incomingDelPacket: async (client: ClientRef, packet: QueuedPacket): Promise<void> => {
      if (incoming.get(client.id)?.delete(packet.messageId) !== true) throw new Error('no such packet');
    },
    cleanIncoming: async (client: ClientRef): Promise<void> => void incoming.delete(client.id),
  };
}

/** Wills of clients of this broker; a restarted broker publishes those its forerunner left. */
function willPart() {
  const wills = new Map<string, Will>();
  const owner = { id: '' };
  return {
    setup: async (broker: { readonly id: string }): Promise<void> => {
      owner.id = broker.id;
    },
    putWill: async (client: ClientRef, will: Will): Promise<void> => {
      wills.set(client.id, Object.assign(will, { brokerId: owner.id, clientId: client.id }));
    },
    delWill: async (client: ClientRef): Promise<Will | undefined> => {
      const will = wills.get(client.id);
      wills.delete(client.id);
      return will;
    },
    streamWill: (alive: Readonly<Record<string, number>> = {}): Readable =>
      Readable.from([...wills.values()].filter((will) => alive[will.brokerId ?? ''] === undefined)),
  };
}
