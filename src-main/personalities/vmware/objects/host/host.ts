import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import type { Ref } from '../../wire/value.ts';
import { entityType } from '../entity-type.ts';
import { entityInTree } from '../inventory/tree-properties.ts';
import type { AnyManaged, ManagedType } from '../managed.ts';

export type Host = EntityOf<'host'>;
type Parts = Required<Pick<ManagedType<Host>, 'properties' | 'paths' | 'methods'>>;

export const hostType = (parts: Parts): AnyManaged =>
  entityType('HostSystem', 'host', {
    properties: {
      ...entityInTree<Host>(),
      vm: (host, { vc }) => vc.members().ofHost(host.id).map(vc.refs.of),
      datastore: (host, { vc }) => datastoresOf(vc, host),
      network: (host, { vc }) => networksOf(vc, host),
      ...parts.properties,
    },
    paths: parts.paths,
    methods: parts.methods,
  });

export const datastoresOf = (vc: Vc, { links }: Host): readonly Ref[] =>
  (links.mounts ?? []).flatMap((id) => vc.refs.ofId(id) ?? []);

/** Port groups of its own switches, and those of the distributed ones in its datacenter. */
export function networksOf(vc: Vc, host: Host): readonly Ref[] {
  return vc.members().networksOfHost(host.id).map(vc.refs.of);
}
