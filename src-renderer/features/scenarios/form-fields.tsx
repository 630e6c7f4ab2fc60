import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { Draft, Span, SpanUnit } from './scenario-draft.ts';

const units = ['s', 'min', 'h'] as const satisfies readonly SpanUnit[];

type Ids = { readonly id?: string; readonly 'aria-describedby': string; readonly 'aria-invalid': boolean };

type SpanInputProps = {
  readonly label: string;
  readonly span: Span;
  readonly ids: Ids;
  readonly onChange: (span: Span) => void;
};

function SpanInput({ label, span, ids, onChange }: SpanInputProps): ReactNode {
  const words = useText().scenarios.form;
  return (
    <span className="flex items-center gap-1">
      <TextInput
        {...ids}
        {...(ids.id === undefined ? { 'aria-label': label } : {})}
        inputMode="decimal"
        className="w-20! text-right"
        value={span.text}
        onChange={(event) => onChange({ ...span, text: event.target.value })}
      />
      <Select
        label={words.unitOf(label)}
        value={span.unit}
        options={units.map((value) => ({ value, title: words.units[value] }))}
        onChange={(unit) => onChange({ ...span, unit })}
      />
    </span>
  );
}

type SpanFieldProps = {
  readonly label: string;
  readonly hint: string;
  readonly error: string | null;
  readonly span: Span;
  readonly onChange: (span: Span) => void;
};

export const SpanField = ({ label, hint, error, span, onChange }: SpanFieldProps): ReactNode => (
  <Field label={label} hint={hint} error={error}>
    {(ids) => <SpanInput label={label} span={span} ids={ids} onChange={onChange} />}
  </Field>
);

type LastsFieldProps = {
  readonly draft: Draft;
  readonly error: string | null;
  readonly onChange: (change: Partial<Draft>) => void;
};

/** Until it is stopped, or for a while. */
export function LastsField({ draft, error, onChange }: LastsFieldProps): ReactNode {
  const text = useText().scenarios.form;
  return (
    <Field label={text.lasts} hint={text.lastsHint} error={error}>
      {({ id, ...words }) => (
        <span className="flex flex-wrap items-center gap-1">
          <Select
            id={id}
            label={text.lasts}
            value={draft.lasts}
            options={[
              { value: 'until-stopped', title: text.untilStopped },
              { value: 'for', title: text.for },
            ]}
            onChange={(lasts) => onChange({ lasts })}
          />
          {draft.lasts === 'for' && (
            <SpanInput
              label={text.howLong}
              span={draft.duration}
              ids={words}
              onChange={(duration) => onChange({ duration })}
            />
          )}
        </span>
      )}
    </Field>
  );
}
