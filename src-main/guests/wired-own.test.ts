import { afterEach, expect, test } from 'vitest';
import type { Actor } from '../../sim/contract/actors.ts';
import { addVm, idOf } from '../../sim/guests/network/lab.fixture.ts';
import { openWiredInn } from './wired.fixture.ts';
import type { WiredInn } from './wired.fixture.ts';

let inn: WiredInn | null = null;
afterEach(async () => {
  await inn?.runtime.close();
  inn = null;
});
const open = (): WiredInn => (inn = openWiredInn());
/** What it said, once the lab knows what it did. */
const told = async (name: string, command: string): Promise<string> => {
  if (inn === null) throw new Error('Nobody is in.');
  const { output, error } = await inn.run(name, command);
  const guest = await inn.guest(name);
  await inn.until(() => !guest.isBusy());
  return output + error;
};
const lab: Actor = { origin: 'system', name: 'lab', role: 'admin' };
const power = async (one: WiredInn, name: string, to: 'on' | 'off'): Promise<void> => {
  await one.execute({ type: 'inventory.change', id: idOf(one.world, name), spec: { power: to } }, lab);
  one.runtime.afterStep();
};

test('FR-190-451 a second address is answered by ping and by servers, and an address that is gone is not', async () => {
  open();
  expect(await told('web-02', 'ip addr add 10.0.1.90/24 dev ens192; ip -br a show ens192')).toBe(
    'ens192           UP             10.0.1.12/24 10.0.1.90/24 \n',
  );
  expect(await told('web-01', 'ping -c 1 10.0.1.90')).toContain('1 received, 0% packet loss');
  expect(await told('db-01', 'ping -c 1 10.0.1.90')).toContain('1 received, 0% packet loss');
  expect(await told('web-01', 'curl -s -o /dev/null -w "%{http_code}" http://10.0.1.90/')).toBe('200');
  expect(await told('web-01', 'ip neigh show dev ens192')).toContain(
    '10.0.1.90 dev ens192 lladdr 00:50:56:00:01:0c REACHABLE',
  );
  expect(await told('web-02', 'tail -n 1 /var/log/nginx/access.log | cut -d" " -f1')).toBe('10.0.1.11\n');
  expect(await told('web-02', 'ip addr del 10.0.1.90/24 dev ens192')).toBe('');
  expect(await told('web-01', 'ping -c 1 -W 1 10.0.1.90')).toContain('Destination Host Unreachable');
});

test('FR-190-451 of two that claim one address the first that is there answers, and the other takes over', async () => {
  const one = open();
  expect(await told('web-01', 'ip addr add 10.0.1.12/24 dev ens192')).toBe('');
  const hardware = async (): Promise<string> => {
    addProbe();
    return told('probe', 'ip neigh flush all; ping -c 1 -W 1 10.0.1.12 > /dev/null; ip neigh');
  };
  let isThere = false;
  const addProbe = (): void => {
    if (!isThere)
      addVm(one.world, {
        name: 'probe',
        parent: 'dc',
        host: 'esx-1',
        network: 'lan-a',
        address: '10.0.1.50',
      });
    isThere = true;
  };
  expect(await hardware()).toContain('lladdr 00:50:56:00:01:0c');
  await power(one, 'web-02', 'off');
  expect(await hardware()).toContain('lladdr 00:50:56:00:01:0b');
  expect(await told('probe', 'curl -s -o /dev/null -w "%{http_code}" http://10.0.1.12/')).toBe('200');
});

test('FR-190-452 a card that is switched off is out of reach, its connections stand still, and go on when it is up', async () => {
  const one = open();
  await one.run('web-02', 'nc -l 7000 > /root/heard &');
  const talking = await one.begin('web-01', '(echo one; sleep 60; echo two) | nc -N 10.0.1.12 7000');
  await one.until(() => heardSo(one, 'one'));
  expect(await told('web-02', 'ip link set ens192 down; ip -br link show ens192; ip route')).toBe(
    'ens192           DOWN           00:50:56:00:01:0c <BROADCAST,MULTICAST> \n',
  );
  expect(await told('web-01', 'ping -c 1 -W 1 10.0.1.12')).toContain('0 received');
  expect(await told('web-01', 'ssh -o ConnectTimeout=5 10.0.1.12 true')).toContain('No route to host');
  expect(await told('web-02', 'ping -c 1 10.0.1.11')).toBe('ping: connect: Network is unreachable\n');
  await told('web-01', 'sleep 70');
  expect(await told('web-02', 'cat /root/heard')).toBe('one\n');
  expect(await told('web-02', 'ip link set ens192 up; ip route')).toBe(
    '10.0.1.0/24 dev ens192 proto kernel scope link src 10.0.1.12 \n',
  );
  await one.until(() => talking.status !== null);
  expect(await told('web-02', 'cat /root/heard')).toBe('one\ntwo\n');
});

