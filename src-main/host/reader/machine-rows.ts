import type { Entity, EntityOf } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { MachineRef, MachineRow } from '../../../sim/contract/machine-list.ts';
import { above } from '../../../sim/index.ts';
import type { Inventory, MachineUse } from '../../../sim/index.ts';

export type Listed = EntityOf<'vm'> | EntityOf<'blade'> | EntityOf<'host'>;

export const isListed = (entity: Entity | undefined): entity is Listed =>
  entity?.kind === 'vm' || entity?.kind === 'blade' || entity?.kind === 'host';

const coresOf = ({ spec }: EntityOf<'host'>): number => spec.sockets * spec.coresPerSocket;

export const osOf = (one: Listed): string => (one.kind === 'host' ? one.spec.product : one.spec.os);
export const cpusOf = (one: Listed): number => (one.kind === 'host' ? coresOf(one) : one.spec.cpus);

export function addressOf(one: Listed): string | null {
  if (one.kind !== 'vm') return one.spec.address ?? null;
  return one.spec.nics.find(({ address }) => address !== null)?.address ?? null;
}

export const tagsOf = (one: Listed): readonly string[] => (one.kind === 'blade' ? [] : one.spec.tags);

/** What it runs on. */
export function carrierOf(one: Listed): EntityId | null {
  switch (one.kind) {
    case 'vm':
      return one.spec.host;
    case 'blade':
      return one.parent;
    case 'host':
      return one.links.runsOn?.[0] ?? null;
    default:
      return one satisfies never;
  }
}

export function refTo(inventory: Inventory, id: EntityId | null): MachineRef | null {
  const found = id === null ? undefined : inventory.get(id);
  return found === undefined ? null : refOf(found);
}

export const refOf = ({ id, name, kind }: Entity): MachineRef => ({ id, name, kind });

function clusterOf(inventory: Inventory, one: Listed): MachineRef | null {
  if (one.kind === 'blade') return null;
  const host = one.kind === 'host' ? one : inventory.get(one.spec.host ?? ('' as EntityId));
  const cluster = host === undefined ? undefined : above(inventory, host.parent, 'cluster');
  return cluster === undefined ? null : refOf(cluster);
}

function ownerOf(inventory: Inventory, { parent }: Listed): MachineRef | null {
  const owner =
    above(inventory, parent, 'project') ??
    above(inventory, parent, 'datacenter') ??
    above(inventory, parent, 'cloud') ??
    above(inventory, parent, 'ucs');
  return owner === undefined ? null : refOf(owner);
}

export function rowOf(inventory: Inventory, use: MachineUse, one: Listed): MachineRow {
  return {
    id: one.id,
    kind: one.kind,
    name: one.name,
    power: one.spec.power,
    os: osOf(one),
    cpus: cpusOf(one),
    size: one.spec.memory,
    isTemplate: one.kind === 'vm' && one.spec.isTemplate,
    ...(one.kind === 'vm' && one.spec.backing !== undefined ? { image: one.spec.backing.image } : {}),
    address: addressOf(one),
    sshPort: one.kind === 'host' ? null : (one.spec.sshPort ?? null),
    environment: one.kind === 'host' ? null : one.spec.environment,
    tags: [...tagsOf(one)],
    host: refTo(inventory, carrierOf(one)),
    cluster: clusterOf(inventory, one),
    owner: ownerOf(inventory, one),
    use: one.kind === 'host' ? hostUses(use, one) : machineUses(use, one.id),
  };
}

function machineUses(use: MachineUse, id: EntityId): MachineRow['use'] {
  return {
    demand: use.demand(id),
    cpu: use.cpu(id),
    share: use.share(id),
    ready: use.ready(id),
    memory: use.memory(id),
    ...use.squeezed(id),
    ...use.disk(id),
    ...use.network(id),
  };
}

/** What a host uses is what its machines do together, and a little of its own. */
function hostUses(use: MachineUse, host: EntityOf<'host'>): MachineRow['use'] {
  const share = use.host(host.id);
  const cpu = Math.round(share * coresOf(host) * host.spec.megahertz);
  const sum = use.onHost(host.id);
  return { demand: cpu, cpu, share, ready: 0, memory: use.hostMemory(host.id), ...sum };
}
