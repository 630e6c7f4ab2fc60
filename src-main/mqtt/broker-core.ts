import { Aedes, type AedesPublishPacket } from 'aedes';
import type { Duplex } from 'node:stream';
import type { Log } from '../host/log.ts';
import type { Message, MessageListener } from './broker.ts';
import { createClientRules, droppedTopic, watchClients } from './client-rules.ts';
import { createEmitter } from './emitter.ts';
import type { Flight } from './flight.ts';
import type { BrokerLimits } from './limits.ts';
import { createSeldom } from './rate.ts';
import type { SessionStore } from './session-store.ts';

/** aedes with our parts in place of its own, before any socket. */
export type BrokerCore = {
  readonly publish: (message: Message) => void;
  readonly subscribe: (filter: string, listener: MessageListener) => () => void;
  readonly handle: (stream: Duplex) => void;
  readonly close: () => Promise<void>;
};

export type CoreOptions = {
  readonly limits: BrokerLimits;
  readonly log: Log;
  readonly now: () => number;
  readonly watchdogId: string;
  readonly store: SessionStore;
  readonly flight: Flight;
  readonly onTaken: () => void;
  readonly onRejected: () => void;
};

/** aedes writes the sender on what it emits, and does not declare it. */
type Emitted = AedesPublishPacket & { readonly clientId?: string };

const drainMillis = 10_000;
const connectMillis = 10_000;

export async function openBrokerCore(options: CoreOptions): Promise<BrokerCore> {
  const { log, now, flight } = options;
  const isNews = createSeldom(60_000, now);
  const mq = createEmitter({
    onMessage: ({ topic }) => {
      if (!topic.startsWith('$')) options.onTaken();
      return topic === droppedTopic ? 'drop' : 'deliver';
    },
    onFault: (topic, fault) => {
      if (isNews(topic)) log.error('a listener failed on an MQTT message', { topic, fault });
    },
  });
  const rules = createClientRules({ ...options, connected: () => aedes.connectedClients });
  const aedes: Aedes = new Aedes({
    // Our emitter has no queue, so this number is only kept from meaning anything else.
    concurrency: 0,
    mq,
    persistence: options.store,
    drainTimeout: drainMillis,
    connectTimeout: connectMillis,
    ...rules,
  });
  watchClients(aedes, rules, options);
  await aedes.listen();
  return {
    publish: (message) => {
      const packet = {
        cmd: 'publish',
        topic: message.topic,
        payload: bytesOf(message.payload),
        qos: message.qos,
        retain: message.retain,
        dup: false,
      } as const;
      aedes.publish(packet, flight.depart());
    },
    subscribe: (filter, listener) => {
      const mark = { retain: false, client: null as string | null };
      const deliver = (packet: Emitted): void => {
        mark.retain = packet.retain;
        mark.client = packet.clientId ?? null;
        listener(packet.topic, bytesOf(packet.payload), mark);
      };
      mq.on(filter, deliver);
      return () => mq.removeListener(filter, deliver);
    },
    handle: (stream) => void aedes.handle(stream),
    close: () => new Promise((resolve) => aedes.close(resolve)),
  };
}

function bytesOf(payload: string | Uint8Array): Buffer {
  if (typeof payload === 'string') return Buffer.from(payload);
  return Buffer.isBuffer(payload)
    ? payload
    : Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
}
