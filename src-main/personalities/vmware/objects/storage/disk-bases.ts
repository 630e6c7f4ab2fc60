/** Disks on which linked disks of machines stand. */
import { dataAt, textAt } from '../../wire/ask.ts';
import type { Vc } from '../../vc.ts';
import { readPath } from '../machine/datastore-path.ts';
import { paperOf } from '../machine/paper.ts';
import type { Place } from './store-files.ts';

export const isBase = (vc: Vc, { store, path }: Place): boolean =>
  vc
    .world()
    .inventory.ofKind('vm')
    .some((vm) =>
      Object.values(paperOf(vc, vm.id).disks ?? {}).some(({ backing }) => {
        const file = readPath(textAt(dataAt(backing, 'parent'), 'fileName') ?? '');
        return file?.store === store.name && file.path === path;
      }),
    );
