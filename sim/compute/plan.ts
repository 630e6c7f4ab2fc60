/** What would become of a machine's making, copying or moving: the commands' own judgement, with nothing done. */
import type { Actor } from '../contract/actors.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import type { PlannedCommand } from '../contract/machine-commands.ts';
import type { HostVerdict, MachinePlan, StoreVerdict } from '../contract/machine-plan.ts';
import type { Refusal, Result } from '../contract/result.ts';
import type { Task } from '../contract/tasks.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import { aheadOf, numberedNames } from './ahead.ts';
import type { Host, Vm } from './allotments.ts';
import { decideCompute } from './decide.ts';
import { movedTo } from './migrate.ts';
import { freeOn, limitsOf, takenBeside } from './limits.ts';
import { weigh } from './placement.ts';
import { clusterOf, hostsFor } from './reach.ts';
import { mebibytesOf } from './sizes.ts';
import { storeOf } from './stores.ts';

/** Hosts that are listed; of more, how many there are. */
const mostHosts = 100;

type Foreseen = { readonly vm: Vm; readonly seconds: number };
type Tried = Result<Foreseen>;

type Asked = { readonly command: PlannedCommand; readonly actor: Actor };
type Planned = Asked & { readonly count: number };

/** A machine in each piece: two hundred of them over a thousand hosts take their time. */
export function* planInPieces(
  world: World,
  { command, count, actor }: Planned,
): Generator<undefined, MachinePlan, undefined> {
  const { machines, refusal } = yield* foresee(world, { command, count, actor });
  const [first] = machines;
  const { hosts, left } = verdicts(world, command, { actor, chosen: first?.vm.spec.host ?? null });
  return {
    refusal,
    machines: machines.map(({ vm, seconds }) => shown(world, vm, seconds)),
    hosts: [...hosts],
    hostsLeft: left,
    stores: storesFor(world, { command, actor, hosts }),
  };
}

/** One after another, each beside those before it, until one is refused. */
function* foresee(
  world: World,
  { command, count, actor }: Planned,
): Generator<
  undefined,
  { readonly machines: readonly Foreseen[]; readonly refusal: Refusal | null },
  undefined
> {
  if (command.type === 'machine.migrate') {
    const moved = tried(world, { command, actor });
    return moved.ok ? { machines: [moved.value], refusal: null } : { machines: [], refusal: moved.refusal };
  }
  const ahead = aheadOf(world);
  const machines: Foreseen[] = [];
  for (const name of numberedNames(command.name, count)) {
    const made = tried(ahead.world, { command: { ...command, name }, actor });
    if (!made.ok) return { machines, refusal: made.refusal };
    ahead.add(made.value.vm);
    machines.push(made.value);
    yield;
  }
  return { machines, refusal: null };
}

function tried(world: World, { command, actor }: Asked): Tried {
  const decision = decideCompute(world, command, actor);
  if (!decision.ok) return decision;
  const vm = command.type === 'machine.migrate' ? movedBy(world, command) : madeBy(decision.value);
  if (vm === undefined) throw new Error(`${command.type} was decided without a machine`);
  return { ok: true, value: { vm, seconds: secondsOf(decision.value) } };
}

function madeBy({ events }: Decision): Vm | undefined {
  const born = events.find((event) => event.type === 'entity.created');
  return born?.entity.kind === 'vm' ? born.entity : undefined;
}

function movedBy(
  world: World,
  command: Extract<PlannedCommand, { type: 'machine.migrate' }>,
): Vm | undefined {
  const vm = vmAt(world, command.id);
  if (vm === undefined) return undefined;
  const moved = movedTo(world, vm, { host: command.host, datastore: command.datastore });
  return moved.ok ? moved.value : undefined;
}

const taskIn = (events: readonly WorldEvent[]): Task | undefined =>
  events.find((event) => event.type === 'task.started')?.task;

function secondsOf({ events }: Decision): number {
  const task = taskIn(events);
  return task === undefined ? 0 : (task.endsAt - task.startedAt) / 1000;
}

function refOf(world: World, id: EntityId | null): HostVerdict['host'] | null {
  const found = id === null ? undefined : world.inventory.get(id);
  return found === undefined ? null : { id: found.id, name: found.name, kind: found.kind };
}

function shown(world: World, vm: Vm, seconds: number): MachinePlan['machines'][number] {
  const stores = [...new Set(vm.spec.disks.map(({ datastore }) => datastore))];
  return {
    name: vm.name,
    host: refOf(world, vm.spec.host),
    datastores: stores.flatMap((id) => refOf(world, id) ?? []),
    address: vm.spec.nics.find(({ address }) => address !== null)?.address ?? null,
    seconds,
  };
}

type Realm = {
  readonly parent: EntityId | null;
  readonly pool: EntityId | null;
  readonly now: Vm | undefined;
};

