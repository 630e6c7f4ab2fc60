import type { AlarmState } from '../contract/alarms.ts';

type AlarmVerb = 'acknowledge' | 'resolve';

/** ISA-18.2 seen from the control room. A resolved alarm never comes back; the next one is a new alarm. */
export const alarmMachine = {
  ACTIVE: { acknowledge: 'ACKNOWLEDGED', resolve: 'RESOLVED' },
  ACKNOWLEDGED: { resolve: 'RESOLVED' },
  RESOLVED: {},
} as const satisfies Record<AlarmState, Partial<Record<AlarmVerb, AlarmState>>>;

export function nextAlarmState(state: AlarmState, verb: AlarmVerb): AlarmState | null {
  const row: Partial<Record<AlarmVerb, AlarmState>> = alarmMachine[state];
  return row[verb] ?? null;
}
