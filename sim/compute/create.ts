import type { Actor } from '../contract/actors.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import type { Disk, VmSpec } from '../contract/machine-specs.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { TaskPlan } from '../contract/tasks.ts';
import { asSimMillis } from '../contract/units.ts';
import { bear, decided, unknown } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import { isTenants } from './allotments.ts';
import type { Host, Vm } from './allotments.ts';
import { draft, makingsOf } from './draft.ts';
import type { Create, Source } from './draft.ts';
import { filesCopied } from './guest-events.ts';
import { quotaAllows } from './limits.ts';
import { place } from './placement.ts';
import { decideSnapshot } from './snapshots.ts';
import { copySeconds, disksFit, roomiest } from './stores.ts';
import { idle, started } from './task.ts';
import { turnedOn } from './turned.ts';

/** Answers with the machine's id and, where its disks must be copied first, the task's. */
export function decideMachineCreate(world: World, command: Create, actor: Actor): Result<Decision> {
  const makings = makingsOf(world, command);
  if (!makings.ok) return makings;
  const { source } = makings.value;
  const free = source?.kind === 'vm' ? idle(world, source) : accepted(null);
  if (!free.ok) return free;
  const beside = besideOriginal(command, source);
  if (!beside.ok) return beside;
  const id = command.id ?? (`vm-${world.inventory.nextNumber('vm')}` as EntityId);
  const spec = draft(world, { command, id, makings: makings.value });
  if (!spec.ok) return spec;
  const settled = settle(world, { ...command, ...beside.value }, { id, spec: spec.value });
  if (!settled.ok) return settled;
  return source === undefined
    ? bornAt(world, command, settled.value)
    : bornBy(world, { command, actor, vm: settled.value, source });
}

/** Memory that runs on is where it was: one host holds both, and they share what lies on the disks. */
function besideOriginal(
  { afterwards, linkedTo, host }: Create,
  source: Source | undefined,
): Result<Pick<Create, 'host'>> {
  if (afterwards !== 'go-on') return accepted({});
  if (source?.kind !== 'vm' || linkedTo !== 'now') {
    return refused(
      'invalid-input',
      'Only a linked copy of a machine at this moment goes on as that one runs',
      {
        where: 'afterwards',
        hint: 'Link it to now.',
      },
    );
  }
  const { name, spec } = source;
  if (spec.power !== 'on') {
    return refused('wrong-state', `${name} is ${spec.power}; a copy goes on only while its original is on`, {
      where: 'id',
    });
  }
  if (spec.host === null || (host !== undefined && host !== spec.host)) {
    return refused('invalid-input', `A copy that goes on runs where ${name} runs`, { where: 'host' });
  }
  return accepted({ host: spec.host });
}

type Drafted = { readonly id: EntityId; readonly spec: VmSpec };

/** With its host and its stores, off. */
function settle(world: World, command: Create, { id, spec }: Drafted): Result<Vm> {
  const { name, parent, afterwards } = command;
  const off: Vm = { id, kind: 'vm', name, parent, links: {}, aliases: {}, spec };
  const inQuota = withinQuota(world, off);
  if (!inQuota.ok) return inQuota;
  const asItWillBe = afterwards === 'leave-off' ? off : turnedOn(off, null, world.now());
  const host = place(world, {
    vm: withNamedStores(asItWillBe, command.datastore),
    host: command.host ?? null,
    pool: command.pool ?? spec.pool,
    not: null,
    admission: 'heed',
  });
  if (!host.ok) return host;
  const disks = laidOn(world, host.value, off);
  const fits = disksFit(world, disks);
  if (!fits.ok) return fits;
  const born = bear(world, world.inventory, {
    ...off,
    spec: { ...spec, host: host.value.id, disks: [...disks] },
  });
  return born.ok ? accepted(born.value as Vm) : born;
}

/** A copy need not lie where its original does: only stores that were asked for bind it. */
const withNamedStores = (vm: Vm, datastore: EntityId | undefined): Vm =>
  datastore === undefined ? { ...vm, spec: { ...vm.spec, disks: vm.spec.disks.filter(isBound) } } : vm;

const isBound = ({ used, delta }: Disk): boolean => used === 0 || delta !== undefined;

