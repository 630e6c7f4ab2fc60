import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { IClientOptions, MqttClient } from 'mqtt';
import { accepted, type Result } from '../../sim/contract/result.ts';
import type { Log } from '../host/log.ts';
import type { Broker, BrokerState, Message } from './broker.ts';
import { readBrokerUrl } from './broker-url.ts';
import { createExternalListeners } from './external-listeners.ts';
import { createMinuteCount, createSeldom } from './rate.ts';
import { createWaitingRoom } from './waiting-room.ts';

export type ExternalBrokerOptions = {
  /** mqtt://, mqtts://, ws:// or wss://, with user and password where the broker wants them. */
  readonly url: string;
  readonly log: Log;
  /** What the broker says for us should we die. */
  readonly will?: { readonly topic: string; readonly payload: string };
  /** Said first at every connection: it takes back what the will said after the last one. */
  readonly birth?: { readonly topic: string; readonly payload: string };
  readonly limits?: Partial<ExternalLimits>;
  readonly now?: () => number;
};

export type ExternalLimits = {
  /** Of readings, and as many of QoS 1 beside them. */
  readonly maxWaiting: number;
  /** So much may wait in our socket to a broker that does not read. */
  readonly slowBytes: number;
  readonly firstRetryMillis: number;
  readonly lastRetryMillis: number;
  readonly drainMillis: number;
};

const defaults: ExternalLimits = {
  maxWaiting: 10_000,
  slowBytes: 8 * 1024 * 1024,
  firstRetryMillis: 250,
  lastRetryMillis: 10_000,
  drainMillis: 2000,
};

const keepaliveSeconds = 15;
const connectMillis = 5000;
const goodbyeMillis = 1000;

/** Returns at once; whether the broker is there is told by `state()`. */
export async function openExternalBroker(options: ExternalBrokerOptions): Promise<Result<Broker>> {
  const target = readBrokerUrl(options.url);
  if (!target.ok) return target;
  // Loaded here: with the embedded broker nobody needs it.
  const { default: mqtt } = await import('mqtt');
  const limits = { ...defaults, ...options.limits };
  const { url: address, credentials } = target.value;
  const will = options.will === undefined ? null : willOf(options.will);
  const client = mqtt.connect(address, {
    ...fixedOptions,
    ...credentials,
    ...(will === null ? {} : { will }),
    clientId: `coldaisle-${randomUUID().slice(0, 8)}`,
    reconnectPeriod: limits.firstRetryMillis,
  });
  const now = options.now ?? (() => performance.now());
  const birth = options.birth ?? null;
  const log = options.log.child('mqtt');
  return accepted(createExternalBroker({ client, limits, address, log, now, birth }));
}

const willOf = ({ topic, payload }: { readonly topic: string; readonly payload: string }) =>
  ({ topic, payload: Buffer.from(payload), qos: 1, retain: true }) as const;

const fixedOptions = {
  clean: true,
  // We subscribe and queue ourselves: the library's queue has no bound.
  resubscribe: false,
  queueQoSZero: false,
  // A broker that refuses us now may have been set right a minute later.
  reconnectOnConnackError: true,
  keepalive: keepaliveSeconds,
  connectTimeout: connectMillis,
} as const satisfies IClientOptions;

type Wiring = {
  readonly client: MqttClient;
  readonly limits: ExternalLimits;
  readonly address: string;
  readonly log: Log;
  readonly now: () => number;
  readonly birth: { readonly topic: string; readonly payload: string } | null;
};

type Link = { state: BrokerState['state']; detail: string; dropped: number };

