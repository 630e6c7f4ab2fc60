import { managed } from '../managed.ts';
import type { AnyManaged, ManagedType } from '../managed.ts';
import type { Found } from '../refs.ts';
import { childrenOf, childTypes } from './tree.ts';
import { treeProperties } from './tree-properties.ts';

type Parts = Pick<ManagedType<Found>, 'methods'>;

/** The root, the four of each datacenter, and those that people make. */
export const folderType = (parts: Parts): AnyManaged =>
  managed<Found>({
    type: 'Folder',
    find: ({ vc }, ref) => {
      const found = vc.refs.find(ref);
      return found !== undefined && isFolder(found, (entity) => vc.refs.typeOf(entity)) ? found : undefined;
    },
    properties: {
      ...treeProperties(),
      childType: (found) => [...childTypes[holdsOf(found)]],
      childEntity: (found, { vc }) => childrenOf(vc, found),
    },
    methods: parts.methods,
  });

type TypeOf = (entity: Extract<Found, { is: 'entity' }>['entity']) => string;

function isFolder(found: Found, typeOf: TypeOf): boolean {
  if (found.is === 'root-folder' || found.is === 'datacenter-folder') return true;
  return found.is === 'entity' && found.entity.kind === 'folder' && typeOf(found.entity) === 'Folder';
}

/** What a folder holds: `datacenter` for the root and its like. */
export function holdsOf(found: Found): keyof typeof childTypes {
  if (found.is === 'datacenter-folder') return found.holds;
  return found.is === 'entity' && found.entity.kind === 'folder' ? found.entity.spec.holds : 'datacenter';
}
