import { FolderOpen, Trash2, Wrench } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { LabCard } from '../../../sim/contract/desk.ts';
import type { LabId } from '../../../sim/contract/ids.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { bytesText, labMoment, wallMoment } from '../../ui/numbers.ts';
import { EmptyState } from '../../ui/states.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';

type LabListProps = {
  readonly labs: readonly LabCard[];
  readonly onOpen: (id: LabId) => void;
  readonly onDelete: (id: LabId) => void;
  readonly onRepair: (id: LabId) => void;
  readonly newLab: ReactNode;
};

type DeletingProps = { readonly lab: LabCard; readonly onCancel: () => void; readonly onDelete: () => void };

const Deleting = ({ lab, onCancel, onDelete }: DeletingProps): ReactNode => (
  <Dialog
    open
    onOpenChange={(open) => (open ? undefined : onCancel())}
    title={`Delete ${lab.name}?`}
    description={`Its world, all of its branches and ${bytesText(lab.bytes)} of history go to the trash folder beside the labs.`}
    footer={
      <>
        <Button onClick={onCancel}>Keep it</Button>
        <Button look="danger" icon={Trash2} onClick={onDelete}>
          Delete the lab
        </Button>
      </>
    }
  >
    <p className="text-13 text-text-2">
      It is no longer listed. To have it back, move its folder from the trash to the labs.
    </p>
  </Dialog>
);

function LabRow({
  lab,
  onOpen,
  onDelete,
  onRepair,
}: {
  readonly lab: LabCard;
  readonly onOpen: () => void;
  readonly onDelete: () => void;
  readonly onRepair: () => void;
}): ReactNode {
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 not-first:border-t">
      <div className="min-w-48 flex-1">
        <span className="flex items-center gap-2 text-13 font-medium">
          {lab.name}
          {lab.open && <StatusMark kind="ok" word="Open" showWord />}
        </span>
        <span className="block text-12 text-text-2">
          {lab.racks} {lab.racks === 1 ? 'rack' : 'racks'}, seed <span className="font-mono">{lab.seed}</span>
          , lab time {labMoment(lab.at)}
        </span>
        {lab.damage !== null && <StatusMark kind="critical" word={lab.damage} showWord />}
      </div>
      <span className="text-12 text-text-3">
        {bytesText(lab.bytes)}, changed {wallMoment(lab.changedAt)}
      </span>
      {lab.damage !== null && (
        <Button icon={Wrench} aria-label={`Repair ${lab.name}`} onClick={onRepair}>
          Repair
        </Button>
      )}
      <Button
        icon={FolderOpen}
        aria-label={`Open ${lab.name}`}
        onClick={onOpen}
        refusedBecause={lab.open ? 'It is open' : null}
      >
        Open
      </Button>
      <IconButton
        icon={Trash2}
        label={`Delete ${lab.name}`}
        onClick={onDelete}
        refusedBecause={lab.open ? 'Open another lab first' : null}
      />
    </li>
  );
}

export function LabList({ labs, onOpen, onDelete, onRepair, newLab }: LabListProps): ReactNode {
  const [deleting, setDeleting] = useState<LabCard | null>(null);
  if (labs.length === 0) return <EmptyState text="There is no lab on this machine yet." action={newLab} />;
  return (
    <>
      <ul aria-label="Labs">
        {labs.map((lab) => (
          <LabRow
            key={lab.id}
            lab={lab}
            onOpen={() => onOpen(lab.id)}
            onDelete={() => setDeleting(lab)}
            onRepair={() => onRepair(lab.id)}
          />
        ))}
      </ul>
      {deleting !== null && (
        <Deleting
          lab={deleting}
          onCancel={() => setDeleting(null)}
          onDelete={() => {
            onDelete(deleting.id);
            setDeleting(null);
          }}
        />
      )}
    </>
  );
}
