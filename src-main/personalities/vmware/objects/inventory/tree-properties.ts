/** What every object of the tree has, whether the world knows it or only vSphere does. */
import type { Entity } from '../../../../../sim/contract/entities.ts';
import { shownName, managedEntity, refReads } from '../managed-entity.ts';
import type { Read } from '../managed.ts';
import type { Found } from '../refs.ts';
import { nameOf, parentOf } from './tree.ts';

const ofNoEntity: Readonly<Record<string, Read<unknown>>> = {
  overallStatus: () => 'green',
  configStatus: () => 'green',
  configIssue: () => [],
  customValue: () => [],
  value: () => [],
  disabledMethod: () => [],
  alarmActionsEnabled: () => true,
  tag: () => [],
};

/** For what `refs.find` finds: folders, compute resources and root pools beside entities. */
export function treeProperties(): Readonly<Record<string, Read<Found>>> {
  const properties: Record<string, Read<Found>> = {
    name: (_, { vc }, ref) => shownName(vc, nameOf(vc, ref) ?? ''),
    parent: (_, { vc }, ref) => parentOf(vc, ref),
  };
  for (const [name, read] of Object.entries(refReads)) properties[name] = (_, { vc }, ref) => read(ref, vc);
  const ofEntity = managedEntity<Entity>(() => undefined);
  for (const [name, plain] of Object.entries(ofNoEntity))
    properties[name] = (found, asking, ref) =>
      found.is === 'entity' ? ofEntity[name]?.(found.entity, asking, ref) : plain(null, asking, ref);
  return properties;
}

/** For entities whose parent the tree says. */
export const entityInTree = <T extends Entity>(): Readonly<Record<string, Read<T>>> =>
  managedEntity<T>((_, { vc }, ref) => parentOf(vc, ref));
