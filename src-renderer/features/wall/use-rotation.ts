/** Which view is in front, and for how long still. */
import { useEffect, useState } from 'react';
import { stepAfter } from './wall-plan.ts';

type Turn = { readonly at: number; readonly left: number };

export type Rotation = {
  readonly at: number;
  /** Seconds until the next view. */
  readonly left: number;
  readonly isPaused: boolean;
  readonly toggle: () => void;
  readonly go: (by: 1 | -1) => void;
};

/** Seconds count only while nothing holds the view. */
export function useRotation(count: number, every: number, isHeld: boolean): Rotation {
  const [turn, setTurn] = useState<Turn>({ at: 0, left: every });
  const [isPaused, setPaused] = useState(false);
  const isStill = isPaused || isHeld || count < 2;
  useEffect(() => {
    if (isStill) return undefined;
    const timer = setInterval(
      () =>
        setTurn(({ at, left }) =>
          left > 1 ? { at, left: Math.min(left, every) - 1 } : { at: stepAfter(at, 1, count), left: every },
        ),
      1000,
    );
    return () => clearInterval(timer);
  }, [isStill, count, every]);
  return {
    at: stepAfter(turn.at, 0, count),
    left: Math.min(turn.left, every),
    isPaused,
    toggle: () => setPaused((was) => !was),
    go: (by) => setTurn(({ at }) => ({ at: stepAfter(at, by, count), left: every })),
  };
}
