/** A choice that may be left open: the select itself knows no empty value. */
import type { ReactNode } from 'react';
import { Field } from '../../ui/field.tsx';
import { type Option, Select } from '../../ui/select.tsx';

type ChoiceProps<Value extends string> = {
  readonly label: string;
  readonly value: Value | '';
  readonly options: readonly Option<Value>[];
  /** What leaving it open means; without it one must be chosen. */
  readonly open?: string;
  readonly error?: string | null;
  readonly hint?: string;
  readonly onChange: (value: Value | '') => void;
};

const leftOpen = '-';

export function Choice<Value extends string>({
  label,
  value,
  options,
  open,
  error,
  hint,
  onChange,
}: ChoiceProps<Value>): ReactNode {
  const all: readonly Option<string>[] = [
    ...(open === undefined ? [] : [{ value: leftOpen, title: open }]),
    ...options,
  ];
  const take = (next: string): void =>
    onChange(options.find((option) => option.value === next)?.value ?? ('' as const));
  return (
    <Field label={label} error={error ?? null} {...(hint === undefined ? {} : { hint })}>
      {({ id }) => (
        <span>
          <Select
            label={label}
            id={id}
            value={value === '' ? leftOpen : value}
            options={all}
            onChange={take}
          />
        </span>
      )}
    </Field>
  );
}
