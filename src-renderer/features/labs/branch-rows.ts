/** The branches of a lab as the rows of a small tree. Pure. */
import type { BranchCard } from '../../../sim/contract/desk.ts';
import type { BranchId } from '../../../sim/contract/ids.ts';

export type BranchRow = {
  readonly branch: BranchCard;
  readonly depth: number;
  /** For each column left of it, whether a line runs through; the last says whether a sibling follows. */
  readonly rails: readonly boolean[];
};

export function branchRows(branches: readonly BranchCard[]): readonly BranchRow[] {
  const ids = new Set(branches.map(({ id }) => id));
  const children = Map.groupBy(branches, ({ parent }) =>
    parent !== null && ids.has(parent) ? parent : null,
  );
  const rows: BranchRow[] = [];
  const walk = (parent: BranchId | null, rails: readonly boolean[]): void => {
    const siblings = (children.get(parent) ?? []).toSorted(
      (a, b) => a.forkTick - b.forkTick || a.madeAt - b.madeAt,
    );
    siblings.forEach((branch, index) => {
      const mine = parent === null ? [] : [...rails, index < siblings.length - 1];
      rows.push({ branch, depth: mine.length, rails: mine });
      walk(branch.id, mine);
    });
  };
  walk(null, []);
  return rows;
}
