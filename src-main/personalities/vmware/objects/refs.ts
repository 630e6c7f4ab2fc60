/** Managed object references: the world's entities under their vSphere names, and what only vSphere has beside them. */
import type { Entity, Kind } from '../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { World } from '../../../../sim/index.ts';
import { above } from '../../../../sim/index.ts';
import type { Ref } from '../wire/value.ts';

export const rootFolder: Ref = { _ref: 'Folder', value: 'group-d1' };

/** The four folders that every datacenter has; the world holds what is in them as the datacenter's own. */
export const datacenterFolders = {
  vm: 'group-vd',
  host: 'group-hd',
  datastore: 'group-sd',
  network: 'group-nd',
} as const;
export type DatacenterFolder = keyof typeof datacenterFolders;

/** What a reference leads to. */
export type Found =
  | { readonly is: 'entity'; readonly entity: Entity }
  /** `group-v` and its kin of a datacenter. */
  | { readonly is: 'datacenter-folder'; readonly holds: DatacenterFolder; readonly entity: Entity }
  /** The compute resource of a host that stands alone. */
  | { readonly is: 'compute-resource'; readonly entity: Entity }
  /** The root pool of a cluster or of a host that stands alone. */
  | { readonly is: 'root-pool'; readonly entity: Entity }
  /** A part of an entity: its browser, one of its systems, a snapshot. `name` stands before the owner's. */
  | { readonly is: 'part'; readonly name: string; readonly rest: string; readonly entity: Entity }
  /** One of its kind: `ServiceInstance`, `SessionManager`. */
  | { readonly is: 'service'; readonly name: string }
  | { readonly is: 'root-folder' };

const prefixes: Readonly<Record<string, Kind>> = {
  datacenter: 'datacenter',
  'group-v': 'folder',
  'domain-c': 'cluster',
  host: 'host',
  resgroup: 'pool',
  vm: 'vm',
  datastore: 'datastore',
  dvs: 'vswitch',
  network: 'network',
  dvportgroup: 'network',
};

const entityName =
  /(?:datacenter-|group-v|domain-c|host-|resgroup-|vm-|datastore-|dvs-|network-|dvportgroup-)\d+/;
const exactly = new RegExp(`^${entityName.source}$`);
const ofPart = new RegExp(`^([A-Za-z]+)-(${entityName.source})(?:-(.+))?$`);

export type Refs = ReturnType<typeof createRefs>;

export function createRefs(deps: {
  readonly world: () => World;
  /** A pool that is shown as a vApp, a folder that is a datastore cluster, a network of another maker. */
  readonly typeOf: (entity: Entity) => string | undefined;
}) {
  const { world } = deps;
  const strangers = createStrangers(world);
  const named = (asked: string): Entity | undefined => {
    // Most are called as the lab calls them.
    const same = world().inventory.get(asked as EntityId);
    if (same !== undefined && same.aliases.moRef === asked) return same;
    const name = asked.replace(/^dvportgroup-/, 'network-');
    const parts = /^(.*?)-?(\d+)$/.exec(name);
    if (parts === null || !exactly.test(name)) return undefined;
    const kind = prefixes[parts[1] ?? ''];
    const own = kind === undefined ? undefined : world().inventory.get(`${kind}-${parts[2]}` as EntityId);
    return own?.aliases.moRef === name ? own : strangers(name);
  };
  const typeOf = (entity: Entity): string => deps.typeOf(entity) ?? usualType(world(), entity);
  const refOf = (entity: Entity): Ref => {
    const type = typeOf(entity);
    return { _ref: type, value: valueOf(entity, type) };
  };
  return {
    of: refOf,
    /** Of the entity with this id, where it is still there. */
    ofId: (id: EntityId | null | undefined): Ref | undefined => {
      const entity = id === null || id === undefined ? undefined : world().inventory.get(id);
      return entity === undefined ? undefined : refOf(entity);
    },
    typeOf,
    find: ({ _ref, value }: Ref): Found | undefined => find(named, _ref, value),
    /** The entity itself, where the reference means one. */
    entity: ({ value }: Ref): Entity | undefined => named(value),
    datacenterFolder: (datacenter: Entity, holds: DatacenterFolder): Ref => ({
      _ref: 'Folder',
      value: `${datacenterFolders[holds]}${numberIn(datacenter)}`,
    }),
    computeResource: (host: Entity): Ref => ({ _ref: 'ComputeResource', value: `domain-s${numberIn(host)}` }),
    rootPool: (owner: Entity): Ref => ({
      _ref: 'ResourcePool',
      value: `resgroup-${owner.kind === 'cluster' ? 'c' : 'h'}${numberIn(owner)}`,
    }),
    part: (type: string, name: string, owner: Entity): Ref => ({
      _ref: type,
      value: `${name}-${owner.aliases.moRef ?? owner.id}`,
    }),
  };
}

