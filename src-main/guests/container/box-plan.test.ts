import { expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { createUnframer } from './box-exec.ts';
import { createOptions, imageFacts, subnetOf } from './box-plan.ts';
import type { BoxPlan } from './box-plan.ts';
import { mostOn } from './engine.ts';
import { splitName } from './images.ts';
import { luggageOf } from './promote.ts';
import { programFile } from '../../../sim/guests/kernel/image.ts';

const plan: BoxPlan = {
  owner: { home: 'a1b2', lab: 'starter' },
  machine: 'vm-7' as EntityId,
  name: 'web-01',
  hostname: 'web-01',
  image: 'localhost/coldaisle/debian:12',
  from: 'localhost/coldaisle/debian:12',
  cpus: 8,
  memoryBytes: 268_435_456,
  cards: [
    {
      network: 'coldaisle-a1b2-starter-10.20.0.0-24',
      subnet: '10.20.0.0/24',
      address: '10.20.0.17',
      hardware: '00:50:56:00:00:01',
    },
  ],
};

test('FR-190-304 a container asks for the limits, the label and the address of its machine, never for the privileged mode', () => {
  const docker = { kind: 'docker', processors: 2, groups: 'plain' } as const;
  const supervised = createOptions(plan, { init: 'supervised', command: [] }, docker);
  expect(supervised).toMatchObject({
    name: 'coldaisle-a1b2-starter-vm-7',
    Labels: { 'coldaisle.lab': 'starter', 'coldaisle.machine': 'vm-7' },
    HostConfig: {
      NanoCpus: 2_000_000_000,
      Memory: 268_435_456,
      Init: true,
      LogConfig: { Config: { 'max-size': '5m' } },
    },
  });
  const end = { IPAMConfig: { IPv4Address: '10.20.0.17' }, MacAddress: '00:50:56:00:00:01' };
  expect(supervised.NetworkingConfig?.EndpointsConfig).toEqual({
    'coldaisle-a1b2-starter-10.20.0.0-24': end,
  });
  const system = { init: 'systemd', command: ['/sbin/init'] } as const;
  expect(createOptions(plan, system, docker)).toMatchObject({
    StopSignal: 'SIGRTMIN+3',
    HostConfig: { CapAdd: ['SYS_ADMIN'], CgroupnsMode: 'private' },
  });
  const newer = createOptions(plan, system, { ...docker, groups: 'writable' }).HostConfig;
  expect(newer?.CapAdd).toBeUndefined();
  expect(newer?.SecurityOpt).toEqual(['writable-cgroups=true']);
  expect(createOptions(plan, system, { ...docker, kind: 'podman' }).HostConfig?.CapAdd).toBeUndefined();
  for (const options of [supervised, createOptions(plan, system, docker)])
    expect(options.HostConfig?.Privileged ?? false).toBe(false);
});

test('FR-190-304 an image that boots a system is told from one with a program, and from a mere shell', () => {
  const facts = (Cmd: string[], Entrypoint: string[] = []) =>
    imageFacts({ Config: { Cmd, Entrypoint } } as unknown as Parameters<typeof imageFacts>[0]);
  expect(facts(['/sbin/init']).init).toBe('systemd');
  expect(facts(['nginx', '-g', 'daemon off;'])).toEqual({
    init: 'supervised',
    command: ['nginx', '-g', 'daemon off;'],
  });
  expect(facts(['-g'], ['nginx']).command).toEqual(['nginx', '-g']);
  expect(facts(['/bin/bash']).command).toEqual([]);
});

test('FR-190-305 a network of the engine has the subnet of the lab’s', () => {
  expect(subnetOf('10.20.30.40', 24)).toBe('10.20.30.0/24');
  expect(subnetOf('172.16.200.9', 20)).toBe('172.16.192.0/20');
  expect(subnetOf('192.168.1.200', 26)).toBe('192.168.1.192/26');
});

test('FR-190-306 programs of the simulation and what a start makes anew stay behind; what was removed is told', () => {
  const record = { mode: 0o644, uid: 0, gid: 0, modifiedAt: 1_735_689_600_000 };
  const { entries, gone, left } = luggageOf(
    new Map([
      ['/root/note', { ...record, kind: 'file', content: 'hello' }],
      ['/root', { ...record, kind: 'directory', mode: 0o700 }],
      ['/usr/bin/ls', { ...record, kind: 'file', content: programFile('ls') }],
      ['/run/pid', { ...record, kind: 'file', content: '1' }],
      ['/etc/hostname', { ...record, kind: 'file', content: 'web-01' }],
      ['/dev/null', { ...record, kind: 'character', special: [1, 3] }],
      ['/etc/motd', null],
    ] as const),
  );
  expect(entries.map(({ path, content }) => [path, content])).toEqual([
    ['root', ''],
    ['root/note', 'hello'],
  ]);
  expect(gone).toEqual(['/etc/motd']);
  expect(left).toBe(1);
});

test('FR-190-315 no more containers run at once than memory allows, and never more than a hundred', () => {
  expect(mostOn(26_214_400 * 8)).toBe(8);
  expect(mostOn(64 * 1_073_741_824)).toBe(100);
  expect(mostOn(1)).toBe(1);
});

test('FR-190-311 an engine’s stream is taken apart wherever it is cut', () => {
  const frame = (to: number, text: string): Buffer => {
    const head = Buffer.alloc(8);
    head[0] = to;
    head.writeUInt32BE(text.length, 4);
    return Buffer.concat([head, Buffer.from(text, 'latin1')]);
  };
  const all = Buffer.concat([frame(1, 'out'), frame(2, 'error'), frame(1, ''), frame(1, 'put')]);
  for (const size of [1, 3, 9, 100]) {
    const heard = { output: '', error: '' };
    const unframe = createUnframer((bytes, to) => {
      heard[to] += bytes;
    });
    for (let at = 0; at < all.length; at += size) unframe(all.subarray(at, at + size));
    expect(heard).toEqual({ output: 'output', error: 'error' });
  }
});

test('FR-190-309 an image’s name is taken apart at its tag, not at a port', () => {
  expect(splitName('localhost/coldaisle/debian:12')).toEqual(['localhost/coldaisle/debian', '12']);
  expect(splitName('localhost:5000/debian')).toEqual(['localhost:5000/debian', 'latest']);
});
