/** What the rule would have done with the readings that were kept. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { RulePreview } from '../../../sim/contract/alarm-kpis.ts';
import type { AlarmRule } from '../../../sim/contract/alarms.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { labMoment, spanText } from '../../ui/numbers.ts';
import { Select } from '../../ui/select.tsx';
import { BusyBar, EmptyState, SkeletonRows } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { MomentChart } from './moment-chart.tsx';
import { previewNotes, previewSentence } from './preview-words.ts';
import type { PreviewRange } from './preview-words.ts';
import { useRulePreview } from './use-rule-preview.ts';
import type { AskRulePreview, RulePreviewState } from './use-rule-preview.ts';

type Example = RulePreview['examples'][number];

const ranges = ['hour', 'day', 'week'] as const satisfies readonly PreviewRange[];

type ExamplesProps = {
  readonly examples: readonly Example[];
  readonly chosen: Example | null;
  readonly onChoose: (example: Example) => void;
  readonly ownerOf: (sensor: EntityId) => string;
};

function Examples({ examples, chosen, onChoose, ownerOf }: ExamplesProps): ReactNode {
  const { told, alarmRules } = useText();
  const words = alarmRules.preview;
  return (
    <ol aria-label={words.examples} className="rounded-md border text-12">
      {examples.map((example) => (
        <li key={`${example.sensor} ${example.at}`} className="not-first:border-t">
          <button
            type="button"
            aria-pressed={example === chosen}
            onClick={() => onChoose(example)}
            className="grid min-h-row w-full grid-cols-[136px_72px_minmax(0,1fr)_48px] items-center gap-2 px-2 text-left -outline-offset-2 hover:bg-hover aria-pressed:bg-hover"
          >
            <time className="whitespace-nowrap text-text-3">{labMoment(example.at)}</time>
            <span className="truncate">{ownerOf(example.sensor)}</span>
            <span className="truncate" title={told.say(example.message)}>
              {told.say(example.message)}
            </span>
            <span className="text-right text-text-3">
              {example.until === null ? words.still : spanText((example.until - example.at) / 1000)}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}

type ToldProps = {
  readonly told: RulePreview;
  readonly rule: AlarmRule;
  readonly range: PreviewRange;
  readonly ownerOf: (sensor: EntityId) => string;
  readonly onSelect: (sensor: EntityId) => void;
};

function Told({ told, rule, range, ownerOf, onSelect }: ToldProps): ReactNode {
  const [chosen, setChosen] = useState<Example | null>(null);
  const { would } = useText().alarmRules.preview;
  const { figure, rest } = previewSentence(told, range);
  const shown = told.examples.find(
    (example) => example.sensor === chosen?.sensor && example.at === chosen.at,
  );
  return (
    <>
      <p role="status" className="text-13">
        {would(
          <strong key="figure" className="text-20 font-semibold">
            {figure}
          </strong>,
          rest,
        )}
      </p>
      <ul className="flex flex-col gap-0.5 text-12 text-text-2">
        {previewNotes(told).map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      {told.examples.length > 0 && (
        <Examples examples={told.examples} chosen={shown ?? null} onChoose={setChosen} ownerOf={ownerOf} />
      )}
      {shown !== undefined && (
        <MomentChart example={shown} rule={rule} owner={ownerOf(shown.sensor)} onSelect={onSelect} />
      )}
    </>
  );
}

function Answer(props: Omit<ToldProps, 'told'> & { readonly state: RulePreviewState }): ReactNode {
  const { state, ...rest } = props;
  if (state.refusal !== null)
    return (
      <div role="alert" className="text-12">
        <StatusMark kind="major" word={state.refusal.message} showWord />
        <p className="text-text-2">{state.refusal.hint}</p>
      </div>
    );
  return state.told === null ? <SkeletonRows count={4} /> : <Told {...rest} told={state.told} />;
}

export type PreviewPanelProps = {
  /** Null while what is written is no rule yet. */
  readonly rule: AlarmRule | null;
  readonly ask: AskRulePreview;
  readonly ownerOf: (sensor: EntityId) => string;
  readonly onSelect: (sensor: EntityId) => void;
};

export function RulePreviewPanel({ rule, ask, ownerOf, onSelect }: PreviewPanelProps): ReactNode {
  const words = useText().alarmRules.preview;
  const [range, setRange] = useState<PreviewRange>('week');
  const state = useRulePreview(rule, range, ask);
  return (
    <section
      aria-label={words.title}
      className="flex min-w-0 flex-col border-l max-[1100px]:border-t max-[1100px]:border-l-0"
    >
      <header className="flex min-h-10 items-center gap-2 border-b px-3">
        <h3 className="text-13 font-semibold">{words.title}</h3>
        <span className="ml-auto">
          <Select
            label={words.over}
            value={range}
            options={ranges.map((value) => ({ value, title: words.ranges[value] }))}
            onChange={setRange}
          />
        </span>
      </header>
      <BusyBar isBusy={state.isAsking} />
      {rule === null ? (
        <EmptyState text={words.wait} />
      ) : (
        <div className="flex flex-col gap-3 p-3">
          <Answer state={state} rule={rule} range={range} ownerOf={ownerOf} onSelect={onSelect} />
        </div>
      )}
    </section>
  );
}
