/** An alarm and a rule to begin with, for the tests beside. */
import type { Alarm, AlarmRule, AlarmView } from '../../../sim/contract/alarms.ts';

export const alarmOf = (id: string, more: Partial<Record<keyof AlarmView, unknown>> = {}): AlarmView =>
  ({
    id,
    rule: 'inlet-warm',
    sensor: `sensor-${id}`,
    source: 'rack-1',
    severity: 'minor',
    priority: 3,
    state: 'ACTIVE',
    condition: 'present',
    message: `Inlet of ${id}`,
    value: 29,
    limit: 28,
    raisedAt: 0,
    acknowledgedAt: null,
    acknowledgedBy: null,
    note: null,
    resolvedAt: null,
    shelved: null,
    root: null,
    followedBy: null,
    notes: [],
    assignedTo: null,
    isa: 'unacknowledged',
    children: 0,
    ...more,
  }) as AlarmView;

export const entryOf = (
  id: string,
  more: Partial<Record<keyof AlarmView, unknown>> = {},
): [Alarm['id'], Alarm] => [id as Alarm['id'], alarmOf(id, more)];

export const ruleWith = (more: Partial<AlarmRule> = {}): AlarmRule => ({
  id: 'inlet-warm',
  title: 'Inlet warm',
  kinds: ['rack'],
  metric: 'temperature',
  place: 'front',
  within: [],
  test: { type: 'limit', direction: 'above', limit: 28 },
  deadband: 0.5,
  onDelay: 3,
  offDelay: 10,
  latching: 'self-clearing',
  service: 'in-service',
  severity: 'major',
  priority: 2,
  level: 'warning',
  cause: 'A blocked tile.',
  consequence: 'Fans run faster.',
  action: 'Look for the tile.',
  ...more,
});
