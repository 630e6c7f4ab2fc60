/** All that has an address in the lab, by the cable it hangs on. Derived from the inventory; never saved. */
import type { Entity, EntityOf } from '../../contract/entities.ts';
import type { EntityId } from '../../contract/ids.ts';
import { addressOfNumber, rangeOf } from '../../inventory/ipv4.ts';
import { above } from '../../inventory/inventory.ts';
import type { Inventory } from '../../inventory/inventory.ts';
import type { Computer, Network } from './adapters.ts';
import { adaptersOfBlade, addressAt, isInside } from './adapters.ts';
import type { OwnNetwork } from './own-network.ts';
import { addOwn, leftBy } from './own-stations.ts';
import type { Machinery, Router, Segment, Station } from './station.ts';

export type { Router, Segment, Station } from './station.ts';

export type LanMap = {
  readonly segments: ReadonlyMap<EntityId, Segment>;
  /** Who is called so, in the order of the inventory. */
  readonly names: ReadonlyMap<string, readonly Station[]>;
  readonly labels: ReadonlyMap<Station, string>;
  readonly servers: ReadonlySet<string>;
};

type Making = {
  readonly inventory: Inventory;
  readonly segments: Map<EntityId, Segment>;
  readonly names: Map<string, Station[]>;
  readonly labels: Map<Station, string>;
  readonly networks: ReadonlyMap<EntityId, OwnNetwork>;
  /** Where the machine itself let go of what the lab gave it. */
  readonly left: Station[];
};

export function mapOf(inventory: Inventory, networks: ReadonlyMap<EntityId, OwnNetwork>): LanMap {
  const making: Making = {
    inventory,
    networks,
    segments: new Map(),
    names: new Map(),
    labels: new Map(),
    left: [],
  };
  addSegments(making);
  addGateways(making);
  addRouters(making);
  addComputers(making);
  addMachinery(making);
  addFloating(making);
  addOwn(making);
  const servers = addServers(making);
  const { segments, names, labels } = making;
  return { segments, names, labels, servers };
}

const plain = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

const label = (name: string): string =>
  plain.test(name)
    ? name
    : name
        .toLowerCase()
        .replaceAll(/[^a-z0-9-]+/g, '-')
        .replaceAll(/^-+|-+$/g, '');

function add(making: Making, name: string | null, station: Station): void {
  // Two that claim one address: who came first has it, as the one whose answer comes first.
  if (!station.segment.stations.has(station.address)) station.segment.stations.set(station.address, station);
  call(making, name, station);
}

function call({ names, labels }: Making, name: string | null, station: Station): void {
  const written = name === null ? '' : label(name);
  if (written === '') return;
  labels.set(station, written);
  const known = names.get(written);
  if (known === undefined) names.set(written, [station]);
  else known.push(station);
}

const realmOf = (inventory: Inventory, { parent }: Entity): EntityId | null =>
  above(inventory, parent, 'datacenter')?.id ??
  above(inventory, parent, 'cloud')?.id ??
  above(inventory, parent, 'ucs')?.id ??
  null;

function addSegments({ inventory, segments }: Making): void {
  const byVlan = new Map<string, Segment>();
  for (const network of inventory.ofKind('network')) {
    const parent = network.parent === null ? undefined : inventory.get(network.parent);
    const { vlan } = network.spec;
    const key = vlan === null ? network.id : `${realmOf(inventory, network) ?? ''}/${vlan}`;
    const segment: Segment = byVlan.get(key) ?? {
      networks: [],
      stations: new Map(),
      rivals: new Map(),
      isTenant: parent?.kind === 'project' && !network.spec.isExternal,
      router: null,
    };
    segment.networks.push(network);
    byVlan.set(key, segment);
    segments.set(network.id, segment);
  }
}

function addGateways(making: Making): void {
  for (const segment of new Set(making.segments.values()))
    for (const network of segment.networks)
      for (const { gateway } of network.spec.subnets)
        if (gateway !== null && !segment.isTenant)
          add(making, null, { address: gateway, segment, network, is: { kind: 'router', id: null } });
}

function addRouters(making: Making): void {
  const { inventory, segments } = making;
  for (const [at, router] of inventory.ofKind('router').entries()) {
    for (const id of router.spec.networks) joinRouter(router, segments.get(id));
    const outside = router.spec.external === null ? undefined : segments.get(router.spec.external);
    const network = outside?.networks.find(({ id }) => id === router.spec.external);
    const own = outsideAddress(network, router, at);
    if (outside !== undefined && network !== undefined && own !== null)
      add(making, router.name, {
        address: own,
        segment: outside,
        network,
        is: { kind: 'router', id: router.id },
      });
  }
}

