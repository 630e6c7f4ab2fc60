import type { Actor } from '../../sim/contract/actors.ts';
import type { EntityId } from '../../sim/contract/ids.ts';
import type { Result } from '../../sim/contract/result.ts';
import type { ClockError, ClockView } from '../../sim/guests/kernel/wall-clock.ts';
import { isInForce } from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';

type ClockDeps = {
  readonly world: () => World;
  readonly execute: (command: unknown, actor: Actor) => Promise<Result<unknown>>;
};

/** A machine's clock as the lab has it; what the guest makes of it counts at once, and is told. */
export function clockOf(machine: EntityId, { world, execute }: ClockDeps, actor: Actor): ClockView {
  let told: ClockError | null = null;
  const tell = async (error: ClockError): Promise<void> => {
    await execute({ type: 'guest.apply', machine, clock: error }, actor);
    // Only the last word: the lab knows it now.
    if (told === error) told = null;
  };
  return {
    error: () => told ?? world().guests.get(machine)?.clock ?? null,
    change: (error) => {
      told = error;
      void tell(error);
    },
    isServed: () => !isInForce(world(), 'CLOCK_SKEW', machine),
  };
}
