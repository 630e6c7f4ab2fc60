/** Whose work it was: that its time is over is said by the lab itself. */
import type { Actor } from '../../../../sim/contract/actors.ts';
import type { LoggedEvent } from '../../../../sim/contract/events.ts';
import type { TaskId } from '../../../../sim/contract/tasks.ts';

type Beginners = {
  /** What happened together, as the work of who began it. */
  readonly credit: (items: readonly LoggedEvent[]) => readonly LoggedEvent[];
};

export function createBeginners(): Beginners {
  const begun = new Map<TaskId, Actor>();
  const endedBy = (items: readonly LoggedEvent[]): Actor | undefined => {
    for (const { event, actor } of items) {
      if (event.type === 'task.started' && actor.origin !== 'system') begun.set(event.task.id, actor);
      if (event.type !== 'task.finished') continue;
      const who = begun.get(event.id);
      begun.delete(event.id);
      if (who !== undefined) return who;
    }
    return undefined;
  };
  return {
    credit: (items) => {
      const who = endedBy(items);
      if (who === undefined) return items;
      return items.map((item) => (item.actor.origin === 'system' ? { ...item, actor: who } : item));
    },
  };
}
