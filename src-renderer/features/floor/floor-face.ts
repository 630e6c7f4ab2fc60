import type { Refusal } from '../../../sim/contract/result.ts';
import { useWorld, type WorldState } from '../../data/world.ts';

export type FloorFaceState =
  | { readonly face: 'loading' }
  | { readonly face: 'error'; readonly refusal: Refusal }
  /** `isLost`: the line to the host is down and these are the last known values. */
  | { readonly face: 'ready'; readonly isLost: boolean };

const noAnswer = { code: 'busy', message: 'The lab did not answer.' } as const;

export function floorFace(world: Pick<WorldState, 'phase' | 'refusal' | 'story'>): FloorFaceState {
  const isRefused = world.phase === 'refused';
  if (world.story > 0) return { face: 'ready', isLost: isRefused || world.phase === 'lost' };
  return isRefused ? { face: 'error', refusal: world.refusal ?? noAnswer } : { face: 'loading' };
}

export function useFloorFace(): FloorFaceState {
  const phase = useWorld((world) => world.phase);
  const refusal = useWorld((world) => world.refusal);
  const story = useWorld((world) => world.story);
  return floorFace({ phase, refusal, story });
}
