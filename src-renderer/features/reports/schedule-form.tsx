import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import type { Option } from '../../ui/select.tsx';
import { Switch } from '../../ui/switch.tsx';
import { reportKinds } from './report-kinds.table.ts';
import { isFolder, isTime } from './schedule-draft.ts';
import type { ScheduleDraft } from './schedule-draft.ts';

type ScheduleFormProps = {
  readonly start: ScheduleDraft;
  readonly scopes: readonly Option<string>[];
  readonly onSave: (draft: ScheduleDraft) => void;
  readonly onClose: () => void;
};

const everything = 'everything';
const every = ['day', 'week', 'month'] as const;
const formats = ['pdf', 'csv', 'html'] as const;

type Put = (change: Partial<ScheduleDraft>) => void;
type Part = { readonly draft: ScheduleDraft; readonly put: Put };

function WhatFields({ draft, put, scopes }: Part & Pick<ScheduleFormProps, 'scopes'>): ReactNode {
  const words = useText().reports;
  return (
    <>
      <Field label={words.form.report}>
        {({ id }) => (
          <Select
            id={id}
            label={words.form.report}
            value={draft.kind}
            options={reportKinds.map((kind) => ({ value: kind, title: words.kinds[kind] }))}
            onChange={(kind) => put({ kind })}
          />
        )}
      </Field>
      <Field label={words.scope}>
        {({ id }) => (
          <Select
            id={id}
            label={words.scope}
            value={draft.within ?? everything}
            options={[{ value: everything, title: words.everything }, ...scopes]}
            onChange={(within) => put({ within: within === everything ? null : within })}
          />
        )}
      </Field>
      <Field label={words.form.format}>
        {({ id }) => (
          <Select
            id={id}
            label={words.form.format}
            value={draft.format}
            options={formats.map((format) => ({ value: format, title: words[format] }))}
            onChange={(format) => put({ format })}
          />
        )}
      </Field>
    </>
  );
}

function WhenFields({ draft, put }: Part): ReactNode {
  const words = useText().reports;
  return (
    <>
      <Field label={words.form.every}>
        {({ id }) => (
          <Select
            id={id}
            label={words.form.every}
            value={draft.every}
            options={every.map((one) => ({ value: one, title: words.every[one] }))}
            onChange={(one) => put({ every: one })}
          />
        )}
      </Field>
      <Field label={words.form.at} error={isTime(draft.at) ? null : words.form.wrongAt}>
        {(ids) => (
          <TextInput {...ids} value={draft.at} onChange={(event) => put({ at: event.target.value })} />
        )}
      </Field>
    </>
  );
}

function WhereFields({ draft, put }: Part): ReactNode {
  const words = useText().reports;
  return (
    <>
      <Field
        label={words.form.folder}
        hint={words.form.folderHint}
        error={isFolder(draft.folder) ? null : words.form.wrongFolder}
      >
        {(ids) => (
          <TextInput
            {...ids}
            value={draft.folder}
            onChange={(event) => put({ folder: event.target.value })}
          />
        )}
      </Field>
      <Field label={words.form.mail} hint={words.form.mailHint}>
        {(ids) => (
          <TextInput {...ids} value={draft.mail} onChange={(event) => put({ mail: event.target.value })} />
        )}
      </Field>
      <Switch
        label={words.compare}
        isOn={draft.compare === 'prior'}
        onChange={(isOn) => put({ compare: isOn ? 'prior' : 'none' })}
      />
      <Switch label={words.form.on} isOn={draft.isOn} onChange={(isOn) => put({ isOn })} />
    </>
  );
}

export function ScheduleForm({ start, scopes, onSave, onClose }: ScheduleFormProps): ReactNode {
  const words = useText().reports;
  const [draft, setDraft] = useState(start);
  const put: Put = (change) => setDraft((last) => ({ ...last, ...change }));
  const wrong = !isTime(draft.at)
    ? words.form.wrongAt
    : !isFolder(draft.folder)
      ? words.form.wrongFolder
      : null;
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      title={words.form.title}
      description={words.form.about}
      footer={
        <>
          <Button onClick={onClose}>{words.form.cancel}</Button>
          <Button look="primary" refusedBecause={wrong} onClick={() => onSave(draft)}>
            {words.form.save}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-2 gap-3 max-[600px]:grid-cols-1">
        <WhatFields draft={draft} put={put} scopes={scopes} />
        <WhenFields draft={draft} put={put} />
        <WhereFields draft={draft} put={put} />
      </div>
    </Dialog>
  );
}
