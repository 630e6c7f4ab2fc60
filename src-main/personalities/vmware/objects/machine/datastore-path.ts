/** `[ds-01] web-01/web-01.vmdk`. */
import type { EntityOf } from '../../../../../sim/contract/entities.ts';
import type { EntityId } from '../../../../../sim/contract/ids.ts';
import { above } from '../../../../../sim/index.ts';
import type { Vc } from '../../vc.ts';

export type DatastorePath = { readonly store: string; readonly path: string };

/** Two slashes are one, as for any system of files. */
export function readPath(text: string): DatastorePath | undefined {
  const parts = /^\s*\[([^\]]*)\]\s*(.*)$/.exec(text);
  return parts === null
    ? undefined
    : {
        store: parts[1] ?? '',
        path: (parts[2] ?? '')
          .replaceAll(/\/{2,}/g, '/')
          .replace(/^(\.\/+)+|^\.$/, '')
          .replaceAll(/^\/+|\/+$/g, ''),
      };
}

/** The datastore of that name, in the datacenter of another one where both are known. */
export function storeNamed(
  vc: Pick<Vc, 'world'>,
  text: string,
  beside: EntityId | undefined,
): EntityId | undefined {
  const path = readPath(text);
  return path === undefined || path.store === '' ? undefined : findStore(vc, path.store, beside)?.id;
}

export function findStore(
  { world }: Pick<Vc, 'world'>,
  name: string,
  within: EntityId | undefined,
): EntityOf<'datastore'> | undefined {
  const { inventory } = world();
  const alike = inventory.ofKind('datastore').filter((store) => store.name === name);
  const datacenter = within === undefined ? undefined : above(inventory, within, 'datacenter')?.id;
  const near = alike.find(
    ({ id }) => datacenter === undefined || above(inventory, id, 'datacenter')?.id === datacenter,
  );
  return near ?? alike[0];
}
