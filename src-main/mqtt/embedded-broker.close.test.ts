import mqtt from 'mqtt';
import { expect, test } from 'vitest';
import { silentLog } from '../host/log.ts';
import { openEmbeddedBroker } from './embedded-broker.ts';

test('FR-140-014 two brokers in one process do not know of each other, and close to nothing', async () => {
  const one = await openEmbeddedBroker({ host: '127.0.0.1', port: 0, log: silentLog });
  const two = await openEmbeddedBroker({ host: '127.0.0.1', port: 0, log: silentLog });
  if (!one.ok || !two.ok) throw new Error('a broker did not open');
  const heard: string[] = [];
  two.value.subscribe('#', (topic) => heard.push(topic));
  one.value.publish({ topic: 'a', payload: 'x', qos: 0, retain: true });
  await Promise.all([one.value.drained(), two.value.drained()]);
  expect(heard).toEqual([]);
  const guest = await mqtt.connectAsync(one.value.state().address, { reconnectPeriod: 0 });
  const closed = new Promise<void>((resolve) => guest.once('close', () => resolve()));
  await Promise.all([one.value.close(), two.value.close()]);
  await closed;
  expect(one.value.state().state).toBe('off');
  const sockets = process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP'));
  expect(sockets).toEqual([]);
});
