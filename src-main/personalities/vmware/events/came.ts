/** What came into the world, as vCenter's log tells it. */
import type { Entity, EntityOf } from '../../../../sim/contract/entities.ts';
import { nameOf, parentOf } from '../objects/inventory/tree.ts';
import { rootFolder } from '../objects/refs.ts';
import type { Vc } from '../vc.ts';
import type { Data, Ref } from '../wire/value.ts';
import { datastoreArgument, folderArgument, vmArgument } from './arguments.ts';
import type { NewEvent } from './event.ts';

/** What all of one entity's events have. */
type Of = { readonly user: string; readonly about: readonly Ref[] };
type Told = { readonly type: string; readonly message: string; readonly fields?: Data };

export function came(vc: Vc, entity: Entity, user: string): readonly NewEvent[] {
  const of: Of = { user, about: [vc.refs.of(entity)] };
  return told(vc, entity).map(({ type, message, fields = {} }) => ({ ...of, type, message, fields }));
}

function told(vc: Vc, entity: Entity): readonly Told[] {
  const ref = vc.refs.of(entity);
  const parent = parentOf(vc, ref) ?? rootFolder;
  const where = nameOf(vc, parent) ?? parent.value;
  const inFolder = { parent: folderArgument(parent, where) };
  switch (entity.kind) {
    case 'vm':
      return cameMachine(vc, entity);
    case 'host':
      return [
        { type: 'HostAddedEvent', message: `Added host ${entity.name} to ${where}` },
        { type: 'HostConnectedEvent', message: `Connected to ${entity.name}` },
      ];
    case 'cluster':
      return [
        {
          type: 'ClusterCreatedEvent',
          message: `Created cluster ${entity.name} in ${where}`,
          fields: inFolder,
        },
      ];
    case 'datacenter':
      return [
        {
          type: 'DatacenterCreatedEvent',
          message: `Created datacenter ${entity.name} in ${where}`,
          fields: inFolder,
        },
      ];
    case 'datastore':
      return [
        {
          type: 'DatastoreDiscoveredEvent',
          message: `Discovered datastore ${entity.name}`,
          fields: { datastore: datastoreArgument(vc, entity) },
        },
      ];
    case 'pool': {
      const fields = { resourcePool: poolArgument(ref, entity.name), parent: poolArgument(parent, where) };
      return [
        {
          type: 'ResourcePoolCreatedEvent',
          message: `Created resource pool ${entity.name} in ${where}`,
          fields,
        },
      ];
    }
    case 'vswitch':
    case 'network':
      return cameOfNetwork(entity, ref, { where, inFolder });
    default:
      return [];
  }
}

/** Switches and port groups of hosts have no events of their own. */
function cameOfNetwork(
  { name }: Entity,
  { _ref }: Ref,
  { where, inFolder }: { readonly where: string; readonly inFolder: Data },
): readonly Told[] {
  if (_ref === 'VmwareDistributedVirtualSwitch')
    return [{ type: 'DvsCreatedEvent', message: `Created switch ${name} in ${where}`, fields: inFolder }];
  return _ref === 'DistributedVirtualPortgroup'
    ? [{ type: 'DVPortgroupCreatedEvent', message: `Created port group ${name}` }]
    : [];
}

const poolArgument = (ref: Ref, name: string): Data => ({
  _type: 'ResourcePoolEventArgument',
  name,
  resourcePool: ref,
});

/** A copy is told apart from one made anew by the work that made it. */
function cameMachine(vc: Vc, vm: EntityOf<'vm'>): readonly Told[] {
  const fields = { template: vm.spec.isTemplate };
  const copying = [...vc.world().tasks.running()].find(
    ({ verb, target }) => verb === 'clone' && target === vm.id,
  );
  const from = copying?.plan.from === undefined ? undefined : vc.world().inventory.get(copying.plan.from);
  if (from !== undefined)
    return [
      {
        type: 'VmClonedEvent',
        message: `Virtual machine ${from.name} cloned to ${vm.name}`,
        fields: { ...fields, sourceVm: vmArgument(vc, from) },
      },
    ];
  return [
    { type: 'VmBeingCreatedEvent', message: `Creating ${vm.name}`, fields },
    { type: 'VmCreatedEvent', message: `Created virtual machine ${vm.name}`, fields },
  ];
}
