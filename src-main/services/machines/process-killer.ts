import type { EntityId, ScenarioRunId } from '../../../sim/contract/ids.ts';
import type { Result } from '../../../sim/contract/result.ts';
import type { ScenarioRun } from '../../../sim/contract/scenarios.ts';
import { strengthOf } from '../../../sim/index.ts';
import type { Machine } from '../../../sim/guests/machine.ts';
import type { MachineDeps } from './tasks.ts';

type Inside = {
  readonly machine: Pick<Machine, 'processes' | 'ports' | 'kill'>;
  readonly wake: () => void;
};
export type ProcessKillerDeps = MachineDeps & {
  /** A machine's system, started where it does not run yet. */
  readonly open: (machine: EntityId) => Promise<Result<Inside>>;
};

/** Kills what a scenario strikes, each time that its turn comes. */
export function createProcessKiller({ world, open, log }: ProcessKillerDeps): {
  readonly afterStep: () => void;
} {
  const turns = new Map<ScenarioRunId, number>();
  const strike = async (run: ScenarioRun): Promise<void> => {
    const guest = await open(run.target);
    if (!guest.ok) {
      log.debug('no process could be killed', { machine: run.target, refusal: guest.refusal });
      return;
    }
    const victim = victimIn(guest.value.machine);
    if (victim !== null) guest.value.machine.kill(victim, 'KILL');
    guest.value.wake();
  };
  return {
    afterStep: () => {
      const { scenarios, clock } = world();
      for (const id of turns.keys()) if (!scenarios.has(id)) turns.delete(id);
      for (const run of scenarios.values()) {
        if (run.name !== 'PROCESS_KILL' || strengthOf(run, clock.tick) === 0) continue;
        const turn = Math.floor((clock.tick - run.startedTick - 1) / Math.max(1, run.size));
        if (turns.get(run.id) === turn) continue;
        turns.set(run.id, turn);
        void strike(run);
      }
    },
  };
}

/** Whoever logs in to see it shall not be killed with it. */
const sshPort = 22;

/** Behind the lowest port but that of SSH; else what holds most memory. Null: there is nothing but the first process. */
export function victimIn({ ports, processes }: Pick<Machine, 'processes' | 'ports'>): number | null {
  const serving = ports()
    .filter(({ port }) => port !== sshPort)
    .toSorted((one, other) => one.port - other.port)[0];
  if (serving !== undefined) return serving.owner;
  const login = new Set(ports().map(({ owner }) => owner));
  const largest = processes()
    .filter(({ pid }) => pid !== 1 && !login.has(pid))
    .toSorted((one, other) => other.memoryBytes - one.memoryBytes)[0];
  return largest?.pid ?? null;
}
