import type { Vc } from '../../vc.ts';
import type { Data } from '../../wire/value.ts';
import { customValuesOf, plainName, statusOf } from '../managed-entity.ts';
import { guestNameOf, usualHardware } from './config.ts';
import { gibibyte, takenBy, vmxOf } from './files.ts';
import { instanceUuidOf, paperOf, uuidOf } from './paper.ts';
import type { Vm } from './paper.ts';
import { guestSummaryOf, runtimeOf, toolsOf, uptimeOf } from './state.ts';

export const summaryOf = (vc: Vc, vm: Vm): Data => ({
  _type: 'VirtualMachineSummary',
  vm: vc.refs.of(vm),
  runtime: runtimeOf(vc, vm),
  guest: guestSummaryOf(vc, vm),
  config: configSummaryOf(vc, vm),
  storage: storageSummaryOf(vc, vm),
  quickStats: quickStatsOf(vc, vm),
  overallStatus: statusOf(vc, vm.id),
  customValue: customValuesOf(vc, vm),
});

export function configSummaryOf(vc: Vc, vm: Vm): Data {
  const { spec } = vm;
  const paper = paperOf(vc, vm.id);
  const guest = guestNameOf(vm, paper);
  return {
    name: plainName(vm.name),
    template: spec.isTemplate,
    vmPathName: vmxOf(vc, vm, paper),
    memorySizeMB: spec.memory,
    cpuReservation: spec.cpu.reservation,
    memoryReservation: spec.reserved.reservation,
    numCpu: spec.cpus,
    numEthernetCards: spec.nics.length,
    numVirtualDisks: spec.disks.length,
    uuid: uuidOf(vm, paper),
    instanceUuid: instanceUuidOf(vm, paper),
    guestId: guest.id,
    guestFullName: guest.fullName,
    annotation: spec.notes,
    installBootRequired: false,
    managedBy: paper.config?.managedBy,
    tpmPresent: false,
    numVmiopBackings: 0,
    hwVersion: paper.version ?? usualHardware,
  };
}

/** Its swap file takes what is not reserved while it runs. */
export function storageSummaryOf(vc: Vc, vm: Vm): Data {
  const { disks, snapshots, leftovers = 0 } = vm.spec;
  const written = disks.reduce((sum, disk) => sum + takenBy(disk), 0);
  const whole = disks.reduce((sum, { size }) => sum + Math.round(size * gibibyte), 0);
  const deltas = snapshots.reduce((sum, { size }) => sum + size, leftovers) * gibibyte;
  const swap = vm.spec.power === 'off' ? 0 : (vm.spec.memory - vm.spec.reserved.reservation) * 1_048_576;
  return {
    committed: Math.round(written + deltas + Math.max(0, swap)),
    uncommitted: Math.max(0, whole - written),
    unshared: Math.round(written + deltas),
    timestamp: vc.iso(vc.now()),
  };
}

/** The figures of this second; a machine that is off has none. */
export function quickStatsOf(vc: Vc, vm: Vm): Data {
  if (vm.spec.power !== 'on') return { _type: 'VirtualMachineQuickStats', ...nothing };
  const use = vc.use();
  const cpu = Math.round(use.cpu(vm.id));
  const active = Math.round(use.memory(vm.id));
  const squeezed = use.squeezed(vm.id);
  const granted = Math.max(active, vm.spec.memory - Math.round(squeezed.ballooned + squeezed.swapped));
  return {
    _type: 'VirtualMachineQuickStats',
    ...nothing,
    overallCpuUsage: cpu,
    overallCpuDemand: Math.round(use.demand(vm.id)),
    overallCpuReadiness: Math.round(use.ready(vm.id) / 10),
    guestMemoryUsage: active,
    hostMemoryUsage: granted,
    guestHeartbeatStatus: heartbeatOf(vc, vm),
    distributedCpuEntitlement: cpu,
    distributedMemoryEntitlement: active,
    grantedMemory: granted,
    privateMemory: granted,
    swappedMemory: Math.round(squeezed.swapped),
    balloonedMemory: Math.round(squeezed.ballooned),
    consumedOverheadMemory: Math.round(vm.spec.memory * 0.02),
    uptimeSeconds: uptimeOf(vc, vm),
    activeMemory: active,
  };
}

export const heartbeatOf = (vc: Vc, vm: Vm): string => (toolsOf(vc, vm) === 'running' ? 'green' : 'gray');

const nothing: Data = {
  overallCpuUsage: 0,
  overallCpuDemand: 0,
  overallCpuReadiness: 0,
  guestMemoryUsage: 0,
  hostMemoryUsage: 0,
  guestHeartbeatStatus: 'gray',
  distributedCpuEntitlement: 0,
  distributedMemoryEntitlement: 0,
  staticCpuEntitlement: 0,
  staticMemoryEntitlement: 0,
  grantedMemory: 0,
  privateMemory: 0,
  sharedMemory: 0,
  swappedMemory: 0,
  balloonedMemory: 0,
  consumedOverheadMemory: 0,
  ftLogBandwidth: -1,
  ftSecondaryLatency: -1,
  ftLatencyStatus: 'gray',
  compressedMemory: 0,
  uptimeSeconds: 0,
  ssdSwappedMemory: 0,
  activeMemory: 0,
};
