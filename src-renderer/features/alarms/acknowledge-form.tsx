import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { useText } from '../../text/text.ts';
import { Field, TextArea } from '../../ui/field.tsx';
import { acknowledgeAll } from './do-alarms.ts';
import { TaskDialog } from './task-dialog.tsx';

export function AcknowledgeForm({ alarms }: { readonly alarms: readonly Alarm[] }): ReactNode {
  const words = useText().alarms.tasks.acknowledge;
  const [note, setNote] = useState('');
  return (
    <TaskDialog
      title={words.title(alarms.length)}
      description={words.description}
      alarms={alarms}
      doIt={words.doIt}
      onDo={() => void acknowledgeAll(alarms, note.trim())}
    >
      <Field label={words.note} hint={words.hint}>
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
