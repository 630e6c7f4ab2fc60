/** The objects that an event names: as far up as they go. */
import type { Entity } from '../../../../sim/contract/entities.ts';
import { computeOf, datacenterOf } from '../objects/inventory/tree.ts';
import { escapedName } from '../objects/managed-entity.ts';
import type { Vc } from '../vc.ts';
import type { Data, Ref } from '../wire/value.ts';

/** `VmEventArgument` has the machine in `vm`, and so on. */
const named = (kind: string, { name }: Entity, ref: Ref): Data => ({
  _type: `${kind}EventArgument`,
  name: escapedName(name),
  [fieldOf(kind)]: ref,
});

const fieldOf = (kind: string): string => `${kind.slice(0, 1).toLowerCase()}${kind.slice(1)}`;

/** The place of an entity, and itself. */
export function argumentsOf(vc: Vc, about: readonly Ref[]): Data {
  const data: Record<string, Data> = {};
  for (const ref of about) {
    const entity = vc.refs.entity(ref);
    if (entity !== undefined) Object.assign(data, ofEntity(vc, entity));
  }
  return data;
}

export function ofEntity(vc: Vc, entity: Entity): Readonly<Record<string, Data>> {
  const data: Record<string, Data> = {};
  const ref = vc.refs.of(entity);
  const datacenter = datacenterOf(vc, entity);
  if (datacenter !== undefined) data['datacenter'] = named('Datacenter', datacenter, vc.refs.of(datacenter));
  switch (entity.kind) {
    case 'vm':
      Object.assign(data, hostOf(vc, entity.spec.host));
      data['vm'] = named('Vm', entity, ref);
      return data;
    case 'host':
      return { ...data, ...hostOf(vc, entity.id), host: named('Host', entity, ref) };
    case 'cluster':
      return {
        ...data,
        computeResource: named('ComputeResource', entity, ref),
      };
    case 'datastore':
      return { ...data, ds: named('Datastore', entity, ref) };
    case 'network':
      return { ...data, net: named('Network', entity, ref) };
    case 'vswitch':
      return ref._ref === 'VmwareDistributedVirtualSwitch'
        ? { ...data, dvs: named('Dvs', entity, ref) }
        : data;
    default:
      return data;
  }
}

function hostOf(vc: Vc, id: Entity['id'] | null): Readonly<Record<string, Data>> {
  const host = id === null ? undefined : vc.world().inventory.get(id);
  if (host === undefined) return {};
  const parent = host.parent === null ? undefined : vc.world().inventory.get(host.parent);
  const owner = parent?.kind === 'cluster' ? parent : host;
  return {
    computeResource: named('ComputeResource', owner, computeOf(vc, owner)),
    host: named('Host', host, vc.refs.of(host)),
  };
}

export const hostArgument = (vc: Vc, host: Entity): Data => named('Host', host, vc.refs.of(host));

export const datacenterArgument = (vc: Vc, datacenter: Entity): Data =>
  named('Datacenter', datacenter, vc.refs.of(datacenter));

export const vmArgument = (vc: Vc, vm: Entity): Data => named('Vm', vm, vc.refs.of(vm));

export const datastoreArgument = (vc: Vc, datastore: Entity): Data =>
  named('Datastore', datastore, vc.refs.of(datastore));

/** The folder that something stands in. */
export const folderArgument = (ref: Ref, name: string): Data => ({
  _type: 'FolderEventArgument',
  name: escapedName(name),
  folder: ref,
});

export const entityArgument = (ref: Ref, name: string): Data => ({
  _type: 'ManagedEntityEventArgument',
  name: escapedName(name),
  entity: ref,
});
