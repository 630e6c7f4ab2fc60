import { afterEach, beforeEach, expect, test } from 'vitest';
import { entitySchema } from '../../sim/contract/entities.ts';
import type { Entity } from '../../sim/contract/entities.ts';
import { openGatewayDouble, type GatewayDouble } from './gateway-double.fixture.ts';
import { against, runInTest, type Ran } from './run-in-test.fixture.ts';

const thing = (kind: string, name: string, more: object): Entity =>
  entitySchema.parse({
    id: `${kind}-1`,
    kind,
    name,
    parent: null,
    links: {},
    aliases: {},
    spec: {},
    ...more,
  });

const nic = { key: 4000, label: 'a', network: null, mac: '00:50:56:80:00:01', address: '172.20.100.20' };
const was = { cpus: 1, memory: 1024, disks: [], nics: [] };
const snapshot = { id: 3, name: 'before', parent: null, at: 0, power: 'off', was };
const lab = [
  thing('datacenter', 'dc-west', { parent: 'site-1' }),
  thing('host', 'esxi-01', { parent: 'datacenter-1' }),
  thing('datastore', 'ds-01', { parent: 'datacenter-1', spec: { capacity: 100 } }),
  thing('network', 'vm-100', { parent: 'datacenter-1' }),
  thing('vm', 'web-01', {
    parent: 'datacenter-1',
    spec: { power: 'on', host: 'host-1', memory: 4096, nics: [nic], snapshots: [snapshot] },
  }),
];

const task = {
  id: 'task-7',
  verb: 'clone',
  target: 'vm-2',
  name: 'web-02',
  by: 'anna',
  startedAt: 0,
  endsAt: 60_000,
  canCancel: true,
  state: 'running',
  finishedAt: null,
  refusal: null,
  plan: {},
  progress: 0.25,
};

let double: GatewayDouble;
beforeEach(async () => {
  double = await openGatewayDouble();
  double.answers.set('entity', ({ id }: { readonly id: string }) =>
    lab.find((each) => each.id === id || each.name === id),
  );
  double.answers.set('entities', ({ kinds }: { readonly kinds: readonly string[] }) => ({
    items: lab.filter(({ kind }) => kinds.includes(kind)),
    next: null,
    revision: 1,
  }));
  double.answers.set('tasks', { items: [task] });
});
afterEach(() => double.close());

const dvm = (...texts: string[]): Promise<Ran> => runInTest(texts, { env: against(double) });

test('FR-010-123 dvm vm list, host list and task list show machines, hypervisors and long work', async () => {
  const vms = await dvm('vm', 'list');
  expect(vms.out.split('\n')[1]).toMatch(/^web-01 +on +debian-12 +1 +4 GiB +esxi-01 +172\.20\.100\.20/);
  expect((await dvm('get', 'hosts')).out.split('\n')[1]).toMatch(
    /^esxi-01 +on +connected +normal +esxi 8\.0\.2 +256 GiB +dc-west/,
  );
  expect((await dvm('task', 'list')).out.split('\n')[1]).toMatch(/^task-7 +clone +web-02 +running +25 %/);
  expect((await dvm('vm', 'show', 'web-01')).out).toContain('name: web-01');
});

test('FR-010-124 dvm vm makes, copies, starts, moves, keeps, brings back and removes machines by name', async () => {
  double.replies.push({ revision: 2, tick: 1, ids: ['vm-2', 'task-7'], repeated: false });
  const line =
    'vm create web-02 --in dc-west --from web-01 --host esxi-01 --cpus 2 --disk 40 --network vm-100 --start';
  const made = await dvm(...line.split(' '));
  expect(made).toEqual({ code: 0, out: '', words: 'Made web-02: task-7.\n' });
  await dvm('vm', 'clone', 'web-01', 'web-03', '--datastore', 'ds-01');
  await dvm('vm', 'power', 'shutdown', 'web-01');
  await dvm('vm', 'migrate', 'web-01', '--host', 'esxi-01');
  await dvm('vm', 'snapshot', 'web-01', 'live', '--memory');
  await dvm('vm', 'revert', 'web-01', 'before');
  await dvm('vm', 'forget', 'web-01', '3', '--with-children');
  await dvm('vm', 'remove', 'web-01');
  expect(double.commands).toEqual([
    {
      type: 'machine.create',
      name: 'web-02',
      parent: 'datacenter-1',
      from: 'vm-1',
      host: 'host-1',
      cpus: 2,
      disks: [{ size: 40, isThin: true }],
      networks: ['network-1'],
      afterwards: 'start',
    },
    { type: 'machine.clone', id: 'vm-1', name: 'web-03', datastore: 'datastore-1', afterwards: 'leave-off' },
    { type: 'machine.power', id: 'vm-1', verb: 'shutdown' },
    { type: 'machine.migrate', id: 'vm-1', host: 'host-1' },
    { type: 'machine.snapshot', id: 'vm-1', name: 'live', description: '', memory: 'with', quiesce: 'no' },
    { type: 'machine.revert', id: 'vm-1', snapshot: 3 },
    { type: 'machine.forget', id: 'vm-1', snapshot: 3, children: 'with', disks: 'merge' },
    { type: 'machine.remove', id: 'vm-1' },
  ]);
});

test('FR-010-195 dvm vm clone --linked hangs a copy on a snapshot, and dvm vm promote makes it full', async () => {
  expect(await dvm('vm', 'clone', 'web-01', 'x', '--snapshot', 'before')).toMatchObject({ code: 2 });
  expect((await dvm('vm', 'clone', 'web-01', 'x', '--linked', '--snapshot', 'none')).words).toContain(
    'web-01 has no snapshot none',
  );
  await dvm('vm', 'clone', 'web-01', 'web-03', '--linked', '--snapshot', 'before');
  await dvm('vm', 'clone', 'web-01', 'web-04', '--linked');
  expect((await dvm('vm', 'promote', 'web-01')).words).toContain('Making web-01 full');
  expect(double.commands).toEqual([
    { type: 'machine.clone', id: 'vm-1', name: 'web-03', linkedTo: 3, afterwards: 'leave-off' },
    { type: 'machine.clone', id: 'vm-1', name: 'web-04', linkedTo: 'current', afterwards: 'leave-off' },
    { type: 'machine.promote', id: 'vm-1' },
  ]);
});

test('FR-010-125 dvm host and dvm task empty a host, switch it and cancel work; what is not there is told', async () => {
  expect((await dvm('host', 'maintenance', 'esxi-01')).words).toBe('esxi-01 is in maintenance.\n');
  await dvm('host', 'maintenance', 'esxi-01', '--end');
  await dvm('host', 'power', 'off', 'esxi-01', '--force');
  await dvm('task', 'cancel', '7');
  expect(double.commands).toEqual([
    { type: 'host.mode', id: 'host-1', mode: 'maintenance' },
    { type: 'host.mode', id: 'host-1', mode: 'normal' },
    { type: 'host.power', id: 'host-1', verb: 'off', machines: 'force' },
    { type: 'task.cancel', id: 'task-7' },
  ]);
  expect(await dvm('vm', 'power', 'on', 'esxi-01')).toMatchObject({ code: 1 });
  expect(await dvm('vm', 'migrate', 'web-01')).toMatchObject({ code: 2 });
  expect(await dvm('vm', 'create', 'web-09')).toMatchObject({ code: 2 });
  expect((await dvm('vm', 'revert', 'web-01', 'never')).words).toContain('web-01 has no snapshot never');
});
