import { afterEach, expect, test } from 'vitest';
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
  await new Promise((done) => setTimeout(done, 20));
};

const idOf = async (host: Host, name: string): Promise<string> =>
  (await ask(host, 'entity', { id: name })).id;

test('FR-130-215 a scenario whose time is over is taken off the list', async () => {
  const host = await opened();
  const target = await idOf(host, 'A01');
  await doing(host, { type: 'scenario.run', name: 'POWER_SPIKE', target, duration: 30, delay: 10 });
  await step(host, 20);
  expect((await ask(host, 'scenarios', {})).runs.length).toBe(1);
  await step(host, 30);
  expect((await ask(host, 'scenarios', {})).runs).toEqual([]);
});

test('FR-130-216 a drill is won by who closes the breaker, and its report stays', async () => {
  const host = await opened();
  await step(host, 120);
  await doing(host, { type: 'drill.start', drill: 'breaker' });
  await step(host, 120);
  const { items } = await ask(host, 'alarms', { states: ['ACTIVE'] });
  expect(items.length).toBeGreaterThan(0);
  for (const alarm of items) await doing(host, { type: 'alarm.acknowledge', id: alarm.id });
  await doing(host, { type: 'plant.order', target: 'pdu-3', verb: 'breaker-close' });
  await step(host, 240);
  const { runs } = await ask(host, 'drills', {});
  expect(runs[0]?.outcome).toBe('reached');
  expect(runs[0]?.report?.restoredAfter).toBeGreaterThan(0);
  expect(runs[0]?.report?.score).toBeGreaterThan(80);
});

test('FR-130-217 a drill that nobody takes up ends when its time is over', async () => {
  const host = await opened();
  await doing(host, { type: 'drill.start', drill: 'breaker' });
  await step(host, 3620);
  expect((await ask(host, 'drills', {})).runs[0]?.outcome).toBe('out-of-time');
});
