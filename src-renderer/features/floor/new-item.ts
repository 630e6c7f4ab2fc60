import type { CommandInput } from '../../../sim/contract/commands.ts';
import type { Kind } from '../../../sim/contract/entities.ts';
import type { EntityId } from '../../../sim/contract/ids.ts';
import type { Inventory } from './rack-sensors.ts';

export type NewItem = Extract<CommandInput, { readonly type: 'inventory.create-many' }>['items'][number];

/** Ids of a kind that nothing has, one after another. */
export function createIds(entities: Inventory['entities']): (kind: Kind) => EntityId {
  const last = new Map<string, number>();
  for (const { id, kind } of entities.values()) {
    const number = Number(id.slice(kind.length + 1));
    if (Number.isInteger(number)) last.set(kind, Math.max(last.get(kind) ?? 0, number));
  }
  return (kind) => {
    const next = (last.get(kind) ?? 0) + 1;
    last.set(kind, next);
    return `${kind}-${next}` as EntityId;
  };
}
