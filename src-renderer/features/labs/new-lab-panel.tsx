import { useState } from 'react';
import type { ReactNode } from 'react';
import type { DeskCommandInput } from '../../../sim/contract/desk.ts';
import { execute, useQuery } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Field, TextInput } from '../../ui/field.tsx';
import { SkeletonRows } from '../../ui/states.tsx';
import { FormDialog } from './form-dialog.tsx';

const seedPattern = /^[0-9a-f]{1,8}$/;

type Choice = { readonly template: string; readonly onTemplate: (id: string) => void };

function Templates({ template, onTemplate }: Choice): ReactNode {
  const words = useText().labs.create;
  const templates = useQuery('templates', {});
  if (templates.data === null) {
    return templates.phase === 'loading' ? (
      <SkeletonRows count={2} />
    ) : (
      <p className="text-12 text-text-2">{templates.refusal?.message}</p>
    );
  }
  return (
    <fieldset>
      <legend className="mb-1 text-12 font-medium text-text-2">{words.template}</legend>
      {templates.data.items.map((one) => (
        <label
          key={one.id}
          aria-label={one.name}
          className="flex min-h-10 items-start gap-3 rounded-md border border-line px-3 py-2 not-first:mt-1 has-checked:border-accent"
        >
          <input
            type="radio"
            name="template"
            className="mt-1 accent-accent"
            checked={template === one.id}
            onChange={() => onTemplate(one.id)}
          />
          <span>
            <span className="block text-13 font-medium">{one.name}</span>
            <span className="block text-12 text-text-2">{one.description}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

export function NewLabPanel(): ReactNode {
  const { labs } = useText();
  const words = labs.create;
  const [name, setName] = useState('');
  const [seed, setSeed] = useState('');
  const [template, setTemplate] = useState('starter');
  const isSeed = seed === '' || seedPattern.test(seed);
  const create = async () => {
    const command: DeskCommandInput = {
      type: 'desk.new',
      name: name.trim(),
      template,
      ...(seed === '' ? {} : { seed }),
    };
    const result = await execute(command);
    return result.ok ? null : result.refusal;
  };
  return (
    <FormDialog
      title={words.title}
      description={words.about}
      submit={words.submit}
      refusedBecause={name.trim() === '' ? labs.nameFirst : isSeed ? null : words.seedWrong}
      onSubmit={create}
    >
      <Field label={labs.name}>
        {(ids) => (
          <TextInput {...ids} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
      <Templates template={template} onTemplate={setTemplate} />
      <Field label={words.seed} hint={words.seedHint} error={isSeed ? null : words.seedDigits}>
        {(ids) => (
          <TextInput
            {...ids}
            className="w-32! font-mono"
            placeholder="7f3a"
            maxLength={8}
            value={seed}
            onChange={(event) => setSeed(event.target.value.toLowerCase())}
          />
        )}
      </Field>
    </FormDialog>
  );
}