/** Disks without a place, or whose place this host does not mount, go where it has most room; a tenant's stay the cloud's own. */
function laidOn(world: World, host: Host, vm: Vm): readonly Disk[] {
  if (isTenants(world.inventory, vm)) return vm.spec.disks;
  const store = roomiest(world, host)?.id ?? null;
  const isThere = (id: EntityId | null): boolean => id !== null && host.links.mounts?.includes(id) === true;
  return vm.spec.disks.map((disk) => (isThere(disk.datastore) ? disk : { ...disk, datastore: store }));
}

function withinQuota(world: World, { parent, spec }: Vm): Result<null> {
  const project = parent === null ? undefined : world.inventory.get(parent);
  if (project?.kind !== 'project') return accepted(null);
  return quotaAllows(world, project, { instances: 1, cores: spec.cpus, memory: spec.memory });
}

function bornAt(world: World, { afterwards }: Create, vm: Vm): Result<Decision> {
  const entity = afterwards === 'start' ? turnedOn(vm, vm.spec.host, world.now()) : vm;
  return decided([{ type: 'entity.created', entity }], [vm.id]);
}

type Copying = {
  readonly command: Create;
  readonly actor: Actor;
  readonly vm: Vm;
  readonly source: Source;
};

/** It stands from the start, so that its room is taken, and is off until its disks are whole. */
function bornBy(world: World, { command, actor, vm, source }: Copying): Result<Decision> {
  const all = source.kind === 'vm' ? source.spec.disks : vm.spec.disks.filter(({ used }) => used > 0);
  // Of a linked copy nothing is copied.
  const originals = command.linkedTo === undefined ? all : [];
  const moment = command.linkedTo === 'now' ? keptFor(world, { command, actor, vm, source }) : nothingKept;
  if (!moment.ok) return moment;
  const task = started(world, {
    verb: source.kind === 'vm' && !source.spec.isTemplate ? 'clone' : 'create',
    target: vm,
    by: actor,
    seconds: copySeconds(world, originals, vm.spec.disks[0]?.datastore ?? null),
    // What was kept for it would stay behind.
    cancel: command.linkedTo === 'now' ? 'may-not' : 'may',
    plan: { from: source.id, afterwards: command.afterwards, ...upSince(world, command, source) },
    nth: 0,
  });
  const born: WorldEvent = { type: 'entity.created', entity: vm };
  return decided([...moment.value.events, born, ...filesOf(world, vm, source), task], [vm.id, task.task.id]);
}

/** As they stand when the copy begins: what the original does meanwhile is its own. */
function filesOf(world: World, vm: Vm, source: Source): readonly WorldEvent[] {
  const snapshot = vm.spec.disks.find(({ delta }) => delta !== undefined)?.delta?.snapshot;
  return source.kind === 'vm' ? filesCopied(world, source.id, { to: vm.id, snapshot }) : [];
}

const nothingKept = decided([], []);

/** The moment that its disks hang on. */
const keptFor = (world: World, { command, actor, source }: Copying): Result<Decision> =>
  decideSnapshot(
    world,
    {
      type: 'machine.snapshot',
      id: source.id,
      name: command.name,
      description: `The moment that ${command.name} was copied from`,
      memory: 'without',
      quiesce: 'no',
    },
    actor,
  );

/** One that the lab began with is up since then. */
const upSince = (world: World, { afterwards }: Create, source: Source): Pick<TaskPlan, 'since'> =>
  afterwards === 'go-on' && source.kind === 'vm'
    ? { since: source.spec.startedAt ?? asSimMillis(world.clock.epoch) }
    : {};

export function decideMachineClone(
  world: World,
  command: ComputeCommandOf<'machine.clone'>,
  actor: Actor,
): Result<Decision> {
  const original = world.inventory.get(command.id);
  if (original === undefined) return unknown(command.id);
  const parent = command.parent ?? original.parent;
  if (original.kind !== 'vm' || parent === null) {
    return refused('wrong-kind', `${original.name} is a ${original.kind}; only virtual machines are cloned`, {
      where: 'id',
    });
  }
  const { type: _, id: from, ...rest } = command;
  return decideMachineCreate(world, { ...rest, type: 'machine.create', from, parent }, actor);
}
