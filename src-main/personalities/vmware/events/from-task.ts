import { taskInfo } from '../objects/services/task.ts';
import type { TaskRecord } from '../tasks/tasks.ts';
import type { Vc } from '../vc.ts';
import type { NewEvent } from './event.ts';

export function taskEvent(vc: Vc, task: TaskRecord): NewEvent {
  const words = task.name.replace(/_Task$/, '').replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return {
    type: 'TaskEvent',
    message: `Task: ${words}${task.entityName === '' ? '' : ` on ${task.entityName}`}`,
    user: task.user,
    about: task.entity === null ? [] : [task.entity],
    fields: { info: taskInfo(vc, task) },
  };
}
