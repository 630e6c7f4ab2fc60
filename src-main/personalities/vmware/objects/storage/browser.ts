/** `HostDatastoreBrowser`: looks through the files of a datastore. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Vc } from '../../vc.ts';
import { dataAt, dataListAt, flagAt, textAt, textListAt } from '../../wire/ask.ts';
import { isoOf } from '../../wire/value.ts';
import type { Data } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted } from '../fault.ts';
import { partType } from '../entity-type.ts';
import type { Part } from '../entity-type.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { begin } from '../machine/doing.ts';
import type { Described } from '../machine/layout.ts';
import { readPath } from '../machine/datastore-path.ts';
import { entriesOn } from './store-files.ts';
import type { Entry, Store } from './store-files.ts';

/** A datastore's own browser sees it alone; those of hosts, clusters and machines see what is mounted there. */
function storesFor(vc: Vc, { owner }: Part): readonly Store[] {
  const { inventory } = vc.world();
  const ids = new Set<EntityId>();
  if (owner.kind === 'datastore') ids.add(owner.id);
  if (owner.kind === 'vm') for (const id of mountsOf(vc, owner.spec.host)) ids.add(id);
  if (owner.kind === 'host') for (const id of mountsOf(vc, owner.id)) ids.add(id);
  if (owner.kind === 'cluster')
    for (const host of inventory.childrenOf(owner.id)) for (const id of mountsOf(vc, host.id)) ids.add(id);
  return [...ids].flatMap((id) => {
    const store = inventory.get(id);
    return store?.kind === 'datastore' ? [store] : [];
  });
}

function mountsOf(vc: Vc, id: EntityId | null): readonly EntityId[] {
  const host = id === null ? undefined : vc.world().inventory.get(id);
  return host?.kind === 'host' ? (host.links.mounts ?? []) : [];
}

/** `*` and `?` as a shell has them. */
function matcher(spec: Data | undefined): (name: string) => boolean {
  const patterns =
    spec === undefined ? [] : textListAt(spec, 'matchPattern').filter((pattern) => pattern !== '');
  if (patterns.length === 0) return () => true;
  const flags = flagAt(spec, 'searchCaseInsensitive') === false ? '' : 'i';
  const tests = patterns.map((pattern) => {
    const text = pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
      .replaceAll('*', '.*')
      .replaceAll('?', '.');
    return new RegExp(`^${text}$`, flags);
  });
  return (name) => tests.some((test) => test.test(name));
}

const kinds: readonly (readonly [RegExp, string, string])[] = [
  // The blocks of a disk are a file beside it, and no disk.
  [/-(flat|delta|ctk|sesparse|rdmp?)\.vmdk$/i, 'FileInfo', 'FileQuery'],
  [/\.vmdk$/i, 'VmDiskFileInfo', 'VmDiskFileQuery'],
  [/\.vmx$/i, 'VmConfigFileInfo', 'VmConfigFileQuery'],
  [/\.vmtx$/i, 'TemplateConfigFileInfo', 'TemplateConfigFileQuery'],
  [/\.nvram$/i, 'VmNvramFileInfo', 'VmNvramFileQuery'],
  [/\.(vmsn|vmem|vmsd)$/i, 'VmSnapshotFileInfo', 'VmSnapshotFileQuery'],
  [/\.log$/i, 'VmLogFileInfo', 'VmLogFileQuery'],
  [/\.iso$/i, 'IsoImageFileInfo', 'IsoImageFileQuery'],
  [/\.flp$/i, 'FloppyImageFileInfo', 'FloppyImageFileQuery'],
];

/** What is called a disk and describes none is a file like others. */
const kindOf = ({ path, described }: Entry): (typeof kinds)[number] | undefined => {
  const kind = kinds.find(([pattern]) => pattern.test(path));
  return kind?.[1] === 'VmDiskFileInfo' && described === undefined ? undefined : kind;
};

const queryOf = (entry: Entry): string =>
  entry.is === 'folder' ? 'FolderFileQuery' : (kindOf(entry)?.[2] ?? 'FileQuery');

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

const typeOf = (entry: Entry): string =>
  entry.is === 'folder' ? 'FolderFileInfo' : (kindOf(entry)?.[1] ?? 'FileInfo');

