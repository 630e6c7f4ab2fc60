import type { IClientOptions, MqttClient } from 'mqtt';
import type { Log } from '../../../host/log.ts';
import { readBrokerUrl } from '../../broker-url.ts';

export type EdgeMessage = { readonly topic: string; readonly payload: Buffer };

/** What an edge node does with its connection. */
export type EdgeSession = {
  /** The will of the connection that is about to be made: the NDEATH that ends it. */
  readonly death: (bdSeq: number) => EdgeMessage;
  /** Connected, and commands are heard: the birth may be said. */
  readonly up: (bdSeq: number) => void;
  readonly down: () => void;
  readonly command: (payload: Buffer) => void;
};

export type EdgeLinkOptions = {
  readonly url: () => string;
  /** Its own for good: a broker that still holds our last connection ends it, will and all, before this one. */
  readonly clientId: string;
  readonly commandTopic: string;
  /** Counts connections: birth and death of each share a number from 0 to 255. */
  readonly nextNumber: () => number;
  readonly session: EdgeSession;
  readonly log: Log;
};

/** A connection of its own, because a will belongs to a connection. */
export type EdgeLink = {
  /** `busy`: the broker does not read; what is kept back may be said later. */
  readonly state: () => 'up' | 'busy' | 'down';
  readonly send: (message: EdgeMessage) => void;
  /** Says its death itself: a broker keeps the will to itself when one leaves politely. */
  readonly close: () => Promise<void>;
};

const firstRetryMillis = 250;
const lastRetryMillis = 10_000;
const goodbyeMillis = 1000;
const busyBytes = 1024 * 1024;
/** Two hosts with one name throw each other out at once; then the pauses must go on growing. */
const steadyMillis = 10_000;

type Line = {
  client: MqttClient | null;
  isUp: boolean;
  bdSeq: number;
  pause: number;
  upAt: number;
  isClosed: boolean;
};

export function openEdgeLink(options: EdgeLinkOptions): EdgeLink {
  const { session, log } = options;
  const line: Line = {
    client: null,
    isUp: false,
    bdSeq: 0,
    pause: firstRetryMillis,
    upAt: 0,
    isClosed: false,
  };
  let timer: NodeJS.Timeout | null = null;
  const connect = (): void => {
    timer = null;
    if (line.isClosed) return;
    void dial(options, line, () => {
      if (line.isClosed || timer !== null) return;
      timer = setTimeout(connect, line.pause).unref();
      line.pause = Math.min(lastRetryMillis, line.pause * 2);
    }).catch((fault: unknown) => log.error('a Sparkplug edge node cannot connect', { fault }));
  };
  connect();
  return {
    state: () => {
      if (!line.isUp || line.client?.connected !== true) return 'down';
      return line.client.stream.writableLength > busyBytes ? 'busy' : 'up';
    },
    send: ({ topic, payload }) => {
      if (line.isUp) line.client?.publish(topic, payload, { qos: 0, retain: false });
    },
    close: async () => {
      line.isClosed = true;
      if (timer !== null) clearTimeout(timer);
      const { client } = line;
      if (client === null) return;
      if (line.isUp) client.publish(...deathOf(session, line.bdSeq));
      line.isUp = false;
      await farewell(client);
    },
  };
}

const fixedOptions = {
  clean: true,
  // Each connection needs a will of its own, so each is a client of its own.
  reconnectPeriod: 0,
  resubscribe: false,
  queueQoSZero: false,
  keepalive: 15,
  connectTimeout: 5000,
} as const satisfies IClientOptions;

type Death = [topic: string, payload: Buffer, options: { readonly qos: 1; readonly retain: false }];

function deathOf(session: EdgeSession, bdSeq: number): Death {
  const { topic, payload } = session.death(bdSeq);
  return [topic, payload, { qos: 1, retain: false }];
}

async function dial(options: EdgeLinkOptions, line: Line, ended: () => void): Promise<void> {
  const { url, session, log } = options;
  const target = readBrokerUrl(url());
  if (!target.ok) {
    log.warn(target.refusal.message);
    return ended();
  }
  const { default: mqtt } = await import('mqtt');
  if (line.isClosed) return;
  line.bdSeq = options.nextNumber();
  const [topic, payload, quality] = deathOf(session, line.bdSeq);
  const client = mqtt.connect(target.value.url, {
    ...fixedOptions,
    ...target.value.credentials,
    clientId: options.clientId,
    will: { topic, payload, ...quality },
  });
  line.client = client;
  client.on('message', (_, bytes, packet) => {
    // A retained command would be obeyed again at every connection.
    if (!packet.retain) session.command(bytes);
  });
  client.on('connect', () => greet(client, line, options));
  client.on('error', (fault) => log.debug('a Sparkplug edge node cannot connect', { fault }));
  client.on('close', () => {
    if (line.client !== client) return;
    line.client = null;
    if (line.isUp) session.down();
    if (line.isUp && performance.now() - line.upAt > steadyMillis) line.pause = firstRetryMillis;
    line.isUp = false;
    client.end(true);
    ended();
  });
}

/** Commands are asked for before the birth, or a rebirth wanted at once would not be heard. */
function greet(client: MqttClient, line: Line, { commandTopic, session, log }: EdgeLinkOptions): void {
  client
    .subscribeAsync(commandTopic, { qos: 1 })
    .then(() => {
      if (line.isClosed || !client.connected) return;
      line.isUp = true;
      line.upAt = performance.now();
      session.up(line.bdSeq);
    })
    .catch((fault: unknown) => {
      log.warn('the broker refuses a Sparkplug edge node its commands', { commandTopic, fault });
      client.stream.destroy();
    });
}

async function farewell(client: MqttClient): Promise<void> {
  const patience = Promise.withResolvers<void>();
  const timer = setTimeout(patience.resolve, goodbyeMillis);
  try {
    await Promise.race([client.connected ? client.endAsync() : client.endAsync(true), patience.promise]);
    await client.endAsync(true);
  } catch {
    // It was gone already; there is nobody left to tell.
  } finally {
    clearTimeout(timer);
  }
}
