/** Where a machine's files lie, and which there are. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Disk } from '../../../../../sim/contract/machine-specs.ts';
import type { Vc } from '../../vc.ts';
import type { MachinePaper, Vm } from './paper.ts';

type Store = EntityOf<'datastore'>;

export const gibibyte = 1_073_741_824;

/** The datastore of its configuration: the one it was put on, else that of its first disk. */
export function homeOf(vc: Pick<Vc, 'world'>, vm: Vm, paper: MachinePaper): Store | undefined {
  const id = paper.home ?? vm.spec.disks.find(({ datastore }) => datastore !== null)?.datastore;
  const store = id === undefined || id === null ? undefined : vc.world().inventory.get(id);
  return store?.kind === 'datastore' ? store : anyStore(vc, vm);
}

/** A machine without disks has its few files on a datastore of its host. */
function anyStore(vc: Pick<Vc, 'world'>, { spec }: Vm): Store | undefined {
  const { inventory } = vc.world();
  const host = spec.host === null ? undefined : inventory.get(spec.host);
  const first = host?.links.mounts?.[0];
  const store = first === undefined ? undefined : inventory.get(first);
  return store?.kind === 'datastore' ? store : undefined;
}

export const directoryOf = ({ name }: Vm, { directory }: MachinePaper): string =>
  directory ?? (name.includes('%') ? name.replaceAll(/%(?:2f|5c|25)/g, '_') : name);

/** `[ds-01] web-01/web-01.vmx`. */
export type Papered = { readonly vm: Vm; readonly paper: MachinePaper };

export function pathOf(vc: Pick<Vc, 'world'>, { vm, paper }: Papered, file: string): string {
  const store = homeOf(vc, vm, paper);
  return `[${store?.name ?? ''}] ${directoryOf(vm, paper)}/${file}`;
}

export const vmxOf = (vc: Pick<Vc, 'world'>, vm: Vm, paper: MachinePaper): string =>
  pathOf(vc, { vm, paper }, `${directoryOf(vm, paper).split('/').at(-1)}.vmx`);

/** Without it nobody can say how the machine was set up. */
export const isConfigLost = (vc: Pick<Vc, 'world'>, vm: Vm, paper: MachinePaper): boolean =>
  paper.lost !== undefined && paper.lost.includes(vmxOf(vc, vm, paper));

/** Below its datastore's name. */
export function diskFileOf(vm: Vm, disk: Disk, paper: MachinePaper): string {
  const known = paper.disks?.[disk.key]?.file;
  if (known !== undefined) return known;
  const directory = directoryOf(vm, paper);
  const nth = vm.spec.disks.indexOf(disk);
  return `${directory}/${directory.split('/').at(-1)}${nth <= 0 ? '' : `_${nth}`}.vmdk`;
}

export function diskPathOf(vc: Pick<Vc, 'world'>, { vm, paper }: Papered, disk: Disk): string {
  const store = disk.datastore === null ? undefined : vc.world().inventory.get(disk.datastore);
  return `[${store?.name ?? ''}] ${diskFileOf(vm, disk, paper)}`;
}

/** Bytes that a disk has on its datastore. */
export const takenBy = ({ isThin, size, used }: Disk): number =>
  Math.round((isThin ? used : size) * gibibyte);
