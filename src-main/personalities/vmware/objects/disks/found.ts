/** First class disks: those without a machine that have a name and an id of their own. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { refAt, textAt } from '../../wire/ask.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import type { Call } from '../managed.ts';
import { disksWith, standaloneDisks } from '../machine/standalone-disks.ts';
import type { FirstClass, StandaloneDisk } from '../machine/standalone-disks.ts';
import type { Vc } from '../../vc.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';

type Store = EntityOf<'datastore'>;

export type FoundDisk = {
  readonly store: Store;
  readonly path: string;
  readonly disk: StandaloneDisk & { readonly uuid: string; readonly firstClass: FirstClass };
};

export function storeAsked(call: Call, at: string): Answer<Store> {
  const ref = refAt(call.args, at);
  const store = ref === undefined ? undefined : call.vc.refs.entity(ref);
  return store?.kind === 'datastore'
    ? done(store)
    : invalidArgument(at, `A specified parameter was not correct: ${at}`);
}

export const disksOn = (vc: Vc, store: Store): readonly FoundDisk[] =>
  Object.entries(standaloneDisks(vc, store.id)).flatMap(([path, disk]) => {
    const { uuid, firstClass } = disk;
    return uuid === undefined || firstClass === undefined
      ? []
      : [{ store, path, disk: { ...disk, uuid, firstClass } }];
  });

export const allDisks = (vc: Vc): readonly FoundDisk[] =>
  vc
    .world()
    .inventory.ofKind('datastore')
    .flatMap((store) => disksOn(vc, store));

export function diskAsked(call: Call): Answer<FoundDisk> {
  const id = textAt(call.args, 'id.id') ?? '';
  const ref = refAt(call.args, 'datastore');
  const found = allDisks(call.vc).find(
    ({ disk, store }) => disk.uuid === id && (ref === undefined || store.aliases.moRef === ref.value),
  );
  return found === undefined ? faulted('NotFound', `There is no disk ${id}.`) : done(found);
}

export async function keep(
  call: Call,
  { store, path }: Pick<FoundDisk, 'store' | 'path'>,
  disk: StandaloneDisk | null,
): Promise<Answer<null>> {
  const written = await call.vc.papers.write([disksWith(call.vc, store.id, { path, disk })], call.caller);
  return written.ok ? done(null) : refusedBy(written.refusal);
}

export function objectOf({ refs }: Vc, { store, path, disk }: FoundDisk): Data {
  const { firstClass: first } = disk;
  return {
    _type: 'VStorageObject',
    config: {
      id: { id: disk.uuid },
      name: first.name,
      createTime: isoOf(first.createdAt),
      keepAfterDeleteVm: first.keep,
      relocationDisabled: false,
      nativeSnapshotSupported: false,
      changedBlockTrackingEnabled: false,
      backing: {
        _type: 'BaseConfigInfoDiskFileBackingInfo',
        datastore: refs.of(store),
        filePath: `[${store.name}] ${path}`,
        provisioningType: disk.isThin ? 'thin' : 'lazyZeroedThick',
      },
      metadata: Object.entries(first.metadata ?? {}).map(([key, value]) => ({ key, value })),
      capacityInMB: Math.round(disk.kilobytes / 1024),
      consumptionType: ['disk'],
    },
  };
}
