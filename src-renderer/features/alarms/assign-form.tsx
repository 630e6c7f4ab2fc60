import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { useWorld } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { assignAll } from './do-alarms.ts';
import { TaskDialog } from './task-dialog.tsx';

/** Whom alarms of this lab were given to: the next one is likely one of them. */
function useNames(): readonly string[] {
  const alarms = useWorld((state) => state.alarms);
  const names = [...alarms.values()].flatMap(({ assignedTo }) => assignedTo ?? []);
  return [...new Set(names)].toSorted();
}

export function AssignForm({ alarms }: { readonly alarms: readonly Alarm[] }): ReactNode {
  const words = useText().alarms.tasks.assign;
  const [to, setTo] = useState('');
  const known = useId();
  const names = useNames();
  const name = to.trim();
  return (
    <TaskDialog
      title={words.title(alarms.length)}
      description={words.description}
      alarms={alarms}
      doIt={name === '' ? words.take : words.doIt}
      onDo={() => void assignAll(alarms, name === '' ? null : name)}
    >
      <Field label={words.to} hint={words.hint}>
        {(ids) => (
          <TextInput
            {...ids}
            list={known}
            maxLength={80}
            autoComplete="off"
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        )}
      </Field>
      <datalist id={known}>
        {names.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </datalist>
    </TaskDialog>
  );
}
