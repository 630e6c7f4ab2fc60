/** Where machines run and lie: racks and clusters to hosts, hosts and stores to their machines, a project to its own. */
import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { above } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import type { MapDraft } from './map-draft.ts';

export type MapSource = Pick<World, 'inventory' | 'allotments'>;

/** So many are unfolded at first. */
const fewHosts = 40;
const fewMachines = 80;

export function virtualMap(world: MapSource, draft: MapDraft): void {
  const { inventory } = world;
  for (const kind of ['datacenter', 'cloud', 'ucs', 'datastore'] as const)
    for (const entity of inventory.ofKind(kind)) draft.put(entity);
  for (const project of inventory.ofKind('project')) {
    draft.put(project);
    draft.join(project.parent, project.id);
  }
  putClusters(world, draft);
  for (const host of inventory.ofKind('host')) putHost(world, draft, host);
  for (const host of inventory.ofKind('host')) putMachinesOf(world, draft, host);
  putChassis(world, draft);
}

const isFewHosts = ({ inventory }: MapSource): boolean => inventory.count('host') <= fewHosts;

/** The nearest thing above that the drawing shows. */
const ownerOf = ({ inventory }: MapSource, { parent }: Entity): EntityId | null =>
  (above(inventory, parent, 'datacenter') ?? above(inventory, parent, 'cloud'))?.id ?? null;

function clusterOf({ inventory }: MapSource, { parent }: Entity): EntityOf<'cluster'> | null {
  const cluster = parent === null ? undefined : inventory.get(parent);
  return cluster?.kind === 'cluster' ? cluster : null;
}

function putClusters(world: MapSource, draft: MapDraft): void {
  const { inventory } = world;
  for (const cluster of inventory.ofKind('cluster')) {
    const count = [...inventory.childrenOf(cluster.id)].filter(({ kind }) => kind === 'host').length;
    draft.put(cluster, {
      inside: { kind: 'host', count },
      isOpen: draft.isOpen(cluster.id, isFewHosts(world)),
    });
    draft.join(ownerOf(world, cluster), cluster.id);
  }
}

/** Its cluster while that is folded, else the host itself. */
function standIn(world: MapSource, draft: MapDraft, host: EntityOf<'host'>): EntityId {
  const cluster = clusterOf(world, host);
  if (cluster === null) return host.id;
  return draft.isOpen(cluster.id, isFewHosts(world)) ? host.id : cluster.id;
}

const isHostOpen = ({ inventory }: MapSource, draft: MapDraft, { id }: EntityOf<'host'>): boolean =>
  draft.isOpen(id, inventory.count('vm') <= fewMachines);

function putHost(world: MapSource, draft: MapDraft, host: EntityOf<'host'>): void {
  const { inventory, allotments } = world;
  const seen = standIn(world, draft, host);
  const rack = above(inventory, host.links.runsOn?.[0] ?? null, 'rack');
  if (rack !== undefined) draft.put(rack);
  draft.join(rack?.id, seen);
  for (const store of host.links.mounts ?? []) draft.join(store, seen);
  if (seen !== host.id) return;
  const count = allotments.machinesOn(host.id).length;
  draft.put(host, {
    inside: count === 0 ? null : { kind: 'vm', count },
    isOpen: count > 0 && isHostOpen(world, draft, host),
  });
  draft.join(clusterOf(world, host)?.id ?? ownerOf(world, host), host.id);
}

function putMachinesOf(world: MapSource, draft: MapDraft, host: EntityOf<'host'>): void {
  const { inventory, allotments } = world;
  if (standIn(world, draft, host) !== host.id || !isHostOpen(world, draft, host)) return;
  for (const id of allotments.machinesOn(host.id)) {
    const vm = inventory.get(id);
    if (vm?.kind !== 'vm' || !draft.putMachine(vm)) continue;
    draft.join(host.id, vm.id);
    if (vm.parent !== null && inventory.get(vm.parent)?.kind === 'project') draft.join(vm.parent, vm.id);
    for (const { datastore } of vm.spec.disks) draft.join(datastore, vm.id);
  }
}

function putChassis({ inventory }: MapSource, draft: MapDraft): void {
  for (const chassis of inventory.ofKind('chassis')) {
    const blades = [...inventory.childrenOf(chassis.id)].filter(({ kind }) => kind === 'blade');
    const isOpen = draft.isOpen(chassis.id, inventory.count('blade') <= fewMachines);
    const rack = above(inventory, chassis.links.runsOn?.[0] ?? null, 'rack');
    if (rack !== undefined) draft.put(rack);
    draft.join(rack?.id, chassis.id);
    draft.put(chassis, { inside: { kind: 'blade', count: blades.length }, isOpen });
    draft.join(chassis.parent, chassis.id);
    for (const blade of isOpen ? blades : []) {
      draft.put(blade);
      draft.join(chassis.id, blade.id);
    }
  }
}
