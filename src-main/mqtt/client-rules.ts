import type { Aedes, AedesOptions, AedesPublishPacket, AuthenticateError, Client } from 'aedes';
import type { Log } from '../host/log.ts';
import type { BrokerLimits } from './limits.ts';
import { createSeldom, createTokenBucket, type TokenBucket } from './rate.ts';

/** Takes messages over the rate cap; the emitter lets nothing on it through. */
export const droppedTopic = '$coldaisle/dropped';

export type RulesOptions = {
  readonly limits: BrokerLimits;
  readonly log: Log;
  readonly now: () => number;
  /** The watchdog's own client must get in when the broker is full. */
  readonly watchdogId: string;
  readonly connected: () => number;
  readonly onRejected: () => void;
};

type Seen = { readonly bucket: TokenBucket; readonly filters: Set<string> };

export type ClientRules = Required<
  Pick<AedesOptions, 'authenticate' | 'authorizePublish' | 'authorizeSubscribe' | 'authorizeForward'>
> & { readonly unsubscribed: (client: Client, topics: readonly string[]) => void };

// MQTT 3.1.1, 3.2.2.3. aedes declares its codes as a const enum, of which nothing is left at run time.
const serverUnavailable = { returnCode: 3 } as unknown as Pick<AuthenticateError, 'returnCode'>;

/** What a client may do. Everything the host itself publishes passes by these. */
export function createClientRules(options: RulesOptions): ClientRules {
  const { limits, log, now } = options;
  const clients = new WeakMap<Client, Seen>();
  const seen = (client: Client): Seen => {
    const known = clients.get(client);
    if (known !== undefined) return known;
    const cap = { perSecond: limits.messagesPerSecond, burst: limits.burst };
    const fresh = { bucket: createTokenBucket(cap, now), filters: new Set<string>() };
    clients.set(client, fresh);
    return fresh;
  };
  const isNews = createSeldom(60_000, now);
  const reject = (client: Client | null, reason: string): Error => {
    options.onRejected();
    const id = client?.id ?? '';
    if (isNews(`${id} ${reason}`)) log.warn(reason, { client: id });
    return new Error(reason);
  };
  return {
    authenticate: (...call) => {
      const [client, , , done] = call;
      if (client.id === options.watchdogId || options.connected() < limits.maxClients)
        return done(null, true);
      const fault = reject(client, `the broker takes no more than ${limits.maxClients} clients`);
      return done(Object.assign(fault, serverUnavailable), null);
    },
    authorizePublish: (client, packet, done) => {
      // Cut off for its size: the bytes that made it so are in the parser already.
      if (client?.conn.destroyed === true && !client.closed)
        return done(new Error('the connection has ended'));
      // MQTT 3.1.1 has no way to refuse one message: it is taken, or the connection ends (3.3.5).
      if (packet.topic.startsWith('$'))
        return done(reject(client, 'topics that begin with $ belong to the broker'));
      if (client === null || seen(client).bucket.take()) return done(null);
      if (packet.qos > 0) return done(reject(client, 'over the rate cap with QoS 1 or 2: disconnected'));
      reject(client, 'over the rate cap: QoS 0 messages dropped');
      Object.assign(packet, { topic: droppedTopic, payload: Buffer.alloc(0), retain: false });
      return done(null);
    },
    authorizeSubscribe: (client, subscription, done) => {
      const { filters } = seen(client);
      filters.add(subscription.topic);
      if (filters.size > limits.maxSubscriptionsPerClient) {
        filters.delete(subscription.topic);
        reject(client, `no more than ${limits.maxSubscriptionsPerClient} subscriptions for one client`);
        return done(null, null);
      }
      return done(null, subscription);
    },
    authorizeForward: (client, packet) => forward(client, packet, { limits, reject }),
    unsubscribed: (client, topics) => {
      for (const topic of topics) seen(client).filters.delete(topic);
    },
  };
}

type ForwardContext = {
  readonly limits: BrokerLimits;
  readonly reject: (client: Client, reason: string) => Error;
};

/**
 * A subscriber that does not read: QoS 0 is dropped for it alone. With QoS 1 it is disconnected, so
 * that it knows; what a lasting session has not acknowledged stays queued.
 */
function forward(
  client: Client,
  packet: AedesPublishPacket,
  context: ForwardContext,
): AedesPublishPacket | null {
  // Retained messages come at the pace of the socket already.
  if (packet.retain || client.conn.writableLength <= context.limits.slowBytes) return packet;
  if (packet.qos === 0) {
    context.reject(client, 'a slow subscriber misses QoS 0 messages');
    return null;
  }
  context.reject(client, 'a slow subscriber with QoS 1 or 2: disconnected');
  setImmediate(() => client.conn.destroy());
  return packet;
}

/** Why clients went away, without a flood of lines. */
export function watchClients(
  aedes: Aedes,
  rules: ClientRules,
  { log, now }: Pick<RulesOptions, 'log' | 'now'>,
): void {
  const isNews = createSeldom(60_000, now);
  const note = (client: Client | null, fault: Error): void => {
    const id = client?.id ?? '';
    if (isNews(`${id} ${fault.message}`))
      log.info('an MQTT client was cut off', { client: id, reason: fault.message });
  };
  aedes.on('unsubscribe', (topics, client) => rules.unsubscribed(client, topics));
  aedes.on('clientError', note);
  aedes.on('connectionError', note);
  // An `error` event without a listener would end the process.
  aedes.addListener('error', (fault: unknown) => log.error('the MQTT broker reported a fault', { fault }));
}
