/** A new critical alarm comes to the front for some seconds. */
import { useEffect, useRef, useState } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { useWorld } from '../../data/world.ts';
import { criticalIds, newCritical } from './wall-alarms.ts';

export function useInterrupt(hold: number): Alarm | null {
  const alarms = useWorld((state) => state.alarms);
  const story = useWorld((state) => state.story);
  const known = useRef<{ readonly story: number; readonly ids: ReadonlySet<string> } | null>(null);
  const [called, setCalled] = useState<Alarm | null>(null);

  useEffect(() => {
    const before = known.current;
    known.current = { story, ids: criticalIds(alarms.values()) };
    // What rings already when the wall or another lab is opened is no news.
    if (hold === 0 || story === 0 || before === null || before.story !== story) return;
    const fresh = newCritical(before.ids, alarms.values());
    if (fresh !== null) setCalled(fresh);
  }, [alarms, story, hold]);

  useEffect(() => {
    if (called === null) return undefined;
    const timer = setTimeout(() => setCalled(null), hold * 1000);
    return () => clearTimeout(timer);
  }, [called, hold]);
  return called;
}
