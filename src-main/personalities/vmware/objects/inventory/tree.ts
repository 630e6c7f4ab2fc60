/** The tree as vSphere draws it: the world's own, with the folders and root pools that only vSphere has. */
import type { Entity, EntityOf, Kind } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Vc } from '../../vc.ts';
import type { Ref } from '../../wire/value.ts';
import { rootFolder } from '../refs.ts';
import type { DatacenterFolder, Found } from '../refs.ts';

/** The kinds that stand in each of a datacenter's four folders, beside folders for the same. */
const residents: Readonly<Record<DatacenterFolder, readonly Kind[]>> = {
  vm: ['vm'],
  host: ['cluster', 'host'],
  datastore: ['datastore'],
  network: ['vswitch', 'network'],
};

const folderOf: Partial<Record<Kind, DatacenterFolder>> = {
  vm: 'vm',
  cluster: 'host',
  host: 'host',
  datastore: 'datastore',
  vswitch: 'network',
  network: 'network',
};

/** What stands in a folder, whichever kind of folder it is. */
export function childrenOf(vc: Vc, found: Found): readonly Ref[] {
  switch (found.is) {
    case 'root-folder':
      return datacentersOf(vc);
    case 'datacenter-folder':
      return inFolder(vc, found.entity.id, found.holds);
    case 'entity':
      return found.entity.kind === 'folder' ? inFolder(vc, found.entity.id, found.entity.spec.holds) : [];
    case 'compute-resource':
    case 'root-pool':
    case 'part':
    case 'service':
      return [];
    default:
      return found satisfies never;
  }
}

/** Below whatever site they belong to: vCenter has one root. */
function datacentersOf(vc: Vc): readonly Ref[] {
  const { inventory } = vc.world();
  const refs: Ref[] = [];
  for (const site of inventory.ofKind('site')) refs.push(...inFolder(vc, site.id, 'datacenter'));
  return refs;
}

function inFolder(vc: Vc, id: EntityId, holds: DatacenterFolder | 'datacenter'): readonly Ref[] {
  const { inventory } = vc.world();
  const kinds: readonly Kind[] = holds === 'datacenter' ? ['datacenter'] : residents[holds];
  const refs: Ref[] = [];
  for (const child of inventory.childrenOf(id)) {
    const isInside = child.kind === 'folder' ? child.spec.holds === holds : kinds.includes(child.kind);
    if (isInside) refs.push(...shownAs(vc, child));
  }
  if (holds === 'vm') refs.push(...appsIn(vc, id));
  if (holds === 'network') refs.push(...vc.members().standardNetworks(id).map(vc.refs.of));
  return refs;
}

/** A host stands in a folder as its compute resource; a switch brings its port groups with it. */
function shownAs(vc: Vc, child: Entity): readonly Ref[] {
  if (child.kind === 'host') return [vc.refs.computeResource(child)];
  if (child.kind === 'vm' && appOf(vc, child) !== undefined) return [];
  if (child.kind !== 'vswitch') return [vc.refs.of(child)];
  return [vc.refs.of(child), ...networksOn(vc, child.id).map(vc.refs.of)];
}

export const networksOn = (vc: Vc, vswitch: EntityId): readonly EntityOf<'network'>[] =>
  childrenOfKind(vc, vswitch, 'network');

export function childrenOfKind<K extends Kind>(vc: Vc, id: EntityId, kind: K): readonly EntityOf<K>[] {
  const found: EntityOf<K>[] = [];
  for (const child of vc.world().inventory.childrenOf(id))
    if (child.kind === kind) found.push(child as EntityOf<K>);
  return found;
}

/** The vApp that a machine is part of: a pool that is shown as one. */
export function appOf(vc: Vc, vm: EntityOf<'vm'>): Ref | undefined {
  if (vm.spec.pool === null) return undefined;
  const pool = vc.world().inventory.get(vm.spec.pool);
  return pool?.kind === 'pool' && vc.refs.typeOf(pool) === 'VirtualApp' ? vc.refs.of(pool) : undefined;
}

/** vApps also stand in a machine folder: the one that their paper names. */
function appsIn(vc: Vc, folder: EntityId): readonly Ref[] {
  return vc
    .world()
    .inventory.ofKind('pool')
    .flatMap((pool) => {
      if (vc.refs.typeOf(pool) !== 'VirtualApp') return [];
      return appFolderId(vc, pool) === folder ? [vc.refs.of(pool)] : [];
    });
}

/** The folder, or the datacenter whose machine folder it is, where a vApp stands. */
export function appFolderId(vc: Vc, pool: EntityOf<'pool'>): EntityId | undefined {
  const named = vc.papers.get(`pool/${pool.id}/folder`);
  const { inventory } = vc.world();
  const given = typeof named === 'string' ? inventory.get(named as EntityId) : undefined;
  return given?.id ?? datacenterOf(vc, pool)?.id;
}

export function datacenterOf(vc: Vc, entity: Entity): EntityOf<'datacenter'> | undefined {
  const { inventory } = vc.world();
  for (let at: Entity | undefined = entity; at !== undefined;) {
    if (at.kind === 'datacenter') return at;
    at = at.parent === null ? undefined : inventory.get(at.parent);
  }
  return undefined;
}

