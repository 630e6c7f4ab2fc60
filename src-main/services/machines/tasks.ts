import type { Actor } from '../../../sim/contract/actors.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { World } from '../../../sim/index.ts';
import type { Log } from '../../host/log.ts';

export type MachineDeps = {
  readonly world: () => World;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  readonly log: Log;
};

/** The lab's own hand in the life of machines. */
export const machineKeeper: Actor = { origin: 'system', name: 'machines', role: 'admin' };

/** Asks once for what it is told, and again only when that was answered: steps go on meanwhile. */
export function createAsking({ execute, log }: Pick<MachineDeps, 'execute' | 'log'>) {
  const asked = new Set<string>();
  return (mark: string, command: unknown): void => {
    if (asked.has(mark)) return;
    asked.add(mark);
    void execute(command, machineKeeper).then((result) => {
      asked.delete(mark);
      if (!result.ok) log.debug('the lab would not', { command, refusal: result.refusal });
    });
  };
}

/** Ends tasks when their lab time is over. */
export function createTaskEnder(deps: MachineDeps): { readonly afterStep: () => void } {
  const ask = createAsking(deps);
  return {
    afterStep: () => {
      const { tasks, now } = deps.world();
      for (const task of tasks.running()) {
        if (task.endsAt <= now()) ask(task.id, { type: 'task.finish', id: task.id });
      }
    },
  };
}
