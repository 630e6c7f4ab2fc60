import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse } from 'yaml';
import { entitySchema } from '../../sim/contract/entities.ts';
import type { Entity } from '../../sim/contract/entities.ts';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { against, runInTest } from './run-in-test.fixture.ts';

const vm = (name: string, spec: object): Entity =>
  entitySchema.parse({
    id: `vm-${name}`,
    kind: 'vm',
    name,
    parent: 'datacenter-1',
    links: {},
    aliases: {},
    spec,
  });

const lab = [
  vm('web-01', { power: 'on', tags: ['Front end'], environment: 'prod' }),
  vm('db-01', { power: 'off', os: 'rhel-9' }),
  vm('golden', { isTemplate: true }),
  vm('desk-01', { power: 'on', os: 'windows-2022' }),
];
const ssh = {
  state: 'on',
  port: 22_000,
  identityFile: '/labs/my lab/key',
  knownHostsFile: '/labs/my lab/known_hosts',
  alias: 'coldaisle-x',
  problems: [],
};

let double: GatewayDouble;
let state = 'on';
beforeEach(async () => {
  state = 'on';
  double = await openGatewayDouble();
  double.answers.set('entities', ({ kinds }: { readonly kinds: readonly string[] }) => ({
    items: lab.filter(({ kind }) => kinds.includes(kind)),
    next: null,
    revision: 1,
  }));
  double.answers.set('consoles', () => ({
    ssh: { ...ssh, state },
    terminals: [],
    shares: [],
    local: { state: 'off', reason: null },
  }));
});
afterEach(() => double.close());

const inventory = async (...more: string[]) => runInTest(['inventory', ...more], { env: against(double) });

test('FR-190-295 dvm inventory writes every machine that Ansible can reach, with the key of the lab and its groups', async () => {
  const ran = await inventory();
  expect(ran).toMatchObject({ code: 0, words: '' });
  expect(parse(ran.out)).toEqual({
    all: {
      vars: {
        ansible_host: '127.0.0.1',
        ansible_port: 22_000,
        ansible_ssh_private_key_file: '/labs/my lab/key',
        ansible_ssh_common_args: `-o 'IdentitiesOnly=yes' -o 'HostKeyAlias=coldaisle-x' -o 'UserKnownHostsFile="/labs/my lab/known_hosts"'`,
        ansible_python_interpreter: '/usr/bin/python3',
        ansible_pipelining: true,
      },
      hosts: { 'web-01': { ansible_user: 'root@web-01' }, 'db-01': { ansible_user: 'root@db-01' } },
      children: {
        env_dev: { hosts: { 'db-01': null } },
        env_prod: { hosts: { 'web-01': null } },
        os_debian_12: { hosts: { 'web-01': null } },
        os_rhel_9: { hosts: { 'db-01': null } },
        running: { hosts: { 'web-01': null } },
        tag_front_end: { hosts: { 'web-01': null } },
      },
    },
  });
});

test('FR-190-295 it names another user, keeps to what runs, and says when SSH is off', async () => {
  const ran = await inventory('--as', 'debian', '--running');
  expect((parse(ran.out) as { all: { hosts: object } }).all.hosts).toEqual({
    'web-01': { ansible_user: 'debian@web-01' },
  });
  state = 'off';
  const off = await inventory();
  expect(off.code).not.toBe(0);
  expect(off.words).toContain('SSH to the machines is switched off');
});

test('FR-190-295 dvm ssh-config leaves templates out', async () => {
  const ran = await runInTest(['ssh-config'], { env: against(double) });
  expect(ran.out).toContain('Host web-01\n');
  expect(ran.out).not.toContain('golden');
});
