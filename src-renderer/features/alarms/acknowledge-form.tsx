import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { Field, TextArea } from '../../ui/field.tsx';
import { endAlarmTask } from './alarm-task.ts';
import { acknowledgeAll } from './do-alarms.ts';
import { TaskDialog } from './task-dialog.tsx';

export function AcknowledgeForm({ alarms }: { readonly alarms: readonly Alarm[] }): ReactNode {
  const [note, setNote] = useState('');
  return (
    <TaskDialog
      title={alarms.length === 1 ? 'Acknowledge the alarm' : `Acknowledge ${alarms.length} alarms`}
      description="It says that someone has seen it and is at work; it does not end the alarm."
      alarms={alarms}
      doIt="Acknowledge"
      onDo={() => {
        endAlarmTask();
        void acknowledgeAll(alarms, note.trim());
      }}
    >
      <Field label="Note" hint="Optional: what you found, what you do about it.">
        {(ids) => (
          <TextArea
            {...ids}
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </TaskDialog>
  );
}