const heardSo = (one: WiredInn, text: string): boolean =>
  one.world.guests.get(idOf(one.world, 'web-02'))?.files.get('/root/heard')?.content?.includes(text) ?? false;

test('FR-190-453 ways that are set by hand lead, and answers go back by the ways of who answers', async () => {
  open();
  expect(await told('web-01', 'ping -c 1 10.0.2.11')).toContain(' 0% packet loss');
  expect(await told('db-01', 'ip route del default; ip route')).toBe(
    '10.0.2.0/24 dev ens192 proto kernel scope link src 10.0.2.11 \n',
  );
  // It hears who asks and knows no way back.
  expect(await told('web-01', 'ping -c 1 -W 1 10.0.2.11')).toContain(' 100% packet loss');
  expect(await told('db-01', 'ping -c 1 10.0.1.11')).toBe('ping: connect: Network is unreachable\n');
  expect(await told('db-01', 'ip route add 10.0.1.0/24 via 10.0.2.1; ip route get 10.0.1.11')).toBe(
    '10.0.1.11 via 10.0.2.1 dev ens192 src 10.0.2.11 uid 0 \n    cache \n',
  );
  expect(await told('web-01', 'ping -c 1 10.0.2.11')).toContain(' 0% packet loss');
  expect(await told('web-01', 'ip route replace default via 10.0.1.12; ping -c 1 -W 1 10.0.2.11')).toContain(
    ' 100% packet loss',
  );
  expect(await told('web-01', 'ip route add 10.0.2.11 via 10.0.1.1; ping -c 1 10.0.2.11')).toContain(
    ' 0% packet loss',
  );
});

test('FR-190-454 what is set by hand holds in another host and is gone at the next start', async () => {
  const first = open();
  await told('web-02', 'ip addr add 10.0.1.90/24 dev ens192; ip route del default');
  const { world } = first;
  await first.runtime.close();
  const second = (inn = openWiredInn(world));
  expect(await told('web-01', 'ping -c 1 10.0.1.90')).toContain(' 0% packet loss');
  expect(await told('web-02', 'ip -br a show ens192; ip r')).toBe(
    'ens192           UP             10.0.1.12/24 10.0.1.90/24 \n10.0.1.0/24 dev ens192 proto kernel scope link src 10.0.1.12 \n',
  );
  await power(second, 'web-02', 'off');
  await power(second, 'web-02', 'on');
  expect(await told('web-02', 'ip -br a show ens192; ip r s default')).toBe(
    'ens192           UP             10.0.1.12/24 \ndefault via 10.0.1.1 dev ens192 \n',
  );
  expect(await told('web-01', 'ping -c 1 -W 1 10.0.1.90')).toContain(' 100% packet loss');
});

test('FR-190-451 a port of a cloud lets no address through but its own', async () => {
  open();
  expect(await told('app-02', 'ip addr add 192.168.5.77/24 dev ens3; ip -br a show ens3')).toContain(
    '192.168.5.77/24',
  );
  expect(await told('app-01', 'ping -c 1 -W 1 192.168.5.77')).toContain(' 100% packet loss');
});

test('FR-190-455 a file that gives another address holds over a start, and the lab meets the machine there', async () => {
  const one = open();
  await one.guest('web-02');
  await told(
    'web-02',
    "printf 'auto ens192\\niface ens192 inet static\\n  address 10.0.1.66/24\\n  gateway 10.0.1.1\\n' > /etc/network/interfaces",
  );
  expect(await told('web-02', 'ip -br a show ens192')).toContain('10.0.1.12/24');
  await power(one, 'web-02', 'off');
  await power(one, 'web-02', 'on');
  expect(await told('web-02', 'ip -br a show ens192; ip r s default')).toBe(
    'ens192           UP             10.0.1.66/24 \ndefault via 10.0.1.1 dev ens192 proto static \n',
  );
  expect(await told('web-01', 'ping -c 1 10.0.1.66')).toContain(' 0% packet loss');
  expect(await told('web-01', 'ping -c 1 -W 1 10.0.1.12')).toContain(' 100% packet loss');
});
