/** Parts of the rule's form: a group of fields, and choices of one or of several. */
import { useId } from 'react';
import type { ReactNode } from 'react';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { Option } from '../../ui/select.tsx';
import type { DraftProblems, RuleDraft } from './rule-draft.ts';

export type PartProps = {
  readonly draft: RuleDraft;
  readonly problems: DraftProblems;
  readonly set: (change: Partial<RuleDraft>) => void;
};

export const Group = ({
  title,
  hint,
  children,
}: {
  readonly title: string;
  readonly hint: string;
  readonly children: ReactNode;
}): ReactNode => (
  <fieldset className="flex min-w-0 flex-col gap-3 border-b px-4 py-3">
    <legend className="float-left text-13 font-semibold">{title}</legend>
    <p className="text-12 text-text-3">{hint}</p>
    {children}
  </fieldset>
);

/** Fields whose draft is text. */
type TextKey =
  | 'id'
  | 'title'
  | 'limit'
  | 'window'
  | 'periods'
  | 'deadband'
  | 'onDelay'
  | 'offDelay'
  | 'cause'
  | 'consequence'
  | 'action';

type TextProps = PartProps & {
  readonly name: TextKey;
  readonly label: string;
  readonly hint?: string;
  readonly max?: number;
};

export const TextField = ({ draft, problems, set, name, label, hint, max }: TextProps): ReactNode => (
  <Field label={label} error={problems[name] ?? null} {...(hint === undefined ? {} : { hint })}>
    {(ids) => (
      <TextInput
        {...ids}
        maxLength={max ?? 120}
        value={draft[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    )}
  </Field>
);

export const NumberField = ({ draft, problems, set, name, label, hint }: TextProps): ReactNode => (
  <Field label={label} error={problems[name] ?? null} {...(hint === undefined ? {} : { hint })}>
    {(ids) => (
      <TextInput
        {...ids}
        inputMode="decimal"
        maxLength={20}
        className="max-w-36"
        value={draft[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    )}
  </Field>
);

export const LongField = ({ draft, problems, set, name, label, hint }: TextProps): ReactNode => (
  <Field label={label} error={problems[name] ?? null} {...(hint === undefined ? {} : { hint })}>
    {(ids) => (
      <TextArea
        {...ids}
        rows={2}
        maxLength={500}
        value={draft[name]}
        onChange={(event) => set({ [name]: event.target.value })}
      />
    )}
  </Field>
);

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly Option<Value>[];
  readonly onChange: (value: Value) => void;
  readonly hint?: string;
  readonly error?: string | null;
};

export const Choice = <Value extends string>({
  label,
  value,
  options,
  onChange,
  hint,
  error = null,
}: ChoiceProps<Value>): ReactNode => (
  <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
    {({ id }) => <Select id={id} label={label} value={value} options={options} onChange={onChange} />}
  </Field>
);

export type Tick = { readonly key: string; readonly title: string; readonly note?: string };

type TicksProps = {
  readonly label: string;
  readonly ticks: readonly Tick[];
  readonly chosen: readonly string[];
  readonly onToggle: (key: string) => void;
  readonly hint?: string;
  readonly error?: string | null;
};

/** Several of a few. */
export function Ticks({ label, ticks, chosen, onToggle, hint, error = null }: TicksProps): ReactNode {
  const id = useId();
  return (
    <div
      role="group"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-words`}
      className="flex flex-col gap-1"
    >
      <span id={`${id}-label`} className="text-12 font-medium text-text-2">
        {label}
      </span>
      <div className="flex max-h-40 flex-wrap gap-x-4 overflow-y-auto">
        {ticks.map(({ key, title, note }) => (
          <label key={key} className="inline-flex min-h-6 items-center gap-1.5 text-13">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={chosen.includes(key)}
              onChange={() => onToggle(key)}
            />
            {title}
            {note !== undefined && <span className="text-11 text-text-3">{note}</span>}
          </label>
        ))}
      </div>
      <span
        id={`${id}-words`}
        className={`text-11 empty:hidden ${error === null ? 'text-text-3' : 'text-critical'}`}
      >
        {error ?? hint}
      </span>
    </div>
  );
}

export const toggledIn = <Item,>(items: readonly Item[], item: Item): readonly Item[] =>
  items.includes(item) ? items.filter((one) => one !== item) : [...items, item];
