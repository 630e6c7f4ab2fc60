import type { AlarmRule } from '../contract/alarms.ts';
import type { EntityOf } from '../contract/entities.ts';

/** What a reading means for a rule, given whether its alarm rings. */
export type Verdict = 'raise' | 'resolve' | 'nothing';

export function evaluate(rule: AlarmRule, value: number, rings: 'ringing' | 'quiet'): Verdict {
  const over = rule.direction === 'above' ? value - rule.limit : rule.limit - value;
  if (rings === 'quiet') return over > 0 ? 'raise' : 'nothing';
  return over < -rule.deadband ? 'resolve' : 'nothing';
}

/** Inlet limits judge the air a rack breathes in, not what it breathes out. */
export function ruleWatches(rule: AlarmRule, sensor: EntityOf<'sensor'>): boolean {
  return sensor.spec.metric === rule.metric && !sensor.spec.place.startsWith('rear');
}
