import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { accepted, type Result } from '../../sim/contract/result.ts';
import type { Log } from '../host/log.ts';
import { openBrokerCore, type BrokerCore } from './broker-core.ts';
import type { Broker, BrokerState, MessageListener } from './broker.ts';
import { createFlight } from './flight.ts';
import { defaultLimits, type BrokerLimits } from './limits.ts';
import { openListener, type Listener, type ListenerOptions } from './listener.ts';
import { probeBroker, type ProbeTarget } from './probe.ts';
import { createMinuteCount, createSeldom } from './rate.ts';
import { createSessionStore } from './session-store.ts';
import { startWatchdog } from './watchdog.ts';

export type EmbeddedBrokerOptions = {
  /** No default: whoever opens it to a network must have written so. */
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly log: Log;
  readonly limits?: Partial<BrokerLimits>;
  /** How the watchdog finds out whether the broker lives. */
  readonly probe?: (target: ProbeTarget) => Promise<'well' | 'silent'>;
  /** Monotonic milliseconds. */
  readonly now?: () => number;
};

const healthTopic = '$coldaisle/health';
const probeMillis = 3000;
/** Sockets that have not said CONNECT yet, and the watchdog's own. */
const spareSockets = 16;

type Subscription = { readonly filter: string; readonly listener: MessageListener; dispose: () => void };

/** Everything that changes while the broker lives. */
type Running = {
  core: BrokerCore;
  listener: Listener | null;
  port: number;
  state: BrokerState['state'];
  detail: string;
};

export async function openEmbeddedBroker(options: EmbeddedBrokerOptions): Promise<Result<Broker>> {
  const parts = createParts(options);
  const core = await parts.openCore();
  const running: Running = { core, listener: null, port: options.port, state: 'down', detail: '' };
  const opened = await listenWith(parts, running);
  if (!opened.ok) {
    await core.close();
    return opened;
  }
  const subscriptions = new Set<Subscription>();
  const watchdog = startWatchdog({
    everyMillis: parts.limits.watchdogMillis,
    isWell: async () => running.listener !== null && (await parts.probe(running)) === 'well',
    onSick: () => restart(parts, running, subscriptions),
    log: parts.log,
  });
  return accepted({
    publish: (message) => {
      if (running.state !== 'off') running.core.publish(message);
    },
    subscribe: (filter, listener) => {
      const subscription = { filter, listener, dispose: running.core.subscribe(filter, listener) };
      subscriptions.add(subscription);
      return () => {
        subscriptions.delete(subscription);
        subscription.dispose();
      };
    },
    drained: parts.flight.landed,
    // What it retains lives in this process and outlasts its restarts.
    onReached: () => () => {},
    state: () => ({
      state: running.state,
      address: addressOf(options.host, running.port),
      detail: running.detail,
    }),
    counts: () => ({ perMinute: parts.taken.total(), rejected: parts.rejected() }),
    close: async () => {
      const stopped = watchdog.stop();
      await running.listener?.close();
      await stopped;
      // A restart that was under way has opened another one meanwhile.
      await running.listener?.close();
      await running.core.close();
      running.state = 'off';
    },
  });
}

const addressOf = (host: string, port: number): string =>
  `mqtt://${host.includes(':') ? `[${host}]` : host}:${port}`;

type Parts = ReturnType<typeof createParts>;

/** What outlives a restart: retained messages, sessions and counts. */
function createParts(options: EmbeddedBrokerOptions) {
  const limits = { ...defaultLimits, ...options.limits };
  const log = options.log.child('mqtt');
  const now = options.now ?? (() => performance.now());
  const taken = createMinuteCount(now);
  const flight = createFlight();
  const isNews = createSeldom(60_000, now);
  const watchdogId = `coldaisle-watchdog-${randomUUID()}`;
  let rejected = 0;
  const onRejected = (): void => {
    rejected += 1;
  };
  const store = createSessionStore(limits, (what) => {
    onRejected();
    if (isNews(what)) log.warn(`no room for more ${what} messages`);
  });
  return {
    limits,
    log,
    taken,
    flight,
    rejected: () => rejected,
    openCore: () =>
      openBrokerCore({ limits, log, now, watchdogId, store, flight, onTaken: taken.add, onRejected }),
    probe: (running: Running) =>
      (options.probe ?? probeFor(watchdogId, running))({ host: options.host, port: running.port }),
    listenerOptions: (running: Running): ListenerOptions => ({
      host: options.host,
      port: running.port,
      maxSockets: limits.maxClients + spareSockets,
      maxPacketBytes: limits.maxPacketBytes,
      onSocket: (socket) => running.core.handle(socket),
      onRejected: (reason) => {
        onRejected();
        if (isNews(reason)) log.warn('an MQTT connection was refused', { reason });
      },
      onLost: (reason) => log.error('the MQTT listener reported a fault', { reason }),
    }),
  };
}

/** 0.0.0.0 is where one listens, not where one connects. */
const reachable = (host: string): string => (host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host);

const probeFor =
  (clientId: string, running: Running) =>
  (target: ProbeTarget): Promise<'well' | 'silent'> => {
    const payload = randomUUID();
    return probeBroker(
      { host: reachable(target.host), port: target.port },
      {
        clientId,
        topic: healthTopic,
        payload,
        timeoutMillis: probeMillis,
        publish: () => running.core.publish({ topic: healthTopic, payload, qos: 0, retain: false }),
      },
    );
  };

async function listenWith(parts: Parts, running: Running): Promise<Result<Listener>> {
  const opened = await openListener(parts.listenerOptions(running));
  if (opened.ok) {
    running.listener = opened.value;
    running.port = opened.value.port;
    running.state = 'up';
    running.detail = '';
  } else {
    running.state = 'down';
    running.detail = opened.refusal.message;
  }
  return opened;
}

/** Bots and ingest go over to the new core in one turn, so in-process messages never miss it. */
async function restart(
  parts: Parts,
  running: Running,
  subscriptions: ReadonlySet<Subscription>,
): Promise<void> {
  running.state = 'down';
  running.detail = 'does not answer: being restarted';
  parts.log.error('the MQTT broker does not answer: it is restarted', { port: running.port });
  const fresh = await parts.openCore();
  const old = { core: running.core, listener: running.listener };
  // The old core keeps its listeners until it is closed: messages may still be on their way in it.
  for (const subscription of subscriptions) {
    subscription.dispose = fresh.subscribe(subscription.filter, subscription.listener);
  }
  running.core = fresh;
  running.listener = null;
  await old.listener?.close();
  await old.core.close();
  const opened = await listenWith(parts, running);
  if (opened.ok) parts.log.info('the MQTT broker is back', { port: running.port });
}
