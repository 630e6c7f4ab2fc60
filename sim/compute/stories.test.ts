/** Whatever is done to machines, in whatever order: limits hold, sums are right, and the story can be told again. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CommandInput } from '../contract/commands.ts';
import type { WorldEvent } from '../contract/events.ts';
import { applyEvents } from '../kernel/apply.ts';
import { restoreSnapshot, takeSnapshot, worldHash } from '../kernel/snapshot.ts';
import { advanceTo } from '../kernel/step.ts';
import type { World } from '../kernel/world.ts';
import { did, put } from '../testing/small-lab.ts';
import { createAllotments } from './allotments.ts';
import { clusterOf, newVm, runningTask, vmOf } from './compute.fixture.ts';
import { freeOn, limitsOf } from './limits.ts';

type Deed = { readonly what: number; readonly which: number; readonly size: number; readonly wait: number };

const deeds = fc.array(
  fc.record({
    what: fc.nat(16),
    which: fc.nat(7),
    size: fc.integer({ min: 1, max: 40 }),
    wait: fc.nat(40),
  }),
  { minLength: 5, maxLength: 40 },
);

const lab = () => clusterOf({ hosts: 3, cluster: { ha: true, drs: 'automatic' } });

/** Many of these are refused; that is the point. */
function commandOf(world: World, { what, which, size }: Deed, at: number): CommandInput {
  const vms = world.inventory.ofKind('vm');
  const id = (vms[which % Math.max(1, vms.length)]?.id ?? 'vm-0') as never;
  const host = `host-${(which % 3) + 1}` as never;
  const name = `m-${at}`;
  const memory = size * 1024;
  const commands: readonly CommandInput[] = [
    {
      type: 'machine.create',
      name,
      parent: 'datacenter-1',
      memory,
      disks: [{ size, isThin: false }],
      afterwards: 'start',
    },
    { type: 'machine.create', name, parent: 'datacenter-1', memory, cpus: (size % 4) + 1 },
    { type: 'machine.clone', id, name, afterwards: 'start' },
    { type: 'machine.power', id, verb: 'on' },
    { type: 'machine.power', id, verb: 'off' },
    { type: 'machine.power', id, verb: 'suspend' },
    { type: 'machine.configure', id, memory },
    {
      type: 'machine.configure',
      id,
      disks: [
        { key: 2000, size: size * 2 },
        { size, isThin: false },
      ],
    },
    { type: 'machine.migrate', id, host },
    { type: 'machine.migrate', id, datastore: `datastore-${(which % 2) + 1}` as never },
    { type: 'machine.snapshot', id, name, memory: 'with' },
    { type: 'machine.revert', id },
    { type: 'machine.remove', id },
    { type: 'host.report', id: host, power: size % 2 === 0 ? 'lost' : 'back' },
    { type: 'machine.clone', id, name, linkedTo: 'current', afterwards: 'start' },
    { type: 'machine.promote', id },
    { type: 'host.mode', id: host, mode: size % 2 === 0 ? 'maintenance' : 'normal' },
  ];
  return commands[what] as CommandInput;
}

function overfull(world: World): readonly string[] {
  const hosts = world.inventory.ofKind('host').filter((host) => {
    const { memory, cpus } = limitsOf(host);
    const taken = world.allotments.of(host.id);
    return taken.memory > memory || taken.cpus > cpus;
  });
  const stores = world.inventory.ofKind('datastore').filter((store) => freeOn(world, store) < 0);
  return [...hosts, ...stores].map(({ name }) => name);
}

function expectOrder(world: World): void {
  expect(overfull(world)).toEqual([]);
  const running = world.inventory.ofKind('vm').filter(({ spec }) => spec.power === 'on');
  for (const vm of running) {
    const host = vm.spec.host === null ? undefined : world.inventory.get(vm.spec.host);
    expect(host?.kind === 'host' && host.spec.power).toBe('on');
  }
  const anew = createAllotments(world.inventory);
  for (const { id } of world.inventory.ofKind('host')) expect(world.allotments.of(id)).toEqual(anew.of(id));
  for (const { id } of world.inventory.ofKind('datastore'))
    expect(world.allotments.storedOn(id)).toBe(anew.storedOn(id));
}

type Step = { readonly tick: number; readonly events: readonly WorldEvent[] };

function live(world: World, story: readonly Deed[], log: (step: Step) => void): void {
  const take = (command: CommandInput): void => {
    const result = put(world, command);
    if (result.ok) log({ tick: world.clock.tick, events: result.value.events });
  };
  for (const [at, deed] of story.entries()) {
    take(commandOf(world, deed, at));
    advanceTo(world, world.clock.tick + deed.wait);
    for (const task of world.tasks.running())
      if (task.endsAt <= world.now()) take({ type: 'task.finish', id: task.id });
    expectOrder(world);
  }
}

test('FR-010-116 no host and no store is ever over its limits, nothing runs on a host that is off, and what is counted is what is there', () => {
  fc.assert(
    fc.property(deeds, (story) => {
      const { world } = lab();
      live(world, story, () => undefined);
      expect(overfull(world)).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('FR-010-117 machines and tasks come out of any snapshot and the log after it to the last bit', () => {
  fc.assert(
    fc.property(deeds, fc.nat(30), (story, cut) => {
      const { world } = lab();
      const log: Step[] = [];
      const first = takeSnapshot(world);
      live(world, story.slice(0, cut), (step) => log.push(step));
      const middle = takeSnapshot(world);
      const done = log.length;
      live(world, story.slice(cut), (step) => log.push(step));
      for (const [snapshot, from] of [
        [first, 0],
        [middle, done],
      ] as const) {
        const again = restoreSnapshot(snapshot);
        for (const { tick, events } of log.slice(from)) {
          advanceTo(again, tick);
          applyEvents(again, events);
        }
        advanceTo(again, world.clock.tick);
        expect(worldHash(again)).toBe(worldHash(world));
      }
    }),
    { numRuns: 25 },
  );
});

test('FR-010-118 what ended is remembered up to 500 tasks, what runs always, and no number is given twice', () => {
  const cluster = clusterOf({ hosts: 2 });
  const { world } = cluster;
  const id = newVm(cluster, 'one', { afterwards: 'start' }) as never;
  const still = newVm(cluster, 'two', {}) as never;
  const [copy = ''] = did(world, { type: 'machine.clone', id: still, name: 'copy' }).ids;
  const other = (vmOf(world, id).spec.host === 'host-1' ? 'host-2' : 'host-1') as never;
  for (let n = 0; n < 510; n += 1) {
    const { ids } = did(world, { type: 'machine.migrate', id, host: other });
    did(world, { type: 'task.cancel', id: ids[0] as never });
  }
  expect(world.tasks.all().length).toBe(501);
  expect([...world.tasks.running()].map(({ verb }) => verb)).toEqual(['clone']);
  const again = restoreSnapshot(takeSnapshot(world));
  expect(again.tasks.nextId()).toBe('task-512');
  expect(again.tasks.on(copy as never)).toEqual(runningTask(world));
});

test('FR-010-119 a task ends by the lab’s own hand and not before its time', () => {
  const cluster = clusterOf({ hosts: 1 });
  const { world } = cluster;
  did(world, { type: 'machine.clone', id: newVm(cluster, 'one', {}), name: 'copy' });
  const early = put(world, { type: 'task.finish', id: 'task-1' });
  expect(early.ok ? '' : early.refusal.message).toBe('task-1 has 2 s to go');
});
