import type { EntityId } from '../../sim/contract/ids.ts';
import type { Task } from '../../sim/contract/tasks.ts';
import type { Console } from './console.ts';
import type { LiveGuest } from './live-guest.ts';

type House = {
  readonly consoles: ReadonlyMap<EntityId, Pick<Console, 'goDown'>>;
  readonly running: ReadonlyMap<EntityId, { readonly guest: Pick<LiveGuest, 'machine' | 'wake'> }>;
  readonly goingDown: Set<EntityId>;
};

/** A guest that is asked to go down stops its services in order; its machine's power is the task's, when that is over. */
export function goDown(
  { consoles, running, goingDown }: House,
  { verb, target, endsAt }: Pick<Task, 'verb' | 'target' | 'endsAt'>,
): void {
  if (verb !== 'shutdown' && verb !== 'reboot') return;
  const how = verb === 'reboot' ? 'reboot' : 'off';
  consoles.get(target)?.goDown(endsAt, how);
  const guest = running.get(target)?.guest;
  if (guest === undefined) return;
  // What it says of it its console says already, in lab time.
  goingDown.add(target);
  guest.machine.shutDown(how);
  guest.wake();
}
