import mqtt from 'mqtt';
import { afterEach, expect, test, vi } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Host } from '../../host/host.ts';
import { ask, doing, openTestHost, someone, stepped } from '../../host/testing/test-host.ts';

const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

type Heard = { readonly topic: string; readonly at: number };

async function bench() {
  const host = await openTestHost();
  closers.push(() => host.close());
  await doing(host, { type: 'clock.pause' });
  const url = host.status().faces[0]?.address ?? '';
  const client = await mqtt.connectAsync(url, { clientId: 'meter-1', reconnectPeriod: 0 });
  closers.push(() => client.endAsync(true));
  const readings: Heard[] = [];
  client.on('message', (topic, payload) => {
    const at = labTimeIn(payload.toString());
    if (at !== null) readings.push({ topic, at });
  });
  await client.subscribeAsync('dc/site1/power/#', { qos: 1 });
  return { host, client, readings };
}

/** What a bot publishes says when it was measured; nothing else here does. */
function labTimeIn(payload: string): number | null {
  const at = /"t":(\d+)/.exec(payload)?.[1];
  return at === undefined ? null : Number(at);
}

const step = async (host: Host, ticks: number): Promise<void> => {
  await doing(host, { type: 'clock.step', ticks });
  await stepped(host);
};

const load = 'dc/site1/power/ups-01/load';

test('FR-130-294 after the switch a device’s bots publish nothing, and hardware on the same topic is taken', async () => {
  const { host, client, readings } = await bench();
  const { id } = await ask(host, 'entity', { id: 'ups-01' });
  const { items } = await ask(host, 'entities', { within: id, kinds: ['sensor'] });
  const heardOf = (ups: string, after: number): readonly Heard[] =>
    readings.filter(({ topic, at }) => topic.startsWith(`dc/site1/power/${ups}/`) && at > after);
  await step(host, 70);
  await vi.waitFor(() => expect(heardOf('ups-01', 0).map(({ topic }) => topic)).toContain(load));
  await doing(host, { type: 'sensor.source', within: id, source: 'hardware' });
  const switchedAt = host.labTime();
  await step(host, 300);
  // What is published goes out in order: the neighbour's last words come after all that would have been said.
  await vi.waitFor(() => expect(heardOf('ups-02', switchedAt + 240_000).length).toBeGreaterThan(0));
  expect(heardOf('ups-01', switchedAt)).toEqual([]);

  const sensor = items.find(
    (one) => one.kind === 'sensor' && one.parent === id && one.spec.metric === 'load',
  );
  if (sensor === undefined) throw new Error('ups-01 has a load sensor');
  await client.publishAsync(load, '{"v":37.5,"u":"%"}', { qos: 1 });
  const latest = async (of: EntityId) => (await ask(host, 'latest', { sensors: [of] })).items[0]?.value;
  await vi.waitFor(async () => expect(await latest(sensor.id)).toBe(37.5));

  await doing(host, { type: 'sensor.source', within: id, source: 'bot' });
  await step(host, 70);
  await vi.waitFor(async () => expect(await latest(sensor.id)).not.toBe(37.5));
});

test('FR-130-294 who may not change the inventory may not switch bots off, and a refusal names its place', async () => {
  const { host } = await bench();
  const { id } = await ask(host, 'entity', { id: 'ups-01' });
  const command = { type: 'sensor.source', within: id, source: 'hardware' };
  const refused = await host.execute(command, { ...someone, role: 'operator' }, null);
  expect(refused).toMatchObject({ ok: false, refusal: { code: 'not-allowed' } });
  const none = await host.execute({ ...command, within: 'rack-999' }, someone, null);
  expect(none).toMatchObject({ ok: false, refusal: { code: 'unknown-entity', where: 'within' } });
});
