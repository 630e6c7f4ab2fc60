/** Hosts, clusters, datacenters, datastores and networks. */
import type { Entity, EntityOf, Kind } from '../../../../../sim/contract/entities.ts';
import { isManaged, rootFolder } from '../../objects/refs.ts';
import { isOnHost, switchOf } from '../../objects/inventory/tree.ts';
import { freeOf, capacityOf, isReachable } from '../../objects/storage/datastore-info.ts';
import type { Vc } from '../../vc.ts';
import { isRef } from '../../wire/value.ts';
import type { Ref } from '../../wire/value.ts';
import { bySoap } from '../by-soap.ts';
import { madeNew, noSuch, refuse, refusedAs, told } from '../reply.ts';
import { isShown, readRefusal } from './readable.ts';
import type { Reply } from '../reply.ts';
import { filterIn, param, specIn, textIn } from '../rest-call.ts';
import type { Operation, RestCall } from '../rest-call.ts';
import { isOf, isWanted } from './places.ts';

export const managedOf = <K extends Kind>(vc: Vc, kind: K): readonly EntityOf<K>[] =>
  vc
    .world()
    .inventory.ofKind(kind)
    .filter((entity) => isManaged(vc.world(), entity));

export function entityAt<K extends Kind>(vc: Vc, kind: K, id: string): EntityOf<K> | undefined {
  const entity = vc.refs.entity({ _ref: '', value: id });
  return entity?.kind === kind && isManaged(vc.world(), entity) ? (entity as EntityOf<K>) : undefined;
}

/** Runs with what the path names. */
export const withEntity =
  <K extends Kind>(
    kind: K,
    word: string,
    run: (call: RestCall, entity: EntityOf<K>) => Reply | Promise<Reply>,
  ) =>
  (call: RestCall): Reply | Promise<Reply> => {
    const id = param(call, word);
    const entity = entityAt(call.vc, kind, id);
    if (entity === undefined) return noSuch(word.replaceAll('_', ' '), id);
    const refusal = readRefusal(call, call.vc.refs.of(entity));
    return refusal === null ? run(call, entity) : refusedAs(refusal);
  };

const listOf =
  <K extends Kind>(kind: K, filter: string, row: (call: RestCall, entity: EntityOf<K>) => object | null) =>
  (call: RestCall): Reply =>
    told(
      managedOf(call.vc, kind).flatMap((entity) => {
        if (!isShown(call, entity)) return [];
        const made = isWanted(call, entity, filter) ? row(call, entity) : null;
        return made === null ? [] : [made];
      }),
    );

const idOf = ({ refs }: Vc, entity: Entity): string => refs.of(entity).value;

function hostRow(call: RestCall, host: EntityOf<'host'>): object | null {
  const { vc } = call;
  const { state, power } = host.spec;
  const connection = state === 'not-responding' ? 'NOT_RESPONDING' : state.toUpperCase();
  const alone = host.parent === null || vc.world().inventory.get(host.parent)?.kind !== 'cluster';
  const wish = filterIn(call, 'standalone');
  if (!isOf(call, 'connection_states', connection) || (wish !== undefined && !wish.has(String(alone))))
    return null;
  const shown =
    connection === 'CONNECTED'
      ? { power_state: power === 'standby' ? 'STANDBY' : `POWERED_${power.toUpperCase()}` }
      : {};
  return { host: idOf(vc, host), name: host.name, connection_state: connection, ...shown };
}

const datacenterGet = ({ vc }: RestCall, datacenter: EntityOf<'datacenter'>): Reply => {
  const folder = (holds: 'vm' | 'host' | 'datastore' | 'network'): string =>
    vc.refs.datacenterFolder(datacenter, holds).value;
  return told({
    name: datacenter.name,
    datastore_folder: folder('datastore'),
    host_folder: folder('host'),
    network_folder: folder('network'),
    vm_folder: folder('vm'),
  });
};

const storeTypes: Readonly<Record<string, string>> = { vmfs: 'VMFS', nfs: 'NFS', vsan: 'VSAN', vvol: 'VVOL' };
const storeType = ({ spec }: EntityOf<'datastore'>): string => storeTypes[spec.type] ?? 'OTHER';

const storeRow = (call: RestCall, store: EntityOf<'datastore'>): object | null =>
  isOf(call, 'types', storeType(store))
    ? {
        datastore: idOf(call.vc, store),
        name: store.name,
        type: storeType(store),
        free_space: freeOf(call.vc, store),
        capacity: capacityOf(store),
      }
    : null;

