/** The texts of a rule in the language of the page, and back. Pure but for the language. */
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import { text } from '../../text/text.ts';

const said = ['title', 'cause', 'consequence', 'action'] as const;

/** What the product brings is told in the language of the page; what somebody wrote stays as it is. */
export function ruleSaid(rule: AlarmRule): AlarmRule {
  const { say } = text().told;
  return { ...rule, ...Object.fromEntries(said.map((field) => [field, say(rule[field])])) };
}

/** A text that was not touched in the form goes back as it came: mails, logs and exports have it so. */
export function asItCame(rule: AlarmRule, before: AlarmRule | null): AlarmRule {
  if (before === null) return rule;
  const shown = ruleSaid(before);
  return {
    ...rule,
    ...Object.fromEntries(
      said.map((field) => [field, rule[field] === shown[field] ? before[field] : rule[field]]),
    ),
  };
}
