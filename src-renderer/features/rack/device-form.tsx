/** The fields of a device, in groups. */
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { Draft, Errors } from './device-draft.ts';
import { deviceFields, type FieldKind, fieldNames, type FieldName, groups } from './device-fields.table.ts';

type FormProps = {
  readonly draft: Draft;
  readonly errors: Errors;
  readonly onChange: (draft: Draft) => void;
};

function One({ name, draft, errors, onChange }: FormProps & { readonly name: FieldName }): ReactNode {
  const words = useText().rack.form;
  const kind: FieldKind = deviceFields[name];
  const label = words.labels[name];
  const hint = words.hints[name];
  const put = (value: string): void => onChange({ ...draft, [name]: value });
  return (
    <Field label={label} error={errors[name] ?? null} {...(hint === undefined ? {} : { hint })}>
      {(ids) => {
        if (kind.type === 'choice') {
          const titles = words.choices[name] ?? {};
          const options = kind.of.map((value) => ({ value, title: titles[value] ?? value }));
          return <Select id={ids.id} label={label} value={draft[name]} options={options} onChange={put} />;
        }
        if (name === 'notes')
          return <TextArea {...ids} value={draft[name]} onChange={(event) => put(event.target.value)} />;
        return (
          <TextInput
            {...ids}
            value={draft[name]}
            inputMode={kind.type === 'number' ? 'decimal' : 'text'}
            onChange={(event) => put(event.target.value)}
          />
        );
      }}
    </Field>
  );
}

export function DeviceForm(props: FormProps): ReactNode {
  const words = useText().rack.form;
  return (
    <div className="flex flex-col gap-4">
      {groups.map((group) => (
        <fieldset key={group} className="min-w-0">
          <legend className="mb-2 text-13 font-semibold">{words.groups[group]}</legend>
          <div className="grid grid-cols-1 gap-3 sm:grid-cols-3">
            {fieldNames
              .filter((name) => deviceFields[name].group === group)
              .map((name) => (
                <One key={name} {...props} name={name} />
              ))}
          </div>
        </fieldset>
      ))}
    </div>
  );
}
