import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { NotifyPart } from './notify-draft.ts';
import { Group } from './rule-form-parts.tsx';

type Name = 'host' | 'port' | 'from' | 'user' | 'password';
type Row = { readonly name: Name; readonly wide?: true };

const rows: readonly Row[] = [
  { name: 'host', wide: true },
  { name: 'port' },
  { name: 'from', wide: true },
  { name: 'user' },
  { name: 'password' },
];

export function MailFields({ draft, problems, set }: NotifyPart): ReactNode {
  const words = useText().notifications.mail;
  return (
    <Group title={words.title} hint={words.hint}>
      <Switch
        label={words.send}
        isOn={draft.mail === 'on'}
        onChange={(isOn) => set({ mail: isOn ? 'on' : 'off' })}
      />
      <div className="flex flex-wrap gap-3">
        {rows.map(({ name, wide }) => (
          <Field
            key={name}
            label={words.fields[name]}
            error={problems[name] ?? null}
            {...(name === 'user' ? { hint: words.userHint } : {})}
          >
            {(ids) => (
              <TextInput
                {...ids}
                type={name === 'password' ? 'password' : 'text'}
                maxLength={200}
                className={wide === true ? 'min-w-56' : 'max-w-40'}
                {...(name === 'password' ? { autoComplete: 'new-password' } : {})}
                value={draft[name]}
                onChange={(event) => set({ [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </Group>
  );
}
