import type { CommandOf } from '../contract/commands.ts';
import { entitySchema } from '../contract/entities.ts';
import type { Entity } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import { accepted, refusalFromIssues, refused } from '../contract/result.ts';
import type { Refusal, Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import { decided } from './decide.ts';
import type { Decision } from './decide.ts';
import { keysOf, layOver } from './inventory.ts';
import type { InventoryView } from './inventory.ts';
import { maySettle } from './rules.ts';
import { specWith } from './spec-change.ts';

type Change = CommandOf<'inventory.change-many'>['changes'][number];

/** Each is judged against what the ones before it made; what stays as it was leaves no event. */
export function decideChangeMany(
  world: World,
  command: CommandOf<'inventory.change-many'>,
): Result<Decision> {
  const twice = firstTwice(command.changes);
  if (twice !== null) {
    return refused('invalid-input', `${twice} is changed twice`, {
      where: 'changes',
      hint: 'Say all that changes of a thing in one place.',
    });
  }
  const view = overlay(world.inventory);
  const events: WorldEvent[] = [];
  for (const [index, change] of command.changes.entries()) {
    const settled = changedOne(view, change);
    if (!settled.ok) return placed(`changes[${index}]`, settled.refusal);
    if (settled.value === null) continue;
    view.put(settled.value);
    events.push({ type: 'entity.changed', entity: settled.value });
  }
  return decided(events, []);
}

/** The thing as it would be; null where it is so already. */
export function changedOne(view: InventoryView, change: Change): Result<Entity | null> {
  const before = view.get(change.id);
  if (before === undefined) {
    return refused('unknown-entity', `There is no ${change.id}`, {
      where: 'id',
      hint: 'It may have been removed.',
    });
  }
  const parsed = entitySchema.safeParse({
    ...before,
    name: change.name ?? before.name,
    links: change.links ?? before.links,
    spec: specWith(before.spec, change.spec),
  });
  if (!parsed.success) return { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
  if (JSON.stringify(parsed.data) === JSON.stringify(entitySchema.parse(before))) return accepted(null);
  const allowed = maySettle(view, parsed.data);
  return allowed.ok ? accepted(parsed.data) : allowed;
}

function firstTwice(changes: readonly Change[]): EntityId | null {
  const seen = new Set<EntityId>();
  for (const { id } of changes) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return null;
}

const placed = (prefix: string, refusal: Refusal): Result<never> => ({
  ok: false,
  refusal: { ...refusal, where: refusal.where === undefined ? prefix : `${prefix}.${refusal.where}` },
});

export type Overlay = InventoryView & {
  /** A thing that is new, or as it now is; parents do not change here. */
  readonly put: (entity: Entity) => void;
};

/** A view that can be changed and thrown away. The names that a change gives up are free again in it. */
export function overlay(base: InventoryView): Overlay {
  const born = layOver(base);
  const changed = new Map<EntityId, Entity>();
  const names = new Map<string, EntityId | undefined>();
  const get = (id: EntityId): Entity | undefined => changed.get(id) ?? born.get(id);
  return {
    get,
    childrenOf: function* (id) {
      for (const child of born.childrenOf(id)) yield changed.get(child.id) ?? child;
    },
    named: (key) => (names.has(key) ? names.get(key) : born.named(key)),
    nextNumber: born.nextNumber,
    put: (entity) => {
      const before = get(entity.id);
      for (const key of before === undefined ? [] : keysOf({ get }, before)) names.set(key, undefined);
      if (before === undefined) born.add(entity);
      else changed.set(entity.id, entity);
      for (const key of keysOf({ get }, entity)) names.set(key, entity.id);
    },
  };
}
