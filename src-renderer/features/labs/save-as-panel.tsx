import { useState } from 'react';
import type { ReactNode } from 'react';
import { execute } from '../../data/client.ts';
import { worldNow } from '../../data/world.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { FormDialog } from './form-dialog.tsx';

export function SaveAsPanel(): ReactNode {
  const current = worldNow().status?.lab.name ?? '';
  const [name, setName] = useState(current === '' ? '' : `${current} copy`);
  const save = async () => {
    const result = await execute({ type: 'desk.save-as', name: name.trim() });
    return result.ok ? null : result.refusal;
  };
  return (
    <FormDialog
      title="Save under another name"
      description="Nothing is ever unsaved; this makes a second lab with the same story, to go on with."
      submit="Save"
      refusedBecause={name.trim() === '' ? 'Give it a name first' : null}
      onSubmit={save}
    >
      <Field label="Name">
        {(ids) => (
          <TextInput {...ids} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
