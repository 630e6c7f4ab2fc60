import { hostStateTopic } from '../../sim/contract/topics.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { Broker } from '../mqtt/broker.ts';
import { openEmbeddedBroker } from '../mqtt/embedded-broker.ts';
import { openExternalBroker } from '../mqtt/external-broker.ts';
import type { HostOptions } from './options.ts';

const usualPort = 1883;

export async function openBroker(options: HostOptions): Promise<Result<Broker>> {
  const log = options.log.child('mqtt');
  if (options.brokerUrl !== null) {
    return openExternalBroker({
      url: options.brokerUrl,
      log,
      will: { topic: hostStateTopic, payload: 'offline' },
      birth: { topic: hostStateTopic, payload: 'online' },
    });
  }
  const open = (port: number) => openEmbeddedBroker({ host: '127.0.0.1', port, log });
  if (options.mqttPort !== null) return open(options.mqttPort);
  const usual = await open(usualPort);
  // Another broker, or another Coldaisle, has the usual port; the status bar shows which one this is.
  return usual.ok ? usual : open(0);
}
