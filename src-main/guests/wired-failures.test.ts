import { afterEach, expect, test } from 'vitest';
import { did, idOf } from '../../sim/guests/network/lab.fixture.ts';
import { openWiredInn } from './wired.fixture.ts';
import type { WiredInn } from './wired.fixture.ts';

let inn: WiredInn | null = null;
afterEach(async () => {
  await inn?.runtime.close();
  inn = null;
});
const open = (): WiredInn => (inn = openWiredInn());

type Strike = { readonly name: string; readonly target: string; readonly more: object };
const strike = (one: WiredInn, { name, target, more }: Strike): void =>
  did(one.world, { type: 'scenario.run', name, target: idOf(one.world, target), ...more });

/** How many of so many pings, one each second, were answered. */
async function answered(one: WiredInn, command: string): Promise<number> {
  const { output } = await one.run('web-01', command);
  return Number(/(\d+) received/.exec(output)?.[1] ?? 'NaN');
}

test('FR-190-209 a partition takes all packets while it lasts, and they come again after', async () => {
  const one = open();
  expect(await answered(one, 'ping -c 2 10.0.1.12')).toBe(2);
  strike(one, { name: 'NETWORK_PARTITION', target: 'lan-a', more: { severity: 'total', duration: 30 } });
  one.passSeconds(1);
  const lost = await one.run('web-01', 'ping -c 3 -W 1 10.0.1.12');
  expect(lost.output).toContain('3 packets transmitted, 0 received, 100% packet loss');
  expect(lost.status).toBe(1);
  const silent = await one.run('web-01', 'curl -s -m 200 10.0.1.12');
  expect(silent.status).toBe(28);
  one.passSeconds(40);
  expect(await answered(one, 'ping -c 2 10.0.1.12')).toBe(2);
});

test('FR-190-209 a connection over a cut cable stalls, and goes on when it is whole again', async () => {
  const one = open();
  const server = await one.begin('web-02', 'nc -lv 9000');
  await one.until(() => server.error.includes('Listening'));
  const client = await one.begin('web-01', '(echo one; sleep 20; echo two; sleep 30) | nc -N 10.0.1.12 9000');
  await one.until(() => server.output.includes('one\n'));
  strike(one, { name: 'NETWORK_PARTITION', target: 'lan-a', more: { severity: 'total', duration: 60 } });
  const cutUntil = one.world.clock.tick + 55;
  await one.until(() => one.world.clock.tick >= cutUntil);
  expect(server.output).toBe('one\n');
  await one.until(() => server.output.includes('two\n'));
  expect(one.world.clock.tick).toBeGreaterThan(cutUntil);
  await one.until(() => client.status !== null);
});

test('FR-190-209 a partition between hosts leaves those of one host together', async () => {
  const one = open();
  did(one.world, {
    type: 'inventory.change',
    id: idOf(one.world, 'web-02'),
    spec: { host: idOf(one.world, 'esx-1') },
  });
  strike(one, { name: 'NETWORK_PARTITION', target: 'lan-a', more: { severity: 'partial' } });
  one.passSeconds(1);
  expect(await answered(one, 'ping -c 1 -W 1 10.0.1.12')).toBe(1);
  // By the gateway it leaves the host.
  expect(await answered(one, 'ping -c 1 -W 1 10.0.2.11')).toBe(0);
});

test('FR-190-209 a flapping link loses packets in bursts, and a lost card has no carrier', async () => {
  const one = open();
  strike(one, { name: 'LINK_FLAP', target: 'web-02', more: { size: 4, duration: 600 } });
  one.passSeconds(1);
  const came = await answered(one, 'ping -c 16 10.0.1.12');
  expect(came).toBeGreaterThanOrEqual(6);
  expect(came).toBeLessThanOrEqual(10);
  strike(one, { name: 'NIC_LOSS', target: 'web-01', more: { severity: 'total', duration: 100 } });
  one.passSeconds(1);
  expect((await one.run('web-01', 'ip -br link')).output).toMatch(/^ens192 +DOWN /m);
  expect((await one.run('web-01', 'cat /sys/class/net/ens192/carrier')).output).toBe('0\n');
  expect(await one.run('web-01', 'ping -c 1 10.0.1.12')).toMatchObject({
    error: 'ping: connect: Network is unreachable\n',
    status: 2,
  });
  expect((await one.run('web-01', 'ip r')).output).toBe('');
  one.passSeconds(200);
  expect((await one.run('web-01', 'ip -br link')).output).toMatch(/^ens192 +UP /m);
});
