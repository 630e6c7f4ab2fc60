/** Whose figures are asked for: which machines do the work, and how much there is for them. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import { ownShare } from '../../../../sim/index.ts';
import { poolAt } from '../objects/cluster/resource-pool.ts';
import { capacityOf, freeOf, uncommittedOf } from '../objects/storage/datastore-info.ts';
import { bootedAt } from '../objects/host/booted.ts';
import { serverOf } from '../objects/host/server.ts';
import { childrenOfKind } from '../objects/inventory/tree.ts';
import type { Vc } from '../vc.ts';
import type { Ref } from '../wire/value.ts';
import type { Counter, Space } from './counters.table.ts';

type Vm = EntityOf<'vm'>;
type Host = EntityOf<'host'>;

export type Subject = {
  readonly is: Counter['of'][number];
  readonly machines: readonly Vm[];
  readonly hosts: readonly Host[];
  readonly megahertz: number;
  readonly memory: number;
  readonly cores: number;
  /** Of the CPUs, what hypervisors take for themselves. */
  readonly own: number;
  readonly space: Space;
  readonly startedAt: number;
  readonly isRunning: boolean;
  /** What its host, or the machine's, runs on: none where the lab has no such thing in a rack. */
  readonly server: EntityOf<'device'> | undefined;
  /** Of what a machine reads and writes, what is looked at, 0 … 1. */
  readonly diskShare: (vm: Vm) => number;
};

const noSpace: Space = { capacity: 0, used: 0, provisioned: 0 };

function spaceOf(vc: Vc, store: EntityOf<'datastore'>): Space {
  const capacity = capacityOf(store) / 1024;
  const used = capacity - freeOf(vc, store) / 1024;
  return { capacity, used, provisioned: used + uncommittedOf(vc, store) * 1_048_576 };
}

const wholly = (): number => 1;

/** A machine reads and writes all its disks alike. */
export const diskShareOn =
  (store: EntityId) =>
  ({ spec: { disks } }: Vm): number =>
    disks.length > 0 ? disks.filter(({ datastore }) => datastore === store).length / disks.length : 0;

const sum = (hosts: readonly Host[], of: (host: Host) => number): number =>
  hosts.reduce((all, host) => all + of(host), 0);

const coresOf = ({ spec }: Host): number => spec.sockets * spec.coresPerSocket;

/** undefined: it has no figures. */
export function subjectOf(vc: Vc, ref: Ref): Subject | undefined {
  const found = vc.refs.find(ref);
  if (found === undefined) return undefined;
  if (found.is === 'compute-resource') return groupOf(vc, found.entity.id);
  if (found.is === 'root-pool') return groupOf(vc, found.entity.id);
  if (found.is !== 'entity') return undefined;
  const { entity } = found;
  switch (entity.kind) {
    case 'vm':
      return machineOf(vc, entity);
    case 'host':
      return {
        ...groupOn([entity], vc.members().ofHost(entity.id)),
        is: 'host',
        startedAt: bootedAt(vc, entity),
        server: serverOf(vc, entity),
      };
    case 'cluster':
      return groupOf(vc, entity.id);
    case 'pool':
      return poolOf(vc, ref);
    case 'datastore':
      return {
        ...groupOn(vc.members().hostsOfDatastore(entity.id), vc.members().ofDatastore(entity.id)),
        is: 'datastore',
        own: 0,
        space: spaceOf(vc, entity),
        isRunning: true,
        diskShare: diskShareOn(entity.id),
      };
    default:
      return undefined;
  }
}

function machineOf(vc: Vc, vm: Vm): Subject {
  const host = vm.spec.host === null ? undefined : vc.world().inventory.get(vm.spec.host);
  const speed = host?.kind === 'host' ? host.spec.megahertz : 0;
  return {
    is: 'machine',
    machines: [vm],
    hosts: host?.kind === 'host' ? [host] : [],
    megahertz: vm.spec.cpus * speed,
    memory: vm.spec.memory,
    cores: vm.spec.cpus,
    own: 0,
    space: noSpace,
    startedAt: vm.spec.startedAt ?? vc.world().clock.epoch,
    isRunning: vm.spec.power === 'on',
    server: host?.kind === 'host' ? serverOf(vc, host) : undefined,
    diskShare: wholly,
  };
}

const isUp = ({ spec }: Host): boolean => spec.power === 'on' && spec.state === 'connected';

const groupOn = (hosts: readonly Host[], machines: readonly Vm[]): Subject => ({
  is: 'group',
  machines,
  hosts,
  megahertz: sum(hosts, (host) => coresOf(host) * host.spec.megahertz),
  memory: sum(hosts, ({ spec }) => spec.memory),
  cores: sum(hosts, coresOf),
  startedAt: 0,
  own: hosts.some(isUp) ? ownShare : 0,
  space: noSpace,
  isRunning: hosts.some(isUp),
  server: undefined,
  diskShare: wholly,
});

/** A cluster, or a host that stands alone, and all that runs there. */
function groupOf(vc: Vc, owner: EntityId): Subject {
  const entity = vc.world().inventory.get(owner);
  const hosts = entity?.kind === 'host' ? [entity] : childrenOfKind(vc, owner, 'host');
  return groupOn(
    hosts,
    hosts.flatMap(({ id }) => vc.members().ofHost(id)),
  );
}

function poolOf(vc: Vc, ref: Ref): Subject | undefined {
  const thing = poolAt(vc, ref, ref._ref);
  if (thing === undefined || thing.pool === null) return undefined;
  const machines: Vm[] = [];
  const collect = (id: EntityId): void => {
    machines.push(...vc.members().ofPool(id));
    for (const child of childrenOfKind(vc, id, 'pool')) collect(child.id);
  };
  collect(thing.pool.id);
  return { ...groupOf(vc, thing.owner.id), machines, own: 0 };
}
