import { expect, test } from 'vitest';
import type { World } from '../../kernel/world.ts';
import { addVm, createWiredWorld, did, idOf } from './lab.fixture.ts';
import type { Found } from './lan.ts';
import { createLan } from './lan.ts';

type Asked = { readonly from: string; readonly to: string; readonly port?: number };

const ask = (world: World, { from, to, port }: Asked): Found =>
  createLan(() => world).find(idOf(world, from), {
    address: to,
    protocol: port === undefined ? 'icmp' : 'tcp',
    port: port ?? null,
  });
const told = (found: Found): unknown => (found.ok ? found.hops : found.reason);
const change = (world: World, name: string, spec: object): void =>
  did(world, { type: 'inventory.change', id: idOf(world, name), spec });

test('FR-190-200 a machine has the cards, addresses and gateway that the lab gives it, by the names of its system', () => {
  const world = createWiredWorld();
  addVm(world, {
    name: 'red-01',
    parent: 'demo',
    host: null,
    network: 'inside',
    address: '192.168.5.20',
    more: { os: 'rhel-9' },
  });
  addVm(world, {
    name: 'alp-01',
    parent: 'dc',
    host: 'esx-1',
    network: 'lan-a',
    address: '10.0.1.30',
    more: { os: 'alpine-3.19' },
  });
  const lan = createLan(() => world);
  expect(lan.interfaces(idOf(world, 'web-01'))).toEqual([
    {
      name: 'ens192',
      hardware: '00:50:56:00:01:0b',
      mtu: 1500,
      isUp: true,
      addresses: [{ address: '10.0.1.11', prefix: 24 }],
    },
  ]);
  expect(lan.interfaces(idOf(world, 'app-01'))[0]?.name).toBe('ens3');
  expect(lan.interfaces(idOf(world, 'red-01'))[0]?.name).toBe('eth0');
  expect(lan.interfaces(idOf(world, 'alp-01'))[0]?.name).toBe('eth0');
  expect(lan.gateway(idOf(world, 'web-01'))).toBe('10.0.1.1');
  expect(lan.nameServers(idOf(world, 'web-01'))).toEqual(['10.0.1.1']);
  change(world, 'lan-a', { isUp: false });
  expect(lan.interfaces(idOf(world, 'web-01'))[0]?.isUp).toBe(false);
  expect(lan.gateway(idOf(world, 'web-01'))).toBeNull();
});

test('FR-190-200 a blade has the cards of its profile, and its number on each fabric', () => {
  const world = createWiredWorld();
  did(world, {
    type: 'inventory.create',
    item: { kind: 'ucs', name: 'ucs', parent: idOf(world, 'here'), spec: { address: '10.7.0.10' } },
  });
  const ucs = idOf(world, 'ucs');
  const create = (item: object): void => did(world, { type: 'inventory.create', item });
  for (const [name, net] of [
    ['mgmt', '10.7.0'],
    ['data-a', '10.7.1'],
    ['data-b', '10.7.2'],
  ] as const)
    create({
      kind: 'network',
      name,
      parent: ucs,
      spec: { subnets: [{ cidr: `${net}.0/24`, gateway: `${net}.1` }] },
    });
  create({ kind: 'interconnect', name: 'FI-A', parent: ucs, spec: { fabric: 'A', address: '10.7.0.11' } });
  create({ kind: 'chassis', name: 'c1', parent: ucs, spec: { number: 1 } });
  const blade = { slot: 3, power: 'on', address: '10.7.1.13' };
  create({ kind: 'blade', name: 'c1s3', parent: idOf(world, 'c1'), spec: blade });
  create({ kind: 'blade', name: 'c1s4', parent: idOf(world, 'c1'), spec: { slot: 4, power: 'on' } });
  for (const name of ['c1s3', 'c1s4']) {
    const vnics = (['A', 'B'] as const).map((fabric, at) => ({
      name: `eth${at}`,
      fabric,
      mac: `00:25:b5:00:0${at}:0${name.at(-1) ?? ''}`,
      network: idOf(world, fabric === 'A' ? 'data-a' : 'data-b'),
    }));
    create({ kind: 'profile', name: `SP-${name}`, parent: ucs, spec: { blade: idOf(world, name), vnics } });
  }
  const lan = createLan(() => world);
  const addresses = (name: string): unknown =>
    lan.interfaces(idOf(world, name)).map((one) => [one.name, one.addresses[0]?.address, one.isUp]);
  expect(addresses('c1s3')).toEqual([
    ['eth0', '10.7.1.13', true],
    ['eth1', '10.7.2.13', true],
  ]);
  expect(addresses('c1s4')).toEqual([
    ['eth0', '10.7.1.14', true],
    ['eth1', '10.7.2.14', true],
  ]);
  expect(lan.resolve(idOf(world, 'c1s3'), 'fi-a')).toBe('10.7.0.11');
  change(world, 'FI-A', { state: 'down' });
  expect(addresses('c1s3')).toEqual([
    ['eth0', '10.7.1.13', false],
    ['eth1', '10.7.2.13', true],
  ]);
});

