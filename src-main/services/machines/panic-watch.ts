import type { EntityId } from '../../../sim/contract/ids.ts';
import { computerOf, strengthOf } from '../../../sim/index.ts';
import type { Computer, World } from '../../../sim/index.ts';
import { createAsking } from './tasks.ts';
import type { MachineDeps } from './tasks.ts';

/** Stops the kernels that a scenario strikes, and resets those that nobody has reset when it is over. */
export function createPanicWatch(deps: MachineDeps): { readonly afterStep: () => void } {
  const ask = createAsking(deps);
  /** Machines that a scenario has struck and that are not seen well again. */
  const struck = new Set<EntityId>();
  return {
    afterStep: () => {
      const world = deps.world();
      const inForce = new Set<EntityId>();
      for (const run of world.scenarios.values()) {
        if (run.name !== 'KERNEL_PANIC' || strengthOf(run, world.clock.tick) === 0) continue;
        inForce.add(run.target);
        struck.add(run.target);
        const computer = computerOf(world, run.target);
        if (computer !== null && isToStop(computer, run.startedAt))
          ask(run.target, { type: 'machine.report', id: run.target, system: 'panicked' });
      }
      for (const id of struck) if (!inForce.has(id) && !isStopped(world, id)) struck.delete(id);
      for (const id of struck) if (!inForce.has(id)) ask(id, { type: 'machine.power', id, verb: 'reset' });
    },
  };
}

/** One that was started since is another: a reset helps. A blade's start is not known; it is struck each time. */
const isToStop = ({ kind, spec }: Computer, since: number): boolean =>
  spec.power === 'on' &&
  spec.panickedAt === undefined &&
  (kind === 'blade' || spec.startedAt === undefined || spec.startedAt <= since);

const isStopped = (world: World, id: EntityId): boolean =>
  computerOf(world, id)?.spec.panickedAt !== undefined;
