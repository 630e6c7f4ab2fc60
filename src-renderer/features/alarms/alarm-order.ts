/** Which alarms are shown, in which order. Pure. */
import type { AlarmSystem } from '../../../sim/contract/alarm-systems.table.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Alarm, AlarmState, AlarmView, IsaState, Severity } from '../../../sim/contract/alarms.ts';
import { told } from '../../text/text.ts';

export const severities = ['critical', 'major', 'minor', 'info'] as const satisfies readonly Severity[];

export type AlarmFilter = {
  /** Empty: all. */
  readonly severities: ReadonlySet<Severity>;
  readonly state: AlarmState | 'any';
  readonly text: string;
  /** A site, room or row; the host finds what is in it. */
  readonly within: EntityId | null;
  readonly system: AlarmSystem | null;
};

export const everyAlarm: AlarmFilter = {
  severities: new Set(),
  state: 'any',
  text: '',
  within: null,
  system: null,
};

export function filterAlarms<Item extends Alarm>(
  alarms: readonly Item[],
  filter: AlarmFilter,
  nameOf: (id: Alarm['source']) => string,
): readonly Item[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return alarms.filter((alarm) => {
    if (filter.severities.size > 0 && !filter.severities.has(alarm.severity)) return false;
    if (filter.state !== 'any' && alarm.state !== filter.state) return false;
    const text = saidOf(alarm, nameOf(alarm.source)).toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

/** As the host searches, and in the language of the page. */
const saidOf = ({ id, message, rule, note, notes, assignedTo }: Alarm, name: string): string =>
  [
    id,
    message,
    told(message),
    rule,
    name,
    note ?? '',
    assignedTo ?? '',
    ...notes.map((one) => one.text),
  ].join(' ');

export const bySeverity = (a: Alarm, b: Alarm): number =>
  severities.indexOf(a.severity) - severities.indexOf(b.severity);
export const byRaised = (a: Alarm, b: Alarm): number => a.raisedAt - b.raisedAt;

const stateOrder: Readonly<Record<AlarmState, number>> = { ACTIVE: 0, ACKNOWLEDGED: 1, RESOLVED: 2 };

/** What needs a person first: unacknowledged, then the most severe, then the newest. */
export function byNeed(a: Alarm, b: Alarm): number {
  return stateOrder[a.state] - stateOrder[b.state] || bySeverity(a, b) || byRaised(b, a);
}

const isaOrder: Readonly<Record<IsaState, number>> = {
  unacknowledged: 0,
  returned: 1,
  acknowledged: 2,
  shelved: 3,
  suppressed: 4,
  'out-of-service': 5,
  normal: 6,
};

/** The same among the states of ISA-18.2; of equally severe ones the first in priority. */
export function byIsaNeed(a: AlarmView, b: AlarmView): number {
  return isaOrder[a.isa] - isaOrder[b.isa] || bySeverity(a, b) || a.priority - b.priority || byRaised(b, a);
}

export const isOpen = (alarm: Alarm): boolean => alarm.state !== 'RESOLVED';

/** Still to be seen by someone: it rings, or it returned by itself before anyone saw it. */
export const isAcknowledgeable = (alarm: Alarm): boolean =>
  alarm.state === 'ACTIVE' ||
  (alarm.state === 'RESOLVED' && alarm.acknowledgedAt === null && alarm.followedBy === null);

export type AlarmCounts = {
  readonly total: number;
  readonly unacknowledged: number;
  readonly worst: Severity | null;
};

export function countAlarms(alarms: Iterable<Alarm>): AlarmCounts {
  let total = 0;
  let unacknowledged = 0;
  let worst: Severity | null = null;
  for (const alarm of alarms) {
    if (!isOpen(alarm)) continue;
    total += 1;
    if (alarm.state === 'ACTIVE') unacknowledged += 1;
    if (worst === null || severities.indexOf(alarm.severity) < severities.indexOf(worst))
      worst = alarm.severity;
  }
  return { total, unacknowledged, worst };
}
