/** What tests written for vcsim count on, asked of an endpoint over its lab. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silentLog } from '../host/log.ts';
import { wallClock } from '../host/clock-face.ts';
import { createVc } from '../personalities/vmware/create-vc.ts';
import type { LiveVc } from '../personalities/vmware/create-vc.ts';
import { openAccess } from '../personalities/vmware/access/authority.ts';
import { supervisorOn } from '../personalities/vmware/namespaces/supervisor.ts';
import { allTypes } from '../personalities/vmware/objects/registry.ts';
import { saidOf } from '../personalities/vmware/said.ts';
import { ownVersion } from '../personalities/vmware/schema/version.ts';
import { answerCall } from '../personalities/vmware/sdk/answer-call.ts';
import { createSessions } from '../personalities/vmware/server/sessions.ts';
import { createUsers } from '../personalities/vmware/server/users.ts';
import { at } from '../personalities/vmware/wire/ask.ts';
import type { Data, Ref, Value } from '../personalities/vmware/wire/value.ts';
import { foundModel } from './found-model.ts';
import { readCommandLine } from './go-flags.ts';
import { openLightHost } from './light-host.ts';
import type { LightHost } from './light-host.ts';
import { planModel } from './model.ts';
import { ownTypes } from './own-types.ts';
import { withTwinNames } from './twin-names.ts';
import { watchNamedClusters } from './wcp-clusters.ts';

let host: LightHost;
let live: LiveVc;
let close: () => Promise<void>;
let each: 'same' | 'own' = 'same';

beforeAll(async () => {
  const opened = await openLightHost({ wall: wallClock, log: silentLog });
  const read = readCommandLine([]);
  if (!opened.ok || !read.ok) throw new Error('no lab');
  host = opened.value;
  await foundModel(host.execute, planModel(read.value.flags, host.world().now()));
  const deaf = watchNamedClusters(host);
  const users = createUsers({ builtIn: () => [], stored: () => ({}), open: 'anyone' });
  const sessions = createSessions({
    wall: Date.now,
    labTime: host.world().now,
    users,
    sleep: wallClock.sleep,
  });
  live = createVc({
    world: host.world,
    listen: host.listen,
    execute: withTwinNames(host.execute),
    wallNow: Date.now,
    kind: 'vcenter',
    about: { version: '6.5.0', apiVersion: '6.5', build: '1' },
    instanceUuid: '5c8d4f3e-0000-4000-8000-000000000001',
    log: silentLog,
    sessions,
    users,
    types: ownTypes(allTypes(), {
      port: () => 8989,
      get each() {
        return each;
      },
    }),
    access: openAccess,
    said: saidOf,
  });
  close = async () => {
    deaf();
    live.close();
    sessions.close();
    await host.close();
  };
});
afterAll(() => close());

const ask = async (self: Ref, method: string, args: Data = {}): Promise<Value> => {
  const { vc } = live;
  const answer = await answerCall({
    vc,
    version: ownVersion(vc.schema, '9.0.0.0'),
    caller: { key: 'test', user: 'user' },
    session: null,
    method,
    self,
    args,
    isGone: () => false,
    gone: () => new AbortController().signal,
    userAgent: '',
    address: '',
    origin: 'https://127.0.0.1',
    enter: () => {},
  });
  return answer.ok ? answer.value : answer.fault.type;
};
const read = async (ref: Ref, prop: string): Promise<Value> => {
  const value = await ask(ref, 'Fetch', { prop });
  return at(value, 'value') ?? value;
};
const named = (kind: 'vm' | 'host' | 'cluster', name: string): Ref => {
  const found = [...host.world().inventory.ofKind(kind)].find((entity) => entity.name === name);
  const ref = live.vc.refs.ofId(found?.id ?? null);
  if (ref === undefined) throw new Error(`there is no ${name}`);
  return ref;
};
const option = (key: string, value: string): Data => ({ _type: 'OptionValue', key, value });

it('FR-020-243 a machine says what its options SET, wherever it is told, and is found by it', async () => {
  const vm = named('vm', 'DC0_H0_VM0');
  expect(await read(vm, 'guest.ipAddress')).toBeUndefined();
  const extraConfig = [
    option('SET.guest.ipAddress', '10.0.0.1'),
    option('SET.guest.hostName', 'one.lab'),
    option('SET.config.uuid', '11111111-2222-3333-4444-555555555555'),
    option('SET.config.hardware.numCPU', '7'),
  ];
  await ask(vm, 'ReconfigVM_Task', { spec: { _type: 'VirtualMachineConfigSpec', extraConfig } });
  await expect.poll(() => read(vm, 'guest.ipAddress')).toBe('10.0.0.1');
  expect(await read(vm, 'summary.guest.ipAddress')).toBe('10.0.0.1');
  expect(at(await read(vm, 'summary'), 'guest.hostName')).toBe('one.lab');
  expect(await read(vm, 'config.uuid')).toBe('11111111-2222-3333-4444-555555555555');
  expect(await read(vm, 'config.hardware.numCPU')).toBe(7);
  expect(JSON.stringify(await read(vm, 'guest.net'))).toContain('"ipAddress":["10.0.0.1"]');
  const index = { _ref: 'SearchIndex', value: 'SearchIndex' };
  expect(await ask(index, 'FindByIp', { ip: '10.0.0.1', vmSearch: true })).toEqual(vm);
  expect(await ask(index, 'FindByDnsName', { dnsName: 'ONE.lab', vmSearch: true })).toEqual(vm);
  expect(await ask(index, 'FindByIp', { ip: '10.0.0.2', vmSearch: true })).toBeUndefined();
});

it('FR-020-244 hosts, names and clusters are as the tests of vcsim find them', async () => {
  const hosts = ['DC0_H0', 'DC0_C0_H0', 'DC0_C0_H1'].map((name) => named('host', name));
  const ports = (): Promise<readonly Value[]> =>
    Promise.all(hosts.map((ref) => read(ref, 'summary.config.port')));
  expect(await ports()).toEqual([8989, 8989, 8989]);
  each = 'own';
  expect(new Set(await ports()).size).toBe(3);
  expect(await ports()).not.toContain(8989);
  expect(at(await read(named('host', 'DC0_H0'), 'summary'), 'quickStats.overallMemoryUsage')).toBe(1404);

  const [first] = [...host.world().inventory.ofKind('vm')];
  const twin = { type: 'machine.clone', id: first?.id, name: first?.name, parent: first?.parent };
  expect((await live.vc.execute(twin as never, null)).ok).toBe(true);
  expect(named('vm', `${first?.name ?? ''} (2)`).value).not.toBe('');
  expect((await host.execute(twin, { origin: 'system', name: 'test', role: 'admin' })).ok).toBe(false);

  const [datacenter] = [...host.world().inventory.ofKind('datacenter')];
  const item = { kind: 'cluster', name: 'WCP-one', parent: datacenter?.id, spec: {} };
  await live.vc.execute({ type: 'inventory.create', item } as never, null);
  const cluster = [...host.world().inventory.ofKind('cluster')].find(({ name }) => name === 'WCP-one');
  await expect.poll(() => cluster && supervisorOn(live.vc, cluster)?.phase).toBe('given');
  const traversal = (more: Data): Data => ({ _type: 'TraversalSpec', ...more });
  const objectSet = [
    {
      obj: named('vm', 'DC0_H0_VM0'),
      selectSet: [traversal({ name: 'one', type: 'ComputeResource', path: 'environmentBrowser' })],
    },
  ];
  const specSet = [{ objectSet, propSet: [{ type: 'EnvironmentBrowser', all: true }] }];
  const saved = await ask({ _ref: 'PropertyCollector', value: 'propertyCollector' }, 'RetrievePropertiesEx', {
    specSet,
    options: {},
  });
  const objects = at(saved, 'objects') as { readonly _each?: () => Iterable<Value> } | readonly Value[];
  expect([
    ...('_each' in objects && objects._each ? objects._each() : (objects as readonly Value[])),
  ]).toHaveLength(1);
  const specs = { _ref: 'CustomizationSpecManager', value: 'CustomizationSpecManager' };
  expect(await ask(specs, 'DoesCustomizationSpecExist', { name: 'vcsim-linux-static' })).toBe(true);
});

it('FR-020-308 a guest without tools that is asked to shut down, restart or sleep does so', async () => {
  const vm = named('vm', 'DC0_C0_RP0_VM0');
  const since = await read(vm, 'runtime.bootTime');
  expect(await ask(vm, 'RebootGuest')).toBeUndefined();
  expect(await read(vm, 'runtime.bootTime')).not.toBe(since);
  expect(await ask(vm, 'StandbyGuest')).toBeUndefined();
  expect(await read(vm, 'runtime.powerState')).toBe('suspended');
  expect(await ask(vm, 'ShutdownGuest')).toBeUndefined();
  expect(await read(vm, 'runtime.powerState')).toBe('poweredOff');
  expect(await ask(vm, 'ShutdownGuest')).toBe('InvalidPowerState');
  const silenced = named('vm', 'DC0_C0_RP0_VM1');
  const other = [...host.world().inventory.ofKind('vm')].find(({ name }) => name === 'DC0_C0_RP0_VM1');
  const stopped = { type: 'inventory.change', id: other?.id ?? '', spec: { tools: 'not-running' } } as const;
  expect(await host.execute(stopped, { origin: 'system', name: 'test', role: 'admin' })).toMatchObject({
    ok: true,
  });
  expect(await ask(silenced, 'ShutdownGuest')).toBe('ToolsUnavailable');
  expect(await read(silenced, 'runtime.powerState')).toBe('poweredOn');
});
