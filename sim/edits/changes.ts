import { alarmRuleSchema } from '../contract/alarms.ts';
import type { AlarmRule, OutOfService } from '../contract/alarms.ts';
import type { Entity } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import type { RuleBook } from '../alarms/rule-book.ts';
import type { Inventory } from '../inventory/inventory.ts';

/** One thing as it was and as it became; null where it was not there. */
export type Change =
  | Turn<'entity', EntityId, Entity | null>
  | Turn<'service', EntityId, OutOfService | null>
  | Turn<'rule', string, AlarmRule | null>
  | Turn<'lab', 'name', string>;

type Turn<Thing, Id, State> = {
  readonly thing: Thing;
  readonly id: Id;
  readonly before: State;
  readonly after: State;
};

type Subject = Pick<Change, 'thing' | 'id'>;
/** What an edit can change of a world. */
type Standing = {
  readonly name: string;
  readonly inventory: Pick<Inventory, 'get'>;
  readonly outOfService: ReadonlyMap<EntityId, OutOfService>;
  readonly rules: RuleBook;
};

export const keyOf = ({ thing, id }: Subject): string => `${thing} ${id}`;

/** What stands now of a thing that an edit changed. */
export function standing(world: Standing, { thing, id }: Subject): Change['after'] {
  switch (thing) {
    case 'entity':
      return world.inventory.get(id as EntityId) ?? null;
    case 'service':
      return world.outOfService.get(id as EntityId) ?? null;
    case 'rule': {
      const rule = world.rules.get(id);
      // In the schema's order of fields, in which it also comes back from a snapshot.
      return rule === undefined ? null : alarmRuleSchema.parse(rule);
    }
    case 'lab':
      return world.name;
    default:
      return thing satisfies never;
  }
}

/** What an event is about to change, of what an edit may take back. */
export function subjectsOf(world: Standing, event: WorldEvent): readonly Subject[] {
  switch (event.type) {
    case 'entity.created':
    case 'entity.changed':
      return [{ thing: 'entity', id: event.entity.id }];
    case 'entity.removed':
      return [{ thing: 'entity', id: event.id }];
    case 'sensor.out-of-service':
      return [{ thing: 'service', id: event.entry.sensor }];
    case 'sensor.in-service':
      return [{ thing: 'service', id: event.sensor }];
    case 'rule.put':
      return [{ thing: 'rule', id: event.rule.id }];
    case 'rule.removed':
      return [{ thing: 'rule', id: event.id }];
    case 'rules.reset': {
      const { put, removed } = world.rules.atRest();
      return [...put.map(({ id }) => id), ...removed].map((id): Subject => ({ thing: 'rule', id }));
    }
    case 'lab.renamed':
      return [{ thing: 'lab', id: 'name' }];
    default:
      return [];
  }
}

/** The same in all that counts: the order in which fields were written does not. */
export function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const fields = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const field of fields) {
    if (!same((one as Fields)[field], (other as Fields)[field])) return false;
  }
  return true;
}

type Fields = Readonly<Record<string, unknown>>;
