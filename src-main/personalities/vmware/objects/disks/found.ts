/** First class disks: those without a machine that have a name and an id of their own. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { refAt, textAt } from '../../wire/ask.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import type { Call } from '../managed.ts';
import { heldDisks } from '../machine/held-disks.ts';
import { disksWith, heldFirstClass, heldWith, standaloneDisks } from '../machine/standalone-disks.ts';
import type { FirstClass, StandaloneDisk } from '../machine/standalone-disks.ts';
import type { Vc } from '../../vc.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';

type Store = EntityOf<'datastore'>;

export type FoundDisk = {
  readonly store: Store;
  readonly path: string;
  readonly disk: StandaloneDisk & { readonly uuid: string; readonly firstClass: FirstClass };
  /** The machine that has it. */
  readonly holder?: EntityOf<'vm'>;
};

export function storeAsked(call: Call, at: string): Answer<Store> {
  const ref = refAt(call.args, at);
  const store = ref === undefined ? undefined : call.vc.refs.entity(ref);
  return store?.kind === 'datastore'
    ? done(store)
    : invalidArgument(at, `A specified parameter was not correct: ${at}`);
}

export const disksOn = (vc: Vc, store: Store): readonly FoundDisk[] => [
  ...firstClassIn(store, standaloneDisks(vc, store.id)),
  ...firstClassIn(store, heldFirstClass(vc, store.id)).flatMap((found) => {
    const [held] = heldDisks(vc, `[${store.name}] ${found.path}`);
    if (held === undefined) return [];
    const kilobytes = Math.round(held.disk.size * 1_048_576);
    return [{ ...found, disk: { ...found.disk, kilobytes }, holder: held.vm }];
  }),
];

const firstClassIn = (store: Store, disks: Readonly<Record<string, StandaloneDisk>>): readonly FoundDisk[] =>
  Object.entries(disks).flatMap(([path, disk]) => {
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
  { store, path, holder }: Pick<FoundDisk, 'store' | 'path' | 'holder'>,
  disk: StandaloneDisk | null,
): Promise<Answer<null>> {
  const item =
    holder === undefined || disk === null
      ? disksWith(call.vc, store.id, { path, disk })
      : heldWith(call.vc, store.id, { path, disk });
  const written = await call.vc.papers.write([item], call.caller);
  return written.ok ? done(null) : refusedBy(written.refusal);
}

/** What a machine has is neither removed nor grown behind its back. */
export function looseAsked(call: Call): Answer<FoundDisk> {
  const found = diskAsked(call);
  if (!found.ok || found.value.holder === undefined) return found;
  const { disk, holder } = found.value;
  return faulted('InvalidState', `${disk.firstClass.name} is attached to ${holder.name}.`);
}

export function objectOf({ refs }: Vc, { store, path, disk, holder }: FoundDisk): Data {
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
      consumerId: holder === undefined ? undefined : [{ id: holder.aliases.instanceUuid ?? holder.id }],
    },
  };
}
