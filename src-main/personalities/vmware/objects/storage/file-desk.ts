/** `FileManager` and `DatastoreNamespaceManager`. */
import { flagAt, refAt, textAt } from '../../wire/ask.ts';
import type { Ref } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { service } from '../managed.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { escapedName } from '../managed-entity.ts';
import { copyFiles, fileExists, fileNotFound, makeFolder, moveFiles, removeFiles } from './file-changes.ts';
import { entriesOn, placeOf } from './store-files.ts';
import type { Place } from './store-files.ts';

/** `name` in the datacenter that the call names beside it. */
export function placeAsked(call: Call, name: string, datacenter: string): Answer<Place> {
  const text = textAt(call.args, name) ?? '';
  const ref = refAt(call.args, datacenter);
  const place = placeOf(call.vc, text, ref === undefined ? undefined : call.vc.refs.entity(ref)?.id);
  return place === undefined
    ? faulted('InvalidDatastorePath', `Invalid datastore path '${text}'.`, { datastorePath: text })
    : done(place);
}

export type Work = () => Promise<Answer<unknown>>;

/** A task of one of the managers of files. */
export const task = (call: Call, descriptionId: string, work: Work): Answer<Ref> =>
  call.vc.tasks.run(call, {
    name: call.method,
    descriptionId,
    entity: null,
    entityName: '',
    work: async () => {
      const worked = await work();
      return worked.ok ? done({}) : worked;
    },
  });

const both =
  (descriptionId: string, how: typeof copyFiles): Method<null> =>
  (call) => {
    const from = placeAsked(call, 'sourceName', 'sourceDatacenter');
    if (!from.ok) return from;
    const there =
      refAt(call.args, 'destinationDatacenter') === undefined ? 'sourceDatacenter' : 'destinationDatacenter';
    const to = placeAsked(call, 'destinationName', there);
    if (!to.ok) return to;
    const force = flagAt(call.args, 'force') === true;
    return task(call, descriptionId, () => how(call, { from: from.value, to: to.value, force }));
  };

const remove: Method<null> = (call) => {
  const place = placeAsked(call, 'name', 'datacenter');
  return place.ok ? task(call, 'FileManager.deleteFile', () => removeFiles(call, place.value)) : place;
};

const makeDirectory: Method<null> = (call) => {
  const place = placeAsked(call, 'name', 'datacenter');
  if (!place.ok) return place;
  return makeFolder(
    call,
    place.value,
    flagAt(call.args, 'createParentDirectories') === true ? 'make' : 'need',
  );
};

export const fileManager = (): AnyManaged =>
  service('FileManager', {
    methods: {
      MakeDirectory: makeDirectory,
      DeleteDatastoreFile_Task: remove,
      CopyDatastoreFile_Task: both('FileManager.copyFile', copyFiles),
      MoveDatastoreFile_Task: both('FileManager.moveFile', moveFiles),
    },
  });

/** A folder right below a datastore, as vSAN wants them. */
const createTop: Method<null> = async (call) => {
  const ref = refAt(call.args, 'datastore');
  const store = ref === undefined ? undefined : call.vc.refs.entity(ref);
  if (store?.kind !== 'datastore')
    return faulted('InvalidDatastore', 'It names no datastore.', { datastore: ref });
  if (store.spec.type !== 'vsan')
    return faulted(
      'CannotCreateFile',
      `${store.name} is no vSAN datastore: its folders are made by the file manager.`,
      {
        file: `[${store.name}]`,
      },
    );
  const name = escapedName(textAt(call.args, 'displayName') ?? '');
  if (name === '' || name.includes('/'))
    return faulted('InvalidArgument', `${name} cannot be the name of a folder.`, {
      invalidProperty: 'displayName',
    });
  if (entriesOn(call.vc, store).has(name)) return fileExists(`[${store.name}] ${name}`);
  const made = await makeFolder(call, { store, path: name }, 'need');
  return made.ok ? done(`/vmfs/volumes/${store.aliases.uuid ?? ''}/${name}`) : made;
};

const deleteTop: Method<null> = async (call) => {
  const text = textAt(call.args, 'datastorePath') ?? '';
  const stable = /^\/vmfs\/volumes\/([^/]+)\/(.+)$/.exec(text);
  const store = call.vc
    .world()
    .inventory.ofKind('datastore')
    .find((each) => each.aliases.uuid === stable?.[1] || each.name === stable?.[1]);
  const place =
    store === undefined || stable === null
      ? placeOf(call.vc, text, undefined)
      : { store, path: stable[2] ?? '' };
  if (place === undefined) return fileNotFound(text);
  if (place.store.spec.type !== 'vsan')
    return faulted('InvalidDatastorePath', `${text} is on no vSAN datastore: the file manager removes it.`, {
      datastorePath: text,
    });
  const gone = await removeFiles(call, place);
  return gone.ok ? done(undefined) : gone;
};

export const namespaceManager = (): AnyManaged =>
  service('DatastoreNamespaceManager', {
    methods: { CreateDirectory: createTop, DeleteDirectory: deleteTop },
  });
