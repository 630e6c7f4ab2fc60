/** `ExportVm`, `ExportSnapshot`. */
import { mayPress } from '../../objects/machine/power.ts';
import type { Vm } from '../../objects/machine/paper.ts';
import type { Answer } from '../../objects/fault.ts';
import type { Call, Method } from '../../objects/managed.ts';
import { exportLease } from './import.ts';

/** What is exported must be off. */
const exportMachine: Method<Vm> = (call, vm) => {
  const off = mayPress(vm, 'on');
  return off.ok ? exportDisks(call, vm, vm.spec.disks) : off;
};

export const exportDisks = (call: Call, vm: Vm, disks: Vm['spec']['disks']): Answer =>
  exportLease(call, { machine: call.vc.refs.of(vm), disks, stem: vm.name.replaceAll(/[^\w.-]/g, '_') });

export const exportMethods: Readonly<Record<string, Method<Vm>>> = { ExportVm: exportMachine };
