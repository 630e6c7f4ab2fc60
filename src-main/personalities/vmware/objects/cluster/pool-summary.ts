/** `summary` and `runtime` of a pool: what its machines have reserved and use. */
import type { Vc } from '../../vc.ts';
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { childrenOfKind, nameOf } from '../inventory/tree.ts';
import { escapedName, statusOf } from '../managed-entity.ts';
import { mebibyte } from '../host/hardware.ts';
import { effective } from './capacity.ts';
import { configOf } from './resource-pool.ts';
import type { Pool } from './resource-pool.ts';

type Vm = EntityOf<'vm'>;

/** Of it and of the pools below it. */
export function machinesUnder(vc: Vc, id: EntityId): readonly Vm[] {
  return [
    ...vc.members().ofPool(id),
    ...childrenOfKind(vc, id, 'pool').flatMap((pool) => machinesUnder(vc, pool.id)),
  ];
}

type Share = {
  readonly reserved: number;
  readonly used: number;
  readonly most: number;
  readonly unit: number;
};

function usage({ reserved, used, most, unit }: Share): Data {
  const left = Math.max(0, most - reserved);
  return {
    reservationUsed: reserved * unit,
    reservationUsedForVm: reserved * unit,
    unreservedForPool: left * unit,
    unreservedForVm: left * unit,
    overallUsage: Math.round(used) * unit,
    maxUsage: most * unit,
  };
}

export function runtimeOf(vc: Vc, { pool, owner }: Pool): Data {
  const machines = machinesUnder(vc, pool?.id ?? owner.id);
  const whole = effective(vc, owner);
  const running = machines.filter(({ spec }) => spec.power === 'on');
  const use = vc.use();
  const limit = (most: number, of: number | undefined): number =>
    of === undefined || of < 0 ? most : Math.min(most, of);
  return {
    _type: 'ResourcePoolRuntimeInfo',
    memory: usage({
      reserved: running.reduce((sum, { spec }) => sum + spec.reserved.reservation, 0),
      used: running.reduce((sum, { id }) => sum + use.memory(id), 0),
      most: limit(whole.mebibytes, pool?.spec.memory.limit),
      unit: mebibyte,
    }),
    cpu: usage({
      reserved: running.reduce((sum, { spec }) => sum + spec.cpu.reservation, 0),
      used: running.reduce((sum, { id }) => sum + use.cpu(id), 0),
      most: limit(whole.megahertz, pool?.spec.cpu.limit),
      unit: 1,
    }),
    overallStatus: statusOf(vc, pool?.id ?? owner.id),
  };
}

export function summaryOf(vc: Vc, thing: Pool, ref: Ref): Data {
  const { pool, owner } = thing;
  const machines = machinesUnder(vc, pool?.id ?? owner.id);
  const use = vc.use();
  const cpu = machines.reduce((sum, { id }) => sum + use.cpu(id), 0);
  const memory = machines.reduce((sum, { id }) => sum + use.memory(id), 0);
  return {
    _type: 'ResourcePoolSummary',
    name: escapedName(nameOf(vc, ref) ?? ''),
    config: configOf(vc, thing, ref),
    runtime: runtimeOf(vc, thing),
    quickStats: {
      overallCpuUsage: Math.round(cpu),
      overallCpuDemand: Math.round(machines.reduce((sum, { id }) => sum + use.demand(id), 0)),
      guestMemoryUsage: Math.round(memory),
      hostMemoryUsage: Math.round(memory),
      distributedCpuEntitlement: Math.round(cpu),
      distributedMemoryEntitlement: Math.round(memory),
      staticCpuEntitlement: 0,
      staticMemoryEntitlement: 0,
      privateMemory: Math.round(memory),
      sharedMemory: 0,
      swappedMemory: 0,
      balloonedMemory: 0,
      overheadMemory: 0,
      consumedOverheadMemory: 0,
      compressedMemory: 0,
    },
    configuredMemoryMB: machines.reduce((sum, { spec }) => sum + spec.memory, 0),
  };
}
