import type { WorldEvent } from '../contract/events.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import { endings } from '../inventory/decide-remove.ts';
import type { World } from '../kernel/world.ts';
import { isTenants } from './allotments.ts';
import type { Vm } from './allotments.ts';
import { findVm } from './find.ts';
import { nothingHangs } from './delta.ts';
import { filesDropped } from './guest-events.ts';
import { idle } from './task.ts';

export function decideMachineRemove(
  world: World,
  { id }: ComputeCommandOf<'machine.remove'>,
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
  // A cloud deletes what runs; a hypervisor's manager wants it off first.
  if (vm.spec.power !== 'off' && !isTenants(world.inventory, vm)) {
    return refused('wrong-state', `${vm.name} is ${vm.spec.power}; it is removed only while it is off`, {
      where: 'id',
      hint: 'Switch it off first.',
    });
  }
  return decided(removal(world, vm), []);
}

export function isCopied(world: World, vm: Vm): Result<null> {
  for (const task of world.tasks.running()) {
    if (task.plan.from !== vm.id) continue;
    return refused('busy', `${vm.name} is being copied to ${task.name} (${task.id})`, {
      hint: `Wait for its end, or cancel ${task.id}.`,
    });
  }
  return accepted(null);
}

/** What hung on it hangs on nothing; alarms and scenarios about it end. */
export function removal(world: World, vm: Vm): readonly WorldEvent[] {
  const events: WorldEvent[] = [...endings(world, new Set([vm.id]))];
  for (const { volume } of vm.spec.disks) {
    const freed = volume === null ? undefined : world.inventory.get(volume);
    if (freed?.kind !== 'volume') continue;
    const spec = { ...freed.spec, machine: null, mountPoint: null, state: 'available' as const };
    events.push({ type: 'entity.changed', entity: { ...freed, spec } });
  }
  for (const address of world.inventory.ofKind('address')) {
    if (address.spec.machine !== vm.id) continue;
    events.push({ type: 'entity.changed', entity: { ...address, spec: { ...address.spec, machine: null } } });
  }
  return [...events, ...filesDropped(world, vm.id), { type: 'entity.removed', id: vm.id }];
}

export function decideTemplate(
  world: World,
  { id, to }: ComputeCommandOf<'machine.template'>,
): Result<Decision> {
  const found = findVm(world, id);
  if (!found.ok) return found;
  const vm = found.value;
  const free = idle(world, vm);
  if (!free.ok) return free;
  if (vm.spec.isTemplate === (to === 'template')) return decided([], []);
  if (vm.spec.power !== 'off') {
    return refused(
      'wrong-state',
      `${vm.name} is ${vm.spec.power}; a template is made of a machine that is off`,
      {
        where: 'id',
        hint: 'Shut it down first.',
      },
    );
  }
  const entity: Vm = { ...vm, spec: { ...vm.spec, isTemplate: to === 'template' } };
  return decided([{ type: 'entity.changed', entity }], []);
}
