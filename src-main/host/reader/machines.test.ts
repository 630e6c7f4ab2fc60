import { expect, test } from 'vitest';
import type { LoggedEvent } from '../../../sim/contract/events.ts';
import type { Revision } from '../../../sim/contract/ids.ts';
import { machineListQueries } from '../../../sim/contract/machine-list.ts';
import { advanceTo } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import { did } from '../../../sim/testing/small-lab.ts';
import { hostedLab, makeVms } from '../../../sim/workloads/machines/machines.fixture.ts';
import { windowOf } from './machine-order.ts';
import { readMachine } from './machine-page.ts';
import { readMachines } from './machines.ts';

const store = { eventsBefore: () => [] };
const depsOf = (world: World) => ({ session: () => ({ world, store, branch: 'branch-1' }) as never });

function listed(world: World, asked: object) {
  const answer = readMachines(depsOf(world), machineListQueries.machines.params.parse(asked));
  if (!answer.ok) throw new Error(answer.refusal.message);
  return machineListQueries.machines.answer.parse(answer.value);
}
const nobody = { origin: 'system', name: 'test', role: 'admin' } as const;
const names = (world: World, asked: object): string[] => listed(world, asked).items.map(({ name }) => name);

function someLab(): World {
  const world = hostedLab({ hosts: 2 });
  makeVms(world, [
    { cpus: 2, os: 'rhel-9', tags: ['env_dev', 'web'], workload: { profile: 'stress', level: 0.5 } },
    { cpus: 4, os: 'ubuntu-22.04', host: 'host-2', workload: { profile: 'stress' }, environment: 'prod' },
    { cpus: 1, os: 'rhel-9', power: 'off', memory: 4096 },
    { cpus: 8, power: 'off', isTemplate: true, host: null },
  ]);
  advanceTo(world, 3);
  return world;
}

test('FR-010-150 machines are listed with what they use in this second, filtered by all that is asked', () => {
  const world = someLab();
  const all = listed(world, {});
  expect(all.total).toBe(6);
  expect(all.items.map(({ name }) => name)).toEqual(['h1', 'h2', 'vm-1', 'vm-2', 'vm-3', 'vm-4']);
  const second = all.items.find(({ name }) => name === 'vm-2');
  expect(second?.use).toMatchObject({ cpu: 4 * 2600, demand: 4 * 2600, share: 1, ready: 0 });
  expect(second).toMatchObject({ host: { name: 'h2' }, cluster: { name: 'cl' }, owner: { name: 'dc' } });
  expect(names(world, { kinds: 'vm', os: 'rhel-9' })).toEqual(['vm-1', 'vm-3']);
  expect(names(world, { kinds: 'vm', power: 'on' })).toEqual(['vm-1', 'vm-2']);
  expect(names(world, { host: 'host-2' })).toEqual(['vm-2']);
  expect(names(world, { cluster: 'cluster-1', kinds: 'vm,host' })).toEqual([
    'h1',
    'h2',
    'vm-1',
    'vm-2',
    'vm-3',
  ]);
  expect(names(world, { tag: 'web' })).toEqual(['vm-1']);
  expect(names(world, { text: 'ENV_dev vm' })).toEqual(['vm-1']);
  expect(names(world, { environment: 'prod' })).toEqual(['vm-2']);
  expect(names(world, { templates: 'only' })).toEqual(['vm-4']);
  expect(names(world, { within: 'cluster-1' })).toEqual(['h1', 'h2', 'vm-1', 'vm-2', 'vm-3']);
  expect(listed(world, { within: 'site-1' }).total).toBe(6);
  const gone = readMachines(depsOf(world), machineListQueries.machines.params.parse({ host: 'host-9' }));
  expect(gone).toMatchObject({ ok: false, refusal: { code: 'unknown-entity' } });
});

test('FR-010-151 a list is ordered by what is asked and comes page by page, each machine once', () => {
  const world = someLab();
  expect(names(world, { kinds: 'vm', sort: 'cpu', order: 'down' })).toEqual(['vm-2', 'vm-1', 'vm-3', 'vm-4']);
  expect(names(world, { kinds: 'vm', sort: 'share', order: 'down', limit: 1 })).toEqual(['vm-2']);
  expect(names(world, { kinds: 'vm', sort: 'cpus', order: 'up' })).toEqual(['vm-3', 'vm-1', 'vm-2', 'vm-4']);
  expect(names(world, { kinds: 'vm', sort: 'size', order: 'down' })[0]).toBe('vm-3');
  expect(names(world, { kinds: 'vm', offset: 3, limit: 2 })).toEqual(['vm-4']);
  expect(listed(world, { offset: 50 })).toMatchObject({ items: [], total: 6 });
  for (const sort of ['power', 'os', 'memory', 'ready', 'host'])
    expect(names(world, { sort })).toHaveLength(6);
});

