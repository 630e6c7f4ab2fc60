/** Managed types that are the world's entities, or stand beside one. */
import type { Entity, EntityOf, Kind } from '../../../../sim/contract/entities.ts';
import { isManaged } from './refs.ts';
import type { Found } from './refs.ts';
import { managed } from './managed.ts';
import type { AnyManaged, Asking, ManagedType } from './managed.ts';
import type { Ref } from '../wire/value.ts';

type Parts<T> = Omit<ManagedType<T>, 'type' | 'find'>;

/** One type, one kind; pools that are vApps and such are told apart by `refs.typeOf`. */
export const entityType = <K extends Kind>(type: string, kind: K, parts: Parts<EntityOf<K>>): AnyManaged =>
  managed<EntityOf<K>>({
    ...parts,
    type,
    find: ({ vc }, ref) => {
      const entity = vc.refs.entity(ref);
      return entity?.kind === kind && isManaged(vc.world(), entity) && vc.refs.typeOf(entity) === type
        ? (entity as EntityOf<K>)
        : undefined;
    },
  });

export type Part = { readonly owner: Entity; readonly rest: string };

/** `envbrowser-domain-c7`: a part of an entity, by the name in front. */
export const partType = (type: string, name: string, parts: Parts<Part>): AnyManaged =>
  managed<Part>({
    ...parts,
    type,
    find: ({ vc }: Asking, ref: Ref) => {
      const found: Found | undefined = vc.refs.find(ref);
      return found?.is === 'part' && found.name === name
        ? { owner: found.entity, rest: found.rest }
        : undefined;
    },
  });
