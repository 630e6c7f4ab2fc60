import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { useText } from '../../text/text.ts';
import { Field, TextArea } from '../../ui/field.tsx';
import { annotateAll } from './do-alarms.ts';
import { TaskDialog } from './task-dialog.tsx';

export function AnnotateForm({ alarms }: { readonly alarms: readonly Alarm[] }): ReactNode {
  const words = useText().alarms.tasks.annotate;
  const [note, setNote] = useState('');
  return (
    <TaskDialog
      title={words.title(alarms.length)}
      description={words.description}
      alarms={alarms}
      doIt={words.doIt}
      refusedBecause={note.trim() === '' ? words.sayWhat : null}
      onDo={() => void annotateAll(alarms, note.trim())}
    >
      <Field label={words.note} hint={words.hint}>
        {(ids) => (
          <TextArea
            {...ids}
            required
            maxLength={1000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
    </TaskDialog>
  );
}
