import { Camera, Link2 } from 'lucide-react';
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

type Linked = MachinePage['linked'];

export function SnapshotsTab({ page: { entity, linked } }: { readonly page: MachinePage }): ReactNode {
  const words = useText().machine.snapshots;
  if (entity.kind !== 'vm') return <EmptyState text={words.only} />;
  return (
    <>
      {linked.on !== null && <HangsOn vm={entity} on={linked.on} />}
      <Snapshots vm={entity} copies={linked.copies} />
    </>
  );
}

type HangsOnProps = { readonly vm: EntityOf<'vm'>; readonly on: NonNullable<Linked['on']> };

function HangsOn({ vm, on }: HangsOnProps): ReactNode {
  const words = useText().machine.snapshots;
  return (
    <p className="flex shrink-0 items-center gap-3 border-b px-3 py-2 text-12">
      <Link2 aria-hidden size={14} className="text-text-2" />
      {words.hangsOn(on.machine.name, on.snapshot)}
      <Button onClick={() => void perform({ type: 'machine.promote', id: vm.id }, words.promoting(vm.name))}>
        {words.promote}
      </Button>
    </p>
  );
}

type SnapshotsProps = { readonly vm: EntityOf<'vm'>; readonly copies: Linked['copies'] };

function Snapshots({ vm, copies }: SnapshotsProps): ReactNode {
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
            copies={copies}
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
