import { branchIdSchema, type BranchId } from '../sim/contract/ids.ts';
import type { BranchRow } from './schema/branches.ts';
import { StorageError } from './storage-error.ts';

/** The part of a branch that belongs to a line: revisions in (after, to], ticks up to toTick. */
export type Span = {
  readonly branch: number;
  readonly after: number;
  readonly to: number;
  readonly toTick: number;
};

type Fork = Pick<BranchRow, 'id' | 'parent' | 'forkRevision' | 'forkTick'>;

export const branchName = (id: number): BranchId => branchIdSchema.parse(`branch-${id}`);

export function branchNumber(id: BranchId): number {
  const parsed = branchIdSchema.safeParse(id);
  if (!parsed.success) throw new StorageError('misuse', `${id} is not the id of a branch`);
  return Number(parsed.data.slice('branch-'.length));
}

const endless = Number.MAX_SAFE_INTEGER;

/** A branch and its ancestors up to their forks, oldest first. */
export function lineOf(branches: ReadonlyMap<number, Fork>, branch: number): readonly Span[] {
  const spans: Span[] = [];
  let to = endless;
  let toTick = endless;
  let next: number | null = branch;
  while (next !== null) {
    const here = branches.get(next);
    if (here === undefined) throw new StorageError('misuse', `there is no ${branchName(next)}`);
    spans.push({ branch: here.id, after: here.forkRevision, to, toTick });
    to = Math.min(to, here.forkRevision);
    toTick = Math.min(toTick, here.forkTick);
    next = here.parent;
  }
  return spans.toReversed();
}

/** The branch of a line on which a moment lies, so that a fork hangs where its story really left. */
export function branchAt(
  line: readonly Span[],
  at: { readonly tick: number; readonly revision: number },
): number {
  const span = line.find(({ to, toTick }) => at.revision <= to && at.tick <= toTick);
  if (span === undefined) throw new StorageError('misuse', 'a fork must lie on the current line');
  return span.branch;
}
