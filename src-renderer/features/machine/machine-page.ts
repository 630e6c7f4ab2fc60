import type { QueryAnswer } from '../../../sim/contract/queries.ts';
import type { Powered } from './power-deeds.ts';

export type MachinePage = QueryAnswer<'machine'>;

export const machineTabs = [
  'summary',
  'performance',
  'snapshots',
  'events',
  'files',
  'processes',
  'relations',
  'backing',
] as const;
export type MachineTab = (typeof machineTabs)[number];

/** Snapshots are of virtual machines; one cannot look inside a hypervisor. */
export const tabsFor = ({ row }: MachinePage): readonly MachineTab[] =>
  machineTabs.filter((tab) => {
    if (tab === 'snapshots' || tab === 'backing') return row.kind === 'vm';
    return row.kind !== 'host' || (tab !== 'files' && tab !== 'processes');
  });

export const poweredOf = ({ row, entity }: MachinePage): Powered =>
  entity.kind === 'host' ? { ...row, mode: entity.spec.mode } : row;