/** Where it may go at all: what its pool means, or all that its datacenter or cloud has. */
function realmOf(world: World, command: PlannedCommand): Realm {
  if (command.type === 'machine.migrate') {
    const now = vmAt(world, command.id);
    return { parent: now?.parent ?? null, pool: null, now };
  }
  const like = vmAt(world, command.type === 'machine.create' ? command.from : command.id);
  return {
    parent: command.parent ?? like?.parent ?? null,
    pool: command.pool ?? like?.spec.pool ?? null,
    now: undefined,
  };
}

function vmAt({ inventory }: World, id: EntityId | undefined): Vm | undefined {
  const found = id === undefined ? undefined : inventory.get(id);
  return found?.kind === 'vm' ? found : undefined;
}

/** Those that would take it first, by their weight. In a large realm only the emptiest are asked, and those that are meant. */
function verdicts(
  world: World,
  command: PlannedCommand,
  { actor, chosen }: { readonly actor: Actor; readonly chosen: EntityId | null },
): { readonly hosts: readonly HostVerdict[]; readonly left: number } {
  const { parent, pool, now } = realmOf(world, command);
  if (parent === null) return { hosts: [], left: 0 };
  const all = hostsFor(world, { parent }, pool);
  const meant = [chosen, command.host ?? null, now?.spec.host ?? null];
  const asked = emptiest(world, all, meant);
  const hosts = asked.map((host): HostVerdict => {
    const answer = tried(world, { command: { ...command, host: host.id }, actor });
    return {
      ...standing(world, host, now),
      isNow: now?.spec.host === host.id,
      isChosen: chosen === host.id,
      refusal: answer.ok ? null : answer.refusal,
      weight: answer.ok ? weigh(world, host, answer.value.vm) : null,
      seconds: answer.ok ? answer.value.seconds : null,
    };
  });
  const rank = ({ isChosen, weight }: HostVerdict): number =>
    isChosen ? Infinity : (weight?.sum ?? -Infinity);
  const byRank = (one: HostVerdict, other: HostVerdict): number =>
    rank(one) === rank(other) ? 0 : rank(other) - rank(one);
  return { hosts: hosts.toSorted(byRank), left: all.length - asked.length };
}

function emptiest(
  world: World,
  hosts: readonly Host[],
  meant: readonly (EntityId | null)[],
): readonly Host[] {
  if (hosts.length <= mostHosts) return hosts;
  const free = new Map(
    hosts.map((host) => {
      const { memory, cpus } = limitsOf(host);
      const taken = world.allotments.of(host.id);
      return [host.id, 2 - taken.memory / memory - taken.cpus / cpus];
    }),
  );
  const order = hosts.toSorted((one, other) => (free.get(other.id) ?? 0) - (free.get(one.id) ?? 0));
  return order.filter(({ id }, at) => at < mostHosts || meant.includes(id));
}

/** Of what may be given out, what is left: beside the machine itself where it is there already. */
function standing(
  world: World,
  host: Host,
  vm: Vm | undefined,
): Pick<HostVerdict, 'host' | 'cluster' | 'memory' | 'cpus'> {
  const limits = limitsOf(host);
  const taken = vm === undefined ? world.allotments.of(host.id) : takenBeside(world, host, vm);
  return {
    host: { id: host.id, name: host.name, kind: host.kind },
    cluster: refOf(world, clusterOf(world.inventory, host)?.id ?? null),
    memory: { free: Math.max(0, limits.memory - taken.memory), size: limits.memory },
    cpus: { free: Math.max(0, limits.cpus - taken.cpus), size: limits.cpus },
  };
}

/** What the hosts that are listed mount. */
function storesFor(
  world: World,
  { command, actor, hosts }: Asked & { readonly hosts: readonly HostVerdict[] },
): StoreVerdict[] {
  const { now } = realmOf(world, command);
  const named = command.host === undefined ? hosts : hosts.filter(({ host }) => host.id === command.host);
  const ids = new Set(named.flatMap(({ host }) => world.inventory.get(host.id)?.links.mounts ?? []));
  return [...ids].flatMap((id): StoreVerdict[] => {
    const store = storeOf(world, id);
    if (store === undefined) return [];
    const answer = tried(world, { command: { ...command, datastore: id }, actor });
    return [
      {
        store: { id, name: store.name, kind: store.kind },
        type: store.spec.type,
        free: Math.max(0, freeOn(world, store)) / mebibytesOf(1),
        capacity: store.spec.capacity,
        isNow: now?.spec.disks.some(({ datastore }) => datastore === id) === true,
        refusal: answer.ok ? null : answer.refusal,
        seconds: answer.ok ? answer.value.seconds : null,
      },
    ];
  });
}
