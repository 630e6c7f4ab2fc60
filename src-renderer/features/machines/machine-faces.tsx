/** The wizard, the move and the tasks in each of their faces, for /states. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
import { Panel } from '../../ui/panel.tsx';
import { EmptyState, ErrorState, SkeletonRows, StaleNote } from '../../ui/states.tsx';
import { type FaceName, inFace, sampleRefusal } from '../states/samples.ts';
import { CreateWizard } from './create-wizard.tsx';
import { newDraft } from './machine-draft.ts';
import { sampleOffers, samplePlan, sampleTasks } from './machine-samples.ts';
import { type Destination, MigrateForm } from './migrate-form.tsx';
import { TasksView } from './tasks-view.tsx';

type Faced = { readonly face: FaceName };
const nothing = (): void => undefined;

function Framed({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <Panel title={title} className="m-3 flex-1">
      <div className="flex min-h-0 flex-1 flex-col overflow-auto px-4 py-4">{children}</div>
    </Panel>
  );
}

function Wizard({ face }: Faced): ReactNode {
  const [draft, setDraft] = useState(() => ({
    ...newDraft('vmware', 'datacenter-1' as EntityId),
    name: 'web',
    count: '2',
  }));
  return (
    <CreateWizard
      draft={draft}
      offers={sampleOffers}
      plan={samplePlan}
      isAsking={face === 'stale'}
      making={null}
      firstStep="place"
      onChange={(change) => setDraft((last) => ({ ...last, ...change }))}
      onMake={nothing}
      onStop={nothing}
      onClose={nothing}
    />
  );
}

export function MachineCreateFace({ face }: Faced): ReactNode {
  const words = useText().machines.create;
  return (
    <Framed title={words.title}>
      {face === 'loading' && <SkeletonRows count={6} />}
      {face === 'error' && <ErrorState what={words.failed} refusal={sampleRefusal} onRetry={nothing} />}
      {face === 'empty' && <EmptyState text={words.nowhere} />}
      {face === 'stale' && <StaleNote text={sampleRefusal.message} onRetry={nothing} />}
      {(face === 'full' || face === 'stale') && <Wizard face={face} />}
    </Framed>
  );
}

const nowhere = { ...samplePlan, machines: [], hosts: [], stores: [] };

export function MachineMigrateFace({ face }: Faced): ReactNode {
  const words = useText().machines.migrate;
  const [to, setTo] = useState<Destination>({ host: 'host-2' as EntityId, datastore: '' });
  return (
    <Framed title={words.title('web-01')}>
      {face === 'loading' && <SkeletonRows count={5} />}
      {face === 'error' && <ErrorState what={words.failed} refusal={sampleRefusal} onRetry={nothing} />}
      {face === 'stale' && <StaleNote text={sampleRefusal.message} onRetry={nothing} />}
      {(face === 'full' || face === 'stale' || face === 'empty') && (
        <MigrateForm
          to={to}
          plan={face === 'empty' ? nowhere : samplePlan}
          isAsking={face === 'stale'}
          onTo={setTo}
          onRun={nothing}
          onClose={nothing}
        />
      )}
    </Framed>
  );
}

export function MachineTasksFace({ face }: Faced): ReactNode {
  const words = useText().machines.tasks;
  return (
    <Framed title={words.title}>
      <TasksView
        tasks={inFace(face, { items: [...sampleTasks] }, { items: [] })}
        onSelect={nothing}
        onCancel={nothing}
      />
    </Framed>
  );
}
