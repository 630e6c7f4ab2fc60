import { useState } from 'react';
import type { ReactNode } from 'react';
import { execute } from '../../data/client.ts';
import { worldNow } from '../../data/world.ts';
import { useText } from '../../text/text.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { FormDialog } from './form-dialog.tsx';

export function SaveAsPanel(): ReactNode {
  const { labs, ui } = useText();
  const words = labs.saveAs;
  const current = worldNow().status?.lab.name ?? '';
  const [name, setName] = useState(current === '' ? '' : words.copyOf(current));
  const save = async () => {
    const result = await execute({ type: 'desk.save-as', name: name.trim() });
    return result.ok ? null : result.refusal;
  };
  return (
    <FormDialog
      title={words.title}
      description={words.about}
      submit={ui.save}
      refusedBecause={name.trim() === '' ? labs.nameFirst : null}
      onSubmit={save}
    >
      <Field label={labs.name}>
        {(ids) => (
          <TextInput {...ids} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
