/** Our own connection to a foreign broker, which keeps what we miss. */
import type { IClientOptions, MqttClient } from 'mqtt';
import type { BrokerTarget } from '../../mqtt/broker-url.ts';
import type { HardwareLimits } from './limits.ts';

export type Arrived = {
  readonly topic: string;
  readonly payload: Uint8Array;
  /** Said some time before we asked; nobody can tell how old it is. */
  readonly isRetained: boolean;
};

export type MqttLinkOptions = {
  readonly target: BrokerTarget;
  readonly clientId: string;
  /** `kept`: what arrives with QoS 1 while we are away waits at the broker. */
  readonly session: 'kept' | 'clean';
  readonly filters: readonly string[];
  readonly limits: HardwareLimits;
  readonly onMessage: (message: Arrived) => void;
  readonly onUp: () => void;
  readonly onDown: (reason: string) => void;
  readonly onFilterRefused: (filter: string) => void;
};

export type MqttLink = {
  /** Filters that are not wanted again are let go, so that the broker keeps nothing for nobody. */
  readonly end: (wantedAgain: ReadonlySet<string>) => Promise<void>;
};

const keepaliveSeconds = 15;
const refusedGrant = 128;

export async function openMqttLink(options: MqttLinkOptions): Promise<MqttLink> {
  const { default: mqtt } = await import('mqtt');
  const { target, limits, filters } = options;
  const client = mqtt.connect(target.url, {
    ...fixedOptions,
    ...target.credentials,
    clientId: options.clientId,
    clean: options.session === 'clean',
    connectTimeout: limits.connectMillis,
    reconnectPeriod: limits.firstRetryMillis,
    // Not before we listen: what waited for us arrives right after the greeting.
    manualConnect: true,
  });
  client.on('message', (topic, payload, packet) =>
    options.onMessage({ topic, payload, isRetained: packet.retain }),
  );
  keepLinked(client, options);
  client.connect();
  return {
    end: async (wantedAgain) => {
      const left = filters.filter((filter) => !wantedAgain.has(filter));
      await farewell(client, options.session === 'kept' && client.connected ? left : [], limits.answerMillis);
    },
  };
}

const fixedOptions = {
  resubscribe: false,
  queueQoSZero: false,
  reconnectOnConnackError: true,
  keepalive: keepaliveSeconds,
} as const satisfies IClientOptions;

function keepLinked(client: MqttClient, options: MqttLinkOptions): void {
  const { limits, onUp, onDown } = options;
  let reason = '';
  client.on('connect', () => {
    client.options.reconnectPeriod = limits.firstRetryMillis;
    subscribe(client, options)
      .then(() => {
        if (client.connected) onUp();
      })
      .catch((fault: unknown) => {
        reason = `the broker does not take our subscriptions: ${wordsOf(fault)}`;
        client.stream.destroy();
      });
  });
  client.on('error', (fault) => {
    reason = wordsOf(fault);
  });
  client.on('close', () => {
    const last = client.options.reconnectPeriod ?? limits.firstRetryMillis;
    client.options.reconnectPeriod = Math.min(limits.lastRetryMillis, last * 2);
    onDown(reason === '' ? 'the connection was lost' : reason);
    reason = '';
  });
}

async function subscribe(client: MqttClient, { filters, onFilterRefused }: MqttLinkOptions): Promise<void> {
  if (filters.length === 0) return;
  const granted = await client.subscribeAsync([...filters], { qos: 1 });
  for (const { topic, qos } of granted) if (qos === refusedGrant) onFilterRefused(topic);
}

/** Refused connections of several addresses arrive as one error without a message. */
function wordsOf(fault: unknown): string {
  if (fault instanceof AggregateError) return [...new Set(fault.errors.map(wordsOf))].join('; ');
  const text = fault instanceof Error ? fault.message : String(fault);
  if (/ECONNREFUSED/.test(text)) return `nothing listens there (${text})`;
  if (/ENOTFOUND|EAI_AGAIN/.test(text)) return `its name is not known (${text})`;
  if (/not authorized|bad user ?name/i.test(text))
    return `the broker wants another user or password (${text})`;
  return text;
}

/** In good order where the broker listens, and not for long where it does not. */
async function farewell(client: MqttClient, left: readonly string[], patience: number): Promise<void> {
  const late = Promise.withResolvers<'late'>();
  const timer = setTimeout(() => late.resolve('late'), patience);
  const inOrder = async (): Promise<'done'> => {
    if (left.length > 0) await client.unsubscribeAsync([...left]);
    await client.endAsync(!client.connected);
    return 'done';
  };
  try {
    if ((await Promise.race([inOrder(), late.promise])) === 'late') await client.endAsync(true);
  } catch {
    await client.endAsync(true);
  } finally {
    clearTimeout(timer);
  }
}
