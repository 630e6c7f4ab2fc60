/** From REST's words of a new, copied or moved machine to the specification that SOAP knows. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import { datacenterOf } from '../../objects/inventory/tree.ts';
import type { Data, Ref } from '../../wire/value.ts';
import type { Vc } from '../../vc.ts';
import type { SoapAsk } from '../by-soap.ts';
import { noSuch, refuse, told } from '../reply.ts';
import type { Reply } from '../reply.ts';
import { fieldsIn, isFields, listIn, numberIn, specIn, textIn } from '../rest-call.ts';
import type { Fields, RestCall } from '../rest-call.ts';
import { entityAt } from './estate.ts';
import { soapGuest } from './guest-words.ts';
import { diskDevice, nicDevice } from './new-devices.ts';

export type Place = {
  readonly folder: Ref | undefined;
  readonly pool: Ref | undefined;
  readonly host: Ref | undefined;
  readonly store: EntityOf<'datastore'> | undefined;
};

const kinds = {
  folder: 'Folder',
  resource_pool: 'ResourcePool',
  host: 'HostSystem',
  cluster: 'ClusterComputeResource',
  datastore: 'Datastore',
} as const;

export function placeIn(vc: Vc, placement: Fields): Reply<Place> {
  const at = (name: keyof typeof kinds): Ref | undefined => {
    const id = textIn(placement, name);
    return id === undefined ? undefined : { _ref: kinds[name], value: id };
  };
  for (const name of Object.keys(kinds) as (keyof typeof kinds)[]) {
    const ref = at(name);
    if (ref !== undefined && vc.refs.find(ref) === undefined)
      return noSuch(name.replace('_', ' '), ref.value);
  }
  const cluster = entityAt(vc, 'cluster', textIn(placement, 'cluster') ?? '');
  const host = entityAt(vc, 'host', textIn(placement, 'host') ?? '');
  const owner = cluster ?? (host === undefined ? undefined : (clusterOf(vc, host) ?? host));
  return told({
    folder: at('folder'),
    pool: at('resource_pool') ?? (owner === undefined ? undefined : vc.refs.rootPool(owner)),
    host: at('host'),
    store: entityAt(vc, 'datastore', textIn(placement, 'datastore') ?? ''),
  });
}

const clusterOf = (vc: Vc, host: EntityOf<'host'>): EntityOf<'cluster'> | undefined => {
  const parent = host.parent === null ? undefined : vc.world().inventory.get(host.parent);
  return parent?.kind === 'cluster' ? parent : undefined;
};

/** Where nothing is said of the folder, it is the datacenter's own. */
function folderFor(vc: Vc, { folder, host, pool, store }: Place): Ref | undefined {
  if (folder !== undefined) return folder;
  const found = [host, pool].flatMap((ref) => (ref === undefined ? [] : (vc.refs.find(ref) ?? [])));
  const owner = found.flatMap((each) => ('entity' in each ? [each.entity] : []))[0] ?? store;
  const datacenter = owner === undefined ? undefined : datacenterOf(vc, owner);
  return datacenter === undefined ? undefined : vc.refs.datacenterFolder(datacenter, 'vm');
}

export function createSpec(call: RestCall): Reply<SoapAsk> {
  const { vc } = call;
  const spec = specIn(call);
  const word = textIn(spec, 'guest_OS') ?? '';
  const guestId = soapGuest(vc.schema, word);
  if (guestId === undefined) return refuse('invalid_argument', `There is no guest system '${word}'.`);
  const place = placeIn(vc, fieldsIn(spec, 'placement'));
  if (!place.ok) return place;
  const self = folderFor(vc, place.value);
  const { pool, host, store } = place.value;
  if (self === undefined || pool === undefined)
    return refuse(
      'invalid_argument',
      'The placement must name a folder and a resource pool, a host or a cluster.',
    );
  if (store === undefined) return refuse('invalid_argument', 'The placement must name a datastore.');
  const devices = newDevices(vc, spec);
  if (!devices.ok) return devices;
  const config: Data = {
    _type: 'VirtualMachineConfigSpec',
    name: textIn(spec, 'name') ?? 'New Virtual Machine',
    guestId,
    files: { _type: 'VirtualMachineFileInfo', vmPathName: `[${store.name}]` },
    version: textIn(spec, 'hardware_version')?.toLowerCase().replace('_', '-'),
    firmware: textIn(fieldsIn(spec, 'boot'), 'type')?.toLowerCase(),
    ...cpuSpec(fieldsIn(spec, 'cpu'), 1),
    ...memorySpec(fieldsIn(spec, 'memory'), 1024),
    deviceChange: devices.value,
  };
  return told({ self, method: 'CreateVM_Task', args: { config, pool, host } });
}

export const cpuSpec = (cpu: Fields, usual?: number): Data => ({
  numCPUs: numberIn(cpu, 'count') ?? usual,
  numCoresPerSocket: numberIn(cpu, 'cores_per_socket'),
  cpuHotAddEnabled: cpu.hot_add_enabled as boolean | undefined,
  cpuHotRemoveEnabled: cpu.hot_remove_enabled as boolean | undefined,
});

export const memorySpec = (memory: Fields, usual?: number): Data => ({
  memoryMB: numberIn(memory, 'size_MiB') ?? usual,
  memoryHotAddEnabled: memory.hot_add_enabled as boolean | undefined,
});

function newDevices(vc: Vc, spec: Fields): Reply<readonly Data[]> {
  const disks = listIn(spec, 'disks').filter(isFields);
  const nics = listIn(spec, 'nics').filter(isFields);
  const changes: Data[] = [];
  if (disks.length > 0)
    changes.push({
      _type: 'VirtualDeviceConfigSpec',
      operation: 'add',
      device: { _type: 'ParaVirtualSCSIController', key: -1, busNumber: 0, sharedBus: 'noSharing' },
    });
  disks.forEach((disk, at) =>
    changes.push(diskDevice(disk, { key: -100 - at, controller: -1, unit: at < 7 ? at : at + 1 })),
  );
  for (const [at, nic] of nics.entries()) {
    const device = nicDevice(vc, nic, -200 - at);
    if (!device.ok) return device;
    changes.push(device.value);
  }
  return told(changes);
}
