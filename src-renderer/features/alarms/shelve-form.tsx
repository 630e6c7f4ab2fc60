import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { useWorld } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { labMoment } from '../../ui/numbers.ts';
import { shelveAll } from './do-alarms.ts';
import { minutesText, quickMinutes, readMinutes } from './shelf-time.ts';
import { TaskDialog } from './task-dialog.tsx';

type TimeProps = { readonly text: string; readonly onChange: (text: string) => void };

function TimeField({ text, onChange }: TimeProps): ReactNode {
  const words = useText().alarms.tasks.shelve;
  const now = useWorld((state) => state.status?.at ?? 0);
  const time = readMinutes(text);
  const until = 'minutes' in time ? words.until(labMoment(now + time.minutes * 60_000)) : '';
  return (
    <div className="flex flex-wrap items-start gap-3">
      <div role="group" aria-label={words.times} className="mt-5 flex gap-1">
        {quickMinutes.map((minutes) => (
          <Button
            key={minutes}
            aria-pressed={text === String(minutes)}
            onClick={() => onChange(String(minutes))}
            className="aria-pressed:border-line-strong aria-pressed:bg-hover"
          >
            {minutesText(minutes)}
          </Button>
        ))}
      </div>
      <Field label={words.minutes} hint={until} error={'problem' in time ? time.problem : null}>
        {(ids) => (
          <TextInput
            {...ids}
            inputMode="numeric"
            className="h-7! w-24!"
            value={text}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  );
}

export function ShelveForm({ alarms }: { readonly alarms: readonly Alarm[] }): ReactNode {
  const words = useText().alarms.tasks.shelve;
  const [text, setText] = useState('60');
  const [reason, setReason] = useState('');
  const time = readMinutes(text);
  const minutes = 'minutes' in time ? time.minutes : null;
  const isUnsaid = reason.trim() === '';
  return (
    <TaskDialog
      title={words.title(alarms.length)}
      description={words.description}
      alarms={alarms}
      doIt={words.doIt}
      refusedBecause={minutes === null ? words.sayHowLong : isUnsaid ? words.sayWhy : null}
      onDo={() => {
        if (minutes !== null) void shelveAll(alarms, { minutes, reason: reason.trim() });
      }}
    >
      <TimeField text={text} onChange={setText} />
      <Field label={words.reason} hint={words.hint}>
        {(ids) => (
          <TextArea
            {...ids}
            required
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </TaskDialog>
  );
}
