import { useEffect, useState } from 'react';
import type { RulePreview } from '../../../sim/contract/alarm-kpis.ts';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { Refusal, Result } from '../../../sim/contract/result.ts';
import { query } from '../../data/client.ts';
import { worldNow } from '../../data/world.ts';
import { rangeMillis } from './preview-words.ts';
import type { PreviewRange } from './preview-words.ts';

export type AskRulePreview = (rule: AlarmRule, range: PreviewRange) => Promise<Result<RulePreview>>;

export const askRulePreview: AskRulePreview = (rule, range) => {
  const now = worldNow().status?.at;
  return query('rule-preview', {
    rule,
    ...(now === undefined ? {} : { from: now - rangeMillis[range], to: now }),
  });
};

export type RulePreviewState = {
  readonly told: RulePreview | null;
  readonly refusal: Refusal | null;
  /** No answer yet to what is written now. */
  readonly isAsking: boolean;
};

type Held = Omit<RulePreviewState, 'isAsking'> & { readonly question: string };

const nothing: Held = { question: '', told: null, refusal: null };
/** Typing is waited for: an answer reads weeks of history. */
const quietMillis = 500;

/** Null asks nothing and keeps nothing. */
export function useRulePreview(
  rule: AlarmRule | null,
  range: PreviewRange,
  ask: AskRulePreview,
): RulePreviewState {
  const [held, setHeld] = useState<Held>(nothing);
  const question = JSON.stringify({ rule, range });
  useEffect(() => {
    const asked = JSON.parse(question) as { readonly rule: AlarmRule | null; readonly range: PreviewRange };
    if (asked.rule === null) return undefined;
    let live = true;
    const look = async (rule: AlarmRule) => {
      const answer = await ask(rule, asked.range);
      if (!live) return;
      setHeld(
        answer.ok
          ? { question, told: answer.value, refusal: null }
          : { question, told: null, refusal: answer.refusal },
      );
    };
    const { rule: sound } = asked;
    const timer = setTimeout(() => void look(sound), quietMillis);
    return () => {
      live = false;
      clearTimeout(timer);
    };
  }, [question, ask]);
  if (rule === null) return { told: null, refusal: null, isAsking: false };
  return { told: held.told, refusal: held.refusal, isAsking: held.question !== question };
}
