import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import type { DraftProblems, HardwareKind, PointDraft } from './draft.ts';
import { pointMark, valueText } from './hardware-words.ts';
import type { PointState } from './hardware-words.ts';
import type { SensorChoice } from './sensor-choices.ts';
import { SensorPicker } from './sensor-picker.tsx';

export type PointFieldsProps = {
  readonly kind: HardwareKind;
  readonly point: PointDraft;
  /** Counted from 1, as it is said. */
  readonly number: number;
  readonly problems: DraftProblems;
  readonly choices: readonly SensorChoice[];
  /** What the preview read for it; one with wildcards may have several. */
  readonly read: readonly PointState[];
  readonly onChange: (change: Partial<PointDraft>) => void;
  readonly onRemove: () => void;
};

const fromSamples = {
  mqtt: 'hall/+/env',
  snmp: '1.3.6.1.2.1.33.1.4.4.1.5.1',
  modbus: 'holding:100',
} as const satisfies Record<HardwareKind, string>;

const typeOptions = (['uint16', 'int16', 'uint32', 'int32', 'float32'] as const).map((value) => ({
  value,
  title: value,
}));

const wordOrders = ['high-first', 'low-first'] as const satisfies readonly PointDraft['words'][];

type TextProps = Pick<PointFieldsProps, 'point' | 'number' | 'problems' | 'onChange'> & {
  readonly name: 'from' | 'template' | 'scale' | 'offset';
  readonly label: string;
  readonly placeholder?: string;
};

const Text = ({ point, number, problems, onChange, name, label, placeholder }: TextProps): ReactNode => (
  <Field label={label} error={problems[`points.${number - 1}.${name}`] ?? null}>
    {(ids) => (
      <TextInput
        {...ids}
        className="font-mono text-12!"
        maxLength={name === 'template' ? 500 : 300}
        placeholder={placeholder}
        value={point[name]}
        onChange={(event) => onChange({ [name]: event.target.value })}
      />
    )}
  </Field>
);

function ReadLine({ read }: { readonly read: PointState }): ReactNode {
  const words = useText().hardware.point;
  const { kind, word } = pointMark(read);
  return (
    <li className="flex min-w-0 flex-wrap items-center gap-x-2 text-12">
      <StatusMark kind={kind} word={word} />
      {read.raw !== null && (
        <code className="max-w-72 truncate font-mono text-11 text-text-2">{read.raw}</code>
      )}
      {read.value !== null && <strong className="font-semibold">{valueText(read.value)}</strong>}
      {read.problem !== null && <span className="min-w-0 text-text-2">{read.problem}</span>}
      {read.speaker === 'bot' && <span className="text-text-3">{words.botStill}</span>}
    </li>
  );
}

const mostLines = 4;

function ReadLines({ read, number }: Pick<PointFieldsProps, 'read' | 'number'>): ReactNode {
  const words = useText().hardware.point;
  return (
    <ul aria-label={words.reads(number)} className="flex min-h-6 flex-col sm:col-span-6">
      {read.slice(0, mostLines).map((one) => (
        <ReadLine key={one.topic + one.from} read={one} />
      ))}
      {read.length > mostLines && (
        <li className="text-12 text-text-3">{words.more(read.length - mostLines)}</li>
      )}
    </ul>
  );
}

function RegisterChoices({ point, number, onChange }: PointFieldsProps): ReactNode {
  const words = useText().hardware.point;
  return (
    <div className="flex items-end gap-2 pb-0.5 sm:col-span-2 sm:pt-5">
      <Select
        label={words.type(number)}
        value={point.type}
        options={typeOptions}
        onChange={(type) => onChange({ type })}
      />
      {point.type.endsWith('32') && (
        <Select
          label={words.wordOrder(number)}
          value={point.words}
          options={wordOrders.map((value) => ({ value, title: words.wordOrders[value] }))}
          onChange={(order) => onChange({ words: order })}
        />
      )}
    </div>
  );
}

/** One value: where it is read, what is taken of it, and the sensor it becomes. */
export function PointFields(props: PointFieldsProps): ReactNode {
  const { kind, point, number, problems, choices, read, onChange, onRemove } = props;
  const words = useText().hardware.point;
  return (
    <fieldset className="grid grid-cols-1 items-start gap-x-3 gap-y-2 border-t py-3 sm:grid-cols-6">
      <legend className="sr-only">{words.title(number)}</legend>
      <div className="sm:col-span-3">
        <Text {...props} name="from" label={words.from[kind]} placeholder={fromSamples[kind]} />
      </div>
      <div className="flex items-start gap-1 sm:col-span-3">
        <div className="min-w-0 flex-1">
          <Field label={words.sensor} error={problems[`points.${number - 1}.topic`] ?? null}>
            {(ids) => (
              <SensorPicker
                id={ids.id}
                describedBy={ids['aria-describedby']}
                isWrong={ids['aria-invalid']}
                topic={point.topic}
                choices={choices}
                onTopic={(topic) => onChange({ topic })}
              />
            )}
          </Field>
        </div>
        <span className="pt-5">
          <IconButton icon={Trash2} label={words.remove(number)} onClick={onRemove} />
        </span>
      </div>
      <div className={kind === 'modbus' ? 'sm:col-span-2' : 'sm:col-span-4'}>
        <Text
          {...props}
          name="template"
          label={words.template}
          placeholder={kind === 'mqtt' ? '{{ temperature }}' : words.templateNeedless}
        />
      </div>
      {kind === 'modbus' && <RegisterChoices {...props} />}
      <Text {...props} name="scale" label={words.times} />
      <Text {...props} name="offset" label={words.plus} />
      <ReadLines read={read} number={number} />
    </fieldset>
  );
}
