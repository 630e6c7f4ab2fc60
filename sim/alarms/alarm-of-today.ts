import type { Alarm, Severity } from '../contract/alarms.ts';

/** An alarm as any version may have written it. */
type Gained = 'priority' | 'condition' | 'shelved' | 'root' | 'followedBy' | 'notes' | 'assignedTo';
export type AlarmOfThen = Omit<Alarm, Gained> & Partial<Pick<Alarm, Gained>>;

/** The first version had severities only. */
const priorityOf = { critical: 1, major: 2, minor: 3, info: 4 } as const satisfies Record<Severity, number>;

/** An alarm from a log or a snapshot of any version, with the fields that it has gained since. */
export function alarmOfToday(alarm: AlarmOfThen): Alarm {
  if (isOfToday(alarm)) return alarm;
  const { priority, condition, shelved, root, followedBy, notes, assignedTo } = alarm;
  return {
    ...alarm,
    priority: priority ?? priorityOf[alarm.severity],
    condition: condition ?? (alarm.state === 'RESOLVED' ? 'gone' : 'present'),
    shelved: shelved ?? null,
    root: root ?? null,
    followedBy: followedBy ?? null,
    notes: notes ?? [],
    assignedTo: assignedTo ?? null,
  };
}

const isOfToday = (alarm: AlarmOfThen): alarm is Alarm =>
  alarm.priority !== undefined &&
  alarm.condition !== undefined &&
  alarm.shelved !== undefined &&
  alarm.root !== undefined &&
  alarm.followedBy !== undefined &&
  alarm.notes !== undefined &&
  alarm.assignedTo !== undefined;
