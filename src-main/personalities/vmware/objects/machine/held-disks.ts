/** Which machines have a disk's file, and which of them keep others from it. */
import type { Disk } from '../../../../../sim/contract/machine-specs.ts';
import type { Vc } from '../../vc.ts';
import { textAt } from '../../wire/ask.ts';
import type { Value } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { findStore, readPath } from './datastore-path.ts';
import { diskFileOf, diskPathOf } from './files.ts';
import { paperOf } from './paper.ts';
import type { Vm } from './paper.ts';
import type { NewDisk } from './planning.ts';

export type HeldDisk = { readonly vm: Vm; readonly disk: Disk };

/** `[ds] web/web.vmdk`: the machines that have it among their disks. */
export function heldDisks(vc: Vc, file: string): readonly HeldDisk[] {
  const place = readPath(file);
  const store = place === undefined ? undefined : findStore(vc, place.store, undefined);
  if (place === undefined || store === undefined) return [];
  return vc
    .members()
    .ofDatastore(store.id)
    .flatMap((vm) => {
      const paper = paperOf(vc, vm.id);
      const disk = vm.spec.disks.find(
        (each) => each.datastore === store.id && diskFileOf(vm, each, paper) === place.path,
      );
      return disk === undefined ? [] : [{ vm, disk }];
    });
}

const sharesAll = (backing: Value): boolean => textAt(backing, 'sharing') === 'sharingMultiWriter';

const runs = ({ spec }: Vm): boolean => spec.power !== 'off';

type Opening = { readonly file: string; readonly isShared: boolean };

/** A file has one writer, but where all of them agreed to share it. */
function free(vc: Vc, vm: Vm, { file, isShared }: Opening): Answer<null> {
  const writer = heldDisks(vc, file).find(
    (held) =>
      held.vm.id !== vm.id &&
      runs(held.vm) &&
      !(isShared && sharesAll(paperOf(vc, held.vm.id).disks?.[held.disk.key]?.backing)),
  );
  return writer === undefined
    ? done(null)
    : faulted('FileLocked', `Failed to lock the file ${file}: ${writer.vm.name} has it open.`, { file });
}

const firstRefusal = (answers: readonly Answer<null>[]): Answer<null> =>
  answers.find(({ ok }) => !ok) ?? done(null);

/** Of a machine that is started. */
export function unlocked(vc: Vc, vm: Vm): Answer<null> {
  const paper = paperOf(vc, vm.id);
  return firstRefusal(
    vm.spec.disks.map((disk) =>
      free(vc, vm, {
        file: diskPathOf(vc, { vm, paper }, disk),
        isShared: sharesAll(paper.disks?.[disk.key]?.backing),
      }),
    ),
  );
}

/** Of disks that a machine is given while it runs. */
export const unwritten = (vc: Vc, vm: Vm, disks: readonly NewDisk[]): Answer<null> =>
  firstRefusal(
    disks.map(({ existing, device }) =>
      existing === undefined
        ? done(null)
        : free(vc, vm, { file: existing, isShared: sharesAll(device.backing) }),
    ),
  );