function joinRouter(router: Router, segment: Segment | undefined): void {
  if (segment === undefined) return;
  segment.router ??= router;
  for (const network of segment.networks)
    for (const { gateway } of network.spec.subnets)
      if (gateway !== null)
        segment.stations.set(gateway, {
          address: gateway,
          segment,
          network,
          is: { kind: 'router', id: router.id },
        });
}

/** Where nobody gave a router one, it counts down from the end of what is given out. */
function outsideAddress(network: Network | undefined, { spec }: Router, at: number): string | null {
  const subnet = network?.spec.subnets[0];
  if (spec.externalAddress !== null || subnet === undefined) return spec.externalAddress;
  const { low, high } = rangeOf(subnet);
  return addressOfNumber(Math.max(low, high - at));
}

function addComputers(making: Making): void {
  const { inventory } = making;
  const profiles = new Map<EntityId, EntityOf<'profile'>>();
  for (const profile of inventory.ofKind('profile')) {
    const { blade, isTemplate } = profile.spec;
    if (blade !== null && !isTemplate) profiles.set(blade, profile);
  }
  // A hundred thousand of them: only what an address needs.
  for (const vm of inventory.ofKind('vm'))
    join(
      making,
      vm,
      vm.spec.nics.map(({ network, address, mac }) => ({ network, address, hardware: mac })),
    );
  for (const blade of inventory.ofKind('blade')) {
    const adapters = adaptersOfBlade(inventory, blade, profiles.get(blade.id));
    join(
      making,
      blade,
      adapters.map(({ network, address, hardware }) => ({ network: network?.id ?? null, address, hardware })),
    );
  }
}

type Card = {
  readonly network: EntityId | null;
  readonly address: string | null;
  readonly hardware: string;
};

function join(making: Making, computer: Computer, cards: readonly Card[]): void {
  const left = leftBy(making, computer);
  let isNamed = false;
  for (const { network: id, address, hardware } of cards) {
    const segment = id === null ? undefined : making.segments.get(id);
    const network = segment?.networks.find((one) => one.id === id);
    if (segment === undefined || network === undefined || address === null) continue;
    const is = { kind: 'computer', computer: computer.id, hardware } as const;
    const name = isNamed ? null : (computer.spec.hostname ?? computer.name);
    const station: Station = { address, segment, network, is };
    if (left.has(address)) {
      call(making, name, station);
      making.left.push(station);
    } else add(making, name, station);
    isNamed = true;
  }
}

/** Hosts and what manages them, on the first network of their realm that has their address. */
function addMachinery(making: Making): void {
  const { inventory } = making;
  const byRealm = Map.groupBy(inventory.ofKind('network'), (network) => realmOf(inventory, network));
  const place = (entity: EntityOf<'host' | 'ucs' | 'interconnect'>, kind: Machinery): void => {
    const { address } = entity.spec;
    if (address === undefined) return;
    const realm = entity.kind === 'ucs' ? entity.id : realmOf(inventory, entity);
    const network = byRealm
      .get(realm)
      ?.find(({ spec }) => spec.subnets.some((one) => isInside(one, address)));
    const segment = network === undefined ? undefined : making.segments.get(network.id);
    if (network !== undefined && segment !== undefined)
      add(making, entity.name, { address, segment, network, is: { kind, id: entity.id } });
  };
  for (const host of inventory.ofKind('host')) place(host, 'host');
  for (const ucs of inventory.ofKind('ucs')) place(ucs, 'manager');
  for (const one of inventory.ofKind('interconnect')) place(one, 'interconnect');
}

function addFloating(making: Making): void {
  for (const { spec } of making.inventory.ofKind('address')) {
    const segment = making.segments.get(spec.network);
    const network = segment?.networks.find(({ id }) => id === spec.network);
    if (spec.machine === null || segment === undefined || network === undefined) continue;
    segment.stations.set(spec.address, {
      address: spec.address,
      segment,
      network,
      is: { kind: 'floating', machine: spec.machine },
    });
  }
}

/** Servers of names: those that a subnet names, or its gateway, or who gives addresses out on it. */
export function serversOf({
  dns,
  gateway,
  dhcp,
  cidr,
}: Network['spec']['subnets'][number]): readonly string[] {
  if (dns.length > 0) return dns;
  if (gateway !== null) return [gateway];
  return dhcp ? [addressAt({ cidr }, 2)] : [];
}

function addServers({ segments }: Making): ReadonlySet<string> {
  const servers = new Set<string>();
  for (const segment of new Set(segments.values()))
    for (const network of segment.networks)
      for (const subnet of network.spec.subnets)
        for (const address of serversOf(subnet)) {
          servers.add(address);
          if (isInside(subnet, address) && !segment.stations.has(address))
            segment.stations.set(address, { address, segment, network, is: { kind: 'names' } });
        }
  return servers;
}
