import type { AlarmRule } from '../contract/alarms.ts';

/** Limits of the seed: 28 °C warns, 32 °C is critical. 27 °C is the ASHRAE TC 9.9 recommended maximum. */
export const alarmRules: readonly AlarmRule[] = [
  {
    id: 'inlet-warning',
    metric: 'temperature',
    level: 'warning',
    severity: 'major',
    direction: 'above',
    limit: 28,
    deadband: 0.5,
    consequence: 'Fans speed up and draw more power; the rack leaves its recommended envelope.',
    action: 'Look for blocked tiles, missing blanking panels and a cooling unit that is off.',
  },
  {
    id: 'inlet-critical',
    metric: 'temperature',
    level: 'critical',
    severity: 'critical',
    direction: 'above',
    limit: 32,
    deadband: 0.5,
    consequence: 'Class A1 equipment leaves its allowable envelope and may throttle or shut down.',
    action: 'Restore cooling or move load away from the rack now.',
  },
];
