/** Port groups of a host's own switches, those included that stand nowhere by themselves. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import { plainName } from '../managed-entity.ts';
import type { Host } from './host.ts';
import { groupsOf, kernelsOf, switchesOf } from './network-paper.ts';

export type PortGroup = {
  readonly name: string;
  readonly vlan: number;
  /** None where only addresses of the host itself hang on it. */
  readonly network: EntityOf<'network'> | undefined;
};

/** What hangs on none of its switches by name hangs on the first of them. */
export function portGroupsOf(vc: Vc, host: Host, vswitch: EntityOf<'vswitch'>): readonly PortGroup[] {
  const own = groupsOf(vc, vswitch).map(asGroup);
  const switches = switchesOf(vc, host);
  if (switches[0]?.id !== vswitch.id) return own;
  const shared = sharedOf(vc, host).map(asGroup);
  const known = new Set(
    [...switches.flatMap((each) => groupsOf(vc, each)).map(asGroup), ...shared].map(nameIn),
  );
  const bare = [...new Set(kernelsOf(vc, host).map(({ portgroup }) => portgroup))]
    .filter((name) => name !== '' && !known.has(name))
    .map((name): PortGroup => ({ name, vlan: 0, network: undefined }));
  return [...own, ...shared, ...bare];
}

export const isPortGroup = (vc: Vc, host: Host, name: string): boolean =>
  switchesOf(vc, host).some((each) => portGroupsOf(vc, host, each).some((group) => group.name === name));

const nameIn = ({ name }: PortGroup): string => name;

const asGroup = (network: EntityOf<'network'>): PortGroup => ({
  name: plainName(network.name),
  vlan: network.spec.vlan ?? 0,
  network,
});

/** A lab may have a network on every host of a datacenter at once. */
export const sharedOf = (vc: Vc, host: Host): readonly EntityOf<'network'>[] =>
  vc
    .members()
    .networksOfHost(host.id)
    .filter(({ parent }) => parent !== null && vc.world().inventory.get(parent)?.kind === 'datacenter');
