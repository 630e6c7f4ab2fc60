import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { perform } from '../../app/perform.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';

type TakeProps = { readonly vm: EntityOf<'vm'>; readonly onClose: () => void };

type Draft = { readonly name: string; readonly description: string; readonly hasMemory: boolean };
const nothing: Draft = { name: '', description: '', hasMemory: false };

export function TakeSnapshot({ vm, onClose }: TakeProps): ReactNode {
  const { snapshots: words, cancel } = useText().machine;
  const [draft, setDraft] = useState(nothing);
  const isOn = vm.spec.power === 'on';
  const name = draft.name.trim();
  const refusal = name === '' ? words.nameIt : null;
  const take = (): void => {
    if (refusal !== null) return;
    onClose();
    const memory = isOn && draft.hasMemory ? 'with' : 'without';
    const description = draft.description.trim();
    void perform({ type: 'machine.snapshot', id: vm.id, name, description, memory }, words.taken(name));
  };
  return (
    <Dialog open onOpenChange={onClose} title={words.takeTitle(vm.name)}>
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <Fields
          draft={draft}
          isOn={isOn}
          onDraft={(change) => setDraft((last) => ({ ...last, ...change }))}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{cancel}</Button>
          <Button type="submit" look="primary" refusedBecause={refusal}>
            {words.take}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type FieldsProps = {
  readonly draft: Draft;
  readonly isOn: boolean;
  readonly onDraft: (change: Partial<Draft>) => void;
};

function Fields({ draft, isOn, onDraft }: FieldsProps): ReactNode {
  const { snapshots: words } = useText().machine;
  return (
    <>
      <Field label={words.name}>
        {(ids) => (
          <TextInput
            {...ids}
            maxLength={80}
            value={draft.name}
            onChange={({ target }) => onDraft({ name: target.value })}
          />
        )}
      </Field>
      <Field label={words.description}>
        {(ids) => (
          <TextInput
            {...ids}
            maxLength={1000}
            value={draft.description}
            onChange={({ target }) => onDraft({ description: target.value })}
          />
        )}
      </Field>
      <label className="flex min-h-6 items-center gap-2 text-13">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={isOn && draft.hasMemory}
          disabled={!isOn}
          onChange={({ target }) => onDraft({ hasMemory: target.checked })}
        />
        {isOn ? words.memory : words.memoryOff}
      </label>
    </>
  );
}
