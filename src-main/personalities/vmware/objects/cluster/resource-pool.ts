/** Resource pools: the root of each cluster or lone host, and those below it. vApps are pools too. */
import type { Entity, EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Allocation } from '../../../../../sim/contract/machine-specs.ts';
import type { Vc } from '../../vc.ts';
import type { Data, Ref } from '../../wire/value.ts';
import { isoOf } from '../../wire/value.ts';
import { appFolderId, childrenOfKind, computeOf, parentOf } from '../inventory/tree.ts';
import { treeProperties } from '../inventory/tree-properties.ts';
import { managed } from '../managed.ts';
import type { AnyManaged, ManagedType, Read } from '../managed.ts';
import type { Found } from '../refs.ts';
import { expandableOf } from './pool-promises.ts';
import type { Expandable } from './pool-promises.ts';

/** A pool of the world, or the root pool: `owner` is the cluster or host whose share it parts. */
export type Pool = { readonly found: Found; readonly pool: EntityOf<'pool'> | null; readonly owner: Entity };
type Parts = Pick<ManagedType<Pool>, 'properties' | 'methods'>;

export const resourcePoolType = (parts: Parts): AnyManaged => poolType('ResourcePool', parts, {});

export const virtualAppType = (parts: Parts): AnyManaged =>
  poolType('VirtualApp', parts, {
    parentFolder: ({ pool }, { vc }) => (pool === null ? undefined : appFolder(vc, pool)),
    parentVApp: ({ found }, { vc }, ref) => {
      const parent = found.is === 'entity' ? parentOf(vc, ref) : undefined;
      return parent?._ref === 'VirtualApp' ? parent : undefined;
    },
    datastore: ({ pool }, { vc }) => (pool === null ? [] : storesOf(vc, pool)),
    network: ({ pool }, { vc }) => (pool === null ? [] : networksOf(vc, pool)),
  });

function poolType(type: string, parts: Parts, own: Readonly<Record<string, Read<Pool>>>): AnyManaged {
  const properties: Record<string, Read<Pool>> = {
    owner: ({ owner }, { vc }) => computeOf(vc, owner),
    resourcePool: ({ pool, owner }, { vc }) =>
      childrenOfKind(vc, pool?.id ?? owner.id, 'pool').map(vc.refs.of),
    vm: ({ pool, owner }, { vc }) =>
      vc
        .members()
        .ofPool(pool?.id ?? owner.id)
        .map(vc.refs.of),
    config: (thing, { vc }, ref) => configOf(vc, thing, ref),
    ...own,
  };
  for (const [name, read] of Object.entries(treeProperties()))
    properties[name] = ({ found }, asking, ref) => read(found, asking, ref);
  return managed<Pool>({
    type,
    find: ({ vc }, ref) => poolAt(vc, ref, type),
    properties: { ...properties, ...parts.properties },
    methods: parts.methods,
  });
}

export function poolAt(vc: Vc, ref: Ref, type: string): Pool | undefined {
  const found = vc.refs.find(ref);
  if (found?.is === 'root-pool')
    return type === 'ResourcePool' ? { found, pool: null, owner: found.entity } : undefined;
  if (found?.is !== 'entity' || found.entity.kind !== 'pool' || vc.refs.typeOf(found.entity) !== type)
    return undefined;
  const owner = ownerOf(vc, found.entity);
  return owner === undefined ? undefined : { found, pool: found.entity, owner };
}

/** Up to the cluster or host. */
export function ownerOf(vc: Vc, pool: EntityOf<'pool'>): Entity | undefined {
  const { inventory } = vc.world();
  for (let at: Entity | undefined = pool; at !== undefined;) {
    if (at.kind === 'cluster' || at.kind === 'host') return at;
    at = at.parent === null ? undefined : inventory.get(at.parent);
  }
  return undefined;
}

const free: Allocation = { reservation: 0, limit: -1, shares: 4000 };

export function configOf(vc: Vc, { pool }: Pool, ref: Ref): Data {
  const mayExpand: Expandable = pool === null ? {} : expandableOf(vc, pool);
  return {
    _type: 'ResourceConfigSpec',
    entity: ref,
    changeVersion: String(vc.world().revision),
    lastModified: isoOf(vc.world().clock.epoch),
    cpuAllocation: {
      ...allocationOf(pool?.spec.cpu ?? free, 4000),
      expandableReservation: mayExpand.cpu ?? true,
    },
    memoryAllocation: {
      ...allocationOf(pool?.spec.memory ?? { ...free, shares: 163_840 }, 163_840),
      expandableReservation: mayExpand.memory ?? true,
    },
    scaleDescendantsShares: mayExpand.scale ?? 'disabled',
  };
}

/** A thousand shares are what the lab gives to who asks for nothing special. */
function allocationOf({ reservation, limit, shares }: Allocation, normal: number): Data {
  const counted = shares === 1000 ? normal : shares;
  const level = ([0.5, 1, 2] as const).find((part) => counted === normal * part);
  const levels = { 0.5: 'low', 1: 'normal', 2: 'high' } as const;
  return {
    reservation,
    limit,
    shares: { shares: counted, level: level === undefined ? 'custom' : levels[level] },
  };
}

function appFolder(vc: Vc, pool: EntityOf<'pool'>): Ref | undefined {
  const id = appFolderId(vc, pool);
  const entity = id === undefined ? undefined : vc.world().inventory.get(id);
  if (entity === undefined) return undefined;
  return entity.kind === 'datacenter' ? vc.refs.datacenterFolder(entity, 'vm') : vc.refs.of(entity);
}

function storesOf(vc: Vc, { id }: EntityOf<'pool'>): readonly Ref[] {
  const ids = vc
    .members()
    .ofPool(id)
    .flatMap(({ spec }) => spec.disks.map(({ datastore }) => datastore));
  return [...new Set(ids)].flatMap((store) => vc.refs.ofId(store) ?? []);
}

function networksOf(vc: Vc, { id }: EntityOf<'pool'>): readonly Ref[] {
  const ids = vc
    .members()
    .ofPool(id)
    .flatMap(({ spec }) => spec.nics.map(({ network }) => network));
  return [...new Set(ids)].flatMap((network) => vc.refs.ofId(network) ?? []);
}
