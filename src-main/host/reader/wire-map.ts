/** Which wires machines share: switches to their port groups, routers between networks, networks to their machines. */
import type { EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MapDraft } from './map-draft.ts';
import type { MapSource } from './virtual-map.ts';

const fewMachines = 80;

export function wireMap(world: MapSource, draft: MapDraft): void {
  putSwitches(world, draft);
  putWires(world, draft);
  for (const router of world.inventory.ofKind('router')) {
    draft.put(router);
    draft.join(router.spec.external, router.id);
    for (const network of router.spec.networks) draft.join(router.id, network);
  }
}

function putSwitches({ inventory }: MapSource, draft: MapDraft): void {
  for (const vswitch of inventory.ofKind('vswitch')) {
    draft.put(vswitch);
    const host = vswitch.parent === null ? undefined : inventory.get(vswitch.parent);
    // A switch of a host's own is there alone.
    if (host?.kind !== 'host') continue;
    draft.put(host);
    draft.join(host.id, vswitch.id);
  }
  for (const one of inventory.ofKind('interconnect')) draft.put(one);
}

function putWires({ inventory }: MapSource, draft: MapDraft): void {
  const on = machinesByWire(inventory.ofKind('vm'));
  for (const wire of inventory.ofKind('network')) {
    const count = on.get(wire.id)?.length ?? 0;
    const isOpen = count > 0 && draft.isOpen(wire.id, inventory.count('vm') <= fewMachines);
    draft.put(wire, { inside: count === 0 ? null : { kind: 'vm', count }, isOpen, note: noteOf(wire) });
    for (const carrier of carriersOf(inventory, wire)) draft.join(carrier, wire.id);
    if (!isOpen) continue;
    for (const vm of on.get(wire.id) ?? []) if (draft.putMachine(vm)) draft.join(wire.id, vm.id);
  }
}

/** Its switch; a fabric's network is carried by both interconnects of its domain. */
function carriersOf(inventory: MapSource['inventory'], { parent }: EntityOf<'network'>): readonly EntityId[] {
  const carrier = parent === null ? undefined : inventory.get(parent);
  if (carrier?.kind === 'vswitch') return [carrier.id];
  if (carrier?.kind !== 'ucs') return [];
  return [...inventory.childrenOf(carrier.id)].flatMap(({ kind, id }) =>
    kind === 'interconnect' ? [id] : [],
  );
}

function machinesByWire(vms: readonly EntityOf<'vm'>[]): ReadonlyMap<EntityId, readonly EntityOf<'vm'>[]> {
  const on = new Map<EntityId, EntityOf<'vm'>[]>();
  for (const vm of vms) {
    for (const network of new Set(vm.spec.nics.map((nic) => nic.network))) {
      if (network === null) continue;
      const beside = on.get(network);
      if (beside === undefined) on.set(network, [vm]);
      else beside.push(vm);
    }
  }
  return on;
}

function noteOf({ spec }: EntityOf<'network'>): string | null {
  const parts = spec.subnets.map(({ cidr }) => cidr);
  if (spec.vlan !== null) parts.push(`VLAN ${spec.vlan}`);
  return parts.length === 0 ? null : parts.join(' · ');
}
