import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { Switch } from '../../ui/switch.tsx';
import { BackingChoice } from './backing-choice.tsx';
import { Choice } from './choice.tsx';
import { isCopy, type MachineDraft, type Profile } from './machine-draft.ts';
import { networksFor } from './offers.ts';
import type { StepProps } from './step-props.ts';

/** The keys of a table of words, as what can be chosen. */
const choices = <Value extends string>(words: Readonly<Record<Value, string>>) =>
  (Object.keys(words) as Value[]).map((value) => ({ value, title: words[value] }));

function Networks({ draft, offers, errorOf, onChange }: StepProps): ReactNode {
  const words = useText().machines.create;
  const { networks } = draft;
  const within = networksFor(offers, draft.parent);
  const error = errorOf('networks');
  const toggle = (id: EntityId): void =>
    onChange({
      networks: networks.includes(id) ? networks.filter((one) => one !== id) : [...networks, id],
    });
  const without = isCopy(draft) ? words.networksAsOriginal : words.noNetwork;
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="mb-1 text-12 font-medium text-text-2">{words.networks}</legend>
      {within.length === 0 && <p className="text-12 text-text-3">{words.noNetworks}</p>}
      <div className="flex max-h-40 flex-col overflow-y-auto">
        {within.map(({ id, name, spec }) => (
          <label key={id} className="flex min-h-7 items-center gap-2 text-12">
            <input
              type="checkbox"
              className="size-4 accent-accent"
              checked={networks.includes(id)}
              onChange={() => toggle(id)}
            />
            <span className="font-medium">{name}</span>
            <span className="truncate text-text-3">
              {spec.subnets.map(({ cidr }) => cidr).join(', ')}
              {spec.vlan === null ? '' : ` ${words.vlan(spec.vlan)}`}
            </span>
          </label>
        ))}
      </div>
      {error !== null && (
        <p role="alert" className="text-11 text-critical">
          {error}
        </p>
      )}
      {error === null && networks.length === 0 && <p className="text-11 text-text-3">{without}</p>}
    </fieldset>
  );
}

function Work({ draft, errorOf, onChange }: StepProps): ReactNode {
  const words = useText().machines.create;
  return (
    <>
      <Choice<Profile>
        label={words.workload}
        value={draft.profile}
        options={choices(words.profiles)}
        onChange={(profile) => onChange({ profile: profile === '' ? 'idle' : profile })}
      />
      {draft.profile !== 'idle' && (
        <Field label={words.level} error={errorOf('level')}>
          {(ids) => (
            <span className="flex items-center gap-2">
              <TextInput
                {...ids}
                inputMode="decimal"
                className="w-20! text-right"
                value={draft.level}
                onChange={(event) => onChange({ level: event.target.value })}
              />
              <span className="text-12 text-text-2">%</span>
            </span>
          )}
        </Field>
      )}
    </>
  );
}

export function StepGuest(props: StepProps): ReactNode {
  const { draft, errorOf, onChange } = props;
  const words = useText().machines.create;
  return (
    <div className="grid grid-cols-2 items-start gap-x-4 gap-y-3 max-md:grid-cols-1">
      {draft.fromKind === null && (
        <Choice<MachineDraft['os']>
          label={words.os}
          value={draft.os}
          options={choices(words.systems)}
          error={errorOf('os')}
          onChange={(os) => onChange({ os: os === '' ? 'other' : os })}
        />
      )}
      <Field label={words.hostname} hint={words.hostnameHint} error={errorOf('hostname')}>
        {(ids) => (
          <TextInput
            {...ids}
            maxLength={253}
            value={draft.hostname}
            onChange={(event) => onChange({ hostname: event.target.value })}
          />
        )}
      </Field>
      <BackingChoice image={draft.backing} onChange={(backing) => onChange({ backing })} />
      <Work {...props} />
      <Choice<MachineDraft['environment']>
        label={words.environment}
        value={draft.environment}
        options={choices(words.environments)}
        onChange={(environment) => onChange({ environment: environment === '' ? 'dev' : environment })}
      />
      <div className="col-span-full">
        <Networks {...props} />
      </div>
      <Switch
        label={words.power}
        isOn={draft.power === 'start'}
        onChange={(isOn) => onChange({ power: isOn ? 'start' : 'leave-off' })}
      />
    </div>
  );
}