/** As much as was asked for; without flags the name alone. */
function fileData(entry: Entry, spec: Data | undefined): Data {
  const has = (flag: string): boolean => flagAt(spec, `details.${flag}`) === true;
  const isTyped = has('fileType') || dataListAt(spec, 'query').length > 0;
  const type = typeOf(entry);
  const described = isTyped ? entry.described : undefined;
  return {
    _type: isTyped ? type : 'FileInfo',
    path: nameOf(entry.path),
    fileSize: has('fileSize') ? (described?.taken ?? entry.size) : undefined,
    modification: has('modification') ? isoOf(entry.at) : undefined,
    owner: has('fileOwner') ? 'root' : undefined,
    ...(described === undefined ? {} : diskWords(described)),
  };
}

const diskWords = ({ kilobytes, isThin }: Described): Data => ({
  diskType: 'VirtualDiskFlatVer2BackingInfo',
  capacityKb: kilobytes,
  hardwareVersion: 19,
  thin: isThin,
});

type Search = { readonly store: Store; readonly path: string; readonly spec: Data | undefined };

function resultIn({ vc }: Call, entries: ReadonlyMap<string, Entry>, { store, path, spec }: Search): Data {
  const matches = matcher(spec);
  const wanted = spec === undefined ? [] : dataListAt(spec, 'query').flatMap(({ _type }) => _type ?? []);
  const prefix = path === '' ? '' : `${path}/`;
  const inside = [...entries.values()].filter((entry) => {
    if (!entry.path.startsWith(prefix) || entry.path.length === prefix.length) return false;
    if (entry.path.includes('/', prefix.length)) return false;
    const fits = wanted.length === 0 || wanted.includes('FileQuery') || wanted.includes(queryOf(entry));
    return fits && matches(nameOf(entry.path));
  });
  const folderPath = path === '' ? `[${store.name}]` : `[${store.name}] ${path}/`;
  const sorted = inside.toSorted((one, other) => (one.path < other.path ? -1 : 1));
  return {
    _type: 'HostDatastoreBrowserSearchResults',
    datastore: vc.refs.of(store),
    folderPath,
    file: sorted.map((entry) => fileData(entry, spec)),
  };
}

/** The datastore and the folder that a path names. */
function searchAsked(
  call: Call,
  part: Part,
): Answer<Search & { readonly entries: ReadonlyMap<string, Entry> }> {
  const text = textAt(call.args, 'datastorePath') ?? '';
  const path = readPath(text);
  const store = storesFor(call.vc, part).find(({ name }) => name === path?.store);
  if (path === undefined || store === undefined)
    return faulted('InvalidDatastorePath', `Invalid datastore path '${text}'.`, { datastorePath: text });
  const entries = entriesOn(call.vc, store);
  if (path.path !== '' && entries.get(path.path)?.is !== 'folder')
    return faulted('FileNotFound', `File ${text} was not found`, { file: text });
  return done({ store, path: path.path, spec: dataAt(call.args, 'searchSpec'), entries });
}

const search: Method<Part> = (call, part) =>
  begin(call, {
    descriptionId: 'HostDatastoreBrowser.search',
    entity: part.owner,
    work: async () => {
      const asked = searchAsked(call, part);
      return asked.ok ? done({ result: resultIn(call, asked.value.entries, asked.value) }) : asked;
    },
  });

const searchAll: Method<Part> = (call, part) =>
  begin(call, {
    descriptionId: 'HostDatastoreBrowser.searchSubFolders',
    entity: part.owner,
    work: async () => {
      const asked = searchAsked(call, part);
      if (!asked.ok) return asked;
      const { entries, path } = asked.value;
      const below = [...entries.values()]
        .filter((entry) => entry.is === 'folder' && (path === '' || entry.path.startsWith(`${path}/`)))
        .map((entry) => entry.path)
        .toSorted();
      const items = [path, ...below].map((folder) =>
        resultIn(call, entries, { ...asked.value, path: folder }),
      );
      return done({ result: { _type: 'ArrayOfHostDatastoreBrowserSearchResults', items } });
    },
  });

export const datastoreBrowser = (): AnyManaged =>
  partType('HostDatastoreBrowser', 'datastoreBrowser', {
    properties: {
      datastore: (part, { vc }) => storesFor(vc, part).map(vc.refs.of),
      supportedType: () => kinds.map(([, , type]) => ({ _type: type })),
    },
    methods: { SearchDatastore_Task: search, SearchDatastoreSubFolders_Task: searchAll },
  });
