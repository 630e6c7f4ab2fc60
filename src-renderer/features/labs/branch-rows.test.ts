import { expect, test } from 'vitest';
import type { BranchCard } from '../../../sim/contract/desk.ts';
import { branchRows } from './branch-rows.ts';

const branch = (id: string, parent: string | null, forkTick: number): BranchCard =>
  ({
    id,
    parent,
    forkTick,
    forkRevision: 0,
    headTick: 0,
    headRevision: 0,
    current: false,
    madeAt: forkTick,
  }) as unknown as BranchCard;

test('FR-120-045 branches stand under the branch they left, in the order of leaving it', () => {
  const rows = branchRows([
    branch('branch-3', 'branch-1', 50),
    branch('branch-1', null, 0),
    branch('branch-2', 'branch-1', 900),
    branch('branch-4', 'branch-3', 60),
  ]);
  expect(rows.map(({ branch: { id }, depth }) => [id, depth])).toEqual([
    ['branch-1', 0],
    ['branch-3', 1],
    ['branch-4', 2],
    ['branch-2', 1],
  ]);
  expect(rows.map(({ rails }) => rails)).toEqual([[], [true], [true, false], [false]]);
});
test('FR-120-045 a branch whose parent is not told of is shown all the same', () => {
  expect(branchRows([branch('branch-7', 'branch-5', 1)])).toHaveLength(1);
});
