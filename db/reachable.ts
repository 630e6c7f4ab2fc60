import type { BranchRow } from './schema/branches.ts';

/** A stretch of a branch's log without a hole: the events after `after`, up to `to`. */
export type Run = { readonly after: number; readonly to: number };
export type GoodEntry = { readonly branch: number; readonly first: number; readonly last: number };
export type GoodSnapshot = { readonly branch: number; readonly revision: number };

/** How far each branch can be told from what is left; branches of which nothing can be told are not in it. */
export type Reach = ReadonlyMap<number, { readonly head: number; readonly runs: readonly Run[] }>;

/** `branches` parents first. A world can begin at a snapshot, or where its branch begins if that can be reached. */
export function reachOf(
  branches: readonly BranchRow[],
  entries: readonly GoodEntry[],
  snapshots: readonly GoodSnapshot[],
): Reach {
  const reach = new Map<number, { head: number; runs: readonly Run[] }>();
  const told = new Map<number, readonly Run[]>();
  for (const branch of branches) {
    const runs = runsOf(entries.filter((entry) => entry.branch === branch.id));
    const starts = snapshots.filter((each) => each.branch === branch.id).map(({ revision }) => revision);
    if (isToldAt(branch, branches, told)) starts.push(branch.forkRevision);
    const stretches = starts.map((start) => ({ after: start, to: endFrom(start, runs) }));
    if (stretches.length === 0) continue;
    told.set(branch.id, stretches);
    reach.set(branch.id, { head: Math.max(...stretches.map(({ to }) => to)), runs });
  }
  return reach;
}

/** Whether the moment at which a branch left its parent can be told. Revision 0 is the empty world. */
function isToldAt(
  branch: BranchRow,
  branches: readonly BranchRow[],
  told: ReadonlyMap<number, readonly Run[]>,
): boolean {
  if (branch.parent === null) return true;
  const parent = branches.find(({ id }) => id === branch.parent);
  if (parent === undefined) return false;
  const stretches = told.get(parent.id) ?? [];
  return stretches.some(({ after, to }) => after <= branch.forkRevision && branch.forkRevision <= to);
}

function endFrom(start: number, runs: readonly Run[]): number {
  return runs.find(({ after, to }) => after <= start && start <= to)?.to ?? start;
}

function runsOf(entries: readonly GoodEntry[]): Run[] {
  const runs: { after: number; to: number }[] = [];
  for (const { first, last } of entries.toSorted((a, b) => a.first - b.first || a.last - b.last)) {
    const run = runs.at(-1);
    if (run !== undefined && run.to === first - 1) run.to = last;
    else if (last >= first) runs.push({ after: first - 1, to: last });
  }
  return runs;
}
