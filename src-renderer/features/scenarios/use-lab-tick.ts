import { useEffect, useEffectEvent } from 'react';

const tickMillis = 250;

/** Calls again and again; whoever is called writes into the page itself, since React does not render for a clock. */
export function useLabTick(now: () => number, write: (at: number) => void): void {
  const tick = useEffectEvent(() => write(now()));
  useEffect(() => {
    tick();
    const timer = setInterval(() => tick(), tickMillis);
    return () => clearInterval(timer);
  }, []);
}
