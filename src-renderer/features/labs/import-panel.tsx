import { FolderOpen, Upload } from 'lucide-react';
import { useId, useState } from 'react';
import type { DragEvent, ReactNode } from 'react';
import type { Refusal } from '../../../sim/contract/result.ts';
import { usePanels } from '../../app/panels.ts';
import { execute } from '../../data/client.ts';
import { text, useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Field, TextInput } from '../../ui/field.tsx';
import { bytesText } from '../../ui/numbers.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { FormDialog } from './form-dialog.tsx';
import { upload } from './upload.ts';

type DropProps = { readonly file: File | null; readonly onFile: (file: File) => void };

/** Drop a file, or choose one: whatever a drag can do, a button can do. */
function DropZone({ file, onFile }: DropProps): ReactNode {
  const words = useText().labs.import;
  const id = useId();
  const [isOver, setOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped !== undefined) onFile(dropped);
  };
  return (
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
      className={`flex flex-col items-center gap-2 rounded-md border border-dashed p-4 text-13 ${isOver ? 'border-accent bg-hover' : 'border-line-strong'}`}
    >
      <Upload aria-hidden size={18} className="text-text-3" />
      <span className="text-text-2">
        {file === null ? words.drop : words.dropped(file.name, bytesText(file.size))}
      </span>
      <label
        htmlFor={id}
        className="inline-flex h-7 items-center rounded-md border border-line bg-raised px-3 text-12 font-medium hover:bg-hover has-focus-visible:outline-2 has-focus-visible:outline-accent"
      >
        {words.choose}
        <input
          id={id}
          type="file"
          accept=".coldaisle,.yaml,.yml"
          className="sr-only"
          onChange={(event) => {
            const chosen = event.target.files?.[0];
            if (chosen !== undefined) onFile(chosen);
          }}
        />
      </label>
    </div>
  );
}

/** A lab written by a person founds a new one; a lab file brings its own story. */
async function bring(path: string, name: string): Promise<Refusal | null> {
  const isPlan = /\.ya?ml$/i.test(path);
  const title = name.trim();
  const result = isPlan
    ? await execute({ type: 'desk.new', name: title === '' ? text().labs.import.unnamed : title, file: path })
    : await execute({ type: 'desk.import', file: path, ...(title === '' ? {} : { name: title }) });
  return result.ok ? null : result.refusal;
}

export function ImportPanel(): ReactNode {
  const { labs } = useText();
  const words = labs.import;
  const asked = usePanels((state) => state.file);
  const [path, setPath] = useState(asked ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [name, setName] = useState('');
  const [share, setShare] = useState<number | null>(null);
  const choose = async () => {
    const chosen = await window.coldaisle?.chooseOpenFile();
    if (typeof chosen === 'string') setPath(chosen);
  };
  const submit = async () => {
    if (file === null) return bring(path.trim(), name);
    setShare(0);
    const sent = await upload(file, setShare);
    setShare(null);
    return sent.ok ? bring(sent.value, name) : sent.refusal;
  };
  const isShell = window.coldaisle !== undefined;
  return (
    <FormDialog
      title={words.title}
      description={words.about}
      submit={words.submit}
      refusedBecause={file === null && path.trim() === '' ? words.chooseFirst : null}
      onSubmit={submit}
    >
      {isShell ? (
        <Button icon={FolderOpen} className="self-start" onClick={() => void choose()}>
          {words.choose}
        </Button>
      ) : (
        <DropZone file={file} onFile={setFile} />
      )}
      {share !== null && <ProgressBar label={words.uploading} value={share} />}
      {file === null && (
        <Field label={isShell ? words.file : words.path} hint={isShell ? '' : words.pathHint}>
          {(ids) => (
            <TextInput
              {...ids}
              className="font-mono text-12!"
              value={path}
              onChange={(event) => setPath(event.target.value)}
            />
          )}
        </Field>
      )}
      <Field label={labs.name} hint={words.nameHint}>
        {(ids) => (
          <TextInput {...ids} maxLength={80} value={name} onChange={(event) => setName(event.target.value)} />
        )}
      </Field>
    </FormDialog>
  );
}