const storeGet = ({ vc }: RestCall, store: EntityOf<'datastore'>): Reply =>
  told({
    name: store.name,
    type: storeType(store),
    accessible: isReachable(vc, store),
    free_space: freeOf(vc, store),
    multiple_host_access: vc.members().hostsOfDatastore(store.id).length > 1,
    thin_provisioning_supported: true,
  });

/** Port groups of standard switches are shown once for all hosts that have them. */
function networkRow(call: RestCall, network: EntityOf<'network'>): object | null {
  const { vc } = call;
  const vswitch = switchOf(vc, network);
  const standard = vswitch !== undefined && isOnHost(vc, vswitch);
  if (standard && vc.members().alikeNetworks(network)[0]?.id !== network.id) return null;
  const words: Readonly<Record<string, string>> = {
    DistributedVirtualPortgroup: 'DISTRIBUTED_PORTGROUP',
    OpaqueNetwork: 'OPAQUE_NETWORK',
  };
  const type = words[vc.refs.typeOf(network)] ?? 'STANDARD_PORTGROUP';
  return isOf(call, 'types', type) ? { network: idOf(vc, network), name: network.name, type } : null;
}

/** Makes and unmakes by the SOAP methods. */
const removeBy = (kind: Kind, word: string) =>
  withEntity(kind, word, async (call, entity) => {
    const did = await bySoap(call, { self: call.vc.refs.of(entity), method: 'Destroy_Task' });
    return did.ok ? told(undefined) : did;
  });

async function createDatacenter(call: RestCall): Promise<Reply> {
  const spec = specIn(call);
  const name = textIn(spec, 'name') ?? '';
  if (name === '') return refuse('invalid_argument', 'A datacenter needs a name.');
  const self: Ref = { _ref: 'Folder', value: textIn(spec, 'folder') ?? rootFolder.value };
  const did = await bySoap(call, { self, method: 'CreateDatacenter', args: { name } });
  if (!did.ok) return did;
  return isRef(did.value) ? madeNew(did.value.value) : refuse('error', 'The datacenter was not named.');
}

export const estateOperations: readonly Operation[] = [
  { on: 'GET /vcenter/host', run: listOf('host', 'hosts', hostRow) },
  {
    on: 'POST /vcenter/host/{host}',
    action: 'connect',
    run: withEntity('host', 'host', (call, host) =>
      bySoap(call, { self: call.vc.refs.of(host), method: 'ReconnectHost_Task' }),
    ),
  },
  {
    on: 'POST /vcenter/host/{host}',
    action: 'disconnect',
    run: withEntity('host', 'host', (call, host) =>
      bySoap(call, { self: call.vc.refs.of(host), method: 'DisconnectHost_Task' }),
    ),
  },
  { on: 'DELETE /vcenter/host/{host}', run: removeBy('host', 'host') },
  {
    on: 'GET /vcenter/cluster',
    run: listOf('cluster', 'clusters', ({ vc }, cluster) => ({
      cluster: idOf(vc, cluster),
      name: cluster.name,
      ha_enabled: cluster.spec.ha,
      drs_enabled: cluster.spec.drs !== 'off',
    })),
  },
  {
    on: 'GET /vcenter/cluster/{cluster}',
    run: withEntity('cluster', 'cluster', ({ vc }, cluster) =>
      told({ name: cluster.name, resource_pool: vc.refs.rootPool(cluster).value }),
    ),
  },
  {
    on: 'GET /vcenter/datacenter',
    run: listOf('datacenter', 'datacenters', ({ vc }, datacenter) => ({
      datacenter: idOf(vc, datacenter),
      name: datacenter.name,
    })),
  },
  { on: 'POST /vcenter/datacenter', run: createDatacenter },
  { on: 'GET /vcenter/datacenter/{datacenter}', run: withEntity('datacenter', 'datacenter', datacenterGet) },
  { on: 'DELETE /vcenter/datacenter/{datacenter}', run: removeBy('datacenter', 'datacenter') },
  { on: 'GET /vcenter/datastore', run: listOf('datastore', 'datastores', storeRow) },
  { on: 'GET /vcenter/datastore/{datastore}', run: withEntity('datastore', 'datastore', storeGet) },
  { on: 'GET /vcenter/network', run: listOf('network', 'networks', networkRow) },
];
