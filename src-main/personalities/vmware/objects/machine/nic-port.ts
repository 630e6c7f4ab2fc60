import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Nic } from '../../../../../sim/contract/machine-specs.ts';
import type { MachinePaper } from './paper.ts';

type Holder = { readonly vm: EntityOf<'vm'>; readonly paper: MachinePaper };

/** The port of a distributed switch that an adapter is on: the one it was put on, else its own for as long as it lives. */
export const nicPortOf = ({ vm, paper }: Holder, nic: Nic): string =>
  paper.nics?.[nic.key]?.portKey ?? ownPortOf(vm, nic);

const ownPortOf = (vm: EntityOf<'vm'>, nic: Nic): string =>
  String(Number(/\d+$/.exec(vm.id)?.[0] ?? 0) * 10 + vm.spec.nics.indexOf(nic));
