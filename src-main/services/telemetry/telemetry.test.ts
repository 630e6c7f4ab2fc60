import { afterEach, expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Host } from '../../host/host.ts';
import { ask, doing, openTestHost, stepped } from '../../host/testing/test-host.ts';

const hosts: Host[] = [];
const opened = async (): Promise<Host> => {
  const host = await openTestHost();
  hosts.push(host);
  await doing(host, { type: 'clock.pause' });
  return host;
};
afterEach(async () => {
  await Promise.all(hosts.splice(0).map((host) => host.close()));
});

const step = async (host: Host, ticks: number): Promise<void> => {
  await doing(host, { type: 'clock.step', ticks });
  await stepped(host);
};

async function inletOf(host: Host, rack: string): Promise<EntityId> {
  const { id } = await ask(host, 'entity', { id: rack });
  const { items } = await ask(host, 'entities', { parent: id, kinds: ['sensor'] });
  const sensor = items.find((one) => one.kind === 'sensor' && one.spec.metric === 'temperature');
  if (sensor === undefined) throw new Error(`${rack} has an inlet sensor`);
  return sensor.id;
}

const timesOf = async (host: Host, sensor: EntityId): Promise<number[]> => {
  const { clock } = await ask(host, 'status', {});
  // From the lab's beginning on, so that no two readings share a bucket.
  const { series } = await ask(host, 'history', {
    sensors: [sensor],
    from: clock.epoch,
    to: Number.MAX_SAFE_INTEGER,
    points: 5000,
  });
  return series[0]?.at ?? [];
};

test('FR-130-021 readings stay with the story in which they were made', async () => {
  const host = await opened();
  const sensor = await inletOf(host, 'A01');
  await step(host, 600);
  const before = await timesOf(host, sensor);
  expect(before.length).toBeGreaterThan(15);
  await doing(host, { type: 'desk.rewind', tick: 300 });
  const kept = await timesOf(host, sensor);
  const { from } = { from: host.labTime() };
  expect(kept.filter((at) => at < from - 1000)).toEqual(before.filter((at) => at < from - 1000));
  expect(Math.max(...kept)).toBeLessThanOrEqual(from);
  await doing(host, { type: 'desk.branch', branch: 'branch-1' });
  expect((await timesOf(host, sensor)).filter((at) => before.includes(at))).toEqual(before);
});

test('FR-130-022 the trend of all inlets carries each sensor’s last word, so that it does not jump', async () => {
  const host = await opened();
  await step(host, 1200);
  const to = host.labTime();
  const { series } = await ask(host, 'inlet-trend', { from: to - 900_000, to, points: 180 });
  expect(series.at.length).toBeGreaterThan(170);
  const jumps = series.mean.slice(1).map((mean, index) => Math.abs((mean ?? 0) - (series.mean[index] ?? 0)));
  expect(Math.max(...jumps)).toBeLessThan(0.15);
});

test('FR-130-023 a sensor handed over to hardware falls silent, and comes back as a bot', async () => {
  const host = await opened();
  const sensor = await inletOf(host, 'B02');
  const latest = async () => (await ask(host, 'latest', { sensors: [sensor] })).items[0]?.at ?? 0;
  await step(host, 60);
  await doing(host, { type: 'inventory.change', id: sensor, spec: { source: 'hardware' } });
  const silentSince = await latest();
  await step(host, 120);
  expect(await latest()).toBe(silentSince);
  await doing(host, { type: 'inventory.change', id: sensor, spec: { source: 'bot' } });
  await step(host, 60);
  expect(await latest()).toBeGreaterThan(silentSince);
});
