import { afterEach, beforeEach, expect, test } from 'vitest';
import { entitySchema } from '../../sim/contract/entities.ts';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';

const vm = entitySchema.parse({
  id: 'vm-1',
  kind: 'vm',
  name: 'web-01',
  parent: 'datacenter-1',
  links: {},
  aliases: {},
  spec: { power: 'off' },
});

const debian = 'localhost/coldaisle/debian:12';
const engine = {
  state: 'found',
  kind: 'docker',
  version: '28.2.2',
  address: '/var/run/docker.sock',
  detail: '',
  most: 100,
  images: [{ name: debian, bytes: 213_909_504, init: 'systemd' }],
  machines: [{ machine: 'vm-1', name: 'web-01', image: debian, state: 'failing', problem: 'no room' }],
};

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  double.answers.set('engine', engine);
  double.answers.set('entity', vm);
  double.answers.set('entities', { items: [vm], next: null, revision: 1 });
  double.answers.set('operations', { items: [] });
  double.answers.set('machine-log', { text: 'told\nmore\n' });
});
afterEach(() => double.close());

const dvm = (...words: string[]): Promise<Ran> => runInTest(words, { env: against(double) });
const orders = (): unknown[] => double.commands.map((command) => (command as { order: unknown }).order);

test('FR-190-400 images are listed with their size and how they boot, and a list for programs is JSON', async () => {
  const listed = await dvm('image', 'ls');
  expect(listed.out).toContain(debian);
  expect(listed.out).toContain('204');
  expect(listed.out).toContain('its own services');
  expect(JSON.parse((await dvm('image', '-o', 'json')).out)).toEqual(engine.images);
  double.answers.set('engine', { ...engine, images: [] });
  expect((await dvm('image')).words).toContain('dvm image build debian-12');
});

test('FR-190-400 an image is built, stopped, loaded and removed, and the engine looked for again', async () => {
  double.replies.push({ image: debian });
  expect((await dvm('image', 'build', 'debian-12')).out).toBe(`${debian}\n`);
  await dvm('image', 'cancel');
  double.replies.push({ image: 'localhost/mine/tiny:1' });
  const loaded = await dvm('image', 'load', '/srv/tree.tar', '--name', 'localhost/mine/tiny:1');
  expect(loaded.out).toBe('localhost/mine/tiny:1\n');
  await dvm('image', 'rm', debian);
  await dvm('image', 'look');
  expect(orders()).toEqual([
    { do: 'build-image', what: 'debian' },
    { do: 'cancel-build' },
    { do: 'load-image', file: '/srv/tree.tar', name: 'localhost/mine/tiny:1' },
    { do: 'remove-image', image: debian },
    { do: 'look' },
  ]);
});

test('FR-190-400 without an engine it is said what is missing and how to get it', async () => {
  double.answers.set('engine', {
    ...engine,
    state: 'absent',
    kind: null,
    detail: 'nothing answers at /x',
    images: [],
  });
  const absent = await dvm('image', 'ls');
  expect(absent.code).toBe(1);
  expect(absent.words).toContain('nothing answers at /x');
  expect(absent.words).toContain('Install Docker or Podman');
  double.answers.set('engine', { ...engine, state: 'off', kind: null, detail: 'Switched off', images: [] });
  expect((await dvm('container', 'ls')).words).toContain('dvm settings set guests.engine=on');
  expect((await dvm('image', 'build', 'gentoo')).code).toBe(2);
});

test('FR-190-401 a machine becomes a container and simulated again, by its name, and what it wrote is shown', async () => {
  const listed = await dvm('container');
  expect(listed.out).toContain('web-01');
  expect(listed.out).toContain('no room');
  expect(listed.words).toContain('1 of at most 100');
  await dvm('container', 'back', 'web-01', debian);
  await dvm('container', 'back', 'web-01', debian, '--without-files');
  expect((await dvm('container', 'release', 'web-01')).words).toContain('web-01 is simulated again');
  expect((await dvm('container', 'log', 'web-01', '--lines', '5')).out).toBe('told\nmore\n');
  expect(orders()).toEqual([
    { do: 'back', machine: 'vm-1', image: debian, files: 'take' },
    { do: 'back', machine: 'vm-1', image: debian, files: 'leave' },
    { do: 'release', machine: 'vm-1' },
  ]);
});
