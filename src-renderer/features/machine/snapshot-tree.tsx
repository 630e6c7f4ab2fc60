import { History, Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { MachineSnapshot } from '../../../sim/contract/machine-specs.ts';
import { useText } from '../../text/text.ts';
import { IconButton } from '../../ui/button.tsx';
import { labMoment } from '../../ui/numbers.ts';
import { ScrollRegion } from '../../ui/scroll-region.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { diskText } from './amounts.ts';
import type { MachinePage } from './machine-page.ts';
import { StateMark } from './state-mark.tsx';

export type Snapshot = MachineSnapshot;
export type SnapshotDeed = 'revert' | 'remove';

type SnapshotLine = { readonly snapshot: Snapshot; readonly depth: number };

/** Children below their parents, siblings in the order in which they were taken. */
export function snapshotLines(snapshots: readonly Snapshot[]): readonly SnapshotLine[] {
  const known = new Set(snapshots.map(({ id }) => id));
  const below = (parent: number | null, depth: number): readonly SnapshotLine[] =>
    snapshots
      .filter((one) => (one.parent !== null && known.has(one.parent) ? one.parent : null) === parent)
      .toSorted((one, other) => one.id - other.id)
      .flatMap((snapshot) => [{ snapshot, depth }, ...below(snapshot.id, depth + 1)]);
  return below(null, 0);
}

type SnapshotTreeProps = {
  readonly snapshots: readonly Snapshot[];
  /** The one it stands on. */
  readonly current: number | null;
  /** Machines whose disks hang on some of them. */
  readonly copies: MachinePage['linked']['copies'];
  readonly onDeed: (deed: SnapshotDeed, snapshot: Snapshot) => void;
};

export function SnapshotTree({ snapshots, current, copies, onDeed }: SnapshotTreeProps): ReactNode {
  const words = useText().machine.snapshots;
  return (
    <ScrollRegion label={words.tree}>
      <ul className="px-3 pb-3">
        {snapshotLines(snapshots).map(({ snapshot, depth }) => (
          <Line
            key={snapshot.id}
            snapshot={snapshot}
            depth={depth}
            isCurrent={snapshot.id === current}
            copies={copies.flatMap((one) => (one.snapshots.includes(snapshot.id) ? one.machine.name : []))}
            onDeed={onDeed}
          />
        ))}
      </ul>
    </ScrollRegion>
  );
}

const indent = 24;

type LineProps = SnapshotLine & {
  readonly isCurrent: boolean;
  readonly copies: readonly string[];
  readonly onDeed: SnapshotTreeProps['onDeed'];
};

function Line({ snapshot, depth, isCurrent, copies, onDeed }: LineProps): ReactNode {
  const words = useText().machine.snapshots;
  const { name, description, at, size, power, withMemory } = snapshot;
  return (
    <li className="flex min-h-9 items-center gap-2 border-b text-12" style={{ paddingLeft: depth * indent }}>
      {depth > 0 && (
        <span aria-hidden className="-ml-4 text-text-3">
          └
        </span>
      )}
      <StateMark state={power} />
      <span className="min-w-0 truncate font-medium">{name}</span>
      {isCurrent && <StatusMark kind="ok" word={words.current} showWord />}
      <span className="min-w-0 flex-1 truncate text-text-2">{description}</span>
      {copies.length > 0 && (
        <span className="min-w-0 truncate text-text-2" title={copies.join(', ')}>
          {words.copies(copies.join(', '))}
        </span>
      )}
      {withMemory && <span className="shrink-0 text-text-3">{words.withMemory}</span>}
      <span className="shrink-0 text-text-2 tabular-nums">{diskText(size)}</span>
      <time className="shrink-0 text-text-3 tabular-nums">{labMoment(at)}</time>
      <IconButton icon={History} label={words.revertTo(name)} onClick={() => onDeed('revert', snapshot)} />
      <IconButton icon={Trash2} label={words.removeOf(name)} onClick={() => onDeed('remove', snapshot)} />
    </li>
  );
}
