/** Which hosts there are for a machine, and what they can reach. */
import type { Entity, EntityOf } from '../contract/entities.ts';
import type { EntityId } from '../contract/ids.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { above } from '../inventory/inventory.ts';
import type { InventoryView } from '../inventory/inventory.ts';
import type { World } from '../kernel/world.ts';
import type { Host, Vm } from './allotments.ts';
import { storesUnder } from './delta.ts';

export const clusterOf = (
  view: InventoryView,
  host: Pick<Host, 'parent'>,
): EntityOf<'cluster'> | undefined => {
  const parent = host.parent === null ? undefined : view.get(host.parent);
  return parent?.kind === 'cluster' ? parent : undefined;
};

export function hostsIn(view: InventoryView, cluster: EntityId): Host[] {
  const hosts: Host[] = [];
  for (const child of view.childrenOf(cluster)) if (child.kind === 'host') hosts.push(child);
  return hosts;
}

/** The datacenter or the cloud that something is in: machines do not leave it. */
export const realmOf = (view: InventoryView, from: EntityId | null): EntityId | null =>
  above(view, from, 'datacenter')?.id ?? above(view, from, 'cloud')?.id ?? null;

/** Hosts that a pool (or a cluster, or a host) means; without one, all of the machine's realm. */
export function hostsFor(world: World, vm: Pick<Vm, 'parent'>, pool: EntityId | null): readonly Host[] {
  const { inventory } = world;
  const named = pool === null ? undefined : inventory.get(pool);
  if (named?.kind === 'host') return [named];
  const cluster = named === undefined ? undefined : above(inventory, named.id, 'cluster');
  if (cluster !== undefined) return hostsIn(inventory, cluster.id);
  const host = named === undefined ? undefined : above(inventory, named.id, 'host');
  if (host !== undefined) return [host];
  const realm = realmOf(inventory, vm.parent);
  return inventory.ofKind('host').filter((each) => realmOf(inventory, each.parent) === realm);
}

export function canRun({ name, spec }: Host): Result<null> {
  const is = stateText(spec);
  if (is === null) return accepted(null);
  return refused('wrong-state', `Host ${name} is ${is}`, { where: 'host', hint: 'Choose another host.' });
}

function stateText({ power, state, mode }: Host['spec']): string | null {
  if (power !== 'on') return power === 'off' ? 'off' : 'in standby';
  if (state !== 'connected') return state === 'disconnected' ? 'disconnected' : 'not responding';
  return mode === 'normal' ? null : 'in maintenance, or entering it';
}

/** Every network and datastore of a machine must be there where it runs. */
export function reaches(world: World, host: Host, vm: Vm): Result<null> {
  const { inventory } = world;
  for (const { network } of vm.spec.nics) {
    const wire = network === null ? undefined : inventory.get(network);
    if (wire?.kind === 'network' && !hasWire(inventory, host, wire)) {
      return refused('wrong-state', `Host ${host.name} has no network ${wire.name}, which ${vm.name} is on`, {
        where: 'host',
        hint: 'Choose a host that has it, or another network.',
      });
    }
  }
  for (const datastore of vm.spec.disks.flatMap((disk) => storesUnder(world, disk))) {
    const store = inventory.get(datastore);
    if (store !== undefined && !mounts(host, store.id)) {
      return refused(
        'wrong-state',
        `Host ${host.name} does not mount ${store.name}, where disks of ${vm.name} lie`,
        {
          where: 'host',
          hint: 'Choose a host that mounts it, or move the disks as well.',
        },
      );
    }
  }
  return accepted(null);
}

export const mounts = (host: Host, store: EntityId): boolean => host.links.mounts?.includes(store) === true;

/**
 * A port group of a host's own switch is known by its name: where another host has one of that name, a machine
 * may run there too. Any other reaches as far as its datacenter or cloud.
 */
function hasWire(view: InventoryView, host: Host, wire: Entity): boolean {
  const own = above(view, wire.parent, 'host');
  if (own !== undefined) return own.id === host.id || hasNamed(view, host, wire.name);
  const realm = realmOf(view, wire.parent);
  return realm === null || realm === realmOf(view, host.parent);
}

function hasNamed(view: InventoryView, host: Host, name: string): boolean {
  for (const vswitch of view.childrenOf(host.id)) {
    if (vswitch.kind !== 'vswitch') continue;
    for (const network of view.childrenOf(vswitch.id)) if (network.name === name) return true;
  }
  return false;
}
