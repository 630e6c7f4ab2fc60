/** What became of a machine, as vCenter's log tells it. */
import type { EntityOf } from '../../../../sim/contract/entities.ts';
import type { Vc } from '../vc.ts';
import type { Data } from '../wire/value.ts';
import { datacenterOf } from '../objects/inventory/tree.ts';
import { homeOf } from '../objects/machine/files.ts';
import { paperOf } from '../objects/machine/paper.ts';
import { datacenterArgument, datastoreArgument, hostArgument } from './arguments.ts';
import type { NewEvent } from './event.ts';
import type { Change } from './change.ts';

type Vm = EntityOf<'vm'>;
type VmChange = Change<Vm>;
type Told = { readonly type: string; readonly message: string; readonly fields?: Data };

export function machineChanges(vc: Vc, change: VmChange): readonly NewEvent[] {
  const { after, user } = change;
  const about = [vc.refs.of(after)];
  const told = [...renamed(change), ...moved(vc, change), ...turned(vc, change), ...marked(change)];
  const all = told.length > 0 ? told : reconfigured(change);
  return all.map(({ type, message, fields }) => ({
    type,
    message,
    user,
    about,
    fields: { template: after.spec.isTemplate, ...fields },
  }));
}

const renamed = ({ before, after }: VmChange): readonly Told[] =>
  before.name === after.name
    ? []
    : [
        {
          type: 'VmRenamedEvent',
          message: `Renamed ${before.name} to ${after.name}`,
          fields: { oldName: before.name, newName: after.name },
        },
      ];

function turned(vc: Vc, { before, after }: VmChange): readonly Told[] {
  if (before.spec.power === after.spec.power) return [];
  const host = after.spec.host === null ? undefined : vc.world().inventory.get(after.spec.host);
  const where = host === undefined ? after.name : `${after.name} on ${host.name}`;
  switch (after.spec.power) {
    case 'on':
      return [{ type: 'VmPoweredOnEvent', message: `${where} is powered on` }];
    case 'off':
      return [{ type: 'VmPoweredOffEvent', message: `${where} is powered off` }];
    case 'suspended':
      return [{ type: 'VmSuspendedEvent', message: `${where} is suspended` }];
    case 'paused':
      return [];
    default:
      return after.spec.power satisfies never;
  }
}

function moved(vc: Vc, { before, after, user }: VmChange): readonly Told[] {
  const host = (id: Vm['spec']['host']): EntityOf<'host'> | undefined => {
    const found = id === null ? undefined : vc.world().inventory.get(id);
    return found?.kind === 'host' ? found : undefined;
  };
  const source = host(before.spec.host);
  const target = host(after.spec.host);
  if (source === undefined) return [];
  const fields = wayFrom(vc, before, source);
  if (source.id !== target?.id) {
    const way = `${after.name} from ${source.name} to ${target?.name ?? 'nowhere'}`;
    const { type, words } = wayOf(source, user);
    return [{ type, message: `${words} ${way}`, fields: { ...fields, ...storeNow(vc, after) } }];
  }
  const message = `Relocated ${after.name} to another datastore`;
  return isStoredElsewhere(before, after)
    ? [{ type: 'VmRelocatedEvent', message, fields: { ...fields, ...storeNow(vc, after) } }]
    : [];
}

/** Where it was: host, datacenter and datastore. */
function wayFrom(vc: Vc, before: Vm, source: EntityOf<'host'>): Data {
  const datacenter = datacenterOf(vc, source);
  const store = storeOf(vc, before);
  return {
    sourceHost: hostArgument(vc, source),
    ...(datacenter === undefined ? {} : { sourceDatacenter: datacenterArgument(vc, datacenter) }),
    ...(store === undefined ? {} : { sourceDatastore: datastoreArgument(vc, store) }),
  };
}

function storeNow(vc: Vc, after: Vm): Data {
  const store = storeOf(vc, after);
  return store === undefined ? {} : { ds: datastoreArgument(vc, store) };
}

/** Of its first disk; the paper may tell of where it is by now. */
function storeOf(vc: Vc, vm: Vm): EntityOf<'datastore'> | undefined {
  const id = vm.spec.disks[0]?.datastore ?? null;
  const store = id === null ? undefined : vc.world().inventory.get(id);
  return store?.kind === 'datastore' ? store : homeOf(vc, vm, paperOf(vc, vm.id));
}

/** After its host's failure, by the cluster itself, or because somebody wanted it. */
function wayOf({ spec }: EntityOf<'host'>, user: string): { readonly type: string; readonly words: string } {
  if (spec.state !== 'connected' || spec.power !== 'on')
    return { type: 'VmRestartedOnAlternateHostEvent', words: 'vSphere HA restarted' };
  return user === ''
    ? { type: 'DrsVmMigratedEvent', words: 'DRS migrated' }
    : { type: 'VmMigratedEvent', words: 'Migrated' };
}

const isStoredElsewhere = (before: Vm, after: Vm): boolean => {
  const stores = (vm: Vm): string => vm.spec.disks.map(({ key, datastore }) => `${key} ${datastore}`).join();
  return before.spec.disks.length === after.spec.disks.length && stores(before) !== stores(after);
};

const marked = ({ before, after }: VmChange): readonly Told[] =>
  before.spec.isTemplate && !after.spec.isTemplate
    ? [{ type: 'VmRegisteredEvent', message: `Registered ${after.name} as a virtual machine` }]
    : [];

/** What a workload writes by itself is no change of the machine. */
function reconfigured({ before, after }: VmChange): readonly Told[] {
  const settings = ({ spec }: Vm): string =>
    JSON.stringify([
      spec.cpus,
      spec.memory,
      spec.cpu,
      spec.reserved,
      spec.notes,
      spec.disks.map(({ key, size, datastore }) => [key, size, datastore]),
      spec.nics.map(({ key, network, mac }) => [key, network, mac]),
    ]);
  if (settings(before) === settings(after)) return [];
  return [
    {
      type: 'VmReconfiguredEvent',
      message: `Reconfigured ${after.name}`,
      fields: {
        configSpec: {
          _type: 'VirtualMachineConfigSpec',
          numCPUs: after.spec.cpus,
          memoryMB: after.spec.memory,
        },
      },
    },
  ];
}
