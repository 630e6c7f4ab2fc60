/** One setting: its control, its hint, and what is wrong with it. */
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { SettingField, SwitchField } from './settings-fields.table.ts';

export type Secrets = 'hidden' | 'shown';

type InputProps<F extends SettingField> = {
  readonly field: F;
  readonly text: string;
  readonly problem: string | null;
  readonly secrets: Secrets;
  readonly onEdit: (text: string) => void;
};

const hintOf = (hint: string | undefined) => (hint === undefined ? {} : { hint });

export function SettingInput({
  field,
  text,
  problem,
  secrets,
  onEdit,
}: InputProps<Exclude<SettingField, SwitchField>>): ReactNode {
  const words = useText().settings;
  const hints: Readonly<Record<string, string>> = words.hints;
  const name = words.fields[field.path];
  const hint = hintOf(hints[field.path]);
  if (field.takes === 'choice') {
    const options = field.options.map((value) => ({ value, ...words.spread[value] }));
    return (
      <Field label={name} error={problem} {...hint}>
        {({ id }) => (
          <span>
            <Select<string> id={id} label={name} value={text} options={options} onChange={onEdit} />
          </span>
        )}
      </Field>
    );
  }
  const isNumber = field.takes === 'number';
  const isHidden = field.takes === 'secret' && secrets === 'hidden';
  const label = field.unit === undefined ? name : words.withUnit(name, words.units[field.unit]);
  return (
    <Field label={label} error={problem} {...hint}>
      {(ids) => (
        <TextInput
          {...ids}
          data-path={field.path}
          type={isHidden ? 'password' : 'text'}
          {...(isHidden ? { autoComplete: 'new-password' } : {})}
          {...(isNumber ? { inputMode: 'decimal' as const } : {})}
          {...(field.longest === undefined ? {} : { maxLength: field.longest })}
          className={isNumber ? 'max-w-28' : field.wide === true ? 'min-w-96 max-sm:min-w-0' : 'max-w-48'}
          value={text}
          onChange={(event) => onEdit(event.target.value)}
        />
      )}
    </Field>
  );
}

type SwitchProps = Pick<InputProps<SwitchField>, 'text' | 'onEdit'>;

/** The group that it stands in says what it switches. */
export function SettingSwitch({ text, onEdit }: SwitchProps): ReactNode {
  const words = useText().ui;
  return <Switch label={words.on} isOn={text === 'on'} onChange={(isOn) => onEdit(isOn ? 'on' : 'off')} />;
}
