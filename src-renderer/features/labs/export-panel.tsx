import { Copy, Download, FolderOutput } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { OperationId } from '../../../sim/contract/ids.ts';
import type { Operation } from '../../../sim/contract/operations.ts';
import type { Refusal } from '../../../sim/contract/result.ts';
import { closePanel } from '../../app/panels.ts';
import { execute } from '../../data/client.ts';
import { useWorld } from '../../data/world.ts';
import { text, useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { ErrorState } from '../../ui/states.tsx';
import { showToast } from '../../ui/toasts.ts';
import { download } from './upload.ts';

type Stage =
  | { readonly at: 'asked' }
  | { readonly at: 'running'; readonly operation: OperationId | null }
  | { readonly at: 'done'; readonly file: string }
  | { readonly at: 'refused'; readonly refusal: Refusal };

/** The work may end with the receipt, or later with its operation. */
function stageNow(stage: Stage, operation: Operation | null): Stage {
  if (stage.at !== 'running' || operation === null) return stage;
  const file = operation.result?.['file'];
  if (operation.state === 'succeeded' && file !== undefined) return { at: 'done', file };
  if (operation.state === 'failed' && operation.refusal !== null)
    return { at: 'refused', refusal: operation.refusal };
  return stage;
}

function Done({ file }: { readonly file: string }): ReactNode {
  const words = useText().labs.export;
  const copy = async () => {
    await navigator.clipboard.writeText(file);
    showToast({ kind: 'done', title: text().labs.export.copied, hint: null });
  };
  const fetchIt = async () => {
    if (!(await download(file)))
      showToast({
        kind: 'refused',
        title: text().labs.export.notDownloaded,
        hint: text().labs.export.liesThere,
      });
  };
  return (
    <div className="flex flex-col gap-3">
      <p className="text-13">{words.contents}</p>
      <code className="rounded-md border bg-bg p-2 font-mono text-12 break-all select-all">{file}</code>
      <div className="flex justify-end gap-2">
        <Button icon={Copy} onClick={() => void copy()}>
          {words.copyPath}
        </Button>
        {window.coldaisle === undefined && (
          <Button icon={Download} onClick={() => void fetchIt()}>
            {words.download}
          </Button>
        )}
        <Button look="primary" onClick={closePanel}>
          {words.done}
        </Button>
      </div>
    </div>
  );
}

export function ExportPanel(): ReactNode {
  const words = useText().labs.export;
  const [stage, setStage] = useState<Stage>({ at: 'asked' });
  const lab = useWorld((state) => state.status?.lab ?? null);
  const operation = useWorld((state) =>
    stage.at === 'running' ? (state.operations.find(({ id }) => id === stage.operation) ?? null) : null,
  );
  const now = stageNow(stage, operation);
  const start = async () => {
    const chosen = await window.coldaisle?.chooseSaveFile(`${lab?.id ?? 'lab'}.coldaisle`);
    if (chosen === null) return;
    setStage({ at: 'running', operation: null });
    const result = await execute({ type: 'desk.export', ...(chosen === undefined ? {} : { file: chosen }) });
    if (!result.ok) return setStage({ at: 'refused', refusal: result.refusal });
    const receipt = result.value;
    if ('file' in receipt && receipt.file !== undefined) setStage({ at: 'done', file: receipt.file });
    else setStage({ at: 'running', operation: 'operation' in receipt ? (receipt.operation ?? null) : null });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : closePanel())}
      title={words.title(lab?.name ?? null)}
      description={words.about}
    >
      {now.at === 'asked' && (
        <div className="flex flex-col gap-3">
          <p className="text-13 text-text-2">
            {window.coldaisle === undefined ? words.toHost : words.toChosen}
          </p>
          <Button icon={FolderOutput} look="primary" className="self-end" onClick={() => void start()}>
            {words.submit}
          </Button>
        </div>
      )}
      {now.at === 'running' && <ProgressBar label={words.running} value={operation?.progress ?? null} />}
      {now.at === 'done' && <Done file={now.file} />}
      {now.at === 'refused' && (
        <ErrorState what={words.failed} refusal={now.refusal} onRetry={() => void start()} />
      )}
    </Dialog>
  );
}
