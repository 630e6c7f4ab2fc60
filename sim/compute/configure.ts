import type { EntityId } from '../contract/ids.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import { vmSpecSchema } from '../contract/machine-specs.ts';
import type { Disk, Nic, VmSpec } from '../contract/machine-specs.ts';
import { accepted, refusalFromIssues, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { firstDiskKey } from '../inventory/device-keys.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import { maySettle } from '../inventory/rules.ts';
import type { World } from '../kernel/world.ts';
import { newNic } from './addresses.ts';
import { isHolding, isTenants } from './allotments.ts';
import type { Vm } from './allotments.ts';
import { diskLabel } from './draft.ts';
import { findVm } from './find.ts';
import { hasRoom, quotaAllows, storeTakes } from './limits.ts';
import { hotAdd } from './power.table.ts';
import { reaches } from './reach.ts';
import { takenBy } from './sizes.ts';
import { roomiest, storeOf } from './stores.ts';
import { idle } from './task.ts';

type Configure = ComputeCommandOf<'machine.configure'>;

export function decideMachineConfigure(world: World, command: Configure): Result<Decision> {
  const found = findVm(world, command.id);
  if (!found.ok) return found;
  const vm = found.value;
  const may = all([() => idle(world, vm), () => mayWhileOn(vm, command)]);
  if (!may.ok) return may;
  const disks = disksAfter(world, vm, command.disks ?? []);
  if (!disks.ok) return disks;
  const nics = nicsAfter(world, vm, command.nics ?? []);
  if (!nics.ok) return nics;
  const parsed = vmSpecSchema.safeParse({
    ...vm.spec,
    ...plainFields(command),
    coresPerSocket: coresAfter(vm.spec, command),
    disks: disks.value,
    nics: nics.value,
  });
  if (!parsed.success) return { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
  const after: Vm = { ...vm, spec: parsed.data };
  const fits = all([() => fitsStill(world, vm, after), () => maySettle(world.inventory, after)]);
  if (!fits.ok) return fits;
  if (JSON.stringify(after.spec) === JSON.stringify(vmSpecSchema.parse(vm.spec))) return decided([], []);
  return decided([{ type: 'entity.changed', entity: after }], []);
}

function all(checks: readonly (() => Result<null>)[]): Result<null> {
  for (const check of checks) {
    const result = check();
    if (!result.ok) return result;
  }
  return accepted(null);
}

const plain = ['cpus', 'memory', 'cpu', 'reserved', 'restart', 'startsWithHost', 'workload'] as const;

const plainFields = (command: Configure): object =>
  Object.fromEntries(
    plain.flatMap((field) => (command[field] === undefined ? [] : [[field, command[field]]])),
  );

/** Cores of a socket stay where they part the new number of CPUs; else each CPU is a socket of its own. */
function coresAfter(spec: VmSpec, { cpus = spec.cpus, coresPerSocket }: Configure): number {
  const kept = coresPerSocket ?? spec.coresPerSocket;
  return coresPerSocket === undefined && cpus % kept !== 0 ? 1 : kept;
}

/** What real products do to a machine that runs: add where its system can take it, never take away. */
function mayWhileOn({ name, spec }: Vm, command: Configure): Result<null> {
  if (spec.power === 'off') return accepted(null);
  const mustBeOff = (what: string, where: string): Result<null> =>
    refused('wrong-state', `${name} is ${spec.power}; ${what} only while it is off`, {
      where,
      hint: 'Shut it down first.',
    });
  if (spec.power !== 'on') return mustBeOff('what it has changes', 'id');
  const hot: readonly string[] = hotAdd[spec.os];
  for (const field of ['cpus', 'memory'] as const) {
    const wanted = command[field] ?? spec[field];
    if (wanted < spec[field])
      return mustBeOff(`its ${field} are taken away`.replace('memory are', 'memory is'), field);
    if (wanted > spec[field] && !hot.includes(field))
      return mustBeOff(`${spec.os} takes more ${field}`, field);
  }
  const cores = command.coresPerSocket ?? spec.coresPerSocket;
  return cores === spec.coresPerSocket ? accepted(null) : mustBeOff('its sockets change', 'coresPerSocket');
}

type DiskChange = NonNullable<Configure['disks']>[number];

function disksAfter(world: World, vm: Vm, changes: readonly DiskChange[]): Result<readonly Disk[]> {
  let disks: readonly Disk[] = vm.spec.disks;
  for (const [at, change] of changes.entries()) {
    const changed =
      change.key === undefined ? withNew(world, vm, { disks, change }) : withChanged(vm, { disks, change });
    if (!changed.ok) return { ok: false, refusal: { ...changed.refusal, where: `disks[${at}]` } };
    disks = changed.value;
  }
  return accepted(disks);
}

type Disks = { readonly disks: readonly Disk[]; readonly change: DiskChange };

function withNew(world: World, vm: Vm, { disks, change }: Disks): Result<readonly Disk[]> {
  const { size, isThin, datastore } = change;
  if (size === null) return refused('invalid-input', 'Which disk? Give its key');
  const key = Math.max(firstDiskKey - 1, ...disks.map((disk) => disk.key)) + 1;
  const host = vm.spec.host === null ? undefined : world.inventory.get(vm.spec.host);
  const usual =
    isTenants(world.inventory, vm) || host?.kind !== 'host' ? null : (roomiest(world, host)?.id ?? null);
  const where: EntityId | null = datastore ?? disks[0]?.datastore ?? usual;
  return accepted([
    ...disks,
    { key, label: diskLabel(key), size, datastore: where, volume: null, isThin, used: 0 },
  ]);
}

function withChanged(vm: Vm, { disks, change }: Disks): Result<readonly Disk[]> {
  const disk = disks.find(({ key }) => key === change.key);
  if (disk === undefined) return refused('not-found', `${vm.name} has no disk ${change.key}`);
  const { size } = change;
  const inSnapshots = vm.spec.snapshots.length > 0 && size !== disk.size;
  if (inSnapshots) {
    return refused('wrong-state', `${disk.label} of ${vm.name} has snapshots standing on it`, {
      hint: 'Remove the snapshots first.',
    });
  }
  if (disk.volume !== null && size !== disk.size) {
    return refused('wrong-kind', `${disk.label} of ${vm.name} is a volume`, { hint: 'Detach the volume.' });
  }
  if (size === null) return accepted(disks.filter((each) => each !== disk));
  if (size < disk.size) {
    return refused('invalid-input', `${disk.label} of ${vm.name} has ${disk.size} GiB; disks do not shrink`);
  }
  return accepted(disks.map((each) => (each === disk ? { ...disk, size } : each)));
}

function nicsAfter(world: World, vm: Vm, changes: NonNullable<Configure['nics']>): Result<readonly Nic[]> {
  let nics: readonly Nic[] = vm.spec.nics;
  const style = isTenants(world.inventory, vm) ? 'openstack' : 'vmware';
  for (const [at, { key, network, isConnected }] of changes.entries()) {
    const before = nics.find((nic) => nic.key === key);
    if (key !== undefined && before === undefined) {
      return refused('not-found', `${vm.name} has no adapter ${key}`, { where: `nics[${at}].key` });
    }
    if (before === undefined) {
      const nic = newNic(world, { machine: vm.id, network, style, beside: nics });
      nics = [...nics, { ...nic, isConnected }];
    } else if (network === null) {
      nics = nics.filter((nic) => nic !== before);
    } else {
      const beside = nics.filter((nic) => nic !== before);
      const moved =
        network === before.network ? before : newNic(world, { machine: vm.id, network, style, beside });
      const after = { ...before, network, address: moved.address, isConnected };
      nics = nics.map((nic) => (nic === before ? after : nic));
    }
  }
  return accepted(nics);
}

function fitsStill(world: World, before: Vm, after: Vm): Result<null> {
  const inQuota = growsInQuota(world, before, after);
  if (!inQuota.ok) return inQuota;
  const host = after.spec.host === null ? undefined : world.inventory.get(after.spec.host);
  if (host?.kind === 'host') {
    const there = reaches(world, host, after);
    if (!there.ok) return there;
    const room = isHolding(world.inventory, after) ? hasRoom(world, host, after) : accepted(null);
    if (!room.ok) return room;
  }
  return storesTake(world, before, after);
}

function storesTake(world: World, before: Vm, after: Vm): Result<null> {
  const taken = new Map<EntityId, number>();
  const count = (disk: Disk, sign: 1 | -1): void => {
    if (disk.datastore !== null)
      taken.set(disk.datastore, (taken.get(disk.datastore) ?? 0) + sign * takenBy(disk));
  };
  for (const disk of after.spec.disks) count(disk, 1);
  for (const disk of before.spec.disks) count(disk, -1);
  for (const [id, more] of taken) {
    const store = storeOf(world, id);
    const takes = store === undefined || more <= 0 ? accepted(null) : storeTakes(world, store, more);
    if (!takes.ok) return takes;
  }
  return accepted(null);
}

function growsInQuota(world: World, before: Vm, after: Vm): Result<null> {
  const project = after.parent === null ? undefined : world.inventory.get(after.parent);
  if (project?.kind !== 'project') return accepted(null);
  return quotaAllows(world, project, {
    instances: 0,
    cores: after.spec.cpus - before.spec.cpus,
    memory: after.spec.memory - before.spec.memory,
  });
}
