/** A small question over the floor with one answer. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useText } from '../../text/text.ts';
import { Button, type ButtonLook } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { closeForm } from './floor-edit.ts';

type FloorDialogProps = {
  readonly title: string;
  readonly about?: string;
  readonly submit: string;
  readonly keep?: string;
  readonly look?: ButtonLook;
  readonly refusedBecause: string | null;
  readonly onSubmit: () => Promise<unknown>;
  readonly onClose?: () => void;
  readonly children?: ReactNode;
};

export function FloorDialog(props: FloorDialogProps): ReactNode {
  const { title, about, submit, keep, look, refusedBecause, onSubmit, children } = props;
  const cancel = useText().floor.place.cancel;
  const [isBusy, setBusy] = useState(false);
  const close = props.onClose ?? closeForm;
  const send = async (): Promise<void> => {
    if (isBusy || refusedBecause !== null) return;
    setBusy(true);
    await onSubmit();
    setBusy(false);
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : close())}
      title={title}
      {...(about === undefined ? {} : { description: about })}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        {children}
        <div className="flex justify-end gap-2">
          <Button onClick={close}>{keep ?? cancel}</Button>
          <Button type="submit" look={look ?? 'primary'} refusedBecause={refusedBecause}>
            {submit}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
