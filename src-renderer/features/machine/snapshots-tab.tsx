import { Camera } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { EntityOf } from '../../../sim/contract/entities.ts';
import { perform } from '../../app/perform.ts';
import { useText } from '../../text/text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/states.tsx';
import type { MachinePage } from './machine-page.ts';
import { SnapshotTree } from './snapshot-tree.tsx';
import type { Snapshot, SnapshotDeed } from './snapshot-tree.tsx';
import { TakeSnapshot } from './take-snapshot.tsx';

type Asked =
  | { readonly is: 'nothing' }
  | { readonly is: 'take' }
  | { readonly is: SnapshotDeed; readonly snapshot: Snapshot };

export function SnapshotsTab({ page: { entity } }: { readonly page: MachinePage }): ReactNode {
  const words = useText().machine.snapshots;
  if (entity.kind !== 'vm') return <EmptyState text={words.only} />;
  return <Snapshots vm={entity} />;
}

function Snapshots({ vm }: { readonly vm: EntityOf<'vm'> }): ReactNode {
  const words = useText().machine.snapshots;
  const [asked, setAsked] = useState<Asked>({ is: 'nothing' });
  const close = (): void => setAsked({ is: 'nothing' });
  const take = (
    <Button look="primary" icon={Camera} onClick={() => setAsked({ is: 'take' })}>
      {words.take}
    </Button>
  );
  return (
    <>
      {vm.spec.snapshots.length === 0 ? (
        <EmptyState text={words.none} action={take} />
      ) : (
        <div className="flex min-h-0 flex-1 flex-col">
          <div className="flex shrink-0 justify-end px-3 py-2">{take}</div>
          <SnapshotTree
            snapshots={vm.spec.snapshots}
            current={vm.spec.snapshot}
            onDeed={(is, snapshot) => setAsked({ is, snapshot })}
          />
        </div>
      )}
      {asked.is === 'take' && <TakeSnapshot vm={vm} onClose={close} />}
      {(asked.is === 'revert' || asked.is === 'remove') && (
        <AskDeed vm={vm} deed={asked.is} snapshot={asked.snapshot} onClose={close} />
      )}
    </>
  );
}

type AskDeedProps = {
  readonly vm: EntityOf<'vm'>;
  readonly deed: SnapshotDeed;
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
};

function AskDeed({ vm, deed, snapshot, onClose }: AskDeedProps): ReactNode {
  const { snapshots: words, cancel } = useText().machine;
  const isRevert = deed === 'revert';
  const { id, name } = snapshot;
  const run = (): void => {
    onClose();
    if (isRevert) void perform({ type: 'machine.revert', id: vm.id, snapshot: id }, words.reverted(name));
    else void perform({ type: 'machine.forget', id: vm.id, snapshot: id }, words.removed(name));
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={isRevert ? words.revertTitle(name) : words.removeTitle(name)}
      footer={
        <>
          <Button onClick={onClose}>{cancel}</Button>
          <Button look="danger" onClick={run}>
            {isRevert ? words.revert : words.remove}
          </Button>
        </>
      }
    >
      <p className="text-13">{isRevert ? words.revertWhy : words.removeWhy}</p>
    </Dialog>
  );
}
