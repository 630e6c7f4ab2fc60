import { labTimeNow } from '../../data/lab-clock.ts';
import { useWorld } from '../../data/world.ts';

/** Lab time at this moment; 0 where there is no lab yet. */
export function labNow(): number {
  const { status, statusAt } = useWorld.getState();
  return status === null ? 0 : labTimeNow({ status, statusAt, now: performance.now() });
}
