/** Work on machines that came to nothing: the lab's own when its time was over, a client's when it was refused. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { Task, TaskEvent } from '../../../../sim/contract/tasks.ts';
import { localized } from '../objects/fault.ts';
import type { Fault } from '../objects/fault.ts';
import { faultOf } from '../objects/faults.ts';
import type { TaskRecord } from '../tasks/tasks.ts';
import type { Vc } from '../vc.ts';
import { hostArgument } from './arguments.ts';
import type { NewEvent } from './event.ts';

type Saying = { readonly type: string; readonly words: string };

const ofWorld: Partial<Record<Task['verb'], Saying>> = {
  migrate: { type: 'VmFailedMigrateEvent', words: 'migrate' },
  suspend: { type: 'VmFailedToSuspendEvent', words: 'suspend' },
  resume: { type: 'VmFailedToPowerOnEvent', words: 'resume' },
  restart: { type: 'VmFailedToPowerOnEvent', words: 'restart' },
};

const ofClients: Readonly<Record<string, Saying>> = {
  PowerOnVM_Task: { type: 'VmFailedToPowerOnEvent', words: 'power on' },
  PowerOffVM_Task: { type: 'VmFailedToPowerOffEvent', words: 'power off' },
  ResetVM_Task: { type: 'VmFailedToResetEvent', words: 'reset' },
  SuspendVM_Task: { type: 'VmFailedToSuspendEvent', words: 'suspend' },
};

type Ended = Extract<TaskEvent, { type: 'task.finished' }>;

export function failedWork(vc: Vc, { id, refusal }: Ended): readonly NewEvent[] {
  const task = vc.world().tasks.get(id);
  if (task === undefined || refusal === null) return [];
  const saying = ofWorld[task.verb];
  const vm = vc.world().inventory.get(task.target);
  if (saying === undefined || vm?.kind !== 'vm') return [];
  const failed = failure(vc, vm, { saying, fault: faultOf(refusal), user: task.by });
  return task.verb === 'migrate' ? towards(vc, failed, task.plan.host ?? vm.spec.host) : [failed];
}

/** A move to nowhere has no such event. */
function towards(vc: Vc, failed: NewEvent, to: EntityId | null): readonly NewEvent[] {
  const host = to === null ? undefined : vc.world().inventory.get(to);
  if (host === undefined) return [];
  return [{ ...failed, fields: { ...failed.fields, destHost: hostArgument(vc, host) } }];
}

/** Nothing of it ever began: what did is told by how it ended. */
export function refusedWork(vc: Vc, task: TaskRecord): readonly NewEvent[] {
  const saying = ofClients[task.name];
  const vm = task.entity === null ? undefined : vc.refs.entity(task.entity);
  if (task.fault === null || task.follows.length > 0 || saying === undefined || vm?.kind !== 'vm') return [];
  return [failure(vc, vm, { saying, fault: task.fault, user: task.user })];
}

type Why = { readonly saying: Saying; readonly fault: Fault; readonly user: string };

const failure = (vc: Vc, vm: EntityOf<'vm'>, { saying, fault, user }: Why): NewEvent => ({
  type: saying.type,
  message: `Cannot ${saying.words} ${vm.name}: ${fault.message}`,
  user,
  about: [vc.refs.of(vm)],
  fields: { template: vm.spec.isTemplate, reason: localized(fault) },
});