/** A network of the world is a port group here, where it hangs on a distributed switch. */
function valueOf({ id, aliases }: Entity, type: string): string {
  const value = aliases.moRef ?? id;
  return type === 'DistributedVirtualPortgroup' ? value.replace(/^network-/, 'dvportgroup-') : value;
}

const numberIn = (entity: Entity): string => /\d+$/.exec(entity.aliases.moRef ?? '')?.[0] ?? '0';

function find(named: (name: string) => Entity | undefined, type: string, value: string): Found | undefined {
  if (value === rootFolder.value) return { is: 'root-folder' };
  const entity = named(value);
  if (entity !== undefined) return { is: 'entity', entity };
  const inside = /^(group-[vhsn]d|domain-s|resgroup-[ch])(\d+)$/.exec(value);
  if (inside !== null) return virtual(named, inside[1] ?? '', inside[2] ?? '');
  return partIn(named, type, value);
}

function partIn(named: (name: string) => Entity | undefined, type: string, value: string): Found | undefined {
  const part = ofPart.exec(value);
  if (part === null) return { is: 'service', name: type };
  const [, name = '', owner = '', rest = ''] = part;
  const entity = named(owner);
  return entity === undefined ? undefined : { is: 'part', name, rest, entity };
}

const holdings: Readonly<Record<string, DatacenterFolder>> = {
  'group-vd': 'vm',
  'group-hd': 'host',
  'group-sd': 'datastore',
  'group-nd': 'network',
};

function virtual(
  named: (name: string) => Entity | undefined,
  prefix: string,
  number: string,
): Found | undefined {
  const holds = holdings[prefix];
  if (holds !== undefined) {
    const entity = named(`datacenter-${number}`);
    return entity === undefined ? undefined : { is: 'datacenter-folder', holds, entity };
  }
  const entity = named(prefix === 'resgroup-c' ? `domain-c${number}` : `host-${number}`);
  if (entity === undefined) return undefined;
  return { is: prefix === 'domain-s' ? 'compute-resource' : 'root-pool', entity };
}

/** Entities whose id is no counter of ours: their number says nothing about their id. */
function createStrangers(world: () => World) {
  let seen: { readonly inventory: unknown; readonly changes: number } | null = null;
  let names = new Map<string, EntityId>();
  return (name: string): Entity | undefined => {
    const { inventory } = world();
    const changes = inventory.changes();
    if (seen === null || seen.inventory !== inventory || seen.changes !== changes) {
      seen = { inventory, changes };
      names = new Map();
      for (const { id, aliases } of inventory.all())
        if (aliases.moRef !== undefined && !/-\d+$/.test(id)) names.set(aliases.moRef, id);
    }
    const id = names.get(name);
    return id === undefined ? undefined : inventory.get(id);
  };
}

function usualType(world: World, entity: Entity): string {
  switch (entity.kind) {
    case 'datacenter':
      return 'Datacenter';
    case 'folder':
      return 'Folder';
    case 'cluster':
      return 'ClusterComputeResource';
    case 'host':
      return 'HostSystem';
    case 'pool':
      return 'ResourcePool';
    case 'vm':
      return 'VirtualMachine';
    case 'datastore':
      return 'Datastore';
    case 'vswitch':
      return 'VmwareDistributedVirtualSwitch';
    case 'network':
      return isOnDistributed(world, entity) ? 'DistributedVirtualPortgroup' : 'Network';
    default:
      return 'ManagedEntity';
  }
}

function isOnDistributed({ inventory }: World, { parent }: Entity): boolean {
  const above = parent === null ? undefined : inventory.get(parent);
  return above?.kind === 'vswitch' && above.spec.type === 'distributed';
}

/** A virtual datacenter holds what vCenter manages; clouds and UCS domains have managers of their own. */
export function isManaged({ inventory }: World, entity: Entity): boolean {
  if (above(inventory, entity.id, 'datacenter') !== undefined) return true;
  return entity.kind === 'folder' && entity.spec.holds === 'datacenter';
}
