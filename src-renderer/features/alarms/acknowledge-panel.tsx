import { useState } from 'react';
import type { ReactNode } from 'react';
import { closePanel } from '../../app/panels.ts';
import { nameOfEntity } from '../../data/world.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { acknowledgeAll, alarmsInHand } from './alarms.actions.ts';

export function AcknowledgePanel(): ReactNode {
  // As they were when it opened: an alarm that rings meanwhile is not acknowledged unseen.
  const [alarms] = useState(alarmsInHand);
  const [note, setNote] = useState('');
  const acknowledge = () => {
    closePanel();
    void acknowledgeAll(alarms, note.trim());
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : closePanel())}
      title={alarms.length === 1 ? 'Acknowledge the alarm' : `Acknowledge ${alarms.length} alarms`}
      description="It says that someone has seen it and is at work; it does not end the alarm."
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          acknowledge();
        }}
      >
        <ul className="max-h-48 overflow-auto rounded-md border text-12">
          {alarms.map((alarm) => (
            <li key={alarm.id} className="flex min-h-8 items-center gap-2 px-2 not-first:border-t">
              <StatusMark kind={alarm.severity} />
              <span className="font-semibold">{nameOfEntity(alarm.source)}</span>
              <span className="truncate text-text-2">{alarm.message}</span>
            </li>
          ))}
        </ul>
        <Field label="Note" hint="Optional: what you found, what you do about it.">
          {(ids) => (
            <TextArea
              {...ids}
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <div className="flex justify-end gap-2">
          <Button onClick={closePanel}>Cancel</Button>
          <Button type="submit" look="primary">
            Acknowledge
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
