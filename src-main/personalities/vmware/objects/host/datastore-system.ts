/** `HostDatastoreSystem`: datastores come, and are mounted. */
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { dataAt, numberAt, refAt, textAt } from '../../wire/ask.ts';
import type { Ref } from '../../wire/value.ts';
import type { Answer } from '../fault.ts';
import { done, faulted, invalidArgument } from '../fault.ts';
import { datacenterOf } from '../inventory/tree.ts';
import type { AnyManaged, Call, Method } from '../managed.ts';
import { escapedName } from '../managed-entity.ts';
import { begin, does } from '../machine/doing.ts';
import { extentsKey } from '../storage/store-disks.ts';
import { hostSystem } from './config-desk.ts';
import { datastoreCapabilities } from './config.ts';
import type { Host } from './host.ts';
import { settingOf, writePaper } from './settings.ts';
import { lunAt, storesOf } from './storage-info.ts';
import { freeDisk, vmfsGrowth } from './vmfs-growth.ts';
import { createOption } from './vmfs-options.ts';

type NewStore = {
  readonly name: string;
  readonly type: 'vmfs' | 'nfs' | 'local';
  readonly gibibytes: number;
  /** Hosts that name the same place mount the same datastore. */
  readonly origin?: Readonly<Record<string, string>>;
  /** The disk that it is made on. */
  readonly disk?: string;
};

async function mount(call: Call, host: Host, wish: NewStore): Promise<Answer<Ref>> {
  const { vc } = call;
  const datacenter = datacenterOf(vc, host);
  if (datacenter === undefined) return faulted('NotSupported', `${host.name} is in no datacenter.`);
  const known = vc
    .world()
    .inventory.ofKind('datastore')
    .find((store) => store.name === wish.name && datacenterOf(vc, store)?.id === datacenter.id);
  if (known !== undefined) return mountKnown(call, host, { store: known.id, wish });
  return mountNew(call, host, { parent: datacenter.id, wish });
}

type Known = { readonly store: EntityId; readonly wish: NewStore };

async function mountKnown(call: Call, host: Host, { store, wish }: Known): Promise<Answer<Ref>> {
  const ref = call.vc.refs.ofId(store) ?? call.self;
  const mounts = host.links.mounts ?? [];
  if (mounts.includes(store) || wish.origin === undefined || !isFrom(call, store, wish.origin))
    return duplicate(ref, wish.name);
  const linked = await link(call, host, [...mounts, store]);
  return linked.ok ? done(ref) : linked;
}

type Fresh = { readonly parent: EntityId; readonly wish: NewStore };

async function mountNew(call: Call, host: Host, { parent, wish }: Fresh): Promise<Answer<Ref>> {
  const { vc } = call;
  const item = {
    kind: 'datastore' as const,
    name: wish.name,
    parent,
    spec: { type: wish.type, capacity: wish.gibibytes },
  };
  const made = await does(call, { type: 'inventory.create', item });
  if (!made.ok) return made;
  const id = made.value.ids[0] as EntityId;
  const linked = await link(call, host, [...(host.links.mounts ?? []), id]);
  if (!linked.ok) return linked;
  if (wish.origin !== undefined) {
    const noted = await writePaper(call, `datastore/${id}/origin`, wish.origin);
    if (!noted.ok) return noted;
  }
  if (wish.disk !== undefined) {
    const noted = await writePaper(call, extentsKey({ id }), { first: wish.disk });
    if (!noted.ok) return noted;
  }
  const ref = vc.refs.ofId(id);
  return ref === undefined
    ? faulted('ManagedObjectNotFound', `${wish.name} was removed meanwhile.`)
    : done(ref);
}

const duplicate = (object: Ref, name: string): Answer<never> =>
  faulted('DuplicateName', `The name '${name}' already exists.`, { name, object });

function isFrom({ vc }: Call, id: EntityId, origin: Readonly<Record<string, string>>): boolean {
  const known = settingOf<Readonly<Record<string, string>>>(vc, `datastore/${id}/origin`, {});
  return known.host === origin.host && known.path === origin.path;
}

const link = (call: Call, { id, links }: Host, mounts: readonly EntityId[]): Promise<Answer<unknown>> =>
  does(call, { type: 'inventory.change', id, links: { ...links, mounts: [...mounts] } });

