import mqtt from 'mqtt';
import { onTestFinished } from 'vitest';
import { silentLog } from '../host/log.ts';
import type { Broker } from './broker.ts';
import { openEmbeddedBroker } from './embedded-broker.ts';
import type { EmbeddedBrokerOptions } from './embedded-broker.ts';

export async function open(options: Partial<EmbeddedBrokerOptions> = {}): Promise<Broker> {
  const opened = await openEmbeddedBroker({ host: '127.0.0.1', port: 0, log: silentLog, ...options });
  if (!opened.ok) throw new Error(opened.refusal.message);
  onTestFinished(opened.value.close);
  return opened.value;
}

export async function client(broker: Broker, options: mqtt.IClientOptions = {}): Promise<mqtt.MqttClient> {
  const connected = await mqtt.connectAsync(broker.state().address, { reconnectPeriod: 0, ...options });
  onTestFinished(() => connected.endAsync(true));
  return connected;
}

export const next = (broker: Broker, filter: string): Promise<readonly [string, string]> =>
  new Promise((resolve) => {
    const dispose = broker.subscribe(filter, (topic, payload) => {
      dispose();
      resolve([topic, Buffer.from(payload).toString()]);
    });
  });

export const nextAt = (from: mqtt.MqttClient): Promise<readonly [string, string, boolean]> =>
  new Promise((resolve) =>
    from.once('message', (topic, payload, packet) => resolve([topic, payload.toString(), packet.retain])),
  );

export const gone = (from: mqtt.MqttClient): Promise<void> =>
  new Promise((resolve) => {
    from.on('error', () => {});
    from.once('close', () => resolve());
  });