/** The object above; undefined for the root folder, and for what stands outside of the tree. */
export function parentOf(vc: Vc, ref: Ref): Ref | undefined {
  const found = vc.refs.find(ref);
  if (found === undefined) return undefined;
  switch (found.is) {
    case 'datacenter-folder':
      return vc.refs.of(found.entity);
    case 'compute-resource':
      return standsIn(vc, found.entity);
    case 'root-pool':
      return computeOf(vc, found.entity);
    case 'entity':
      return parentOfEntity(vc, found.entity);
    case 'root-folder':
    case 'part':
    case 'service':
      return undefined;
    default:
      return found satisfies never;
  }
}

/** What a cluster, or a host that stands alone, is as a compute resource. */
export const computeOf = (vc: Vc, owner: Entity): Ref =>
  owner.kind === 'cluster' ? vc.refs.of(owner) : vc.refs.computeResource(owner);

export function parentOfEntity(vc: Vc, entity: Entity): Ref | undefined {
  switch (entity.kind) {
    case 'host':
      return inCluster(vc, entity) ?? vc.refs.computeResource(entity);
    case 'pool':
      return aboveOfPool(vc, entity);
    case 'vm':
      return appOf(vc, entity) === undefined ? standsIn(vc, entity) : undefined;
    case 'network':
      return standsIn(vc, switchOf(vc, entity) ?? entity);
    default:
      return standsIn(vc, entity);
  }
}

function inCluster(vc: Vc, host: EntityOf<'host'>): Ref | undefined {
  const parent = host.parent === null ? undefined : vc.world().inventory.get(host.parent);
  return parent?.kind === 'cluster' ? vc.refs.of(parent) : undefined;
}

function aboveOfPool(vc: Vc, pool: EntityOf<'pool'>): Ref | undefined {
  const parent = pool.parent === null ? undefined : vc.world().inventory.get(pool.parent);
  if (parent === undefined) return undefined;
  return parent.kind === 'pool' ? vc.refs.of(parent) : vc.refs.rootPool(parent);
}

export function switchOf(vc: Vc, network: EntityOf<'network'>): EntityOf<'vswitch'> | undefined {
  const parent = network.parent === null ? undefined : vc.world().inventory.get(network.parent);
  return parent?.kind === 'vswitch' ? parent : undefined;
}

/** The folder in which something stands. */
function standsIn(vc: Vc, entity: Entity): Ref | undefined {
  const parent = entity.parent === null ? undefined : vc.world().inventory.get(entity.parent);
  if (parent === undefined) return undefined;
  if (parent.kind === 'folder') return vc.refs.of(parent);
  if (parent.kind === 'site') return rootFolder;
  // A standard switch belongs to its host; its port groups stand in the folder for networks.
  if (parent.kind === 'host') return networkFolderOf(vc, parent);
  if (parent.kind !== 'datacenter') return vc.refs.of(parent);
  const holds = entity.kind === 'folder' ? entity.spec.holds : folderOf[entity.kind];
  if (holds === undefined || holds === 'datacenter') return vc.refs.of(parent);
  return vc.refs.datacenterFolder(parent, holds);
}

function networkFolderOf(vc: Vc, host: Entity): Ref | undefined {
  const datacenter = datacenterOf(vc, host);
  return datacenter === undefined ? undefined : vc.refs.datacenterFolder(datacenter, 'network');
}

/** The name that an object of the tree goes by, as the world has it. */
export function nameOf(vc: Vc, ref: Ref): string | undefined {
  const found = vc.refs.find(ref);
  if (found === undefined) return undefined;
  switch (found.is) {
    case 'root-folder':
      return vc.kind === 'host' ? 'ha-folder-root' : 'Datacenters';
    case 'datacenter-folder':
      return found.holds;
    case 'root-pool':
      return 'Resources';
    case 'entity':
    case 'compute-resource':
      return found.entity.name;
    case 'part':
    case 'service':
      return undefined;
    default:
      return found satisfies never;
  }
}

/** What a folder may hold, in vSphere's words. */
export const childTypes = {
  vm: ['Folder', 'VirtualMachine', 'VirtualApp'],
  host: ['Folder', 'ComputeResource'],
  datastore: ['Folder', 'Datastore', 'StoragePod'],
  network: ['Folder', 'Network', 'DistributedVirtualSwitch'],
  datacenter: ['Folder', 'Datacenter'],
} as const satisfies Record<DatacenterFolder | 'datacenter', readonly string[]>;

/** The networks of a datacenter as vCenter lists them: switches are not among them. */
export function shownNetworks(vc: Vc, datacenter: EntityOf<'datacenter'>): readonly Ref[] {
  const { inventory } = vc.world();
  const standing = inventory.ofKind('network').filter((network) => {
    const vswitch = switchOf(vc, network);
    const isStandard = vswitch !== undefined && isOnHost(vc, vswitch);
    return !isStandard && datacenterOf(vc, network)?.id === datacenter.id;
  });
  return [...standing, ...vc.members().standardNetworks(datacenter.id)].map(vc.refs.of);
}

/** A standard switch belongs to one host and is no object of vCenter's tree. */
export const isOnHost = (vc: Vc, { parent }: EntityOf<'vswitch'>): boolean =>
  parent !== null && vc.world().inventory.get(parent)?.kind === 'host';
