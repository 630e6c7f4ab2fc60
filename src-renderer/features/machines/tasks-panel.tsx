import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { TaskView } from '../../../sim/contract/tasks.ts';
import { closePanel } from '../../app/panels.ts';
import { perform } from '../../app/perform.ts';
import { useSelection } from '../../app/selection.ts';
import { useQuery } from '../../data/client.ts';
import { text, useText } from '../../text/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TasksView } from './tasks-view.tsx';

/** Wall milliseconds: progress is watched while the panel is open. */
const askAgain = 1000;
const most = 200;

async function cancel({ id, verb, name }: TaskView, again: () => void): Promise<void> {
  const words = text().machines.tasks;
  await perform({ type: 'task.cancel', id }, words.cancelled(words.verbs[verb], name));
  again();
}

export function TasksPanel({ target }: { readonly target: EntityId | null }): ReactNode {
  const words = useText().machines.tasks;
  const select = useSelection((state) => state.select);
  const tasks = useQuery(
    'tasks',
    { limit: most, ...(target === null ? {} : { target }) },
    { every: askAgain },
  );
  return (
    <Dialog
      open
      wide
      title={words.title}
      description={words.about}
      onOpenChange={(open) => (open ? undefined : closePanel())}
    >
      <TasksView
        tasks={tasks}
        onSelect={(id) => {
          closePanel();
          select(id);
        }}
        onCancel={(task) => void cancel(task, tasks.retry)}
      />
    </Dialog>
  );
}
