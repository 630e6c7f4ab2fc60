/** The frame of what is done to alarms: which ones, what is asked, and the two ways out. */
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { nameOfEntity } from '../../data/world.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { endAlarmTask } from './alarm-task.ts';

type TaskDialogProps = {
  readonly title: string;
  readonly description: string;
  readonly alarms: readonly Alarm[];
  readonly doIt: string;
  /** Why it cannot be done yet. */
  readonly refusedBecause?: string | null;
  readonly onDo: () => void;
  readonly children: ReactNode;
};

export function TaskDialog(props: TaskDialogProps): ReactNode {
  const { title, description, alarms, doIt, refusedBecause = null, onDo, children } = props;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : endAlarmTask())}
      title={title}
      description={description}
    >
      <form
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (refusedBecause === null) onDo();
        }}
      >
        <ul aria-label="Alarms" className="max-h-48 overflow-auto rounded-md border text-12">
          {alarms.map((alarm) => (
            <li key={alarm.id} className="flex min-h-8 items-center gap-2 px-2 not-first:border-t">
              <StatusMark kind={alarm.severity} />
              <span className="font-semibold">{nameOfEntity(alarm.source)}</span>
              <span className="truncate text-text-2">{alarm.message}</span>
            </li>
          ))}
        </ul>
        {children}
        <div className="flex justify-end gap-2">
          <Button onClick={endAlarmTask}>Cancel</Button>
          <Button type="submit" look="primary" refusedBecause={refusedBecause}>
            {doIt}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