test('FR-010-151 any page of any order is what sorting everything would show', () => {
  let seed = 11;
  const values = Array.from({ length: 700 }, () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return { key: seed % 40 };
  });
  for (const order of ['up', 'down'] as const) {
    const sign = order === 'up' ? 1 : -1;
    const sorted = values.toSorted((a, b) => sign * (a.key - b.key));
    for (const [offset, limit] of [
      [0, 10],
      [5, 1],
      [333, 50],
      [690, 100],
      [0, 700],
      [0, 1],
      [699, 1],
    ] as const) {
      const keys = Float64Array.from(values, ({ key }) => key);
      const window = windowOf(keys, { offset, limit, order });
      expect(window.map((at) => values[at])).toEqual(sorted.slice(offset, offset + limit));
    }
  }
});

test('FR-010-151 machines, blades and hosts stand among each other by name, also after one was renamed, made or removed', () => {
  const world = someLab();
  const sorted = (): void => {
    const shown = names(world, {});
    const all = [...world.inventory.ofKind('vm'), ...world.inventory.ofKind('host')].map(({ name }) => name);
    expect(shown).toEqual(all.toSorted());
  };
  sorted();
  for (const [id, name] of [
    ['vm-1', 'h1a'],
    ['vm-2', 'a'],
    ['host-1', 'vm-3'],
    ['host-2', 'i'],
    ['vm-4', 'zz'],
  ] as const) {
    did(world, { type: 'inventory.change', id, name } as never);
    sorted();
  }
  makeVms(world, [{}, {}]);
  sorted();
  did(world, { type: 'inventory.remove', id: 'vm-2' } as never);
  sorted();
});

test('FR-010-152 a machine’s page leads from its host over server and rack to the site, and tells what it did', () => {
  const world = someLab();
  did(world, {
    type: 'inventory.create',
    item: { kind: 'pdu', name: 'pdu-a', parent: 'rack-1', spec: { model: 'p', feed: 'A', ratedPower: 11 } },
  } as never);
  advanceTo(world, 4000);
  const answer = readMachine(depsOf(world), 'vm-1' as never);
  if (!answer.ok) throw new Error(answer.refusal.message);
  const page = machineListQueries.machine.answer.parse(answer.value);
  expect(page.chain.map(({ kind }) => kind)).toEqual(['host', 'device', 'rack', 'row', 'room', 'site']);
  expect(page.feeds.map((line) => line.map(({ name }) => name))).toEqual([['pdu-a']]);
  expect(page.history.hour).toHaveLength(181);
  expect(new Set(page.history.hour.map(({ share }) => share))).toEqual(new Set([0.5]));
  expect(page.history.day).toHaveLength(14);
  expect(page.row.name).toBe('vm-1');
  expect(readMachine(depsOf(world), 'rack-1' as never)).toMatchObject({ refusal: { code: 'wrong-kind' } });
  expect(readMachine(depsOf(world), 'vm-99' as never)).toMatchObject({ refusal: { code: 'unknown-entity' } });
});

test('FR-020-353 the end of work on a machine stands on its page, and that of others’ work does not', () => {
  const world = someLab();
  const events: LoggedEvent[] = [];
  for (const id of ['vm-1', 'vm-2']) {
    const { ids } = did(world, { type: 'machine.migrate', id, host: id === 'vm-1' ? 'host-2' : 'host-1' });
    const task = world.tasks.get(ids[0] ?? '');
    if (task === undefined) throw new Error('nothing began');
    const end = {
      type: 'task.finished',
      id: task.id,
      at: world.now(),
      state: 'done',
      refusal: null,
    } as const;
    for (const event of [{ type: 'task.started', task } as const, end])
      events.unshift({
        revision: (events.length + 1) as Revision,
        tick: world.clock.tick,
        actor: nobody,
        event,
      });
  }
  const deps = { session: () => ({ world, store: { eventsBefore: () => events }, branch: 'b' }) as never };
  const answer = readMachine(deps, 'vm-1' as never);
  if (!answer.ok) throw new Error(answer.refusal.message);
  const { events: told, tasks } = machineListQueries.machine.answer.parse(answer.value);
  const [own] = tasks;
  expect(told.map(({ event }) => event)).toMatchObject([
    { type: 'task.finished', id: own?.id },
    { type: 'task.started', task: { target: 'vm-1' } },
  ]);
});
