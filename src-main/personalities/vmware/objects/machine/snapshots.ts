import { exportDisks } from '../../files/ovf/export.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { managed } from '../managed.ts';
import type { AnyManaged, Asking, Method } from '../managed.ts';
import type { Ref } from '../../wire/value.ts';
import { configOf } from './config.ts';
import { begin, does, doesPlainly, textOf, worksAs } from './doing.ts';
import type { Vm } from './paper.ts';
import { snapshotRef } from './snapshot-tree.ts';

/** Its tree is written in the machine's own; the task's result is the new one. */
const create: Method<Vm> = (call, vm) =>
  begin(call, {
    descriptionId: 'VirtualMachine.createSnapshot',
    entity: vm,
    work: async () => {
      const { args, vc } = call;
      const did = await does(call, {
        type: 'machine.snapshot',
        id: vm.id,
        name: textOf(args.name) ?? '',
        description: textOf(args.description) ?? '',
        memory: args.memory === true ? 'with' : 'without',
        quiesce: args.quiesce === true || args.quiesceSpec !== undefined ? 'yes' : 'no',
      });
      if (!did.ok) return did;
      const ref = snapshotRef(vc, vm, Number(did.value.ids[0]));
      return done({ follows: did.value.follows, after: async () => done(ref) });
    },
  });

const noSnapshot = (): Answer<never> =>
  faulted('NotFound', 'The virtual machine has no current snapshot to go back to.');

export const snapshotMethods: Readonly<Record<string, Method<Vm>>> = {
  CreateSnapshot_Task: create,
  CreateSnapshotEx_Task: create,
  RevertToCurrentSnapshot_Task: (call, vm) =>
    begin(call, {
      descriptionId: 'VirtualMachine.revertToCurrentSnapshot',
      entity: vm,
      work: async () =>
        vm.spec.snapshot === null ? noSnapshot() : worksAs(call, { type: 'machine.revert', id: vm.id }),
    }),
  RemoveAllSnapshots_Task: (call, vm) =>
    begin(call, {
      descriptionId: 'VirtualMachine.removeAllSnapshots',
      entity: vm,
      work: async () =>
        vm.spec.snapshots.length === 0
          ? done({})
          : worksAs(call, {
              type: 'machine.forget',
              id: vm.id,
              snapshot: 'all',
              disks: call.args.consolidate === false ? 'leave' : 'merge',
            }),
    }),
  ConsolidateVMDisks_Task: (call, vm) =>
    begin(call, {
      descriptionId: 'VirtualMachine.consolidateDisks',
      entity: vm,
      work: async () =>
        (vm.spec.leftovers ?? 0) > 0 ? worksAs(call, { type: 'machine.consolidate', id: vm.id }) : done({}),
    }),
};

type Taken = { readonly vm: Vm; readonly id: number };

function find({ vc }: Asking, ref: Ref): Taken | undefined {
  const found = vc.refs.find(ref);
  if (found?.is !== 'part' || found.name !== 'snapshot' || found.entity.kind !== 'vm') return undefined;
  const vm = found.entity;
  const id = Number(found.rest);
  return vm.spec.snapshots.some((snapshot) => snapshot.id === id) ? { vm, id } : undefined;
}

export const snapshotType: AnyManaged = managed<Taken>({
  type: 'VirtualMachineSnapshot',
  find,
  properties: {
    vm: ({ vm }, { vc }) => vc.refs.of(vm),
    childSnapshot: ({ vm, id }, { vc }) =>
      vm.spec.snapshots.filter(({ parent }) => parent === id).map((child) => snapshotRef(vc, vm, child.id)),
    config: ({ vm, id }, { vc }) => {
      const was = vm.spec.snapshots.find((snapshot) => snapshot.id === id)?.was;
      return configOf(vc, was === undefined ? vm : { ...vm, spec: { ...vm.spec, ...was } });
    },
    value: () => [],
    availableField: () => [],
  },
  methods: {
    RevertToSnapshot_Task: (call, { vm, id }) =>
      begin(call, {
        descriptionId: 'vm.Snapshot.revert',
        entity: vm,
        work: () => worksAs(call, { type: 'machine.revert', id: vm.id, snapshot: id }),
      }),
    RemoveSnapshot_Task: (call, { vm, id }) =>
      begin(call, {
        descriptionId: 'vm.Snapshot.remove',
        entity: vm,
        work: () =>
          worksAs(call, {
            type: 'machine.forget',
            id: vm.id,
            snapshot: id,
            children: call.args.removeChildren === true ? 'with' : 'keep',
            disks: call.args.consolidate === false ? 'leave' : 'merge',
          }),
      }),
    ExportSnapshot: (call, { vm, id }) =>
      exportDisks(call, vm, vm.spec.snapshots.find((one) => one.id === id)?.was.disks ?? []),
    RenameSnapshot: (call, { vm, id }) => {
      const rename = (one: Vm['spec']['snapshots'][number]): typeof one => ({
        ...one,
        name: textOf(call.args.name) ?? one.name,
        description: textOf(call.args.description) ?? one.description,
      });
      const snapshots = vm.spec.snapshots.map((one) => (one.id === id ? rename(one) : one));
      return doesPlainly(call, { type: 'inventory.change', id: vm.id, spec: { snapshots } });
    },
  },
});
