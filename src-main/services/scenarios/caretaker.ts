import type { Actor } from '../../../sim/contract/actors.ts';
import type { Result } from '../../../sim/contract/result.ts';
import { isOver, verdictOf } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { Log } from '../../host/log.ts';

export type CaretakerDeps = {
  readonly world: () => World;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
  readonly log: Log;
};

/** Takes scenarios off the list when their time is over, and ends drills when they are won or lost. */
export type Caretaker = { readonly afterStep: () => void };

const caretaker: Actor = { origin: 'scenario', name: 'scenarios', role: 'admin' };

export function createCaretaker({ world, execute, log }: CaretakerDeps): Caretaker {
  /** Asked for and not yet answered: steps go on meanwhile. */
  const asked = new Set<string>();
  const ask = (id: string, command: unknown): void => {
    if (asked.has(id)) return;
    asked.add(id);
    void execute(command, caretaker).then((result) => {
      asked.delete(id);
      if (!result.ok) log.warn('a scenario could not be ended', { command, refusal: result.refusal });
    });
  };
  return {
    afterStep: () => {
      const { scenarios, drills, clock } = world();
      for (const run of scenarios.values()) {
        if (isOver(run, clock.tick)) ask(run.id, { type: 'scenario.stop', id: run.id });
      }
      for (const run of drills.values()) {
        if (run.outcome !== 'running') continue;
        const outcome = verdictOf(world(), run);
        if (outcome !== 'running') ask(run.id, { type: 'drill.end', id: run.id, outcome });
      }
    },
  };
}
