import type { ReactNode } from 'react';
import type { AlarmRule, Severity } from '../../../sim/contract/alarms.ts';
import { text, useText } from '../../text/text.ts';
import type { Option } from '../../ui/select.tsx';
import { severities } from './alarm-order.ts';
import { priorityWord } from './alarm-words.ts';
import { idFrom } from './rule-draft.ts';
import { Choice, Group, LongField, TextField } from './rule-form-parts.tsx';
import type { PartProps } from './rule-form-parts.tsx';

const severityOptions = () => severities.map((value) => ({ value, title: text().severities[value] }));
const priorityOptions = () =>
  ([1, 2, 3, 4] as const).map((value) => ({
    value: String(value),
    title: text().alarmRules.about.priorityOf(value, priorityWord(value)),
  }));

const levelOptions = () =>
  (['warning', 'critical'] as const satisfies readonly AlarmRule['level'][]).map((value) => ({
    value,
    title: text().alarmRules.about.levels[value],
  }));

function serviceOptions(): readonly Option<AlarmRule['service']>[] {
  const words = text().alarmRules.service;
  return [
    { value: 'in-service', title: words.in },
    { value: 'out-of-service', title: words.out, note: words.outNote },
  ];
}

/** A new rule is named after its title until someone names it. */
const titleChange = ({ draft }: PartProps, title: string) =>
  draft.was === null && (draft.id === '' || draft.id === idFrom(draft.title))
    ? { title, id: idFrom(title) }
    : { title };

export function AboutFields(props: PartProps): ReactNode {
  const { draft, set } = props;
  const { about: words, service } = useText().alarmRules;
  return (
    <Group title={words.title} hint={words.hint}>
      <div className="grid grid-cols-2 gap-3 max-[700px]:grid-cols-1">
        <TextField
          {...props}
          name="title"
          label={words.name}
          set={(change) => set(titleChange(props, change.title ?? ''))}
        />
        <TextField {...props} name="id" label={words.id} max={60} hint={words.idHint} />
      </div>
      <div className="flex flex-wrap gap-4">
        <Choice
          label={words.severity}
          value={draft.severity}
          options={severityOptions()}
          onChange={(severity: Severity) => set({ severity })}
        />
        <Choice
          label={words.priority}
          value={String(draft.priority)}
          options={priorityOptions()}
          hint={words.priorityHint}
          onChange={(chosen) => set({ priority: Number(chosen) })}
        />
        <Choice
          label={words.level}
          value={draft.level}
          options={levelOptions()}
          onChange={(level) => set({ level })}
        />
        <Choice
          label={service.label}
          value={draft.service}
          options={serviceOptions()}
          onChange={(service) => set({ service })}
        />
      </div>
    </Group>
  );
}

export function ReadingFields(props: PartProps): ReactNode {
  const words = useText().alarmRules.reading;
  return (
    <Group title={words.title} hint={words.hint}>
      <LongField {...props} name="cause" label={words.cause} hint={words.optional} />
      <LongField {...props} name="consequence" label={words.consequence} />
      <LongField {...props} name="action" label={words.action} />
    </Group>
  );
}
