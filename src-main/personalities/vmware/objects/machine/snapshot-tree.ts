import type { MachineSnapshot } from '../../../../../sim/contract/machine-specs.ts';
import type { Vc } from '../../vc.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data, Ref } from '../../wire/value.ts';
import type { Vm } from './paper.ts';
import { powerWords } from './state.ts';

/** `snapshot-vm-17-2`: a part of its machine. */
export const snapshotRef = (vc: Pick<Vc, 'refs'>, vm: Vm, id: number): Ref => ({
  _ref: 'VirtualMachineSnapshot',
  value: `${vc.refs.part('VirtualMachineSnapshot', 'snapshot', vm).value}-${id}`,
});

const childrenOf = ({ spec }: Vm, parent: number | null): readonly MachineSnapshot[] =>
  spec.snapshots.filter((snapshot) => snapshot.parent === parent);

/** Unset where there is none, as vSphere has it. */
export function snapshotInfoOf(vc: Vc, vm: Vm): Data | undefined {
  if (vm.spec.snapshots.length === 0) return undefined;
  return {
    _type: 'VirtualMachineSnapshotInfo',
    currentSnapshot: vm.spec.snapshot === null ? undefined : snapshotRef(vc, vm, vm.spec.snapshot),
    rootSnapshotList: childrenOf(vm, null).map((snapshot) => treeOf(vc, vm, snapshot)),
  };
}

function treeOf(vc: Vc, vm: Vm, snapshot: MachineSnapshot): Data {
  return {
    snapshot: snapshotRef(vc, vm, snapshot.id),
    vm: vc.refs.of(vm),
    name: snapshot.name,
    description: snapshot.description,
    id: snapshot.id,
    createTime: isoOf(snapshot.at),
    state: powerWords[snapshot.withMemory ? snapshot.power : 'off'],
    quiesced: snapshot.isQuiesced,
    childSnapshotList: childrenOf(vm, snapshot.id).map((child) => treeOf(vc, vm, child)),
    replaySupported: false,
  };
}

export const rootSnapshotsOf = (vc: Vc, vm: Vm): readonly Ref[] =>
  childrenOf(vm, null).map(({ id }) => snapshotRef(vc, vm, id));
