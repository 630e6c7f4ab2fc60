import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Refusal } from '../../../sim/contract/result.ts';
import { closePanel } from '../../app/panels.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

type FormDialogProps = {
  readonly title: string;
  readonly description: string;
  readonly submit: string;
  readonly refusedBecause: string | null;
  /** Null where it was done: then the dialog closes. */
  readonly onSubmit: () => Promise<Refusal | null>;
  readonly children: ReactNode;
};

/** A question with one answer. A refusal stays beside what caused it. */
export function FormDialog({
  title,
  description,
  submit,
  refusedBecause,
  onSubmit,
  children,
}: FormDialogProps): ReactNode {
  const words = useText().ui;
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    if (isBusy || refusedBecause !== null) return;
    setBusy(true);
    setRefusal(null);
    const refused = await onSubmit();
    setBusy(false);
    if (refused === null) closePanel();
    else setRefusal(refused);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : closePanel())}
      title={title}
      description={description}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {children}
        {refusal !== null && (
          <div role="alert" className="text-12">
            <StatusMark kind="major" word={refusal.message} showWord />
            {refusal.hint !== undefined && <p className="text-text-2">{refusal.hint}</p>}
          </div>
        )}
        <div className="flex justify-end gap-2">
          <Button onClick={closePanel}>{words.cancel}</Button>
          <Button type="submit" look="primary" refusedBecause={isBusy ? words.atWork : refusedBecause}>
            {isBusy ? words.atWorkNow : submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
