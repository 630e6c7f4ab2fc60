import { useMemo } from 'react';
import { useWorld } from '../../data/world.ts';
import { countAlarms } from './alarm-order.ts';
import type { AlarmCounts } from './alarm-order.ts';

export function useAlarmCounts(): AlarmCounts {
  const alarms = useWorld((state) => state.alarms);
  return useMemo(() => countAlarms(alarms.values()), [alarms]);
}
