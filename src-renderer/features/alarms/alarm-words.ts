/** An alarm in words. Pure. */
import type { Alarm, AlarmRule, AlarmView } from '../../../sim/contract/alarms.ts';
import { text, told } from '../../text/text.ts';
import { labClock } from '../../ui/numbers.ts';

type Priority = 1 | 2 | 3 | 4;

export const priorityWord = (priority: number): string => text().alarms.priorities[priority as Priority];

export const priorityText = (priority: number): string => `P${priority}`;

const byWhom = (alarm: Alarm): string =>
  `${alarm.acknowledgedBy === null ? '' : text().alarms.said.by(alarm.acknowledgedBy)}${alarm.note === null ? '' : `: ${alarm.note}`}`;

type StateWords = { readonly state: string; readonly more: string };

/** The plain word where the standard has no better one, and what is to be known beside it. */
export function stateWords(alarm: AlarmView): StateWords {
  const { isa, said } = text().alarms;
  switch (alarm.isa) {
    case 'shelved': {
      const { shelved } = alarm;
      if (shelved === null) return { state: isa.shelved, more: '' };
      return { state: isa.shelved, more: said.shelved(labClock(shelved.until), shelved.by, shelved.reason) };
    }
    case 'suppressed':
      return { state: isa.suppressed, more: alarm.root === null ? '' : said.by(alarm.root) };
    case 'returned':
      return { state: isa.returned, more: said.notSeen };
    case 'out-of-service':
      return { state: isa['out-of-service'], more: '' };
    case 'unacknowledged':
    case 'acknowledged':
    case 'normal':
      return { state: text().alarmStates[alarm.state], more: byWhom(alarm) };
    default:
      return alarm.isa satisfies never;
  }
}

type Moment = { readonly at: number; readonly text: string };

/** What happened to it and what was written beside it, oldest first. */
export function momentsOf(alarm: Alarm): readonly Moment[] {
  const { said } = text().alarms;
  const { raisedAt, acknowledgedAt, resolvedAt } = alarm;
  const found: (Moment | null)[] = [
    { at: raisedAt, text: told(alarm.message) },
    acknowledgedAt === null ? null : { at: acknowledgedAt, text: `${said.acknowledged}${byWhom(alarm)}` },
    ...alarm.notes.map((note): Moment => ({ at: note.at, text: said.note(note.by, note.text) })),
    resolvedAt === null ? null : { at: resolvedAt, text: said.gone },
  ];
  return found.filter((moment) => moment !== null).toSorted((a, b) => a.at - b.at);
}

/** The text of the rule that rang; of a rule that is gone nothing is known but the alarm itself. */
export const ruleOf = (rules: readonly AlarmRule[], alarm: Alarm): AlarmRule | null =>
  rules.find(({ id }) => id === alarm.rule) ?? null;
