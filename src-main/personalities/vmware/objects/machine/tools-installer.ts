/** The disc of the tools in a machine's drive: out of it when the machine is off. */
import type { Vc } from '../../vc.ts';
import type { Vm } from './paper.ts';

export const installerKey = ({ id }: Vm): string => `vm/${id}/tools-installer`;

/** By the start that it was put in after. */
export const markOf = ({ spec }: Vm): number => spec.startedAt ?? 0;

export const isInstallerMounted = (vc: Vc, vm: Vm): boolean =>
  vm.spec.power !== 'off' && vc.papers.get(installerKey(vm)) === markOf(vm);
