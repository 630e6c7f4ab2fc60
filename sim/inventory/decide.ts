import type { CommandOf } from '../contract/commands.ts';
import { entitySchema } from '../contract/entities.ts';
import type { Entity } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import type { NewEntity } from '../contract/new-entity.ts';
import { accepted, refusalFromIssues, refused } from '../contract/result.ts';
import type { Refusal, Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import { birthAliases } from './aliases.ts';
import { layOver } from './inventory.ts';
import type { InventoryView } from './inventory.ts';
import { maySettle } from './rules.ts';
import { specWith } from './spec-change.ts';

export type Decision = { readonly events: readonly WorldEvent[]; readonly ids: readonly string[] };

export const decided = (events: readonly WorldEvent[], ids: readonly string[]): Result<Decision> =>
  accepted({ events, ids });

export function decideCreate(world: World, command: CommandOf<'inventory.create'>): Result<Decision> {
  const born = bear(world, world.inventory, command.item);
  if (!born.ok) return at('item', born);
  return decided([{ type: 'entity.created', entity: born.value }], [born.value.id]);
}

export function decideCreateMany(
  world: World,
  command: CommandOf<'inventory.create-many'>,
): Result<Decision> {
  const view = layOver(world.inventory);
  const events: WorldEvent[] = [];
  const ids: string[] = [];
  for (const [index, item] of command.items.entries()) {
    const born = bear(world, view, item);
    if (!born.ok) return at(`items[${index}]`, born);
    view.add(born.value);
    events.push({ type: 'entity.created', entity: born.value });
    ids.push(born.value.id);
  }
  return decided(events, ids);
}

export function bear(world: World, view: InventoryView, item: NewEntity): Result<Entity> {
  const { id: wanted, ...rest } = item;
  const id = wanted ?? (`${item.kind}-${view.nextNumber(item.kind)}` as EntityId);
  if (view.get(id) !== undefined) return refused('id-taken', `There is a ${id} already`, { where: 'id' });
  const entity = {
    ...rest,
    id,
    aliases: { ...birthAliases(world.seed, item.kind, id), ...item.aliases },
  };
  const settled = maySettle(view, entity);
  return settled.ok ? accepted(entity) : settled;
}

/** The refusal's place, said from the command's point of view. */
function at(prefix: string, { refusal }: { readonly refusal: Refusal }): Result<never> {
  const where = refusal.where === undefined ? prefix : `${prefix}.${refusal.where}`;
  return { ok: false, refusal: { ...refusal, where } };
}

export const unknown = (id: EntityId): Result<never> =>
  refused('unknown-entity', `There is no ${id}`, { where: 'id', hint: 'It may have been removed.' });

export function decideChange(world: World, command: CommandOf<'inventory.change'>): Result<Decision> {
  const before = world.inventory.get(command.id);
  if (before === undefined) return unknown(command.id);
  return settle(world, before, {
    ...before,
    name: command.name ?? before.name,
    links: command.links ?? before.links,
    spec: specWith(before.spec, command.spec),
  });
}

export function decideMove(world: World, command: CommandOf<'inventory.move'>): Result<Decision> {
  const before = world.inventory.get(command.id);
  if (before === undefined) return unknown(command.id);
  const fits = moveFits(world, before, command);
  if (!fits.ok) return fits;
  const spec = {
    ...before.spec,
    ...(command.position === undefined ? {} : { position: command.position }),
    ...(command.slot === undefined ? {} : { slot: command.slot }),
  };
  return settle(world, before, { ...before, parent: command.parent ?? before.parent, spec });
}

function moveFits(world: World, before: Entity, command: CommandOf<'inventory.move'>): Result<null> {
  if (command.position !== undefined && !('position' in before.spec)) {
    return refused('wrong-kind', `A ${before.kind} has no place on the floor`, { where: 'position' });
  }
  if (command.slot !== undefined && before.kind !== 'device') {
    return refused('wrong-kind', `A ${before.kind} has no slot in a rack`, { where: 'slot' });
  }
  const leaves = command.parent !== undefined && command.parent !== before.parent;
  if (leaves && (before.kind === 'room' || before.kind === 'row') && !isEmpty(world, before.id)) {
    const message = `${before.name} still holds things; a ${before.kind} moves only when empty`;
    return refused('not-empty', message, { where: 'parent' });
  }
  return accepted(null);
}

const isEmpty = (world: World, id: EntityId): boolean => [...world.inventory.childrenOf(id)].length === 0;

function settle(world: World, before: Entity, wanted: object): Result<Decision> {
  const parsed = entitySchema.safeParse(wanted);
  if (!parsed.success) return { ok: false, refusal: refusalFromIssues(parsed.error.issues) };
  const allowed = maySettle(world.inventory, parsed.data);
  if (!allowed.ok) return allowed;
  // Both in the schema's order of fields: the order of their writing is not a difference.
  if (JSON.stringify(parsed.data) === JSON.stringify(entitySchema.parse(before))) return decided([], []);
  return decided([{ type: 'entity.changed', entity: parsed.data }], []);
}
