/** An alarm in words. Pure. */
import type { Alarm, AlarmRule, AlarmView } from '../../../sim/contract/alarms.ts';
import { labClock } from '../../ui/numbers.ts';
import { isaTitles } from './isa-states.table.ts';

const plainWords = { ACTIVE: 'Active', ACKNOWLEDGED: 'Acknowledged', RESOLVED: 'Resolved' } as const;

export const priorityWords = { 1: 'first', 2: 'high', 3: 'medium', 4: 'low' } as const satisfies Record<
  number,
  string
>;

export const priorityText = (priority: number): string => `P${priority}`;

const byWhom = (alarm: Alarm): string =>
  `${alarm.acknowledgedBy === null ? '' : ` by ${alarm.acknowledgedBy}`}${alarm.note === null ? '' : `: ${alarm.note}`}`;

type StateWords = { readonly state: string; readonly more: string };

/** The plain word where the standard has no better one, and what is to be known beside it. */
export function stateWords(alarm: AlarmView): StateWords {
  switch (alarm.isa) {
    case 'shelved': {
      const { shelved } = alarm;
      if (shelved === null) return { state: isaTitles.shelved, more: '' };
      return {
        state: isaTitles.shelved,
        more: ` until ${labClock(shelved.until)} by ${shelved.by}: ${shelved.reason}`,
      };
    }
    case 'suppressed':
      return { state: isaTitles.suppressed, more: alarm.root === null ? '' : ` by ${alarm.root}` };
    case 'returned':
      return { state: isaTitles.returned, more: ', not acknowledged' };
    case 'out-of-service':
      return { state: isaTitles['out-of-service'], more: '' };
    case 'unacknowledged':
    case 'acknowledged':
    case 'normal':
      return { state: plainWords[alarm.state], more: byWhom(alarm) };
    default:
      return alarm.isa satisfies never;
  }
}

type Moment = { readonly at: number; readonly text: string };

/** What happened to it, oldest first. */
export function momentsOf(alarm: Alarm): readonly Moment[] {
  const { raisedAt, acknowledgedAt, resolvedAt } = alarm;
  const found: (Moment | null)[] = [
    { at: raisedAt, text: alarm.message },
    acknowledgedAt === null ? null : { at: acknowledgedAt, text: `Acknowledged${byWhom(alarm)}` },
    resolvedAt === null ? null : { at: resolvedAt, text: 'Its cause was gone' },
  ];
  return found.filter((moment) => moment !== null).toSorted((a, b) => a.at - b.at);
}

/** The text of the rule that rang; of a rule that is gone nothing is known but the alarm itself. */
export const ruleOf = (rules: readonly AlarmRule[], alarm: Alarm): AlarmRule | null =>
  rules.find(({ id }) => id === alarm.rule) ?? null;
