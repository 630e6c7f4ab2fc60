import type { Command } from '../contract/commands.ts';
import type { EditVerb, EditWhat } from '../contract/edits.ts';
import type { Entity, Kind } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { EntityId } from '../contract/ids.ts';
import type { World } from '../kernel/world.ts';

/** Commands that change what the lab is, and not what happens in it. */
export type Editing = Extract<
  Command,
  {
    type: `inventory.${string}` | `rule.${string}` | 'sensor.source' | 'alarm.service' | 'lab.rename';
  }
>;

const noThing = { kind: null, name: '', to: null, things: 0 } as const;

/** What a command does, told before it is done. */
export function whatOf(world: World, command: Editing, events: readonly WorldEvent[]): EditWhat {
  switch (command.type) {
    case 'inventory.create':
    case 'inventory.create-many':
      return created(world, events);
    case 'inventory.change':
      return changed(world, command);
    case 'inventory.change-many':
      return changedMany(world, events);
    case 'inventory.move':
      return one(world, command.id, 'move');
    case 'inventory.remove': {
      const things = events.filter(({ type }) => type === 'entity.removed').length;
      return { ...one(world, command.id, 'remove'), things };
    }
    case 'inventory.remove-many':
      return removedMany(world, command, events);
    case 'sensor.source': {
      const verb = command.source === 'bot' ? 'to-bots' : 'to-hardware';
      return { ...one(world, command.within, verb), things: events.length };
    }
    case 'alarm.service':
      return one(world, command.sensor, command.service === 'in' ? 'in-service' : 'out-of-service');
    case 'rule.put':
      return { ...noThing, verb: 'write-rule', name: command.rule.id };
    case 'rule.remove':
      return { ...noThing, verb: 'remove-rule', name: command.id };
    case 'rule.reset':
      return { ...noThing, verb: 'reset-rules' };
    case 'lab.rename':
      return { ...noThing, verb: 'rename-lab', name: world.name, to: command.name };
    default:
      return command satisfies never;
  }
}

function one(world: World, id: EntityId, verb: EditVerb): EditWhat {
  const entity = world.inventory.get(id);
  if (entity === undefined) return { ...noThing, verb, name: id, things: 1 };
  return { verb, kind: entity.kind, name: spoken(world, entity), to: null, things: 1 };
}

/** A sensor's own name says only what it measures. */
function spoken(world: World, entity: Entity): string {
  const parent = entity.parent === null ? undefined : world.inventory.get(entity.parent);
  return entity.kind === 'sensor' && parent !== undefined ? `${parent.name}/${entity.name}` : entity.name;
}

function created(world: World, events: readonly WorldEvent[]): EditWhat {
  const born = events.flatMap((event) => (event.type === 'entity.created' ? [event.entity] : []));
  const first = born[0];
  const isOfOneKind = born.every(({ kind }) => kind === first?.kind);
  return {
    verb: 'create',
    kind: isOfOneKind ? (first?.kind ?? null) : null,
    name: born.length === 1 && first !== undefined ? spoken(world, first) : '',
    to: null,
    things: born.length,
  };
}

function changed(world: World, command: Extract<Editing, { type: 'inventory.change' }>): EditWhat {
  const isNameOnly = command.name !== undefined && command.spec === undefined && command.links === undefined;
  const what = one(world, command.id, isNameOnly ? 'rename' : 'change');
  return isNameOnly ? { ...what, to: command.name ?? null } : what;
}

/** Where it is one thing after all, by its name. */
function changedMany(world: World, events: readonly WorldEvent[]): EditWhat {
  const meant = events.flatMap((event) => (event.type === 'entity.changed' ? [event.entity] : []));
  const [first, second] = meant;
  if (first !== undefined && second === undefined) return one(world, first.id, 'change');
  const isOfOneKind = meant.every(({ kind }) => kind === first?.kind);
  return {
    ...noThing,
    verb: 'change',
    kind: isOfOneKind ? (first?.kind ?? null) : null,
    things: meant.length,
  };
}

/** Several are counted as they were named; what went along with them is not. */
function removedMany(
  world: World,
  command: Extract<Editing, { type: 'inventory.remove-many' }>,
  events: readonly WorldEvent[],
): EditWhat {
  const ids = [...new Set(command.ids)];
  const [first, second] = ids;
  if (first !== undefined && second === undefined) {
    const things = events.filter(({ type }) => type === 'entity.removed').length;
    return { ...one(world, first, 'remove'), things };
  }
  const kinds = new Set(ids.map((id) => world.inventory.get(id)?.kind ?? null));
  const [kind] = kinds;
  return { ...noThing, verb: 'remove', kind: kinds.size === 1 ? (kind ?? null) : null, things: ids.length };
}

/** `Create 12 devices`. */
export function titleOf(what: EditWhat): string {
  const { verb, kind, name, to, things } = what;
  const thing = kind === null ? name : `${kind} ${name}`;
  switch (verb) {
    case 'create':
      return `Create ${things === 1 ? thing : several(kind, things)}`;
    case 'change':
      return `Change ${things === 1 ? thing : several(kind, things)}`;
    case 'rename':
      return `Rename ${thing} to ${to ?? ''}`;
    case 'move':
      return `Move ${thing}`;
    case 'remove':
      if (name === '') return `Remove ${several(kind, things)}`;
      return `Remove ${thing}${things > 1 ? ` and ${several(null, things - 1)} in it` : ''}`;
    case 'to-bots':
      return `Give ${several('sensor', things)} of ${name} back to bots`;
    case 'to-hardware':
      return `Hand ${several('sensor', things)} of ${name} to hardware`;
    case 'write-rule':
      return `Write alarm rule ${name}`;
    case 'remove-rule':
      return `Remove alarm rule ${name}`;
    case 'reset-rules':
      return 'Put the alarm rules back as they came';
    case 'out-of-service':
      return `Take ${thing} out of service`;
    case 'in-service':
      return `Put ${thing} back in service`;
    case 'rename-lab':
      return `Rename the lab to ${to ?? ''}`;
    default:
      return verb satisfies never;
  }
}

const several = (kind: Kind | null, count: number): string =>
  `${count} ${count === 1 ? (kind ?? 'thing') : plural(kind)}`;

/** All kinds but two take an s. */
function plural(kind: Kind | null): string {
  if (kind === null) return 'things';
  if (kind === 'battery') return 'batteries';
  if (kind === 'utility') return 'utilities';
  return kind === 'ats' || kind === 'ups' ? `${kind} units` : `${kind}s`;
}
