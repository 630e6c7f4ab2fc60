/** The disc of the tools in a machine's drive: out of it when the machine is off. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Vc } from '../../vc.ts';
import type { Vm } from './paper.ts';

export const installerKey = (id: EntityId): string => `vm/${id}/tools-installer`;

/** By the start that it was put in after. */
export const markOf = ({ spec }: Vm): number => spec.startedAt ?? 0;

export const isInstallerMounted = (vc: Vc, vm: Vm): boolean =>
  vm.spec.power !== 'off' && vc.papers.installer(vm.id) === markOf(vm);
