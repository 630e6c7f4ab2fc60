import type { CommandOf } from '../contract/commands.ts';
import type { Entity } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { World } from '../kernel/world.ts';
import { decided, unknown } from './decide.ts';
import type { Decision } from './decide.ts';
import type { InventoryView } from './inventory.ts';
import { standsOn } from './stands-on.ts';

export function decideRemove(world: World, command: CommandOf<'inventory.remove'>): Result<Decision> {
  const entity = world.inventory.get(command.id);
  if (entity === undefined) return unknown(command.id);
  const doomed = contentsFirst(world.inventory, entity);
  if (doomed.length > 1 && command.contents === 'refuse') {
    return refused('not-empty', `${entity.name} holds ${doomed.length - 1} other things`, {
      where: 'id',
      hint: 'Remove them first, or remove with contents: cascade.',
    });
  }
  return removal(world, doomed, 'id');
}

/** As many are named in a refusal; the rest is counted. */
const mostNamed = 5;

export function decideRemoveMany(
  world: World,
  command: CommandOf<'inventory.remove-many'>,
): Result<Decision> {
  const meant: Entity[] = [];
  for (const id of new Set(command.ids)) {
    const entity = world.inventory.get(id);
    if (entity === undefined) {
      return refused('unknown-entity', `There is no ${id}`, {
        where: `ids[${command.ids.indexOf(id)}]`,
        hint: 'It may have been removed. Nothing was removed now.',
      });
    }
    meant.push(entity);
  }
  // What stands in another one that goes is not named twice.
  const doomed = new Map<EntityId, Entity>();
  for (const entity of meant)
    for (const one of contentsFirst(world.inventory, entity)) doomed.set(one.id, one);
  if (command.contents === 'refuse') {
    const may = mayGoBare(world, meant, new Set(command.ids));
    if (!may.ok) return may;
  }
  return removal(world, insideOut(world.inventory, [...doomed.values()]), 'ids');
}

/** Which of them hold what is not meant, and on which of them a scenario works. */
function mayGoBare(world: World, meant: readonly Entity[], ids: ReadonlySet<EntityId>): Result<null> {
  const full = meant.flatMap((entity) => {
    const others = contentsFirst(world.inventory, entity).filter(({ id }) => !ids.has(id)).length;
    return others === 0 ? [] : [`${told(entity)} holds ${others} other ${others === 1 ? 'thing' : 'things'}`];
  });
  if (full.length > 0) {
    return refused('not-empty', someOf(full), {
      where: 'ids',
      hint: 'Remove them first, or remove with contents: cascade.',
    });
  }
  const busy = [...world.scenarios.values()].flatMap((run) => {
    const entity = ids.has(run.target) ? world.inventory.get(run.target) : undefined;
    return entity === undefined ? [] : [`${run.name} (${run.id}) runs on ${told(entity)}`];
  });
  if (busy.length === 0) return accepted(null);
  return refused('wrong-state', someOf(busy), {
    where: 'ids',
    hint: 'Stop it first, or remove with contents: cascade, which ends it.',
  });
}

const told = ({ name, id }: Entity): string => `${name} (${id})`;

function someOf(sentences: readonly string[]): string {
  const rest = sentences.length - mostNamed;
  const said = sentences.slice(0, mostNamed).join('; ');
  return rest > 0 ? `${said}; and ${rest} more` : said;
}

function removal(world: World, doomed: readonly Entity[], where: 'id' | 'ids'): Result<Decision> {
  const ids = new Set(doomed.map(({ id }) => id));
  const leaning = leaningOn(world, ids);
  if (leaning !== undefined) {
    const { by, on } = leaning;
    return refused('wrong-state', `${told(by)} is linked to ${told(on)}, which would go`, {
      where,
      hint: 'Change that first.',
    });
  }
  return decided(
    [...endings(world, ids), ...doomed.map((one): WorldEvent => ({ type: 'entity.removed', id: one.id }))],
    [],
  );
}

function contentsFirst(view: InventoryView, entity: Entity): Entity[] {
  return [...[...view.childrenOf(entity.id)].flatMap((child) => contentsFirst(view, child)), entity];
}

/** Nothing goes before what stands in it. */
function insideOut(view: InventoryView, doomed: readonly Entity[]): readonly Entity[] {
  const depths = new Map(doomed.map((entity) => [entity.id, depthOf(view, entity)]));
  return doomed.toSorted((one, other) => (depths.get(other.id) ?? 0) - (depths.get(one.id) ?? 0));
}

function depthOf(view: InventoryView, entity: Entity): number {
  const parent = entity.parent === null ? undefined : view.get(entity.parent);
  return parent === undefined ? 0 : 1 + depthOf(view, parent);
}

type Leaning = { readonly by: Entity; readonly on: Entity };

function leaningOn(world: World, doomed: ReadonlySet<EntityId>): Leaning | undefined {
  for (const by of world.inventory.all()) {
    if (doomed.has(by.id)) continue;
    const target = standsOn(by).find((id) => doomed.has(id));
    const on = target === undefined ? undefined : world.inventory.get(target);
    if (on !== undefined) return { by, on };
  }
  return undefined;
}

/** Alarms and scenarios about what goes, end with it. */
export function endings(world: World, doomed: ReadonlySet<EntityId>): WorldEvent[] {
  const events: WorldEvent[] = [];
  for (const alarm of world.alarms.open()) {
    if (doomed.has(alarm.sensor) || doomed.has(alarm.source))
      events.push({ type: 'alarm.resolved', id: alarm.id, at: world.now() });
  }
  for (const sensor of world.outOfService.keys()) {
    if (doomed.has(sensor)) events.push({ type: 'sensor.in-service', sensor, by: 'removal' });
  }
  for (const run of world.scenarios.values()) {
    if (doomed.has(run.target)) events.push({ type: 'scenario.stopped', id: run.id });
  }
  return events;
}
