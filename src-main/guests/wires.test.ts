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

test('FR-190-204 a guest has the addresses of the lab on its cards, its routes, and who to ask for names', async () => {
  const one = open();
  expect((await one.run('web-01', 'ip -br a')).output).toBe(
    'lo               UNKNOWN        127.0.0.1/8 \nens192           UP             10.0.1.11/24 \n',
  );
  expect((await one.run('web-01', 'ip r')).output).toBe(
    'default via 10.0.1.1 dev ens192 \n10.0.1.0/24 dev ens192 proto kernel scope link src 10.0.1.11 \n',
  );
  expect((await one.run('web-01', 'grep -v "^#" /etc/resolv.conf')).output).toBe(
    'search lab.internal\nnameserver 10.0.1.1\n',
  );
  expect((await one.run('web-01', 'cat /sys/class/net/ens192/address')).output).toBe('00:50:56:00:01:0b\n');
  expect((await one.run('web-01', 'getent hosts db-01')).output).toBe('10.0.2.11       db-01.lab.internal\n');
  expect((await one.run('app-01', 'ip -4 -o a | cut -d" " -f2,7')).output).toContain('ens3 192.168.5.11/24');
});

test('FR-190-205 a guest that nobody asked for yet is woken by who calls it, and answers', async () => {
  const one = open();
  await one.guest('web-01');
  expect(one.runtime.live()).toBe(1);
  const page = await one.run('web-01', 'curl -s -o /dev/null -w "%{http_code}" http://web-02/');
  expect(page).toMatchObject({ output: '200', status: 0 });
  expect(one.runtime.live()).toBe(2);
  expect((await one.run('web-02', 'cut -d" " -f1 /var/log/nginx/access.log')).output).toBe('10.0.1.11\n');
  expect(await one.run('web-01', 'curl -s http://web-02:81/')).toMatchObject({ status: 7 });
  expect((await one.run('app-01', 'curl -s -m 5 http://app-02/; echo $?')).output).toBe('28\n');
  did(one.world, { type: 'inventory.change', id: idOf(one.world, 'web-02'), spec: { power: 'off' } });
  expect((await one.run('web-01', 'curl http://web-02/')).error).toContain(
    'Failed to connect to web-02 port 80',
  );
});

test('FR-190-205 what listens on the loopback alone is not heard outside', async () => {
  const one = open();
  await one.run(
    'web-02',
    "printf 'server { listen 127.0.0.1:8080; return 200 own; }' > /etc/nginx/conf.d/own.conf; systemctl reload nginx",
  );
  expect((await one.run('web-02', 'curl -s 127.0.0.1:8080')).output).toBe('own');
  expect((await one.run('web-01', 'curl -s web-02:8080')).status).toBe(7);
});

test('FR-190-206 connections are seen on both ends, and bytes are counted at the card', async () => {
  const one = open();
  await one.run('web-02', 'head -c 100000 /dev/zero > /var/www/html/big');
  await one.run('web-01', 'curl -s -o /tmp/big http://web-02/big; wc -c < /tmp/big');
  const received = Number((await one.run('web-01', 'cat /sys/class/net/ens192/statistics/rx_bytes')).output);
  const sent = Number((await one.run('web-02', 'cat /sys/class/net/ens192/statistics/tx_bytes')).output);
  expect(received).toBeGreaterThan(100_000);
  expect(received).toBeLessThan(115_000);
  expect(sent).toBe(received);
  const link = await one.run('web-01', 'ip -s link show ens192; grep ens192 /proc/net/dev');
  expect(link.output).toMatch(new RegExp(`RX: .*\\n +${received} +\\d+ +0`));
  expect(link.output).toMatch(new RegExp(`ens192: +${received} `));
  const held = await one.begin('web-01', 'sleep 50 | nc web-02 80');
  let near = '';
  while (near === '') near = (await one.run('web-01', 'ss -tnH')).output;
  const far = await one.run('web-02', 'ss -tnH');
  expect(near).toMatch(/^ESTAB 0 +0 +10\.0\.1\.11:\d+ +10\.0\.1\.12:80\n$/);
  const [port] = /\d+(?= +10\.0\.1\.12)/.exec(near) ?? [];
  expect(far.output).toMatch(
    new RegExp(`^ESTAB 0 +0 +10\\.0\\.1\\.12:80 +10\\.0\\.1\\.11:${port ?? ''}\\n$`),
  );
  expect(held.status).toBeNull();
});

test('FR-190-207 ping tells the time of the way and what was lost on it, and who is met is remembered', async () => {
  const one = open();
  const near = await one.run('web-01', 'ping -c 3 web-02');
  expect(near.output).toContain('PING web-02 (10.0.1.12) 56(84) bytes of data.\n');
  expect(near.output).toContain('3 packets transmitted, 3 received, 0% packet loss');
  expect((await one.run('web-01', 'ping -c 1 db-01')).output).toContain('ttl=63 ');
  expect((await one.run('web-01', 'ip neigh')).output).toBe(
    '10.0.1.12 dev ens192 lladdr 00:50:56:00:01:0c REACHABLE \n10.0.1.1 dev ens192 lladdr 00:1b:0a:00:01:01 REACHABLE \n',
  );
  expect(await one.run('web-01', 'ping -c 1 nobody')).toMatchObject({
    error: 'ping: nobody: Name or service not known\n',
    status: 2,
  });
  await one.run('web-01', 'echo nameserver 10.0.1.77 > /etc/resolv.conf');
  expect((await one.run('web-01', 'ping -c 1 web-02')).error).toBe(
    'ping: web-02: Temporary failure in name resolution\n',
  );
  expect((await one.run('web-01', 'ping -qc 1 10.0.1.12')).status).toBe(0);
});

test('FR-190-205 a guest that runs away still answers who calls it', async () => {
  const one = open();
  await one.run('web-02', 'true');
  await one.begin('web-02', 'while :; do :; done');
  const asked = await one.begin('web-01', 'curl -s -o /dev/null -w "%{http_code}" http://web-02/');
  while (asked.status === null) await new Promise((done) => setImmediate(done));
  expect(asked.output).toBe('200');
});
