/** Moves a machine to another host, another datastore, or both: from the menu, by a key, or where it was dropped. */
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Entity } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { openPanel } from '../../app/panels.ts';
import { execute, useQuery } from '../../data/client.ts';
import { text, useText } from '../../text/text.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState, SkeletonRows, StaleNote } from '../../ui/states.tsx';
import { showRefusal, showToast } from '../../ui/toasts.ts';
import { FocusFirst } from './focus-first.tsx';
import { type Destination, MigrateForm } from './migrate-form.tsx';
import { usePlan } from './use-plan.ts';

type MigrateDialogProps = {
  readonly id: EntityId;
  /** The host or the datastore that it was dragged onto. */
  readonly onto: EntityId | null;
  readonly onClose: () => void;
};

function destinationAt(onto: Entity | null): Destination {
  return {
    host: onto?.kind === 'host' ? onto.id : '',
    datastore: onto?.kind === 'datastore' ? onto.id : '',
  };
}

const moveOf = (id: EntityId, { host, datastore }: Destination) => ({
  type: 'machine.migrate' as const,
  id,
  ...(host === '' ? {} : { host }),
  ...(datastore === '' ? {} : { datastore }),
});

async function migrate(vm: Entity, to: Destination): Promise<boolean> {
  const answer = await execute(moveOf(vm.id, to));
  if (!answer.ok) {
    showRefusal(answer.refusal);
    return false;
  }
  const words = text().machines.migrate;
  showToast({
    kind: 'done',
    title: words.started(vm.name),
    hint: null,
    action: { label: words.showTasks, run: () => openPanel('machine-tasks') },
  });
  return true;
}

function Live({
  vm,
  onto,
  onClose,
}: {
  readonly vm: Entity;
  readonly onto: Entity | null;
  readonly onClose: () => void;
}) {
  const words = useText().machines.migrate;
  const [to, setTo] = useState(() => destinationAt(onto));
  const plan = usePlan(moveOf(vm.id, to), 1);
  if (plan.data === null && plan.refusal !== null)
    return <ErrorState what={words.failed} refusal={plan.refusal} onRetry={plan.retry} />;
  if (plan.data === null) return <SkeletonRows count={5} />;
  return (
    <>
      {plan.phase === 'stale' && plan.refusal !== null && (
        <StaleNote text={plan.refusal.message} onRetry={plan.retry} />
      )}
      <FocusFirst>
        <MigrateForm
          to={to}
          plan={plan.data}
          isAsking={plan.isAsking}
          onTo={setTo}
          onRun={() => void migrate(vm, to).then((isDone) => (isDone ? onClose() : undefined))}
          onClose={onClose}
        />
      </FocusFirst>
    </>
  );
}

export function MigrateDialog({ id, onto, onClose }: MigrateDialogProps): ReactNode {
  const words = useText().machines;
  const vm = useQuery('entity', { id });
  const target = useQuery('entity', onto === null ? null : { id: onto });
  const isKnown = vm.data !== null && (onto === null || target.phase !== 'loading');
  return (
    <Dialog
      open
      wide
      title={vm.data === null ? words.actions.migrate : words.migrate.title(vm.data.name)}
      description={words.migrate.about}
      onOpenChange={(open) => (open ? undefined : onClose())}
    >
      {isKnown && vm.data !== null && <Live vm={vm.data} onto={target.data} onClose={onClose} />}
      {!isKnown && vm.phase !== 'error' && <SkeletonRows count={5} />}
      {vm.data === null && vm.phase === 'error' && vm.refusal !== null && (
        <ErrorState what={words.migrate.gone} refusal={vm.refusal} onRetry={vm.retry} />
      )}
    </Dialog>
  );
}
