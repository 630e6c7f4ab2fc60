import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { AboutFields, ReadingFields } from './rule-about-fields.tsx';
import type { RuleChoices } from './rule-choices.ts';
import { problemsIn, rehearsable, ruleFrom } from './rule-draft.ts';
import type { RuleDraft } from './rule-draft.ts';
import { RulePreviewPanel } from './rule-preview-panel.tsx';
import type { PreviewPanelProps } from './rule-preview-panel.tsx';
import { TestFields } from './rule-test-fields.tsx';
import { WatchFields } from './rule-watch-fields.tsx';

export type RuleEditorProps = {
  readonly start: RuleDraft;
  /** Ids of the other rules. */
  readonly taken: readonly string[];
  readonly choices: RuleChoices;
  readonly onDraft: (draft: RuleDraft) => void;
  /** The refusal, or null where it was saved. */
  readonly onSave: (rule: AlarmRule) => Promise<Refusal | null>;
  readonly onCancel: () => void;
  /** For a rule that is there already: take out of service, duplicate, remove. */
  readonly tools?: ReactNode;
  readonly preview: Omit<PreviewPanelProps, 'rule'>;
};

const Refused = ({ refusal }: { readonly refusal: Refusal }): ReactNode => (
  <div role="alert" className="border-b px-4 py-2 text-12">
    <StatusMark kind="major" word={refusal.message} showWord />
    {refusal.hint !== undefined && <p className="text-text-2">{refusal.hint}</p>}
  </div>
);

export function RuleEditor(props: RuleEditorProps): ReactNode {
  const words = useText().alarmRules;
  const { start, taken, choices, onDraft, onSave, onCancel, tools, preview } = props;
  const [draft, setDraft] = useState(start);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const problems = problemsIn(draft, taken);
  const [first] = Object.values(problems);
  const set = (change: Partial<RuleDraft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    onDraft(next);
  };
  const part = { draft, problems, set };
  const save = async () => setRefusal(await onSave(ruleFrom(draft)));
  return (
    <form
      aria-label={words.label}
      className="flex min-h-0 flex-1 flex-col"
      onSubmit={(event) => {
        event.preventDefault();
        if (first === undefined) void save();
      }}
    >
      <header className="flex min-h-11 flex-wrap items-center gap-2 border-b px-3 py-1.5">
        <Button look="ghost" icon={ArrowLeft} onClick={onCancel}>
          {words.all}
        </Button>
        <h2 className="text-13 font-semibold">{draft.was === null ? words.newRule : start.title}</h2>
        <span className="ml-auto flex flex-wrap items-center gap-2">
          {tools}
          <Button onClick={onCancel}>{words.cancel}</Button>
          <Button type="submit" look="primary" refusedBecause={first ?? null}>
            {words.save}
          </Button>
        </span>
      </header>
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1fr)_minmax(320px,0.8fr)] overflow-y-auto max-[1100px]:grid-cols-1">
        <div className="min-w-0">
          {refusal !== null && <Refused refusal={refusal} />}
          <AboutFields {...part} />
          <WatchFields {...part} choices={choices} />
          <TestFields {...part} choices={choices} />
          <ReadingFields {...part} />
        </div>
        <RulePreviewPanel {...preview} rule={rehearsable(draft)} />
      </div>
    </form>
  );
}
