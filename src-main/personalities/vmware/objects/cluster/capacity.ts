/** What hosts can give together, and what of it is in use. */
import type { Entity, EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import { statusOf } from '../managed-entity.ts';
import { childrenOfKind } from '../inventory/tree.ts';
import { coresOf, mebibyte, megahertzOf, threadsOf } from '../host/hardware.ts';
import type { Host } from '../host/host.ts';
import { evcModeOf } from './evc-mode.ts';
import { capacityOf, freeOf } from '../storage/datastore-info.ts';

export const hostsOf = (vc: Vc, owner: Entity): readonly Host[] => {
  if (owner.kind === 'host') return [owner];
  return childrenOfKind(vc, owner.id, 'host');
};

/** One that can take machines now. */
export const isEffective = ({ spec }: Host): boolean =>
  spec.state === 'connected' && spec.power === 'on' && spec.mode === 'normal';

const sum = <T>(list: readonly T[], of: (each: T) => number): number =>
  list.reduce((total, each) => total + of(each), 0);

/** MHz and MiB that are there for machines. */
export function effective(vc: Vc, owner: Entity): { readonly megahertz: number; readonly mebibytes: number } {
  const hosts = hostsOf(vc, owner).filter(isEffective);
  return { megahertz: sum(hosts, megahertzOf), mebibytes: sum(hosts, ({ spec }) => spec.memory) };
}

export function computeSummaryOf(vc: Vc, owner: Entity): Data {
  const hosts = hostsOf(vc, owner);
  const { megahertz, mebibytes } = effective(vc, owner);
  return {
    _type: 'ComputeResourceSummary',
    totalCpu: sum(hosts, megahertzOf),
    totalMemory: sum(hosts, ({ spec }) => spec.memory) * mebibyte,
    numCpuCores: sum(hosts, coresOf),
    numCpuThreads: sum(hosts, (host) => threadsOf(vc, host)),
    effectiveCpu: megahertz,
    effectiveMemory: mebibytes,
    numHosts: hosts.length,
    numEffectiveHosts: hosts.filter(isEffective).length,
    overallStatus: statusOf(vc, owner.id),
  };
}

export function clusterSummaryOf(vc: Vc, cluster: EntityOf<'cluster'>): Data {
  const hosts = hostsOf(vc, cluster);
  const { megahertz, mebibytes } = effective(vc, cluster);
  const machines = hosts.flatMap(({ id }) => vc.members().ofHost(id));
  const off = machines.filter(({ spec }) => spec.power === 'off');
  const use = vc.use();
  return {
    ...computeSummaryOf(vc, cluster),
    _type: 'ClusterComputeResourceSummary',
    currentFailoverLevel: Math.max(0, hosts.filter(isEffective).length - 1),
    numVmotions: movesDone(vc, cluster),
    targetBalance: 200,
    currentBalance: 0,
    currentEVCModeKey: evcModeOf(vc, cluster),
    usageSummary: {
      totalCpuCapacityMhz: megahertz,
      totalMemCapacityMB: mebibytes,
      cpuReservationMhz: sum(machines, ({ spec }) => spec.cpu.reservation),
      memReservationMB: sum(machines, ({ spec }) => spec.reserved.reservation),
      poweredOffCpuReservationMhz: sum(off, ({ spec }) => spec.cpu.reservation),
      poweredOffMemReservationMB: sum(off, ({ spec }) => spec.reserved.reservation),
      cpuDemandMhz: Math.round(sum(machines, ({ id }) => use.demand(id))),
      memDemandMB: Math.round(sum(machines, ({ id }) => use.memory(id))),
      statsGenNumber: vc.world().clock.tick,
      cpuEntitledMhz: Math.round(sum(machines, ({ id }) => use.cpu(id))),
      memEntitledMB: Math.round(sum(machines, ({ id }) => use.memory(id))),
      poweredOffVmCount: off.length,
      totalVmCount: machines.length,
    },
    clusterMaintenanceModeStatus: 'NotInMaintenanceMode',
  };
}

/** What its hosts have for machines and what of it is in use, with the datastores that they reach. */
export function usageOf(vc: Vc, cluster: EntityOf<'cluster'>): Data {
  const hosts = hostsOf(vc, cluster);
  const stores = new Map(
    hosts.flatMap(({ links }) =>
      (links.mounts ?? []).flatMap((id) => {
        const store = vc.world().inventory.get(id);
        return store?.kind === 'datastore' ? [[id, store] as const] : [];
      }),
    ),
  );
  const capacity = sum([...stores.values()], capacityOf);
  const use = vc.use();
  return {
    _type: 'ClusterResourceUsageSummary',
    cpuUsedMHz: Math.round(sum(hosts.filter(isEffective), (host) => use.host(host.id) * megahertzOf(host))),
    cpuCapacityMHz: effective(vc, cluster).megahertz,
    memUsedMB: Math.round(sum(hosts.filter(isEffective), ({ id }) => use.hostMemory(id))),
    memCapacityMB: effective(vc, cluster).mebibytes,
    storageUsedMB: Math.round(
      (capacity - sum([...stores.values()], (store) => freeOf(vc, store))) / mebibyte,
    ),
    storageCapacityMB: Math.round(capacity / mebibyte),
  };
}

function movesDone(vc: Vc, { id }: EntityOf<'cluster'>): number {
  const { inventory, tasks } = vc.world();
  let count = 0;
  for (const { verb, state, plan } of tasks.all()) {
    const host = plan.host === undefined ? undefined : inventory.get(plan.host);
    if (verb === 'migrate' && state === 'done' && host?.parent === id) count += 1;
  }
  return count;
}
