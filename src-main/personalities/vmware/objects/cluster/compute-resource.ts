/** A host that stands alone, as the compute resource that vCenter draws round it. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { Vc } from '../../vc.ts';
import type { Ref } from '../../wire/value.ts';
import { datastoresOf, networksOf } from '../host/host.ts';
import type { Host } from '../host/host.ts';
import { treeProperties } from '../inventory/tree-properties.ts';
import { managed } from '../managed.ts';
import type { AnyManaged, ManagedType, Read } from '../managed.ts';
import type { Found } from '../refs.ts';

type Parts = Pick<ManagedType<Host>, 'properties' | 'methods'>;
type Standing = { readonly found: Found; readonly host: Host };

/** `parts` are given the host. */
export const computeResourceType = (parts: Parts): AnyManaged => {
  const properties: Record<string, Read<Standing>> = {
    resourcePool: ({ host }, { vc }) => vc.refs.rootPool(host),
    host: ({ host }, { vc }) => [vc.refs.of(host)],
    datastore: ({ host }, { vc }) => datastoresOf(vc, host),
    network: ({ host }, { vc }) => networksOf(vc, host),
  };
  for (const [name, read] of Object.entries(treeProperties()))
    properties[name] = ({ found }, asking, ref) => read(found, asking, ref);
  for (const [name, read] of Object.entries(parts.properties))
    properties[name] = ({ host }, asking, ref) => read(host, asking, ref);
  return managed<Standing>({
    type: 'ComputeResource',
    find: ({ vc }, ref) => {
      const found = vc.refs.find(ref);
      if (found?.is !== 'compute-resource' || found.entity.kind !== 'host') return undefined;
      return isAlone(vc, found.entity) ? { found, host: found.entity } : undefined;
    },
    properties,
    methods: Object.fromEntries(
      Object.entries(parts.methods).map(([name, method]) => [
        name,
        (call, { host }: Standing) => method(call, host),
      ]),
    ),
  });
};

export const isAlone = (vc: Vc, { parent }: EntityOf<'host'>): boolean =>
  parent !== null && vc.world().inventory.get(parent)?.kind !== 'cluster';

export const refsOnce = (refs: readonly Ref[]): readonly Ref[] => [
  ...new Map(refs.map((ref) => [ref.value, ref])).values(),
];
