/** Machines that a manager forgets while their files stay, and learns of again from these files. */
import type { EntityOf } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import type { StrayMachine, VmSpec } from '../contract/machine-specs.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { bear, decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import type { Vm } from './allotments.ts';
import { nothingHangs } from './delta.ts';
import { findVm } from './find.ts';
import { placeOn } from './placement.ts';
import { isCopied, removal } from './remove.ts';
import { heldBack, takenBy } from './sizes.ts';
import { storeOf } from './stores.ts';
import { idle } from './task.ts';

type Store = EntityOf<'datastore'>;

export function decideUnregister(
  world: World,
  { id, datastore, path: asked }: ComputeCommandOf<'machine.unregister'>,
): Result<Decision> {
  const found = findVm(world, id);
  if (!found.ok) return found;
  const vm = found.value;
  const free = idle(world, vm);
  if (!free.ok) return free;
  const copied = isCopied(world, vm);
  if (!copied.ok) return copied;
  const alone = nothingHangs(world, vm, 'any');
  if (!alone.ok) return alone;
  const home = homeOf(world, vm, datastore ?? null);
  if (!home.ok) return home;
  const path = freePath(home.value, asked ?? `${vm.name}/${vm.name}.vmx`);
  const { name, aliases, spec } = vm;
  const stray: StrayMachine = { path, name, machine: vm.id, aliases, spec };
  const { strays = [] } = home.value.spec;
  const stores = withRoom(world, vm, { sign: 1, home: home.value.id }).map((store) =>
    store.id === home.value.id ? { ...store, spec: { ...store.spec, strays: [...strays, stray] } } : store,
  );
  // Its files are not gone: only the manager's word of it is.
  const gone = removal(world, vm).filter(({ type }) => type !== 'guest.dropped');
  return decided([...gone, ...stores.map(changed)], [path]);
}

const changed = (entity: Store): WorldEvent => ({ type: 'entity.changed', entity });

/** The store that was named, or that of its first disk: there its configuration lies. */
function homeOf(world: World, vm: Vm, named: EntityId | null): Result<Store> {
  if (vm.spec.power !== 'off') {
    return refused('wrong-state', `${vm.name} is ${vm.spec.power}; it is unregistered only while it is off`, {
      where: 'id',
      hint: 'Switch it off first.',
    });
  }
  if (vm.spec.disks.some(({ volume }) => volume !== null)) {
    return refused('wrong-state', `A volume hangs on ${vm.name}; it belongs to its cloud`, {
      where: 'id',
      hint: 'Detach it first.',
    });
  }
  const store = storeOf(world, named ?? vm.spec.disks[0]?.datastore ?? null);
  if (store !== undefined) return accepted(store);
  if (named !== null)
    return refused('unknown-entity', `There is no datastore ${named}`, { where: 'datastore' });
  return refused('unsupported', `${vm.name} has no disk on a datastore, where its files could stay`, {
    where: 'id',
    hint: 'Remove it instead, or give it a disk on a datastore.',
  });
}

function freePath({ spec }: Store, wish: string): string {
  const taken = new Set((spec.strays ?? []).map(({ path }) => path));
  const end = wish.lastIndexOf('/');
  for (let at = 0; ; at += 1) {
    const path = at === 0 ? wish : `${wish.slice(0, Math.max(0, end))}_${at}${wish.slice(end)}`;
    if (!taken.has(path)) return path;
  }
}

type Room = { readonly sign: 1 | -1; readonly home: EntityId };

/** The stores as they are when the files of one that nobody knows are gone, with the room that these took. */
export function storesWithout(world: World, stray: StrayMachine, home: EntityId): readonly Store[] {
  return withRoom(world, stray, { sign: -1, home }).map((each) =>
    each.id === home
      ? {
          ...each,
          spec: {
            ...each.spec,
            strays: (each.spec.strays ?? []).filter(({ machine }) => machine !== stray.machine),
          },
        }
      : each,
  );
}

/** What its disks took as a machine's they take as files, and the other way round. */
function withRoom(world: World, { spec }: Pick<Vm, 'spec'>, { sign, home }: Room): readonly Store[] {
  // One without a disk takes no room where its few files lie.
  const rooms = new Map<EntityId, number>([[home, 0]]);
  const add = (id: EntityId | null, room: number): void => {
    if (id !== null) rooms.set(id, (rooms.get(id) ?? 0) + room);
  };
  for (const disk of spec.disks) add(disk.datastore, takenBy(disk));
  add(spec.disks[0]?.datastore ?? null, heldBack(spec));
  return [...rooms].flatMap(([id, room]) => {
    const store = storeOf(world, id);
    if (store === undefined) return [];
    const otherUse = Math.max(0, store.spec.otherUse + (sign * room) / 1024);
    return [{ ...store, spec: { ...store.spec, otherUse } }];
  });
}

export function decideRegister(
  world: World,
  command: ComputeCommandOf<'machine.register'>,
): Result<Decision> {
  const store = storeOf(world, command.datastore);
  if (store === undefined)
    return refused('unknown-entity', `There is no datastore ${command.datastore}`, { where: 'datastore' });
  const stray = store.spec.strays?.find(({ path }) => path === command.path);
  if (stray === undefined) return noSuchFile(store, command.path);
  const vm: Vm = {
    id: stray.machine,
    kind: 'vm',
    name: command.name ?? stray.name,
    parent: command.parent,
    links: {},
    aliases: stray.aliases,
    spec: known(world, stray.spec, command),
  };
  const born = bear(world, world.inventory, vm);
  if (!born.ok) return born;
  const host = vm.spec.host;
  const there = host === null ? accepted(null) : placeOn(world, host, { vm, admission: 'heed' });
  if (!there.ok) return there;
  const stores = storesWithout(world, stray, store.id);
  return decided([{ type: 'entity.created', entity: born.value }, ...stores.map(changed)], [born.value.id]);
}

function noSuchFile({ name, spec }: Store, path: string): Result<never> {
  const there = (spec.strays ?? []).slice(0, 5).map((stray) => stray.path);
  return refused('not-found', `Datastore ${name} has no machine's file ${path}`, {
    where: 'path',
    hint: there.length === 0 ? 'No unregistered machine lies there.' : `There: ${there.join(', ')}.`,
  });
}

/** Of what it named, what is still there; an adapter whose network is gone hangs on nothing. */
function known(
  { inventory }: World,
  spec: VmSpec,
  { host, pool }: Pick<ComputeCommandOf<'machine.register'>, 'host' | 'pool'>,
): VmSpec {
  const still = (id: EntityId | null): EntityId | null =>
    id !== null && inventory.get(id) !== undefined ? id : null;
  return {
    ...spec,
    host: host ?? still(spec.host),
    pool: pool ?? still(spec.pool),
    flavour: still(spec.flavour),
    image: still(spec.image),
    firewalls: spec.firewalls.filter((id) => still(id) !== null),
    nics: spec.nics.map((nic) => (still(nic.network) === null ? { ...nic, network: null } : nic)),
  };
}
