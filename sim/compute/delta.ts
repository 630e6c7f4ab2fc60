/** Disks of linked copies: what they hang on, and who hangs on a machine's snapshots. */
import type { EntityId } from '../contract/ids.ts';
import type { Disk, VmSpec } from '../contract/machine-specs.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import type { Vm } from './allotments.ts';

type Delta = NonNullable<Disk['delta']>;

/** The disk that it differs from; none where that is gone, as after an edit by hand. */
function under({ inventory }: World, delta: Delta): Disk | undefined {
  const machine = inventory.get(delta.machine);
  if (machine?.kind !== 'vm') return undefined;
  const kept = machine.spec.snapshots.find(({ id }) => id === delta.snapshot);
  return kept?.was.disks.find(({ key }) => key === delta.key);
}

/** It, what it hangs on, what that hangs on …; a copy is younger than its original, so this ends. */
function chainOf(world: World, disk: Disk): readonly Disk[] {
  const chain: Disk[] = [];
  const seen = new Set<string>();
  for (let at: Disk | undefined = disk; at !== undefined;) {
    chain.push(at);
    const { delta }: Disk = at;
    const mark: string = delta === undefined ? '' : `${delta.machine} ${delta.snapshot} ${delta.key}`;
    if (delta === undefined || seen.has(mark)) break;
    seen.add(mark);
    at = under(world, delta);
  }
  return chain;
}

/** Where it and all below it lie. */
export const storesUnder = (world: World, disk: Disk): readonly EntityId[] =>
  (disk.delta === undefined ? [disk] : chainOf(world, disk)).flatMap(({ datastore }) => datastore ?? []);

/** With all that it shares: no disk hangs below it any more. */
export function madeWhole(world: World, disk: Disk): Disk {
  const { delta, ...rest } = disk;
  if (delta === undefined) return disk;
  const written = chainOf(world, disk).reduce((sum, { used }) => sum + used, 0);
  return { ...rest, used: Math.min(disk.size, written) };
}

/** Also those that its snapshots would bring back. */
const deltasOf = ({ disks, snapshots }: VmSpec): readonly Delta[] =>
  [disks, ...snapshots.map(({ was }) => was.disks)].flat().flatMap(({ delta }) => delta ?? []);

type LinkedCopy = {
  readonly id: EntityId;
  readonly name: string;
  readonly snapshots: ReadonlySet<number>;
};

/** Machines whose disks hang on a machine's snapshots, and on which; also those that no manager knows now. */
export function linkedCopies({ inventory }: Pick<World, 'inventory'>, vm: Vm): readonly LinkedCopy[] {
  if (vm.spec.snapshots.length === 0) return [];
  const copies: LinkedCopy[] = [];
  const ask = (id: EntityId, name: string, spec: VmSpec): void => {
    const on = deltasOf(spec).flatMap(({ machine, snapshot }) => (machine === vm.id ? snapshot : []));
    if (on.length > 0 && id !== vm.id) copies.push({ id, name, snapshots: new Set(on) });
  };
  for (const each of inventory.ofKind('vm')) ask(each.id, each.name, each.spec);
  for (const store of inventory.ofKind('datastore'))
    for (const { machine, name, spec } of store.spec.strays ?? []) ask(machine, name, spec);
  return copies;
}

/** Names that are said in full; of more, how many there are. */
const namesSaid = 5;

export function nothingHangs(world: World, vm: Vm, on: ReadonlySet<number> | 'any'): Result<null> {
  const copies = linkedCopies(world, vm).filter(
    ({ snapshots }) => on === 'any' || [...snapshots].some((id) => on.has(id)),
  );
  if (copies.length === 0) return accepted(null);
  const said = copies.slice(0, namesSaid).map(({ name }) => name);
  const rest = copies.length > said.length ? ` and ${copies.length - said.length} more` : '';
  return refused('wrong-state', `Linked copies hang on ${vm.name}: ${said.join(', ')}${rest}`, {
    where: on === 'any' ? 'id' : 'snapshot',
    hint: 'Promote them to full copies, or remove them, first.',
  });
}
