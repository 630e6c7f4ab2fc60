/** Which EVC mode a cluster has, and which it had. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { settingOf } from '../host/settings.ts';
import { hostEvcMode } from './evc-modes.table.ts';

type Cluster = EntityOf<'cluster'>;
type Vm = EntityOf<'vm'>;

/** What was in force from when on; a machine keeps what it was started with. */
type Period = { readonly mode: string | null; readonly from: number };

export const evcKey = ({ id }: Cluster): string => `cluster/${id}/evc`;
export const evcPeriodsOf = (vc: Vc, cluster: Cluster): readonly Period[] =>
  settingOf<readonly Period[]>(vc, evcKey(cluster), []);

/** Changes of so long ago concern no machine that still runs, or hardly. */
export const keptEvcPeriods = 50;

export const evcModeOf = (vc: Vc, cluster: Cluster): string | undefined =>
  evcPeriodsOf(vc, cluster).at(-1)?.mode ?? undefined;

/** The mode that a running machine was started with: its host's own where none was in force. */
export function startedWith(vc: Vc, cluster: Cluster, { spec }: Vm): string {
  const at = spec.startedAt ?? 0;
  return evcPeriodsOf(vc, cluster).findLast(({ from }) => from <= at)?.mode ?? hostEvcMode;
}

/** What a running machine needs of a host; nothing is told of one that stands alone, or is off. */
export function evcModeOfMachine(vc: Vc, vm: Vm): string | undefined {
  const { inventory } = vc.world();
  const host = vm.spec.host === null ? undefined : inventory.get(vm.spec.host);
  const cluster = host?.kind === 'host' && host.parent !== null ? inventory.get(host.parent) : undefined;
  if (cluster?.kind !== 'cluster' || vm.spec.power === 'off') return undefined;
  return startedWith(vc, cluster, vm);
}
