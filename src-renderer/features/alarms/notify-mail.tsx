import type { ReactNode } from 'react';
import { Field, TextInput } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import type { NotifyPart } from './notify-draft.ts';
import { Group } from './rule-form-parts.tsx';

type Name = 'host' | 'port' | 'from' | 'user' | 'password';
type Row = { readonly name: Name; readonly label: string; readonly hint?: string; readonly wide?: true };

const rows: readonly Row[] = [
  { name: 'host', label: 'Server', wide: true },
  { name: 'port', label: 'Port' },
  { name: 'from', label: 'From', wide: true },
  { name: 'user', label: 'User', hint: 'Left empty: no login.' },
  { name: 'password', label: 'Password' },
];

export const MailFields = ({ draft, problems, set }: NotifyPart): ReactNode => (
  <Group
    title="Mail"
    hint="By an SMTP server that you name. Nothing leaves this machine until it is switched on."
  >
    <Switch
      label="Send mail"
      isOn={draft.mail === 'on'}
      onChange={(isOn) => set({ mail: isOn ? 'on' : 'off' })}
    />
    <div className="flex flex-wrap gap-3">
      {rows.map(({ name, label, hint, wide }) => (
        <Field
          key={name}
          label={label}
          error={problems[name] ?? null}
          {...(hint === undefined ? {} : { hint })}
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
