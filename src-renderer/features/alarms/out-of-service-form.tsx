import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { Field, TextArea } from '../../ui/field.tsx';
import { endAlarmTask } from './alarm-task.ts';
import { sensorsOf, takeOut } from './do-alarms.ts';
import { TaskDialog } from './task-dialog.tsx';

export function OutOfServiceForm({ alarms }: { readonly alarms: readonly Alarm[] }): ReactNode {
  const [reason, setReason] = useState('');
  const sensors = sensorsOf(alarms);
  return (
    <TaskDialog
      title={
        sensors.length === 1
          ? 'Take the sensor out of service'
          : `Take ${sensors.length} sensors out of service`
      }
      description="None of its alarms asks for anyone until it is put back: for a sensor under repair, not for an alarm that annoys."
      alarms={alarms}
      doIt="Take out of service"
      refusedBecause={reason.trim() === '' ? 'Say why' : null}
      onDo={() => {
        endAlarmTask();
        void takeOut(sensors, reason.trim());
      }}
    >
      <Field label="Reason" hint="Required: others will wonder that it does not ring.">
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
