import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { TaskView } from '../../../sim/contract/tasks.ts';
import { perform } from '../../app/perform.ts';
import { useQuery } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { spanText } from '../../ui/numbers.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';

const renew = 1000;
const most = 3;

/** Long work on machines that runs now, with how far it is; on one machine, or anywhere. */
export function TaskStrip({ target }: { readonly target: EntityId | null }): ReactNode {
  const asked = { states: ['running' as const], limit: most, ...(target === null ? {} : { target }) };
  const { data } = useQuery('tasks', asked, { every: renew });
  return <Tasks tasks={data?.items ?? []} />;
}

export function Tasks({ tasks }: { readonly tasks: readonly TaskView[] }): ReactNode {
  const words = useText().machine.tasks;
  if (tasks.length === 0) return null;
  return (
    <ul aria-label={words.title} className="flex shrink-0 flex-col border-b bg-raised">
      {tasks.map((task) => (
        <Line key={task.id} task={task} />
      ))}
    </ul>
  );
}

function Line({ task }: { readonly task: TaskView }): ReactNode {
  const words = useText().machine.tasks;
  const { id, verb, name, progress, startedAt, endsAt, canCancel } = task;
  const said = words.line(words.verbs[verb] ?? verb, name);
  const left = Math.max(0, Math.ceil(((1 - progress) * (endsAt - startedAt)) / 1000));
  return (
    <li className="flex min-h-8 items-center gap-3 px-3 text-12">
      <span className="min-w-0 truncate">{said}</span>
      <span className="w-40 shrink-0">
        <ProgressBar label={said} value={progress} />
      </span>
      <span className="text-text-2 tabular-nums">{words.left(spanText(left))}</span>
      {canCancel && (
        <Button
          look="ghost"
          className="ml-auto"
          aria-label={words.cancelOf(name)}
          onClick={() => void perform({ type: 'task.cancel', id }, words.cancelled(name))}
        >
          {words.cancel}
        </Button>
      )}
    </li>
  );
}
