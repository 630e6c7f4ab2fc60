import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { useText } from '../../text/text.ts';
import { Field, TextArea } from '../../ui/field.tsx';
import { sensorsOf, takeOut } from './do-alarms.ts';
import { TaskDialog } from './task-dialog.tsx';

export function OutOfServiceForm({ alarms }: { readonly alarms: readonly Alarm[] }): ReactNode {
  const words = useText().alarms.tasks;
  const [reason, setReason] = useState('');
  const sensors = sensorsOf(alarms);
  return (
    <TaskDialog
      title={words.outOfService.title(sensors.length)}
      description={words.outOfService.description}
      alarms={alarms}
      doIt={words.outOfService.doIt}
      refusedBecause={reason.trim() === '' ? words.shelve.sayWhy : null}
      onDo={() => void takeOut(sensors, reason.trim())}
    >
      <Field label={words.shelve.reason} hint={words.outOfService.hint}>
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
