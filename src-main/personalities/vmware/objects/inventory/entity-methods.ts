/** Renaming and removing, the same for most of the tree. */
import type { Entity } from '../../../../../sim/contract/entities.ts';
import { done } from '../fault.ts';
import type { Answer } from '../fault.ts';
import type { Call, Method } from '../managed.ts';
import { begin, does } from '../machine/doing.ts';
import type { Worked } from '../../tasks/tasks.ts';
import { doesNamed, nameIn } from './naming.ts';

/** `type` is its name in the ids of descriptions: `Folder`. */
export const renamed =
  (type: string): Method<Entity> =>
  (call, entity) => {
    const name = nameIn(call, 'newName');
    if (!name.ok) return name;
    return begin(call, {
      descriptionId: `${type}.rename`,
      entity,
      work: () => rename(call, entity, name.value),
    });
  };

export async function rename(call: Call, entity: Entity, name: string): Promise<Answer<Worked>> {
  if (entity.name === name) return done({});
  const command = { type: 'inventory.change', id: entity.id, name } as const;
  const did =
    entity.parent === null
      ? await does(call, command)
      : await doesNamed(call, command, { name, parent: entity.parent });
  return did.ok ? done({}) : did;
}

/** With all that is in it. */
export const destroyed =
  (type: string): Method<Entity> =>
  (call, entity) =>
    begin(call, {
      descriptionId: `${type}.destroy`,
      entity,
      work: async () => {
        const did = await does(call, { type: 'inventory.remove', id: entity.id, contents: 'cascade' });
        return did.ok ? done({}) : did;
      },
    });