function createExternalBroker(wiring: Wiring): Broker {
  const { client, limits, address, log, now, birth } = wiring;
  const bell = createBell();
  const link: Link = { state: 'down', detail: 'connecting', dropped: 0 };
  const received = createMinuteCount(now);
  const drop = (): void => {
    link.dropped += 1;
  };
  const waiting = createWaitingRoom(limits.maxWaiting, drop);
  const send = (message: Message): void => {
    const { topic, qos, retain } = message;
    // The socket may be gone a moment before the library tells.
    if (!client.connected) return waiting.add(message);
    if (qos === 0 && client.stream.writableLength > limits.slowBytes) return drop();
    const payload = typeof message.payload === 'string' ? message.payload : Buffer.from(message.payload);
    // Without a callback, for which the library would wait on the socket, message by message.
    client.publish(topic, payload, { qos, retain });
  };
  const publish = (message: Message): void => (link.state === 'up' ? send(message) : waiting.add(message));
  const listeners = createExternalListeners(wiring, (topic) => {
    if (!topic.startsWith(markerRoot)) received.add();
  });
  const markers = createMarkers(wiring, {
    publish,
    subscribe: listeners.subscribe,
    isUp: () => link.state === 'up',
  });

  keepLinked(wiring, link, {
    onConnected: () => listeners.ask(),
    onReady: () => {
      if (birth !== null) send({ ...birth, qos: 1, retain: true });
      for (const message of waiting.takeAll()) send(message);
      bell.ring();
    },
    onLost: () => {
      listeners.forget();
      markers.giveUp();
    },
  });

  return {
    publish,
    subscribe: listeners.subscribe,
    drained: markers.drained,
    onReached: bell.listen,
    state: () => {
      const held = waiting.size();
      const detail = held === 0 ? link.detail : `${link.detail}; ${held} messages wait`;
      return { state: link.state, address, detail };
    },
    counts: () => ({ perMinute: received.total(), rejected: link.dropped }),
    close: async () => {
      link.state = 'off';
      link.detail = '';
      markers.giveUp();
      await farewell(client, log);
    },
  };
}

/** Those who want to know of each connection. */
function createBell() {
  const listeners = new Set<() => void>();
  return {
    ring: (): void => {
      for (const listener of listeners) listener();
    },
    listen: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type Turns = {
  readonly onConnected: () => Promise<void>;
  readonly onReady: () => void;
  readonly onLost: () => void;
};

/** down → up → down …, with growing pauses between attempts. */
function keepLinked({ client, limits, log, address, now }: Wiring, link: Link, turns: Turns): void {
  const isNews = createSeldom(60_000, now);
  const retry = (millis: number): void => {
    client.options.reconnectPeriod = millis;
  };
  client.on('connect', () => {
    retry(limits.firstRetryMillis);
    // Nothing is sent before we listen, or our own first messages would not come back to ingest.
    turns
      .onConnected()
      .then(() => {
        if (link.state === 'off' || !client.connected) return;
        link.state = 'up';
        link.detail = '';
        log.info('connected to the MQTT broker', { address });
        turns.onReady();
      })
      .catch((fault: unknown) => {
        link.detail = `the broker refuses our subscriptions: ${messageOf(fault)}`;
        client.stream.destroy();
      });
  });
  client.on('error', (fault) => {
    link.detail = messageOf(fault);
    if (isNews(link.detail)) log.warn('the MQTT broker cannot be reached', { address, reason: link.detail });
  });
  client.on('close', () => {
    retry(Math.min(limits.lastRetryMillis, (client.options.reconnectPeriod ?? limits.firstRetryMillis) * 2));
    turns.onLost();
    if (link.state !== 'up') return;
    link.state = 'down';
    link.detail = 'the connection was lost';
    log.warn('the MQTT broker is gone', { address });
  });
}

/** Refused connections of several addresses arrive as one error without a message. */
function messageOf(fault: unknown): string {
  if (fault instanceof AggregateError) return fault.errors.map(messageOf).join('; ');
  return fault instanceof Error ? fault.message : String(fault);
}

const markerRoot = 'dc/$drained/';

type Means = Pick<Broker, 'publish' | 'subscribe'> & { readonly isUp: () => boolean };

/** What comes back after a message has passed the broker as that message did. */
function createMarkers({ client, limits }: Wiring, { publish, subscribe, isUp }: Means) {
  const waiting = new Map<string, () => void>();
  const topic = `${markerRoot}${client.options.clientId}`;
  subscribe(topic, (_, payload) => waiting.get(Buffer.from(payload).toString())?.());
  return {
    giveUp: (): void => {
      for (const resolve of waiting.values()) resolve();
    },
    drained: (): Promise<void> => {
      if (!isUp()) return Promise.resolve();
      const payload = randomUUID();
      return new Promise((resolve) => {
        const timer = setTimeout(() => waiting.get(payload)?.(), limits.drainMillis);
        waiting.set(payload, () => {
          clearTimeout(timer);
          waiting.delete(payload);
          resolve();
        });
        publish({ topic, payload, qos: 1, retain: false });
      });
    },
  };
}

/** Lets what is on its way go out, but not for long. */
async function farewell(client: MqttClient, log: Log): Promise<void> {
  const patience = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => patience.resolve('late'), goodbyeMillis);
  try {
    const end = client.connected ? client.endAsync() : client.endAsync(true);
    if ((await Promise.race([end, patience.promise])) === 'late') await client.endAsync(true);
  } catch (fault) {
    log.debug('the MQTT connection ended with a fault', { fault });
  } finally {
    clearTimeout(timer);
  }
}