const nameIn = (call: Call, path: string): string => escapedName(textAt(call.args, path) ?? '');
const noName = (path: string): Answer<never> =>
  invalidArgument(path, `A specified parameter was not correct: ${path}`);

const createLocal: Method<Host> = (call, host) => {
  const name = nameIn(call, 'name');
  if (name === '') return noName('name');
  const path = textAt(call.args, 'path') ?? '';
  return mount(call, host, { name, type: 'local', gibibytes: 512, origin: { path } });
};

const createNas: Method<Host> = (call, host) => {
  const spec = dataAt(call.args, 'spec') ?? {};
  const name = nameIn(call, 'spec.localPath');
  if (name === '') return noName('spec.localPath');
  const origin = {
    host: textAt(spec, 'remoteHost') ?? '',
    path: textAt(spec, 'remotePath') ?? '',
    access: textAt(spec, 'accessMode') ?? 'readWrite',
    user: textAt(spec, 'userName') ?? '',
  };
  if (origin.host === '' || origin.path === '') return noName('spec.remotePath');
  return mount(call, host, { name, type: 'nfs', gibibytes: 2048, origin });
};

const createVmfs: Method<Host> = (call, host) => {
  const name = nameIn(call, 'spec.vmfs.volumeName');
  if (name === '') return noName('spec.vmfs.volumeName');
  const diskName = textAt(call.args, 'spec.vmfs.extent.diskName') ?? '';
  const lun = freeDisk(call, host, diskName);
  if (!lun.ok) return lun;
  const { gibibytes, name: disk } = lun.value;
  return mount(call, host, { name, type: 'vmfs', gibibytes, disk });
};

/** Taken off this host; with the last host that had it, it is gone. */
async function unmount(call: Call, host: Host, ref: Ref | undefined): Promise<Answer> {
  const { vc } = call;
  const store = ref === undefined ? undefined : vc.refs.entity(ref);
  if (store?.kind !== 'datastore' || !(host.links.mounts ?? []).includes(store.id))
    return faulted('NotFound', 'The datastore is not on this host.');
  const used = vc
    .members()
    .ofDatastore(store.id)
    .filter(({ spec }) => spec.host === host.id);
  if (used.length > 0)
    return faulted('ResourceInUse', `The resource '${store.name}' is in use.`, {
      type: 'Datastore',
      name: store.name,
    });
  const others = vc
    .members()
    .hostsOfDatastore(store.id)
    .filter(({ id }) => id !== host.id);
  const linked = await link(
    call,
    host,
    (host.links.mounts ?? []).filter((id) => id !== store.id),
  );
  if (!linked.ok) return linked;
  if (others.length > 0) return done(undefined);
  const did = await does(call, { type: 'inventory.remove', id: store.id });
  return did.ok ? done(undefined) : did;
}

const removeMany: Method<Host> = (call, host) =>
  begin(call, {
    descriptionId: 'HostDatastoreSystem.removeDatastoreEx',
    entity: host,
    work: async () => {
      const { datastore } = call.args;
      for (const ref of Array.isArray(datastore) ? (datastore as readonly Ref[]) : []) {
        const now = call.vc.world().inventory.get(host.id);
        const gone = await unmount(call, now?.kind === 'host' ? now : host, ref);
        if (!gone.ok) return gone;
      }
      return done({});
    },
  });

const createOptions: Method<Host> = (call, host) => {
  const path = textAt(call.args, 'devicePath') ?? '';
  const lun = lunAt(call.vc, host, path);
  if (lun === undefined) return faulted('NotFound', `${host.name} has no disk ${path}.`);
  return done(lun.store === null ? [createOption(lun, numberAt(call.args, 'vmfsMajorVersion') ?? 6)] : []);
};

export const datastoreSystem = (): AnyManaged =>
  hostSystem('datastoreSystem', {
    properties: {
      datastore: (host, { vc }) => storesOf(vc, host).map(vc.refs.of),
      capabilities: () => datastoreCapabilities,
    },
    methods: {
      CreateLocalDatastore: createLocal,
      CreateNasDatastore: createNas,
      CreateVmfsDatastore: createVmfs,
      RemoveDatastore: (call, host) => unmount(call, host, refAt(call.args, 'datastore')),
      RemoveDatastoreEx_Task: removeMany,
      QueryVmfsDatastoreCreateOptions: createOptions,
      QueryUnresolvedVmfsVolumes: () => done([]),
      ...vmfsGrowth,
    },
  });
