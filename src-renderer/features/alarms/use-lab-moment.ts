import { useEffect, useState } from 'react';
import { labTimeNow } from '../../data/lab-clock.ts';
import { useWorld } from '../../data/world.ts';

/** Lab time, renewed now and then so that a question about the past is not made anew by each tick. */
export function useLabMoment(everyMillis: number): number | null {
  const [moment, setMoment] = useState<number | null>(null);
  const isReady = useWorld((state) => state.phase === 'ready');
  const story = useWorld((state) => state.story);
  useEffect(() => {
    if (!isReady || story === 0) return undefined;
    const read = () => {
      const { status, statusAt } = useWorld.getState();
      if (status !== null) setMoment(Math.round(labTimeNow({ status, statusAt, now: performance.now() })));
    };
    const first = setTimeout(read, 0);
    const timer = setInterval(read, everyMillis);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [isReady, story, everyMillis]);
  return moment;
}
