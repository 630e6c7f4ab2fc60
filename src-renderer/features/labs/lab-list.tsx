import { FolderOpen, Trash2, Wrench } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { LabCard } from '../../../sim/contract/desk.ts';
import type { LabId } from '../../../sim/contract/ids.ts';
import { useText } from '../../text/text.ts';
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

function Deleting({ lab, onCancel, onDelete }: DeletingProps): ReactNode {
  const words = useText().labs.deleting;
  return (
    <Dialog
      open
      onOpenChange={(open) => (open ? undefined : onCancel())}
      title={words.title(lab.name)}
      description={words.about(bytesText(lab.bytes))}
      footer={
        <>
          <Button onClick={onCancel}>{words.keep}</Button>
          <Button look="danger" icon={Trash2} onClick={onDelete}>
            {words.delete}
          </Button>
        </>
      }
    >
      <p className="text-13 text-text-2">{words.way}</p>
    </Dialog>
  );
}

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
  const words = useText().labs.row;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2 not-first:border-t">
      <div className="min-w-48 flex-1">
        <span className="flex items-center gap-2 text-13 font-medium">
          {lab.name}
          {lab.open && <StatusMark kind="ok" word={words.isOpen} showWord />}
        </span>
        <span className="block text-12 text-text-2">
          {words.about({
            racks: lab.racks,
            seed: (
              <span key="seed" className="font-mono">
                {lab.seed}
              </span>
            ),
            at: labMoment(lab.at),
          })}
        </span>
        {lab.damage !== null && <StatusMark kind="critical" word={lab.damage} showWord />}
      </div>
      <span className="text-12 text-text-3">
        {words.changed(bytesText(lab.bytes), wallMoment(lab.changedAt))}
      </span>
      {lab.damage !== null && (
        <Button icon={Wrench} aria-label={words.repairOf(lab.name)} onClick={onRepair}>
          {words.repair}
        </Button>
      )}
      <Button
        icon={FolderOpen}
        aria-label={words.openOf(lab.name)}
        onClick={onOpen}
        refusedBecause={lab.open ? words.openAlready : null}
      >
        {words.open}
      </Button>
      <IconButton
        icon={Trash2}
        label={words.deleteOf(lab.name)}
        onClick={onDelete}
        refusedBecause={lab.open ? words.openAnother : null}
      />
    </li>
  );
}

export function LabList({ labs, onOpen, onDelete, onRepair, newLab }: LabListProps): ReactNode {
  const words = useText().labs;
  const [deleting, setDeleting] = useState<LabCard | null>(null);
  if (labs.length === 0) return <EmptyState text={words.noLabs} action={newLab} />;
  return (
    <>
      <ul aria-label={words.title}>
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
