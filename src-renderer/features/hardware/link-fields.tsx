import type { ReactNode } from 'react';
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

const kindOptions = [
  { value: 'mqtt', title: kindTitles.mqtt, note: 'The device publishes; we listen' },
  { value: 'snmp', title: kindTitles.snmp, note: 'We ask UPSes, PDUs, switches' },
  { value: 'modbus', title: kindTitles.modbus, note: 'We read registers of meters and chillers' },
] as const satisfies readonly {
  readonly value: HardwareKind;
  readonly title: string;
  readonly note: string;
}[];

const brokerOptions = [
  { value: 'foreign', title: 'Another broker' },
  { value: 'own', title: "The lab's own broker" },
] as const;

const versionOptions = [
  { value: '2c', title: 'v2c' },
  { value: '3', title: 'v3' },
] as const;

const MqttFields = (props: LinkFieldsProps): ReactNode => (
  <>
    <Choice label="Broker">
      <Select
        label="Broker"
        value={props.draft.broker}
        options={brokerOptions}
        onChange={(broker) => props.onChange({ broker })}
      />
    </Choice>
    {props.draft.broker === 'foreign' && (
      <div className="col-span-2">
        <Text
          {...props}
          name="url"
          label="Address of the broker"
          placeholder="mqtt://broker.example:1883"
          hint="With a user where it wants one: mqtts://user:password@broker.example"
        />
      </div>
    )}
  </>
);

const Poll = (props: LinkFieldsProps): ReactNode => (
  <>
    <Text {...props} name="host" label="Host" placeholder="10.0.0.7" />
    <Text {...props} name="port" label="Port" look="number" />
    <Text {...props} name="everySeconds" label="Read every … seconds" look="number" />
  </>
);

const SnmpFields = (props: LinkFieldsProps): ReactNode => (
  <>
    <Poll {...props} />
    <Choice label="Version">
      <Select
        label="SNMP version"
        value={props.draft.version}
        options={versionOptions}
        onChange={(version) => props.onChange({ version })}
      />
    </Choice>
    {props.draft.version === '2c' ? (
      <Text {...props} name="community" label="Community" />
    ) : (
      <>
        <Text {...props} name="user" label="User" />
        <Text
          {...props}
          name="authKey"
          label="Authentication key"
          hint="SHA; left empty, none"
          look="secret"
        />
        <Text
          {...props}
          name="privKey"
          label="Encryption key"
          hint="AES-128; left empty, none"
          look="secret"
        />
      </>
    )}
  </>
);

const ModbusFields = (props: LinkFieldsProps): ReactNode => (
  <>
    <Poll {...props} />
    <Text {...props} name="unit" label="Unit" hint="Behind a gateway, the device's number" look="number" />
  </>
);

const kindFields = {
  mqtt: MqttFields,
  snmp: SnmpFields,
  modbus: ModbusFields,
} as const satisfies Record<HardwareKind, (props: LinkFieldsProps) => ReactNode>;

/** How the device is reached. */
export function LinkFields(props: LinkFieldsProps): ReactNode {
  const { draft, onChange } = props;
  const Fields = kindFields[draft.kind];
  return (
    <div className="grid grid-cols-1 items-start gap-x-3 gap-y-3 sm:grid-cols-3">
      <Choice label="Protocol">
        <Select
          label="Protocol"
          value={draft.kind}
          options={kindOptions}
          onChange={(kind) => onChange({ kind, port: usualPorts[kind] })}
        />
      </Choice>
      <div className="sm:col-span-2">
        <Text {...props} name="id" label="Name" placeholder="ups-room-1" />
      </div>
      <Fields {...props} />
    </div>
  );
}
