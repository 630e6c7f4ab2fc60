import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { useWorld } from '../../data/world.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextArea, TextInput } from '../../ui/field.tsx';
import { labMoment } from '../../ui/numbers.ts';
import { endAlarmTask } from './alarm-task.ts';
import { shelveAll } from './do-alarms.ts';
import { minutesText, quickMinutes, readMinutes } from './shelf-time.ts';
import { TaskDialog } from './task-dialog.tsx';

type TimeProps = { readonly text: string; readonly onChange: (text: string) => void };

function TimeField({ text, onChange }: TimeProps): ReactNode {
  const now = useWorld((state) => state.status?.at ?? 0);
  const time = readMinutes(text);
  const until = 'minutes' in time ? `Until ${labMoment(now + time.minutes * 60_000)}, lab time.` : '';
  return (
    <div className="flex flex-wrap items-start gap-3">
      <div role="group" aria-label="Usual times" className="mt-5 flex gap-1">
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
      <Field label="Minutes" hint={until} error={'problem' in time ? time.problem : null}>
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
  const [text, setText] = useState('60');
  const [reason, setReason] = useState('');
  const time = readMinutes(text);
  const minutes = 'minutes' in time ? time.minutes : null;
  const isUnsaid = reason.trim() === '';
  return (
    <TaskDialog
      title={alarms.length === 1 ? 'Shelve the alarm' : `Shelve ${alarms.length} alarms`}
      description="Kept out of the list for a time. It comes back by itself, and everyone can see who shelved it and why."
      alarms={alarms}
      doIt="Shelve"
      refusedBecause={minutes === null ? 'Say for how long' : isUnsaid ? 'Say why' : null}
      onDo={() => {
        if (minutes === null) return;
        endAlarmTask();
        void shelveAll(alarms, { minutes, reason: reason.trim() });
      }}
    >
      <TimeField text={text} onChange={setText} />
      <Field label="Reason" hint="Required: it stands in the log.">
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
