import { useState } from 'react';
import type { ReactNode } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field, TextInput } from './field.tsx';

type NameWords = {
  readonly title: string;
  readonly name: string;
  readonly nameHint: string;
  /** Why it cannot be saved without one. */
  readonly nameIt: string;
  readonly cancel: string;
  readonly saveIt: string;
};

type NameDialogProps = {
  readonly words: NameWords;
  readonly onSave: (name: string) => void;
  readonly onClose: () => void;
};

/** Asks for a name under which something is kept. */
export function NameDialog({ words, onSave, onClose }: NameDialogProps): ReactNode {
  const [name, setName] = useState('');
  const refusal = name.trim() === '' ? words.nameIt : null;
  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())} title={words.title}>
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (refusal === null) onSave(name.trim());
        }}
      >
        <Field label={words.name} hint={words.nameHint}>
          {(ids) => (
            <TextInput
              {...ids}
              maxLength={60}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.cancel}</Button>
          <Button type="submit" look="primary" refusedBecause={refusal}>
            {words.saveIt}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
