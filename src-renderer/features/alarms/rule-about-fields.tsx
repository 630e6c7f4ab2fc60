import type { ReactNode } from 'react';
import type { AlarmRule, Severity } from '../../../sim/contract/alarms.ts';
import { text } from '../../text/text.ts';
import { severities } from './alarm-order.ts';
import { priorityWord } from './alarm-words.ts';
import { idFrom } from './rule-draft.ts';
import { Choice, Group, LongField, TextField } from './rule-form-parts.tsx';
import type { PartProps } from './rule-form-parts.tsx';

const severityOptions = () => severities.map((value) => ({ value, title: text().severities[value] }));
const priorityOptions = () =>
  ([1, 2, 3, 4] as const).map((value) => ({
    value: String(value),
    title: `${value}, ${priorityWord(value)}`,
  }));

const levelOptions = [
  { value: 'warning', title: 'Warning' },
  { value: 'critical', title: 'Critical' },
] as const satisfies readonly { readonly value: AlarmRule['level']; readonly title: string }[];
const serviceOptions = [
  { value: 'in-service', title: 'In service' },
  { value: 'out-of-service', title: 'Out of service', note: 'Its alarms ask for nobody' },
] as const satisfies readonly {
  readonly value: AlarmRule['service'];
  readonly title: string;
  readonly note?: string;
}[];

/** A new rule is named after its title until someone names it. */
const titleChange = ({ draft }: PartProps, title: string) =>
  draft.was === null && (draft.id === '' || draft.id === idFrom(draft.title))
    ? { title, id: idFrom(title) }
    : { title };

export function AboutFields(props: PartProps): ReactNode {
  const { draft, set } = props;
  return (
    <Group title="What it tells" hint="How it stands in the list of alarms.">
      <div className="grid grid-cols-2 gap-3 max-[700px]:grid-cols-1">
        <TextField
          {...props}
          name="title"
          label="Title"
          set={(change) => set(titleChange(props, change.title ?? ''))}
        />
        <TextField {...props} name="id" label="Id" max={60} hint="In topics, logs and the API." />
      </div>
      <div className="flex flex-wrap gap-4">
        <Choice
          label="Severity"
          value={draft.severity}
          options={severityOptions()}
          onChange={(severity: Severity) => set({ severity })}
        />
        <Choice
          label="Priority"
          value={String(draft.priority)}
          options={priorityOptions()}
          hint="From what follows and how soon."
          onChange={(text) => set({ priority: Number(text) })}
        />
        <Choice
          label="Line on charts"
          value={draft.level}
          options={levelOptions}
          onChange={(level) => set({ level })}
        />
        <Choice
          label="Service"
          value={draft.service}
          options={serviceOptions}
          onChange={(service) => set({ service })}
        />
      </div>
    </Group>
  );
}

export const ReadingFields = (props: PartProps): ReactNode => (
  <Group
    title="What the operator reads"
    hint="An alarm that nobody can answer is not an alarm: say what follows, and what to do."
  >
    <LongField {...props} name="cause" label="What may be the cause" hint="Optional." />
    <LongField {...props} name="consequence" label="If nobody acts" />
    <LongField {...props} name="action" label="What to do" />
  </Group>
);
