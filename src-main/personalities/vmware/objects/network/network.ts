/** Networks, port groups and the switches that they hang on. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import type { Ref } from '../../wire/value.ts';
import { entityType } from '../entity-type.ts';
import { networksOn } from '../inventory/tree.ts';
import { entityInTree } from '../inventory/tree-properties.ts';
import type { AnyManaged, ManagedType, Read } from '../managed.ts';

export type Network = EntityOf<'network'>;
export type Switch = EntityOf<'vswitch'>;
type NetworkParts = Pick<ManagedType<Network>, 'properties' | 'methods'>;
type SwitchParts = Pick<ManagedType<Switch>, 'properties' | 'methods'>;

const reads: Readonly<Record<string, Read<Network>>> = {
  ...entityInTree<Network>(),
  vm: (network, { vc }) => machinesOn(vc, network),
  host: (network, { vc }) => vc.members().hostsOfNetwork(network.id).map(vc.refs.of),
};

export const networkType = ({ properties, methods }: NetworkParts): AnyManaged =>
  entityType('Network', 'network', { properties: { ...reads, ...properties }, methods });

export const opaqueNetworkType = ({ properties, methods }: NetworkParts): AnyManaged =>
  entityType('OpaqueNetwork', 'network', { properties: { ...reads, ...properties }, methods });

export const portgroupType = ({ properties, methods }: NetworkParts): AnyManaged =>
  entityType('DistributedVirtualPortgroup', 'network', {
    properties: { ...reads, key: (network, { vc }) => vc.refs.of(network).value, ...properties },
    methods,
  });

/** `type` is the vendor's own (`VmwareDistributedVirtualSwitch`) or the plain one. */
export const switchType = (type: string, { properties, methods }: SwitchParts): AnyManaged =>
  entityType(type, 'vswitch', {
    properties: {
      ...entityInTree<Switch>(),
      uuid: ({ aliases }) => switchUuid(aliases['uuid'] ?? ''),
      portgroup: ({ id }, { vc }) => networksOn(vc, id).map(vc.refs.of),
      ...properties,
    },
    methods,
  });

/** Those of one name on several hosts are one network here. */
function machinesOn(vc: Vc, network: Network): readonly Ref[] {
  const members = vc.members();
  const alike = members.alikeNetworks(network);
  const machines = alike.flatMap(({ id }) => members.ofNetwork(id));
  return [...new Set(machines)].map(vc.refs.of);
}

/** `50 0a … -…`: bytes apart, as vSphere writes a switch's. */
export function switchUuid(uuid: string): string {
  const bytes = uuid.replaceAll('-', '').match(/../g) ?? [];
  return `${bytes.slice(0, 8).join(' ')}-${bytes.slice(8).join(' ')}`;
}
