import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { usualPorts } from './draft.ts';
import type { DraftProblems, HardwareKind, SourceDraft } from './draft.ts';
import { kindTitles } from './hardware-words.ts';

export type LinkFieldsProps = {
  readonly draft: SourceDraft;
  readonly problems: DraftProblems;
  readonly onChange: (change: Partial<SourceDraft>) => void;
};

type TextField =
  | 'id'
  | 'url'
  | 'host'
  | 'port'
  | 'unit'
  | 'everySeconds'
  | 'community'
  | 'user'
  | 'authKey'
  | 'privKey';

type TextProps = LinkFieldsProps & {
  readonly name: TextField;
  readonly label: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly look?: 'secret' | 'number';
};

const Text = ({ draft, problems, onChange, name, label, hint, placeholder, look }: TextProps): ReactNode => (
  <Field label={label} error={problems[name] ?? null} {...(hint === undefined ? {} : { hint })}>
    {(ids) => (
      <TextInput
        {...ids}
        type={look === 'secret' ? 'password' : 'text'}
        inputMode={look === 'number' ? 'numeric' : 'text'}
        maxLength={300}
        value={draft[name]}
        placeholder={placeholder}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    )}
  </Field>
);

const Choice = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode => (
  <div className="flex flex-col items-start gap-1">
    <span aria-hidden className="text-12 font-medium text-text-2">
      {label}
    </span>
    {children}
  </div>
);

const linkKinds = ['mqtt', 'snmp', 'modbus'] as const satisfies readonly HardwareKind[];
const brokers = ['foreign', 'own'] as const satisfies readonly SourceDraft['broker'][];

const versionOptions = [
  { value: '2c', title: 'v2c' },
  { value: '3', title: 'v3' },
] as const;

function MqttFields(props: LinkFieldsProps): ReactNode {
  const words = useText().hardware.link;
  return (
    <>
      <Choice label={words.broker}>
        <Select
          label={words.broker}
          value={props.draft.broker}
          options={brokers.map((value) => ({ value, title: words.brokers[value] }))}
          onChange={(broker) => props.onChange({ broker })}
        />
      </Choice>
      {props.draft.broker === 'foreign' && (
        <div className="col-span-2">
          <Text
            {...props}
            name="url"
            label={words.address}
            placeholder="mqtt://broker.example:1883"
            hint={words.addressHint}
          />
        </div>
      )}
    </>
  );
}

function Poll(props: LinkFieldsProps): ReactNode {
  const words = useText().hardware.link;
  return (
    <>
      <Text {...props} name="host" label={words.host} placeholder="10.0.0.7" />
      <Text {...props} name="port" label={words.port} look="number" />
      <Text {...props} name="everySeconds" label={words.every} look="number" />
    </>
  );
}

function SnmpFields(props: LinkFieldsProps): ReactNode {
  const words = useText().hardware.link;
  return (
    <>
      <Poll {...props} />
      <Choice label={words.version}>
        <Select
          label={words.snmpVersion}
          value={props.draft.version}
          options={versionOptions}
          onChange={(version) => props.onChange({ version })}
        />
      </Choice>
      {props.draft.version === '2c' ? (
        <Text {...props} name="community" label={words.community} />
      ) : (
        <>
          <Text {...props} name="user" label={words.user} />
          <Text {...props} name="authKey" label={words.authKey} hint={words.authKeyHint} look="secret" />
          <Text {...props} name="privKey" label={words.privKey} hint={words.privKeyHint} look="secret" />
        </>
      )}
    </>
  );
}

function ModbusFields(props: LinkFieldsProps): ReactNode {
  const words = useText().hardware.link;
  return (
    <>
      <Poll {...props} />
      <Text {...props} name="unit" label={words.unit} hint={words.unitHint} look="number" />
    </>
  );
}

const kindFields = {
  mqtt: MqttFields,
  snmp: SnmpFields,
  modbus: ModbusFields,
} as const satisfies Record<HardwareKind, (props: LinkFieldsProps) => ReactNode>;

/** How the device is reached. */
export function LinkFields(props: LinkFieldsProps): ReactNode {
  const words = useText().hardware.link;
  const { draft, onChange } = props;
  const Fields = kindFields[draft.kind];
  return (
    <div className="grid grid-cols-1 items-start gap-x-3 gap-y-3 sm:grid-cols-3">
      <Choice label={words.protocol}>
        <Select
          label={words.protocol}
          value={draft.kind}
          options={linkKinds.map((value) => ({
            value,
            title: kindTitles[value],
            note: words.kinds[value],
          }))}
          onChange={(kind) => onChange({ kind, port: usualPorts[kind] })}
        />
      </Choice>
      <div className="sm:col-span-2">
        <Text {...props} name="id" label={words.name} placeholder="ups-room-1" />
      </div>
      <Fields {...props} />
    </div>
  );
}
