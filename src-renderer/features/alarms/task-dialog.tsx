/** The frame of what is done to alarms: which ones, what is asked, the two ways out, and what became of it. */
import type { ReactNode } from 'react';
import type { Alarm } from '../../../sim/contract/alarms.ts';
import { nameOfEntity } from '../../data/world.ts';
import { told, useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { type AlarmWork, endAlarmTask, useAlarmWork } from './alarm-task.ts';

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

function Listed({ alarms }: Pick<TaskDialogProps, 'alarms'>): ReactNode {
  return (
    <ul
      aria-label={useText().alarms.tasks.alarms}
      className="max-h-48 overflow-auto rounded-md border text-12"
    >
      {alarms.map((alarm) => (
        <li key={alarm.id} className="flex min-h-8 items-center gap-2 px-2 not-first:border-t">
          <StatusMark kind={alarm.severity} />
          <span className="font-semibold">{nameOfEntity(alarm.source)}</span>
          <span className="truncate text-text-2">{told(alarm.message)}</span>
        </li>
      ))}
    </ul>
  );
}

/** How far it got; where some were refused, what was said of each. */
export function WorkNote({ work }: { readonly work: AlarmWork }): ReactNode {
  const words = useText().alarms.tasks;
  const label = words.progress(work.done, work.of);
  return (
    <div role="status" className="flex flex-col gap-2 text-12">
      {work.phase === 'working' ? (
        <>
          <span>{label}</span>
          <ProgressBar label={label} value={(work.done + work.refused.length) / work.of} />
        </>
      ) : (
        <>
          <span>{words.partly(work.done, work.of)}</span>
          <ul className="max-h-32 overflow-auto rounded-md border">
            {work.refused.map((message) => (
              <li key={message} className="min-h-6 px-2 py-0.5 not-first:border-t">
                {message}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

export function TaskDialog(props: TaskDialogProps): ReactNode {
  const { title, description, alarms, doIt, refusedBecause = null, onDo, children } = props;
  const words = useText().alarms.tasks;
  const work = useAlarmWork();
  const isAsked = work === null;
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
          if (refusedBecause === null && isAsked) onDo();
        }}
      >
        <Listed alarms={alarms} />
        {isAsked ? children : <WorkNote work={work} />}
        <div className="flex justify-end gap-2">
          <Button onClick={endAlarmTask}>{work?.phase === 'told' ? words.close : words.cancel}</Button>
          {isAsked && (
            <Button type="submit" look="primary" refusedBecause={refusedBecause}>
              {doIt}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
