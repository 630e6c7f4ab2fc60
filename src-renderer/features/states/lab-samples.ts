import type { BranchCard, LabCard } from '../../../sim/contract/desk.ts';
import type { Operation } from '../../../sim/contract/operations.ts';
import { sampleNow } from './samples.ts';

const lab = (id: string, name: string, more: Partial<LabCard>): LabCard => ({
  id: id as LabCard['id'],
  name,
  open: false,
  seed: '7f3a',
  racks: 20,
  tick: 86_400 as LabCard['tick'],
  at: sampleNow as LabCard['at'],
  changedAt: sampleNow as LabCard['changedAt'],
  bytes: 4_200_000,
  damage: null,
  ...more,
});

export const sampleLabs: readonly LabCard[] = [
  lab('lab-one', 'Lab one', { open: true }),
  lab('autumn-class', 'Autumn class', { racks: 1, bytes: 310_000 }),
  lab('old-lab', 'Old lab', {
    damage: 'The story cannot be read after revision 812; the snapshot before it can be opened.',
  }),
];

const branch = (id: string, more: Partial<Record<keyof BranchCard, unknown>>): BranchCard =>
  ({
    id,
    parent: null,
    forkTick: 0,
    forkRevision: 0,
    headTick: 86_400,
    headRevision: 40,
    current: false,
    madeAt: sampleNow,
    ...more,
  }) as BranchCard;

export const sampleBranches: readonly BranchCard[] = [
  branch('branch-1', {}),
  branch('branch-2', { parent: 'branch-1', forkTick: 40_000, current: true }),
  branch('branch-3', { parent: 'branch-1', forkTick: 70_000 }),
];

export const sampleOperations: readonly Operation[] = [
  {
    id: 'operation-1' as Operation['id'],
    title: 'Exporting Lab one',
    state: 'running',
    progress: 0.4,
    startedAt: sampleNow as Operation['startedAt'],
    finishedAt: null,
    refusal: null,
    result: null,
  },
];
