import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import type { ScenarioCard } from '../../../sim/contract/scenarios.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { firstTarget } from './find-targets.ts';
import { LastsField, SpanField } from './form-fields.tsx';
import { boundsWords, checkDraft, usualDraft } from './scenario-draft.ts';
import type { Checked, Draft, RunInput } from './scenario-draft.ts';
import { spanWords } from './scenario-words.ts';
import { TargetPicker } from './target-picker.tsx';

export type ScenarioFormProps = {
  readonly card: ScenarioCard;
  readonly entities: ReadonlyMap<EntityId, Entity>;
  readonly selected: EntityId | null;
  /** Null where it was done. */
  readonly onRun: (command: RunInput) => Promise<Refusal | null>;
};

/** Said where one looks: beside the button that was pressed. */
export const RefusalNote = ({ refusal }: { readonly refusal: Refusal }): ReactNode => (
  <div role="alert" className="flex flex-col rounded-md border border-line-strong px-3 py-1 text-13">
    <StatusMark kind="major" word={refusal.message} showWord />
    {refusal.hint !== undefined && <p className="pl-6 text-12 text-text-2">{refusal.hint}</p>}
  </div>
);

type FieldsProps = {
  readonly card: ScenarioCard;
  readonly draft: Draft;
  readonly errors: Checked['errors'];
  readonly onChange: (change: Partial<Draft>) => void;
};

function Parameters({ card, draft, errors, onChange }: FieldsProps): ReactNode {
  const { form: words, severities: titles } = useText().scenarios;
  const { size, ramp, severities } = card;
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(210px,1fr))] items-start gap-x-4 gap-y-3">
      {severities.length > 1 && (
        <Field label={words.severity}>
          {({ id }) => (
            <span>
              <Select
                id={id}
                label={words.severity}
                value={draft.severity}
                options={severities.map((one) => ({ value: one, title: titles[one] }))}
                onChange={(severity) => onChange({ severity })}
              />
            </span>
          )}
        </Field>
      )}
      {size !== null && (
        <Field
          label={size.label}
          hint={words.size(boundsWords(size), size.usual)}
          error={errors.size ?? null}
        >
          {(ids) => (
            <span className="flex items-center gap-2">
              <TextInput
                {...ids}
                inputMode="decimal"
                className="w-20! text-right"
                value={draft.size}
                onChange={(event) => onChange({ size: event.target.value })}
              />
              <span className="text-12 text-text-2">{size.unit}</span>
            </span>
          )}
        </Field>
      )}
      {ramp !== null && (
        <SpanField
          label={ramp.label}
          hint={words.ramp(spanWords(ramp.most))}
          error={errors.ramp ?? null}
          span={draft.ramp}
          onChange={(next) => onChange({ ramp: next })}
        />
      )}
      <LastsField draft={draft} error={errors.duration ?? null} onChange={onChange} />
      <SpanField
        label={words.delay}
        hint={words.delayHint}
        error={errors.delay ?? null}
        span={draft.delay}
        onChange={(delay) => onChange({ delay })}
      />
    </div>
  );
}

export function ScenarioForm({ card, entities, selected, onRun }: ScenarioFormProps): ReactNode {
  const words = useText().scenarios.form;
  const [draft, setDraft] = useState(() => usualDraft(card, firstTarget(entities, card.targets, selected)));
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const { errors, command } = checkDraft(card, draft);
  const change = (more: Partial<Draft>): void => {
    setRefusal(null);
    setDraft((last) => ({ ...last, ...more }));
  };
  const run = async () => {
    if (command === null || isBusy) return;
    setBusy(true);
    setRefusal(await onRun(command));
    setBusy(false);
  };
  // A missing place is the button's to say; a red field before anything was touched is noise.
  const { target: noTarget, ...wrong } = errors;
  const why = noTarget ?? (Object.keys(wrong).length > 0 ? words.mendFirst : null);
  return (
    <form
      aria-label={words.label(card.title)}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void run();
      }}
    >
      <TargetPicker
        card={card}
        entities={entities}
        target={draft.target}
        selected={selected}
        error={null}
        onTarget={(target) => change({ target })}
      />
      <Parameters card={card} draft={draft} errors={wrong} onChange={change} />
      {refusal !== null && <RefusalNote refusal={refusal} />}
      <div>
        <Button type="submit" look="primary" refusedBecause={isBusy ? words.busy : why}>
          {words.submit}
        </Button>
      </div>
    </form>
  );
}
