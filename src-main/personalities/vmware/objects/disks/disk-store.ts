/** `VcenterVStorageObjectManager`: makes, finds, keeps and takes away first class disks. */
import { flagAt, numberAt, refAt, textAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Ref } from '../../wire/value.ts';
import { categoriesOf, tagsOf } from '../../rest/tagging/book.ts';
import type { Worked } from '../../tasks/tasks.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { refusedBy } from '../faults.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { findStore, readPath } from '../machine/datastore-path.ts';
import { lostDisks, lostKey, standaloneDisks } from '../machine/standalone-disks.ts';
import type { FirstClass, StandaloneDisk } from '../machine/standalone-disks.ts';
import { derivedUuid } from '../machine/uuid.ts';
import { allDisks, diskAsked, disksOn, keep, looseAsked, objectOf, storeAsked } from './found.ts';
import type { FoundDisk } from './found.ts';

const task = (call: Call, verb: string, work: () => Promise<Answer<Worked>>): Answer<Ref> =>
  call.vc.tasks.run(call, {
    name: call.method,
    descriptionId: `vslm.vcenter.VStorageObjectManager.${verb}`,
    entity: refAt(call.args, 'datastore') ?? refAt(call.args, 'spec.backingSpec.datastore') ?? null,
    entityName: '',
    work,
  });

const newFirst = (call: Call, name: string): FirstClass => ({
  name,
  createdAt: call.vc.now(),
  keep: flagAt(call.args, 'spec.keepAfterDeleteVm') ?? true,
  snapshots: [],
  tags: [],
});

/** Of the lab, the moment and what there is already: two of one name differ. */
const newId = ({ vc }: Call, name: string): string =>
  derivedUuid(`${vc.instanceUuid}/disk/${name}/${vc.world().revision}`);

const create: Method<null> = (call) =>
  task(call, 'createDisk', async () => {
    const { args, vc } = call;
    const store = storeAsked(call, 'spec.backingSpec.datastore');
    if (!store.ok) return store;
    const name = textAt(args, 'spec.name') ?? '';
    const megabytes = numberAt(args, 'spec.capacityInMB') ?? 0;
    if (name === '' || megabytes <= 0)
      return invalidArgument('spec.capacityInMB', 'A disk needs a name and a capacity.');
    const folder = textAt(args, 'spec.backingSpec.path') ?? 'fcd';
    const uuid = newId(call, name);
    const found: FoundDisk = {
      store: store.value,
      path: `${folder}/${name}-${uuid.slice(0, 8)}.vmdk`,
      disk: {
        kilobytes: megabytes * 1024,
        isThin: (textAt(args, 'spec.backingSpec.provisioningType') ?? 'thin') === 'thin',
        uuid,
        firstClass: newFirst(call, name),
      },
    };
    const kept = await keep(call, found, found.disk);
    return kept.ok ? done({ result: objectOf(vc, found) }) : kept;
  });

/** A disk that lies on a datastore already is known from now on. */
const register: Method<null> = async (call) => {
  const text = textAt(call.args, 'path') ?? '';
  const lies = lyingAt(call, text);
  if (lies === undefined) return faulted('FileNotFound', `There is no virtual disk ${text}.`, { file: text });
  const { store, path, lying } = lies;
  if (lying.firstClass !== undefined) return faulted('AlreadyExists', `${text} is registered already.`);
  const name = textAt(call.args, 'name') ?? path.split('/').at(-1) ?? path;
  const disk = { ...lying, uuid: lying.uuid ?? newId(call, name), firstClass: newFirst(call, name) };
  const kept = await keep(call, { store, path }, disk);
  return kept.ok ? done(objectOf(call.vc, { store, path, disk })) : kept;
};

function lyingAt({ vc }: Call, text: string) {
  const place = placeIn(text);
  const store = place === undefined ? undefined : findStore(vc, place.store, undefined);
  if (place === undefined || store === undefined) return undefined;
  const lying = standaloneDisks(vc, store.id)[place.path];
  return lying === undefined ? undefined : { store, path: place.path, lying };
}

