/** Resource pools, root pools among them, and folders, those that only vSphere has among them. */
import type { Allocation } from '../../../../../sim/contract/machine-specs.ts';
import type { Entity } from '../../../../../sim/contract/entities.ts';
import { isManaged, rootFolder } from '../../objects/refs.ts';
import type { DatacenterFolder } from '../../objects/refs.ts';
import { nameOf, parentOf } from '../../objects/inventory/tree.ts';
import { poolAt } from '../../objects/cluster/resource-pool.ts';
import { isAlone } from '../../objects/cluster/compute-resource.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { isRef } from '../../wire/value.ts';
import type { Vc } from '../../vc.ts';
import { bySoap } from '../by-soap.ts';
import { madeNew, noSuch, refuse, refusedAs, told } from '../reply.ts';
import { readRefusal } from './readable.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, filterIn, flagIn, numberIn, param, specIn, textIn } from '../rest-call.ts';
import type { Fields, Operation, RestCall } from '../rest-call.ts';
import { managedOf } from './estate.ts';

const aboveOf = (vc: Vc, from: Ref): readonly string[] => {
  const places: string[] = [];
  for (let ref = parentOf(vc, from); ref !== undefined; ref = parentOf(vc, ref)) places.push(ref.value);
  return places;
};

const filters = ['datacenters', 'clusters', 'hosts', 'parent_resource_pools', 'parent_folders'];

function isShown(call: RestCall, ref: Ref, own: string): boolean {
  const name = nameOf(call.vc, ref) ?? '';
  if (filterIn(call, own)?.has(ref.value) === false || filterIn(call, 'names')?.has(name) === false)
    return false;
  return filters.every((filter) => {
    const wish = filterIn(call, filter);
    return wish === undefined || aboveOf(call.vc, ref).some((place) => wish.has(place));
  });
}

const rootPools = (vc: Vc): readonly Ref[] => [
  ...managedOf(vc, 'cluster').map(vc.refs.rootPool),
  ...managedOf(vc, 'host')
    .filter((host) => isAlone(vc, host))
    .map(vc.refs.rootPool),
];

const poolRefs = (vc: Vc): readonly Ref[] => [...rootPools(vc), ...managedOf(vc, 'pool').map(vc.refs.of)];

const listPools = (call: RestCall): Reply =>
  told(
    poolRefs(call.vc)
      .filter((ref) => readRefusal(call, ref) === null && isShown(call, ref, 'resource_pools'))
      .map((ref) => ({ resource_pool: ref.value, name: nameOf(call.vc, ref) ?? '' })),
  );

const share = ({ reservation, limit, shares }: Allocation): object => ({
  reservation,
  limit,
  expandable_reservation: true,
  shares: { level: 'CUSTOM', shares },
});

function getPool(call: RestCall): Reply {
  const { vc } = call;
  const id = param(call, 'resource_pool');
  const ref = poolRefs(vc).find(({ value }) => value === id);
  const found = ref === undefined ? undefined : poolAt(vc, ref, ref._ref);
  if (ref === undefined || found === undefined) return noSuch('resource pool', id);
  const refusal = readRefusal(call, ref);
  if (refusal !== null) return refusedAs(refusal);
  const below = managedOf(vc, 'pool')
    .map(vc.refs.of)
    .filter((each) => parentOf(vc, each)?.value === id);
  const { pool } = found;
  return told({
    name: nameOf(vc, ref) ?? '',
    resource_pools: below.map(({ value }) => value),
    ...(pool === null
      ? {}
      : { cpu_allocation: share(pool.spec.cpu), memory_allocation: share(pool.spec.memory) }),
  });
}

const allocation = (spec: Fields): Data => {
  const shares = fieldsIn(spec, 'shares');
  return {
    reservation: numberIn(spec, 'reservation') ?? 0,
    expandableReservation: flagIn(spec, 'expandable_reservation') ?? true,
    limit: numberIn(spec, 'limit') ?? -1,
    shares: {
      level: (textIn(shares, 'level') ?? 'NORMAL').toLowerCase(),
      shares: numberIn(shares, 'shares') ?? 4000,
    },
  };
};

const poolSpec = (spec: Fields): Data => ({
  _type: 'ResourceConfigSpec',
  cpuAllocation: allocation(fieldsIn(spec, 'cpu_allocation')),
  memoryAllocation: allocation(fieldsIn(spec, 'memory_allocation')),
});

async function createPool(call: RestCall): Promise<Reply> {
  const spec = specIn(call);
  const parent = poolRefs(call.vc).find(({ value }) => value === textIn(spec, 'parent'));
  if (parent === undefined) return noSuch('resource pool', textIn(spec, 'parent') ?? '');
  const args = { name: textIn(spec, 'name') ?? '', spec: poolSpec(spec) };
  const did = await bySoap(call, { self: parent, method: 'CreateResourcePool', args });
  if (!did.ok) return did;
  return isRef(did.value) ? madeNew(did.value.value) : refuse('error', 'The resource pool was not named.');
}

async function removePool(call: RestCall): Promise<Reply> {
  const id = param(call, 'resource_pool');
  const ref = poolRefs(call.vc).find(({ value }) => value === id);
  if (ref === undefined) return noSuch('resource pool', id);
  const did = await bySoap(call, { self: ref, method: 'Destroy_Task' });
  return did.ok ? told(undefined) : did;
}

const folderTypes: Readonly<Record<string, string>> = {
  vm: 'VIRTUAL_MACHINE',
  host: 'HOST',
  datastore: 'DATASTORE',
  network: 'NETWORK',
  datacenter: 'DATACENTER',
};

type FolderRow = { readonly ref: Ref; readonly holds: string };

function folders(vc: Vc): readonly FolderRow[] {
  const inborn: readonly DatacenterFolder[] = ['datastore', 'host', 'network', 'vm'];
  const own = (datacenter: Entity): readonly FolderRow[] =>
    inborn.map((holds) => ({ ref: vc.refs.datacenterFolder(datacenter, holds), holds }));
  const made = vc
    .world()
    .inventory.ofKind('folder')
    .filter((folder) => isManaged(vc.world(), folder));
  return [
    { ref: rootFolder, holds: 'datacenter' },
    ...managedOf(vc, 'datacenter').flatMap(own),
    ...made.map((folder) => ({ ref: vc.refs.of(folder), holds: folder.spec.holds })),
  ];
}

const listFolders = (call: RestCall): Reply =>
  told(
    folders(call.vc).flatMap(({ ref, holds }) => {
      const type = folderTypes[holds] ?? '';
      const wish = filterIn(call, 'type');
      if (readRefusal(call, ref) !== null) return [];
      if (ref._ref !== 'Folder' || (wish !== undefined && !wish.has(type)) || !isShown(call, ref, 'folders'))
        return [];
      return [{ folder: ref.value, name: nameOf(call.vc, ref) ?? '', type }];
    }),
  );

export const poolOperations: readonly Operation[] = [
  { on: 'GET /vcenter/resource-pool', run: listPools },
  { on: 'POST /vcenter/resource-pool', run: createPool },
  { on: 'GET /vcenter/resource-pool/{resource_pool}', run: getPool },
  { on: 'DELETE /vcenter/resource-pool/{resource_pool}', run: removePool },
  { on: 'GET /vcenter/folder', run: listFolders },
];
