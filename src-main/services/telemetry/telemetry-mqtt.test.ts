import mqtt from 'mqtt';
import { afterEach, expect, test, vi } from 'vitest';
import type { Host } from '../../host/host.ts';
import { ask, doing, openTestHost, stepped } from '../../host/testing/test-host.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function bench() {
  const host = await openTestHost();
  closers.push(() => host.close());
  await doing(host, { type: 'clock.pause' });
  const url = host.status().faces[0]?.address ?? '';
  const client = await mqtt.connectAsync(url, { clientId: 'plc-1', reconnectPeriod: 0 });
  closers.push(() => client.endAsync(true));
  const heard = new Map<string, string>();
  client.on('message', (topic, payload) => heard.set(topic, payload.toString()));
  await client.subscribeAsync('dc/#', { qos: 1 });
  return { host, client, heard };
}

const step = async (host: Host, ticks: number): Promise<void> => {
  await doing(host, { type: 'clock.step', ticks });
  await stepped(host);
};

test('FR-140-072 FR-140-074 a lab tells the state of its things, and the words of their states', async () => {
  const { host, heard } = await bench();
  await step(host, 70);
  await vi.waitFor(() => expect(heard.get('dc/site1/power/ups-01/$state')).toBe('online'));
  expect(JSON.parse(heard.get('dc/site1/power/ups-01/status') ?? '{}')).toMatchObject({ v: 1, w: 'online' });
});

test('FR-140-077 FR-140-078 a bot’s sensor handed to hardware that says nothing is not lost while paused steps go on', async () => {
  const { host } = await bench();
  await step(host, 70);
  const { id } = await ask(host, 'entity', { id: 'A01' });
  const { items } = await ask(host, 'entities', { parent: id, kinds: ['sensor'] });
  const sensor = items.find((one) => one.kind === 'sensor' && one.spec.metric === 'temperature');
  if (sensor === undefined) throw new Error('A01 has an inlet sensor');
  await doing(host, { type: 'inventory.change', id: sensor.id, spec: { source: 'hardware' } });
  await step(host, 1200);
  expect((await ask(host, 'latest', { sensors: [sensor.id] })).items[0]?.quality).toBe('sim');
});

test('FR-140-080 FR-140-083 an order by MQTT passes the door under the client’s name; a retained one does not', async () => {
  const { host, client, heard } = await bench();
  const answer = (topic: string): Record<string, unknown> =>
    JSON.parse(heard.get(`${topic}/response`) ?? '{}') as Record<string, unknown>;
  const eco = 'dc/site1/power/ups-01/cmd/ups-eco';
  await client.publishAsync(eco, '{"id":"1"}', { qos: 1 });
  await vi.waitFor(() => expect(answer(eco)).toEqual({ id: '1', ok: true }));
  const setpoint = 'dc/site1/cooling/crac-01/cmd/setpoint';
  await client.publishAsync(setpoint, '21.5', { qos: 1 });
  await vi.waitFor(() => expect(answer(setpoint)).toEqual({ ok: true }));
  expect(await ask(host, 'entity', { id: 'crac-01' })).toMatchObject({ spec: { setpoint: 21.5 } });
  const off = 'dc/site1/power/ups-01/cmd/ups-off';
  await client.publishAsync(off, '{}', { qos: 1, retain: true });
  await vi.waitFor(() => expect(answer(off)).toMatchObject({ ok: false, code: 'not-allowed' }));
});
