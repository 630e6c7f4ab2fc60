/** `VirtualMachine`. */
import type { Entity } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import type { Vc } from '../../vc.ts';
import type { Ref, Value } from '../../wire/value.ts';
import { entityType } from '../entity-type.ts';
import type { AnyManaged, Read } from '../managed.ts';
import { managedEntity } from '../managed-entity.ts';
import { appOf, parentOf } from '../inventory/tree.ts';
import { capability } from './capability.table.ts';
import { allocationOf, configOf } from './config.ts';
import { homeOf, isConfigLost } from './files.ts';
import { layoutExOf, layoutOf, storageOf } from './layout.ts';
import { machineMethods } from './methods.ts';
import { paperOf } from './paper.ts';
import type { Vm } from './paper.ts';
import { rootSnapshotsOf, snapshotInfoOf } from './snapshot-tree.ts';
import { addressOf, guestOf, hostNameOf, powerWords, runtimeOf, toolsOf } from './state.ts';
import { configSummaryOf, heartbeatOf, quickStatsOf, summaryOf } from './summary.ts';

const refsOf = (vc: Vc, ids: Iterable<EntityId | null>): readonly Ref[] =>
  [...new Set(ids)].flatMap((id) => vc.refs.ofId(id) ?? []);

function poolOf(vc: Vc, vm: Vm): Ref | undefined {
  if (vm.spec.isTemplate) return undefined;
  const pool = entityAt(vc, vm.spec.pool);
  if (pool?.kind === 'pool') return vc.refs.of(pool);
  const host = entityAt(vc, vm.spec.host);
  const owner = pool ?? (host === undefined ? undefined : (entityAt(vc, host.parent) ?? host));
  if (owner?.kind === 'cluster') return vc.refs.rootPool(owner);
  return host === undefined ? undefined : vc.refs.rootPool(host);
}

const entityAt = (vc: Vc, id: EntityId | null): Entity | undefined =>
  id === null ? undefined : vc.world().inventory.get(id);

/** That of what it runs on. */
function browserOf(vc: Vc, vm: Vm): Ref {
  const host = entityAt(vc, vm.spec.host);
  const cluster = host === undefined ? undefined : entityAt(vc, host.parent);
  return vc.refs.part(
    'EnvironmentBrowser',
    'envbrowser',
    cluster?.kind === 'cluster' ? cluster : (host ?? vm),
  );
}

const stores = (vc: Vc, vm: Vm): readonly Ref[] =>
  refsOf(vc, [
    ...vm.spec.disks.map(({ datastore }) => datastore),
    homeOf(vc, vm, paperOf(vc, vm.id))?.id ?? null,
  ]);

/** What stands in its configuration file is known for as long as that is there. */
const known =
  (of: Read<Vm>): Read<Vm> =>
  (vm, asking, ref) =>
    isConfigLost(asking.vc, vm, paperOf(asking.vc, vm.id)) ? undefined : of(vm, asking, ref);

const read =
  (of: (vc: Vc, vm: Vm) => Value): Read<Vm> =>
  (vm, { vc }) =>
    of(vc, vm);

export const machineType: AnyManaged = entityType('VirtualMachine', 'vm', {
  properties: {
    ...managedEntity<Vm>((vm, { vc }, ref) => (appOf(vc, vm) === undefined ? parentOf(vc, ref) : undefined)),
    capability: () => capability,
    config: known(read(configOf)),
    layout: known(read(layoutOf)),
    layoutEx: known(read(layoutExOf)),
    storage: read(storageOf),
    environmentBrowser: read(browserOf),
    resourcePool: read(poolOf),
    parentVApp: read(appOf),
    resourceConfig: (vm, { vc }) => ({
      _type: 'ResourceConfigSpec',
      entity: vc.refs.of(vm),
      cpuAllocation: allocationOf(vm.spec.cpu, 'cpu', vm),
      memoryAllocation: allocationOf(vm.spec.reserved, 'memory', vm),
    }),
    runtime: read(runtimeOf),
    guest: read(guestOf),
    summary: read(summaryOf),
    datastore: read(stores),
    network: read((vc, vm) =>
      refsOf(
        vc,
        vm.spec.nics.map(({ network }) => network),
      ),
    ),
    snapshot: read(snapshotInfoOf),
    rootSnapshot: read(rootSnapshotsOf),
    guestHeartbeatStatus: read(heartbeatOf),
  },
  paths: {
    'runtime.powerState': (vm) => powerWords[vm.spec.power],
    'runtime.host': (vm, { vc }) => vc.refs.ofId(vm.spec.host),
    'summary.runtime.powerState': (vm) => powerWords[vm.spec.power],
    'summary.runtime.host': (vm, { vc }) => vc.refs.ofId(vm.spec.host),
    'summary.config.memorySizeMB': (vm) => vm.spec.memory,
    'summary.config.numCpu': (vm) => vm.spec.cpus,
    'summary.config': read(configSummaryOf),
    'summary.quickStats': read(quickStatsOf),
    'config.hardware.memoryMB': known((vm) => vm.spec.memory),
    'config.hardware.numCPU': known((vm) => vm.spec.cpus),
    'config.template': known((vm) => vm.spec.isTemplate),
    'config.annotation': known((vm) => vm.spec.notes),
    'guest.ipAddress': (vm, { vc }) => (toolsOf(vc, vm) === 'running' ? addressOf(vc, vm) : undefined),
    'guest.hostName': (vm, { vc }) => (toolsOf(vc, vm) === 'running' ? hostNameOf(vc, vm) : undefined),
  },
  methods: machineMethods,
});
