/** What a copy is made from: its original as it is, or as a snapshot keeps it, with disks that hang on that. */
import type { EntityOf } from '../contract/entities.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import type { Disk, MachineSnapshot } from '../contract/machine-specs.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import { isTenants } from './allotments.ts';
import type { Vm } from './allotments.ts';
import { madeWhole } from './delta.ts';
import { nextSnapshot } from './snapshots.ts';

type Original = Vm | EntityOf<'image'> | undefined;
type Wish = Pick<ComputeCommandOf<'machine.create'>, 'linkedTo'>;

/** GiB of a delta that has taken in nothing yet: one grain of its table, 16 MiB as VMFS lays it down. */
const grain = 16 / 1024;

export function asCopied(world: World, original: Original, { linkedTo }: Wish): Result<Original> {
  if (linkedTo === undefined) {
    if (original?.kind !== 'vm') return accepted(original);
    const disks = original.spec.disks.map((disk) => madeWhole(world, disk));
    return accepted({ ...original, spec: { ...original.spec, disks } });
  }
  if (original?.kind !== 'vm') {
    return refused('invalid-input', 'A linked copy hangs on a snapshot of a machine or template', {
      where: 'linkedTo',
      hint: 'Name the machine it is made from, or leave it out for a full copy.',
    });
  }
  const whole = isVsphere(world, original);
  if (!whole.ok) return whole;
  // It is taken together with the birth of the copy.
  if (linkedTo === 'now') return accepted(hanging(original, nextSnapshot(original), original.spec));
  return linked(original, linkedTo === 'current' ? original.spec.snapshot : linkedTo);
}

function isVsphere(world: World, original: Vm): Result<null> {
  if (!isTenants(world.inventory, original)) return accepted(null);
  return refused('unsupported', `${original.name} is a cloud's: clouds make full copies only`, {
    where: 'linkedTo',
    hint: 'Leave it out.',
  });
}

function linked(original: Vm, number: number | null): Result<Vm> {
  const snapshot = original.spec.snapshots.find(({ id }) => id === number);
  if (snapshot !== undefined) return accepted(hanging(original, snapshot.id, snapshot.was));
  const which = number === null ? 'no snapshot' : `no snapshot ${number}`;
  return refused('not-found', `${original.name} has ${which} that a linked copy could hang on`, {
    where: 'linkedTo',
    hint: 'Take a snapshot of it first, or name another.',
  });
}

function hanging(original: Vm, snapshot: number, was: MachineSnapshot['was']): Vm {
  const { cpus, memory, nics } = was;
  const disks = was.disks.map((disk): Disk => ({
    ...disk,
    isThin: true,
    used: grain,
    delta: { machine: original.id, snapshot, key: disk.key },
  }));
  return { ...original, spec: { ...original.spec, cpus, memory, nics, disks } };
}
