/** Long work of the lab: what is under way and what has ended, from its props alone. */
import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { TaskView } from '../../../sim/contract/tasks.ts';
import type { QueryState } from '../../data/client.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Face } from '../../ui/face.tsx';
import { labMoment, spanText } from '../../ui/numbers.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark, type StatusKind } from '../../ui/status-mark.tsx';

type TasksViewProps = {
  readonly tasks: QueryState<QueryAnswer<'tasks'>>;
  readonly onSelect: (id: EntityId) => void;
  readonly onCancel: (task: TaskView) => void;
};

const marks = {
  running: 'info',
  done: 'ok',
  failed: 'major',
  cancelled: 'stale',
} as const satisfies Record<TaskView['state'], StatusKind>;

function useTime({ state, startedAt, endsAt, finishedAt, progress }: TaskView): string {
  const words = useText().machines.tasks;
  if (state !== 'running') return words.took(spanText(((finishedAt ?? endsAt) - startedAt) / 1000));
  return words.left(spanText(((1 - progress) * (endsAt - startedAt)) / 1000));
}

function Row({ task, view }: { readonly task: TaskView; readonly view: TasksViewProps }): ReactNode {
  const words = useText().machines.tasks;
  const verb = words.verbs[task.verb];
  const isRunning = task.state === 'running';
  const time = useTime(task);
  return (
    <li className="grid min-h-10 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-1.5">
      <div className="min-w-0">
        <div className="flex min-w-0 items-center gap-2 text-13">
          <StatusMark kind={marks[task.state]} word={words.states[task.state]} showWord />
          <span className="text-text-2">{verb}</span>
          <button
            type="button"
            className="min-h-6 truncate font-medium hover:underline"
            aria-label={words.select(task.name)}
            onClick={() => view.onSelect(task.target)}
          >
            {task.name}
          </button>
        </div>
        <p className="flex flex-wrap gap-x-2 pl-6 text-12 text-text-2 tabular-nums">
          <span>{words.by(task.by)}</span>
          <time>{labMoment(task.startedAt)}</time>
          <span>{time}</span>
          <span className="font-mono text-11">{task.id}</span>
        </p>
        {isRunning && (
          <div className="mt-1 pl-6">
            <ProgressBar label={words.progress(verb, task.name)} value={task.progress} />
          </div>
        )}
        {task.refusal !== null && (
          <p className="pl-6 text-12">
            {task.refusal.message}. <span className="text-text-2">{task.refusal.hint}</span>
          </p>
        )}
      </div>
      {isRunning && (
        <Button
          look="ghost"
          icon={X}
          aria-label={words.cancelOf(verb, task.name)}
          refusedBecause={task.canCancel ? null : words.cannotCancel}
          onClick={() => view.onCancel(task)}
        >
          {words.cancel}
        </Button>
      )}
    </li>
  );
}

function Part(props: {
  readonly title: string;
  readonly tasks: readonly TaskView[];
  readonly view: TasksViewProps;
}): ReactNode {
  if (props.tasks.length === 0) return null;
  return (
    <section aria-label={props.title}>
      <h3 className="pt-2 text-12 font-medium text-text-2">{props.title}</h3>
      <ol className="flex flex-col divide-y divide-line">
        {props.tasks.map((task) => (
          <Row key={task.id} task={task} view={props.view} />
        ))}
      </ol>
    </section>
  );
}

export function TasksView(props: TasksViewProps): ReactNode {
  const words = useText().machines.tasks;
  return (
    <Face state={props.tasks} what={words.label} still={words.still}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState text={words.empty} />
        ) : (
          <div>
            <Part
              title={words.running}
              tasks={items.filter(({ state }) => state === 'running')}
              view={props}
            />
            <Part title={words.ended} tasks={items.filter(({ state }) => state !== 'running')} view={props} />
          </div>
        )
      }
    </Face>
  );
}
