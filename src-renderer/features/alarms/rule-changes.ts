/** Changes to the alarm rules, each with the way back. */
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import { perform } from '../../app/perform.ts';
import { execute } from '../../data/client.ts';
import { text } from '../../text/text.ts';
import { offerUndo } from './undo.ts';

const words = () => text().alarmRules.done;
const titleOf = ({ title }: AlarmRule): string => text().told.say(title);

const put = async (rule: AlarmRule, done: string): Promise<void> =>
  void (await perform({ type: 'rule.put', rule }, done));

/** A refusal belongs to the form, so it is given back and not shown as a toast. */
export async function saveRule(rule: AlarmRule, before: AlarmRule | null): Promise<Refusal | null> {
  const result = await execute({ type: 'rule.put', rule });
  if (!result.ok) return result.refusal;
  // A rule under another id is another rule; the old one would go on ringing.
  if (before !== null && before.id !== rule.id) await perform({ type: 'rule.remove', id: before.id });
  offerUndo({
    text: words().saved(titleOf(rule)),
    run: async () => {
      if (before === null || before.id !== rule.id) await perform({ type: 'rule.remove', id: rule.id });
      if (before !== null) await put(before, words().asBefore(titleOf(before)));
    },
  });
  return null;
}

export async function removeRule(rule: AlarmRule): Promise<boolean> {
  const receipt = await perform({ type: 'rule.remove', id: rule.id });
  if (receipt === null) return false;
  offerUndo({
    text: words().removed(titleOf(rule)),
    run: () => put(rule, words().back(titleOf(rule))),
  });
  return true;
}

export async function serveRule(rule: AlarmRule, service: AlarmRule['service']): Promise<void> {
  const receipt = await perform({ type: 'rule.put', rule: { ...rule, service } });
  if (receipt === null) return;
  const isOut = service === 'out-of-service';
  offerUndo({
    text: isOut ? words().out(titleOf(rule)) : words().in(titleOf(rule)),
    run: () => put(rule, words().asBefore(titleOf(rule))),
  });
}

/** What this lab wrote comes back by hand: the product's own rules need no remembering. */
export async function resetRules({ items, changed, removed }: QueryAnswer<'rules'>): Promise<void> {
  const receipt = await perform({ type: 'rule.reset' });
  if (receipt === null) return;
  const own = items.filter(({ id }) => changed.includes(id));
  offerUndo({
    text: words().reset,
    run: async () => {
      for (const rule of own) await perform({ type: 'rule.put', rule });
      for (const id of removed) await perform({ type: 'rule.remove', id });
    },
  });
}
