import type { Actor } from '../contract/actors.ts';
import type { Command } from '../contract/commands.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import { titleOf, whatOf } from './titles.ts';
import type { Editing } from './titles.ts';

const isEditing = (command: Command): command is Editing =>
  command.type.startsWith('inventory.') ||
  command.type.startsWith('rule.') ||
  command.type === 'sensor.source' ||
  command.type === 'alarm.service' ||
  command.type === 'lab.rename';

/** What acts without anybody at a face: a lab being founded, scenarios, the alarm engine. */
const unattended: readonly Actor['origin'][] = ['lab', 'scenario', 'alarms', 'system'];

type Done = { readonly command: Command; readonly actor: Actor; readonly decision: Decision };

/** Marks what someone changed as an edit, so that it can be walked back. */
export function noteEdit(world: World, { command, actor, decision }: Done): Decision {
  const { events, ids } = decision;
  if (!isEditing(command) || events.length === 0 || unattended.includes(actor.origin)) return decision;
  const what = whatOf(world, command, events);
  const made: WorldEvent = {
    type: 'edit.made',
    edit: {
      id: world.edits.nextId(),
      by: { origin: actor.origin, name: actor.name },
      command: command.type,
      what,
      title: titleOf(what),
      tick: world.clock.tick,
      count: events.length,
    },
  };
  return { events: [made, ...events], ids };
}