/** `https://…/folder/a/b.vmdk?dcPath=…&dsName=…`, or the datastore's own way of writing it. */
function placeIn(text: string): { readonly store: string; readonly path: string } | undefined {
  if (!URL.canParse(text)) return readPath(text);
  const { pathname, searchParams } = new URL(text);
  const store = searchParams.get('dsName');
  return store === null
    ? undefined
    : { store, path: decodeURIComponent(pathname).replace(/^\/folder\//, '') };
}

const remove: Method<null> = (call) =>
  task(call, 'deleteVStorageObject', async () => {
    const found = looseAsked(call);
    if (!found.ok) return found;
    const kept = await keep(call, found.value, null);
    return kept.ok ? done({}) : kept;
  });

type Change = (first: FirstClass, disk: FoundDisk['disk']) => Answer<Partial<StandaloneDisk>>;

async function change(call: Call, how: Change): Promise<Answer<null>> {
  const found = diskAsked(call);
  if (!found.ok) return found;
  const { disk } = found.value;
  const changed = how(disk.firstClass, disk);
  return changed.ok ? keep(call, found.value, { ...disk, ...changed.value }) : changed;
}

const plainly = async (changed: Promise<Answer<null>>): Promise<Answer> => {
  const answer = await changed;
  return answer.ok ? done(undefined) : answer;
};

const rename: Method<null> = (call) =>
  plainly(
    change(call, (first) =>
      done({ firstClass: { ...first, name: textAt(call.args, 'name') ?? first.name } }),
    ),
  );

const extend: Method<null> = (call) =>
  task(call, 'extendDisk', async () => {
    const wish = (numberAt(call.args, 'newCapacityInMB') ?? 0) * 1024;
    const loose = looseAsked(call);
    if (!loose.ok) return loose;
    const grown = await change(call, (_, { kilobytes }) =>
      wish > kilobytes
        ? done({ kilobytes: wish })
        : invalidArgument('newCapacityInMB', 'A disk does not shrink.'),
    );
    return grown.ok ? done({}) : grown;
  });

const snapshot: Method<null> = (call) =>
  task(call, 'createSnapshot', async () => {
    const id = newId(call, 'snapshot');
    const description = textAt(call.args, 'description') ?? '';
    const made = { id, description, at: call.vc.now() };
    const kept = await change(call, (first) =>
      done({ firstClass: { ...first, snapshots: [...first.snapshots, made] } }),
    );
    return kept.ok ? done({ result: { _type: 'ID', id } }) : kept;
  });

const forget: Method<null> = (call) =>
  task(call, 'deleteSnapshot', async () => {
    const id = textAt(call.args, 'snapshotId.id') ?? '';
    const kept = await change(call, (first) => {
      const snapshots = first.snapshots.filter((each) => each.id !== id);
      return snapshots.length === first.snapshots.length
        ? faulted('NotFound', `There is no snapshot ${id}.`)
        : done({ firstClass: { ...first, snapshots } });
    });
    return kept.ok ? done({}) : kept;
  });

/** A disk of its own, as large as the one that the snapshot is of. */
const createFrom: Method<null> = (call) =>
  task(call, 'createDiskFromSnapshot', async () => {
    const found = diskAsked(call);
    if (!found.ok) return found;
    const { store, disk } = found.value;
    const id = textAt(call.args, 'snapshotId.id') ?? '';
    if (!disk.firstClass.snapshots.some((each) => each.id === id))
      return faulted('NotFound', `There is no snapshot ${id}.`);
    const name = textAt(call.args, 'name') ?? '';
    if (name === '') return invalidArgument('name', 'A disk needs a name.');
    const uuid = newId(call, name);
    const made: FoundDisk = {
      store,
      path: `${textAt(call.args, 'path') ?? 'fcd'}/${name}-${uuid.slice(0, 8)}.vmdk`,
      disk: {
        kilobytes: disk.kilobytes,
        isThin: disk.isThin,
        uuid,
        firstClass: { ...newFirst(call, name), keep: disk.firstClass.keep },
      },
    };
    const kept = await keep(call, made, made.disk);
    return kept.ok ? done({ result: objectOf(call.vc, made) }) : kept;
  });

const snapshots: Method<null> = (call) => {
  const found = diskAsked(call);
  if (!found.ok) return found;
  return done({
    _type: 'VStorageObjectSnapshotInfo',
    snapshots: found.value.disk.firstClass.snapshots.map(({ id, description, at }) => ({
      id: { id },
      description,
      createTime: isoOf(at),
      backingObjectId: '',
    })),
  });
};

/** Tags are the lab's own: a name that nobody made is refused. */
function tagAsked({ vc, args }: Call): Answer<{ readonly category: string; readonly tag: string }> {
  const [category, tag] = [textAt(args, 'category') ?? '', textAt(args, 'tag') ?? ''];
  const known = categoriesOf(vc).filter(({ name }) => name === category);
  return tagsOf(vc).some(
    ({ name, category_id }) => name === tag && known.some(({ id }) => id === category_id),
  )
    ? done({ category, tag })
    : faulted('NotFound', `There is no tag ${tag} in a category ${category}.`);
}

const attach: Method<null> = async (call) => {
  const tag = tagAsked(call);
  if (!tag.ok) return tag;
  return plainly(
    change(call, (first) => done({ firstClass: { ...first, tags: [...first.tags, tag.value] } })),
  );
};

const detach: Method<null> = async (call) => {
  const tag = tagAsked(call);
  if (!tag.ok) return tag;
  const isOther = (each: { category: string; tag: string }): boolean =>
    each.category !== tag.value.category || each.tag !== tag.value.tag;
  return plainly(
    change(call, (first) => done({ firstClass: { ...first, tags: first.tags.filter(isOther) } })),
  );
};

const methods: Readonly<Record<string, Method<null>>> = {
  CreateDisk_Task: create,
  RegisterDisk: register,
  DeleteVStorageObject_Task: remove,
  RenameVStorageObject: rename,
  ExtendDisk_Task: extend,
  ListVStorageObject: (call) => {
    const store = storeAsked(call, 'datastore');
    return store.ok
      ? done(
          [
            ...disksOn(call.vc, store.value).map(({ disk }) => disk.uuid),
            ...lostDisks(call.vc, store.value.id),
          ].map((id) => ({ _type: 'ID', id })),
        )
      : store;
  },
  RetrieveVStorageObject: (call) => {
    const found = diskAsked(call);
    return found.ok ? done(objectOf(call.vc, found.value)) : found;
  },
  RetrieveVStorageObjectState: (call) => {
    const found = diskAsked(call);
    return found.ok ? done({ _type: 'VStorageObjectStateInfo', tentative: false }) : found;
  },
  VStorageObjectCreateSnapshot_Task: snapshot,
  DeleteSnapshot_Task: forget,
  CreateDiskFromSnapshot_Task: createFrom,
  RetrieveSnapshotInfo: snapshots,
  AttachTagToVStorageObject: attach,
  DetachTagFromVStorageObject: detach,
  ListTagsAttachedToVStorageObject: (call) => {
    const found = diskAsked(call);
    if (!found.ok) return found;
    return done(
      found.value.disk.firstClass.tags.map(({ category, tag }) => ({
        tagName: tag,
        parentCategoryName: category,
      })),
    );
  },
  ListVStorageObjectsAttachedToTag: (call) => {
    const tag = tagAsked(call);
    if (!tag.ok) return tag;
    const has = ({ disk }: FoundDisk): boolean =>
      disk.firstClass.tags.some((each) => each.category === tag.value.category && each.tag === tag.value.tag);
    return done(
      allDisks(call.vc)
        .filter(has)
        .map(({ disk }) => ({ _type: 'ID', id: disk.uuid })),
    );
  },
  ReconcileDatastoreInventory_Task: (call) =>
    task(call, 'reconcileDatastoreInventory', async () => {
      const store = storeAsked(call, 'datastore');
      if (!store.ok) return store;
      if (lostDisks(call.vc, store.value.id).length === 0) return done({});
      const item = { key: lostKey(store.value.id), value: null };
      const written = await call.vc.papers.write([item], call.caller);
      return written.ok ? done({}) : refusedBy(written.refusal);
    }),
};

export const diskStoreType = (): AnyManaged => service('VcenterVStorageObjectManager', { methods });
