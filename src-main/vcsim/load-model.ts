/** The inventory that govc object.save kept, as far as the world has words for it: `-load`. */
import type { EntityId } from '../../sim/contract/ids.ts';
import { planSavedHosts } from './load-hosts.ts';
import { createLoadBook, plainName, type LoadBook } from './load-book.ts';
import { planSavedMachines } from './load-machines.ts';
import type { Model } from './model-book.ts';
import { numberAt, refsAt, textAt, type SavedObject } from './saved.ts';

const gibibyte = 1_073_741_824;

/** Machines that were on are on again, since now. */
export function planLoaded(objects: readonly SavedObject[], now: number): Model {
  const book = createLoadBook(objects);
  planTree(book);
  for (const object of ofType(book, 'Datastore')) planStore(book, object);
  for (const type of ['ClusterComputeResource', 'ComputeResource'])
    for (const object of ofType(book, type)) planCompute(book, object);
  planSavedHosts(book);
  planPools(book);
  planNetworks(book);
  planSavedMachines(book, now);
  return book.model();
}

const ofType = ({ objects }: LoadBook, type: string): readonly SavedObject[] =>
  objects.filter((object) => object.type === type);

const nameOf = (object: SavedObject): string => plainName(textAt(object, 'name'));

/** Where an object stands; in the site where its parent was not saved. */
const above = (book: LoadBook, object: SavedObject): EntityId =>
  book.placeOf(textAt(object, 'parent')) ?? book.site;

/** Folders and datacenters, each after what it stands in. */
function planTree(book: LoadBook): void {
  const waiting = book.objects.filter(({ type }) => /^(Folder|StoragePod|Datacenter)$/.test(type));
  const settled = new Set<string>();
  const settle = (object: SavedObject): void => {
    if (settled.has(object.name)) return;
    settled.add(object.name);
    const parent = book.object(textAt(object, 'parent'));
    if (parent !== undefined && waiting.includes(parent)) settle(parent);
    planPlace(book, object, parent);
  };
  for (const object of waiting) settle(object);
}

function planPlace(book: LoadBook, object: SavedObject, parent: SavedObject | undefined): void {
  if (object.type === 'Datacenter') {
    book.add(
      { kind: 'datacenter', name: nameOf(object), parent: above(book, object), spec: {} },
      object.name,
    );
    return;
  }
  // The root folder, and the four that every datacenter has, are not the world's.
  if (parent === undefined || parent.type === 'Datacenter') {
    book.settle(object.name, above(book, object));
    return;
  }
  const spec = { holds: holdingOf(object) };
  const id = book.add(
    { kind: 'folder', name: nameOf(object), parent: above(book, object), spec },
    object.name,
  );
  if (object.type === 'StoragePod') book.write({ key: `folder/${id}/type`, value: 'StoragePod' });
}

function holdingOf(object: SavedObject): 'vm' | 'host' | 'datastore' | 'network' | 'datacenter' {
  const types = refsAt(object, 'childType');
  if (types.includes('VirtualMachine')) return 'vm';
  if (types.includes('ComputeResource')) return 'host';
  if (types.includes('Network')) return 'network';
  if (types.includes('Datacenter')) return 'datacenter';
  return types.includes('Datastore') || object.type === 'StoragePod' ? 'datastore' : 'vm';
}

const storeTypes: Readonly<Record<string, 'vmfs' | 'nfs' | 'vsan'>> = {
  VMFS: 'vmfs',
  NFS: 'nfs',
  NFS41: 'nfs',
  vsan: 'vsan',
};

function planStore(book: LoadBook, object: SavedObject): void {
  const capacity = numberAt(object, 'summary.capacity', 0) / gibibyte;
  const type = storeTypes[textAt(object, 'summary.type')] ?? 'local';
  const item = { kind: 'datastore', name: nameOf(object), parent: above(book, object) } as const;
  book.add({ ...item, spec: { type, capacity } }, object.name);
}

/** A host that stands alone is its own compute resource; its name leads to where it stands. */
function planCompute(book: LoadBook, object: SavedObject): void {
  if (object.type === 'ComputeResource') {
    book.settle(object.name, above(book, object));
    return;
  }
  const isOn = (path: string): boolean => textAt(object, path) === 'true';
  const spec = {
    ha: isOn('configurationEx.dasConfig.enabled'),
    drs: isOn('configurationEx.drsConfig.enabled') ? ('manual' as const) : ('off' as const),
  };
  book.add({ kind: 'cluster', name: nameOf(object), parent: above(book, object), spec }, object.name);
}

/** Pools come after those they are in; the root pool is its owner's own. */
function planPools(book: LoadBook): void {
  const waiting = book.objects.filter(({ type }) => type === 'ResourcePool' || type === 'VirtualApp');
  const settle = (object: SavedObject): void => {
    if (book.placeOf(object.name) !== undefined) return;
    const parent = book.object(textAt(object, 'parent'));
    if (parent !== undefined && waiting.includes(parent)) settle(parent);
    planPool(book, object, parent);
  };
  for (const object of waiting) settle(object);
}

function planPool(book: LoadBook, object: SavedObject, parent: SavedObject | undefined): void {
  if (parent?.type === 'ComputeResource') {
    // The pool of a host that stands alone is the host's.
    const host = book.placeOf(refsAt(parent, 'host')[0] ?? '');
    if (host !== undefined) book.settle(object.name, host);
    return;
  }
  const place = parent === undefined ? undefined : book.placeOf(parent.name);
  if (place === undefined) return;
  if (parent?.type === 'ClusterComputeResource') {
    book.settle(object.name, place);
    return;
  }
  const id = book.add({ kind: 'pool', name: nameOf(object), parent: place, spec: {} }, object.name);
  if (object.type !== 'VirtualApp') return;
  book.write({ key: `pool/${id}/type`, value: 'VirtualApp' });
  const folder = book.placeOf(textAt(object, 'parentFolder'));
  if (folder !== undefined) book.write({ key: `pool/${id}/folder`, value: folder });
}

/** Switches first; port groups of hosts' own switches came with their hosts. */
function planNetworks(book: LoadBook): void {
  for (const object of book.objects.filter(({ type }) => type.endsWith('DistributedVirtualSwitch'))) {
    const uuid = textAt(object, 'uuid');
    const item = { kind: 'vswitch', name: nameOf(object), parent: above(book, object) } as const;
    const aliases = /^[\da-f-]{36}$/.test(uuid) ? { uuid } : {};
    book.add({ ...item, spec: { type: 'distributed' }, aliases }, object.name);
  }
  for (const object of book.objects) planNetwork(book, object);
}

function planNetwork(book: LoadBook, object: SavedObject): void {
  if (!/^(Network|OpaqueNetwork|DistributedVirtualPortgroup)$/.test(object.type)) return;
  if (book.placeOf(object.name) !== undefined) return;
  const vswitch = book.placeOf(textAt(object, 'config.distributedVirtualSwitch'));
  const vlan = numberAt(object, 'config.defaultPortConfig.vlan.vlanId', 0);
  const spec = vlan > 0 && vlan < 4095 ? { vlan } : {};
  const item = {
    kind: 'network',
    name: nameOf(object),
    parent: vswitch ?? above(book, object),
    spec,
  } as const;
  const id = book.add(item, object.name);
  if (object.type === 'OpaqueNetwork') book.write({ key: `network/${id}/type`, value: 'OpaqueNetwork' });
  const isUplink = refsAt(object, 'tag').length > 0 || textAt(object, 'config.uplink') === 'true';
  if (vswitch !== undefined && isUplink) book.write({ key: `network/${id}/uplink`, value: true });
}