test('FR-190-201 names of the lab are known in full and in short, and the other way round', () => {
  const world = createWiredWorld();
  const lan = createLan(() => world);
  const own = idOf(world, 'web-01');
  expect(lan.resolve(own, 'db-01')).toBe('10.0.2.11');
  expect(lan.resolve(own, 'DB-01.lab.internal.')).toBe('10.0.2.11');
  expect(lan.resolve(own, 'db-01.example.com')).toBeNull();
  expect(lan.resolve(own, 'nobody')).toBeNull();
  expect(lan.nameOf(own, '10.0.2.11')).toBe('db-01.lab.internal');
  expect(lan.nameOf(own, '192.168.5.11')).toBeNull();
  expect(lan.servesNames(own, '10.0.1.1')).toBe(true);
  expect(lan.servesNames(own, '10.0.1.12')).toBe(false);
  addVm(world, { name: 'twin', parent: 'dc', host: 'esx-1', network: 'lan-b', address: '10.0.2.40' });
  const more = { hostname: 'twin' };
  addVm(world, { name: 'other', parent: 'dc', host: 'esx-1', network: 'lan-a', address: '10.0.1.40', more });
  expect(lan.resolve(own, 'twin')).toBe('10.0.1.40');
  expect(lan.resolve(idOf(world, 'db-01'), 'twin')).toBe('10.0.2.40');
});

test('FR-190-202 machines reach each other on one cable, over the site and out of a project, and not into it', () => {
  const world = createWiredWorld();
  expect(told(ask(world, { from: 'web-01', to: '10.0.1.12' }))).toEqual([]);
  expect(told(ask(world, { from: 'web-01', to: '10.0.1.1' }))).toEqual([]);
  expect(told(ask(world, { from: 'web-01', to: '10.0.2.11' }))).toEqual(['10.0.1.1']);
  expect(told(ask(world, { from: 'web-01', to: '10.0.1.99' }))).toBe('unreachable');
  expect(told(ask(world, { from: 'web-01', to: '8.8.8.8' }))).toBe('unreachable');
  expect(told(ask(world, { from: 'web-01', to: '192.168.5.11' }))).toBe('unreachable');
  const out = ask(world, { from: 'app-02', to: '10.0.1.11' });
  expect(out).toMatchObject({ ok: true, hops: ['192.168.5.1', '10.9.0.1'], source: '10.9.0.254' });
  const known = ask(world, { from: 'app-01', to: '10.0.1.11' });
  expect(known).toMatchObject({ ok: true, source: '10.9.0.50' });
  const led = ask(world, { from: 'web-01', to: '10.9.0.50', port: 22 });
  expect(led).toMatchObject({ ok: true, hops: ['10.0.1.1', '10.9.0.50'], called: '192.168.5.11' });
  change(world, 'router-01', { isUp: false });
  expect(told(ask(world, { from: 'app-01', to: '10.0.1.11' }))).toBe('unreachable');
  expect(told(ask(world, { from: 'web-01', to: '10.9.0.50', port: 22 }))).toBe('unreachable');
  expect(told(ask(world, { from: 'app-01', to: '192.168.5.12' }))).toEqual([]);
});

test('FR-190-202 further is slower, and who is off does not answer', () => {
  const world = createWiredWorld();
  const time = (from: string, to: string): number => {
    const found = ask(world, { from, to });
    return found.ok ? found.milliseconds : Number.NaN;
  };
  addVm(world, { name: 'web-03', parent: 'dc', host: 'esx-1', network: 'lan-a', address: '10.0.1.13' });
  expect(time('web-01', '10.0.1.13')).toBeLessThan(time('web-01', '10.0.1.12'));
  expect(time('web-01', '10.0.1.12')).toBeLessThan(time('web-01', '10.9.0.50'));
  change(world, 'web-02', { power: 'off' });
  expect(told(ask(world, { from: 'web-01', to: '10.0.1.12' }))).toBe('unreachable');
});

test('FR-190-203 security groups let through what their rules say, and no more', () => {
  const world = createWiredWorld();
  expect(told(ask(world, { from: 'app-01', to: '192.168.5.12', port: 22 }))).toEqual([]);
  expect(told(ask(world, { from: 'app-01', to: '192.168.5.12', port: 80 }))).toBe('silent');
  expect(told(ask(world, { from: 'app-01', to: '192.168.5.12' }))).toEqual([]);
  const own = idOf(world, 'default');
  const rules = [
    { direction: 'out', protocol: 'any', ports: null },
    { direction: 'in', protocol: 'any', ports: null, remoteFirewall: own },
  ];
  change(world, 'default', { rules });
  expect(told(ask(world, { from: 'app-01', to: '192.168.5.12', port: 80 }))).toEqual([]);
  expect(told(ask(world, { from: 'web-01', to: '10.9.0.50', port: 22 }))).toBe('silent');
  change(world, 'default', {
    rules: [{ direction: 'in', protocol: 'any', ports: null, remote: '10.0.0.0/8' }],
  });
  expect(told(ask(world, { from: 'app-01', to: '10.0.1.11' }))).toBe('silent');
});

test('FR-190-202 what changes in the lab is felt at once: addresses, names and who is there', () => {
  const world = createWiredWorld();
  const lan = createLan(() => world);
  const own = idOf(world, 'web-01');
  const found = (address: string): unknown => told(lan.find(own, { address, protocol: 'icmp', port: null }));
  expect(found('10.0.1.12')).toEqual([]);
  change(world, 'web-02', { power: 'off' });
  expect(found('10.0.1.12')).toBe('unreachable');
  change(world, 'web-02', { power: 'on', hostname: 'shop' });
  expect(found('10.0.1.12')).toEqual([]);
  expect([lan.resolve(own, 'shop'), lan.resolve(own, 'web-02')]).toEqual(['10.0.1.12', null]);
  const [nic] = world.inventory.ofKind('vm')[1]?.spec.nics ?? [];
  change(world, 'web-02', { nics: [{ ...nic, address: '10.0.1.77' }] });
  expect([found('10.0.1.12'), found('10.0.1.77')]).toEqual(['unreachable', []]);
  addVm(world, { name: 'late', parent: 'dc', host: 'esx-1', network: 'lan-a', address: '10.0.1.88' });
  expect(lan.resolve(own, 'late')).toBe('10.0.1.88');
});
