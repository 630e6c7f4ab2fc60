import { useMemo } from 'react';
import { useWorld } from '../../data/world.ts';
import { countAlarms } from './alarm-order.ts';
import type { AlarmCounts } from './alarm-order.ts';
import { isQuiet } from './quiet.ts';
import { useQuietFacts } from './use-quiet-facts.ts';

/** Of those that ask for someone: what is kept quiet is not counted. */
export function useAlarmCounts(): AlarmCounts {
  const alarms = useWorld((state) => state.alarms);
  const facts = useQuietFacts();
  return useMemo(
    () => countAlarms([...alarms.values()].filter((alarm) => !isQuiet(alarm, facts))),
    [alarms, facts],
  );
}
