/** Each ESXi host of the lab at a port of its own: the same world, seen from that host. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../sim/contract/ids.ts';
import type { Refusal } from '../../../../sim/contract/result.ts';
import type { DeviceAddress, Settings } from '../../../../sim/contract/settings.ts';
import type { World } from '../../../../sim/index.ts';
import { openVmwareEndpoint } from '../open-endpoint.ts';
import type { EndpointDeps, VmwareEndpoint } from '../open-endpoint.ts';
import { isManaged } from '../objects/refs.ts';
import { createWireLog } from '../server/wire-log.ts';
import type { TlsFiles } from '../tls/lab-tls.ts';
import { hostBuilds } from './builds.table.ts';

type Wanted = Settings['faces']['vmware'];

/** What all of them have in common with the vCenter. */
export type HostEndpointDeps = Pick<
  EndpointDeps,
  'world' | 'execute' | 'listen' | 'guests' | 'wallNow' | 'blobDirectory' | 'sleep' | 'log'
>;

/** One host that answers, or says why it does not. */
export type HostEndpoint = {
  readonly host: EntityId;
  readonly name: string;
  readonly port: number;
  readonly url: string;
  readonly problem: string;
};

type HostOrder = { readonly wish: Wanted; readonly tls: TlsFiles };

export type HostEndpoints = {
  /** Opens those that are wanted and closes the others; null: none is wanted. */
  readonly follow: (order: HostOrder | null) => Promise<void>;
  readonly list: () => readonly HostEndpoint[];
};

const loopback = '127.0.0.1';
const mostHosts = 32;

type Open = {
  readonly slot: number;
  readonly key: string;
  readonly endpoint: VmwareEndpoint | null;
  readonly problem: Refusal | null;
};

export function createHostEndpoints(deps: HostEndpointDeps, wanted: () => Wanted): HostEndpoints {
  const open = new Map<EntityId, Open>();
  const close = async (id: EntityId): Promise<void> => {
    const one = open.get(id);
    open.delete(id);
    await one?.endpoint?.close();
  };
  return {
    follow: async (order) => {
      const hosts = order === null ? [] : answering(deps.world());
      const key = order === null ? '' : `${order.wish.hostsPort}/${order.wish.version}`;
      const stay = new Set(hosts.map(({ id }) => id));
      for (const [id, one] of open)
        if (!stay.has(id) || one.key !== key || one.endpoint === null) await close(id);
      if (order === null) return;
      for (const host of hosts.filter(({ id }) => !open.has(id))) {
        const slot = freeSlot(open);
        if (slot >= mostHosts) break;
        open.set(host.id, await openOne(deps, { ...order, host, slot, wanted, key }));
      }
    },
    list: () => [...open].map(([id, one]) => shown(deps.world(), id, one)),
  };
}

/** A host without power says nothing; one that vCenter has lost only from its sight answers itself. */
function answering(world: World): readonly EntityOf<'host'>[] {
  return world.inventory
    .ofKind('host')
    .filter(
      (host) =>
        host.spec.product === 'esxi' &&
        host.spec.power === 'on' &&
        host.spec.state !== 'not-responding' &&
        isManaged(world, host),
    );
}

/** A host keeps its port for as long as it answers, whichever others come and go. */
function freeSlot(open: ReadonlyMap<EntityId, Open>): number {
  const taken = new Set([...open.values()].map(({ slot }) => slot));
  let slot = 0;
  while (taken.has(slot)) slot += 1;
  return slot;
}

type Opening = HostOrder & {
  readonly host: EntityOf<'host'>;
  readonly slot: number;
  readonly wanted: () => Wanted;
  readonly key: string;
};

async function openOne(
  deps: HostEndpointDeps,
  { host, slot, wish, tls, wanted, key }: Opening,
): Promise<Open> {
  const opened = await openVmwareEndpoint({
    ...deps,
    kind: 'host',
    hostId: host.id,
    about: hostBuilds[wish.version],
    instanceUuid: host.aliases.uuid ?? host.id,
    // Port 0 takes any that is free, for each of them.
    place: { host: loopback, port: wish.hostsPort === 0 ? 0 : wish.hostsPort + slot },
    tls,
    builtIn: () => [{ name: 'root', fullName: 'Administrator', password: wanted().password }],
    open: 'known',
    wireLog: createWireLog(deps.wallNow),
    wrap: (route) => route,
    beside: () => [],
  });
  if (opened.ok) return { slot, key, endpoint: opened.value, problem: null };
  deps.log.warn('a host does not answer', { host: host.id, refusal: opened.refusal });
  return { slot, key, endpoint: null, problem: opened.refusal };
}

/** How a client is pointed at a host that answers itself. */
export const hostAddress = ({ url }: HostEndpoint): DeviceAddress => ({
  protocol: 'vmware',
  address: url,
  command: `govc about -u ${url.replace('://', '://root@')} -k`,
});

function shown(world: World, id: EntityId, { endpoint, problem }: Open): HostEndpoint {
  const port = endpoint?.port ?? 0;
  return {
    host: id,
    name: world.inventory.get(id)?.name ?? id,
    port,
    url: endpoint === null ? '' : `https://${loopback}:${port}/sdk`,
    problem: problem === null ? '' : [problem.message, problem.hint ?? ''].join('. '),
  };
}
