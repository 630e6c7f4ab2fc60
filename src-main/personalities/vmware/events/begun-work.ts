/** Work on machines that has begun. */
import type { Task } from '../../../../sim/contract/tasks.ts';
import type { Vc } from '../vc.ts';
import type { NewEvent } from './event.ts';

const types: Partial<Record<Task['verb'], { readonly type: string; readonly words: string }>> = {
  shutdown: { type: 'VmGuestShutdownEvent', words: 'Guest shutdown of' },
  reboot: { type: 'VmGuestRebootEvent', words: 'Guest reboot of' },
  suspend: { type: 'VmSuspendingEvent', words: 'Suspending' },
  resume: { type: 'VmResumingEvent', words: 'Resuming' },
  restart: { type: 'VmStartingEvent', words: 'vSphere HA is restarting' },
};

export function begunWork(vc: Vc, task: Task, user: string): readonly NewEvent[] {
  const known = types[task.verb];
  const vm = vc.world().inventory.get(task.target);
  if (known === undefined || vm?.kind !== 'vm') return [];
  return [
    {
      type: known.type,
      message: `${known.words} ${vm.name}`,
      user,
      about: [vc.refs.of(vm)],
      fields: { template: vm.spec.isTemplate },
    },
  ];
}
