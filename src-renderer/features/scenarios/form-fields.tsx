import type { ReactNode } from 'react';
import { Field, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { Draft, Span, SpanUnit } from './scenario-draft.ts';

const units = [
  { value: 's', title: 'seconds' },
  { value: 'min', title: 'minutes' },
  { value: 'h', title: 'hours' },
] as const satisfies readonly { readonly value: SpanUnit; readonly title: string }[];

type Ids = { readonly id?: string; readonly 'aria-describedby': string; readonly 'aria-invalid': boolean };

type SpanInputProps = {
  readonly label: string;
  readonly span: Span;
  readonly ids: Ids;
  readonly onChange: (span: Span) => void;
};

const SpanInput = ({ label, span, ids, onChange }: SpanInputProps): ReactNode => (
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
      label={`${label}, unit`}
      value={span.unit}
      options={units}
      onChange={(unit) => onChange({ ...span, unit })}
    />
  </span>
);

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
export const LastsField = ({ draft, error, onChange }: LastsFieldProps): ReactNode => (
  <Field label="Lasts" hint="In lab time; the ramp is part of it" error={error}>
    {({ id, ...words }) => (
      <span className="flex flex-wrap items-center gap-1">
        <Select
          id={id}
          label="Lasts"
          value={draft.lasts}
          options={[
            { value: 'until-stopped', title: 'Until stopped' },
            { value: 'for', title: 'For' },
          ]}
          onChange={(lasts) => onChange({ lasts })}
        />
        {draft.lasts === 'for' && (
          <SpanInput
            label="How long"
            span={draft.duration}
            ids={words}
            onChange={(duration) => onChange({ duration })}
          />
        )}
      </span>
    )}
  </Field>
);
