/** Disks that are hung on and taken off without a whole specification. */
import { done, faulted } from '../fault.ts';
import type { Method } from '../managed.ts';
import { numberAt, textAt } from '../../wire/ask.ts';
import { begin, worksAs } from './doing.ts';
import { devicesOf } from './devices.ts';
import { paperOf } from './paper.ts';
import type { Vm } from './paper.ts';
import { change } from './reconfigure.ts';
import { standaloneDisks } from './standalone-disks.ts';

const attach: Method<Vm> = (call, vm) =>
  begin(call, {
    descriptionId: 'VirtualMachine.attachDisk',
    entity: vm,
    work: async () => {
      const { vc, args } = call;
      const id = textAt(args, 'diskId.id') ?? '';
      const found = vc
        .world()
        .inventory.ofKind('datastore')
        .flatMap((store) =>
          Object.entries(standaloneDisks(vc, store.id)).map(([path, disk]) => ({ store, path, disk })),
        )
        .find(({ disk }) => disk.uuid === id);
      if (found === undefined) return faulted('NotFound', `There is no disk ${id}.`);
      const fileName = `[${found.store.name}] ${found.path}`;
      const device = {
        _type: 'VirtualDisk',
        key: -1,
        controllerKey: args.controllerKey,
        unitNumber: args.unitNumber,
        capacityInKB: found.disk.kilobytes,
        backing: { _type: 'VirtualDiskFlatVer2BackingInfo', fileName, diskMode: 'persistent' },
        vDiskId: { id },
      };
      return change(call, vm, { deviceChange: [{ operation: 'add', device }] });
    },
  });

const detach: Method<Vm> = (call, vm) =>
  begin(call, {
    descriptionId: 'VirtualMachine.detachDisk',
    entity: vm,
    work: async () => {
      const { vc, args } = call;
      const id = textAt(args, 'diskId.id') ?? '';
      const device = devicesOf(vc, vm, paperOf(vc, vm.id)).find(
        ({ vDiskId }) =>
          typeof vDiskId === 'object' && vDiskId !== null && 'id' in vDiskId && vDiskId.id === id,
      );
      if (device === undefined) return faulted('NotFound', `${vm.name} has no disk ${id}.`);
      return change(call, vm, { deviceChange: [{ operation: 'remove', device }] });
    },
  });

/** A linked copy becomes a full one; of another machine each disk is its own already. */
const promote: Method<Vm> = (call, vm) =>
  begin(call, {
    descriptionId: 'VirtualMachine.promoteDisks',
    entity: vm,
    work: async () =>
      vm.spec.disks.some(({ delta }) => delta !== undefined)
        ? worksAs(call, { type: 'machine.promote', id: vm.id })
        : done({}),
  });

/** Blocks are not kept here: what changed is told as all that is in use. */
const changedAreas: Method<Vm> = (call, vm) => {
  const disk = vm.spec.disks.find(({ key }) => key === Number(call.args.deviceKey));
  if (disk === undefined)
    return faulted('NotFound', `${vm.name} has no disk ${numberAt(call.args, 'deviceKey') ?? ''}.`);
  const start = Number(call.args.startOffset ?? 0);
  const used = Math.round(disk.used * 1_073_741_824);
  const length = Math.round(disk.size * 1_073_741_824) - start;
  return done({
    _type: 'DiskChangeInfo',
    startOffset: start,
    length,
    changedArea: used > start ? [{ start, length: used - start }] : [],
  });
};

export const diskMethods: Readonly<Record<string, Method<Vm>>> = {
  AttachDisk_Task: attach,
  DetachDisk_Task: detach,
  PromoteDisks_Task: promote,
  QueryChangedDiskAreas: changedAreas,
};
