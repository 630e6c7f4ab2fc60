import type { Actor } from '../../sim/contract/actors.ts';
import type { Command, CommandType } from '../../sim/contract/commands.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';
import { editMeant, isOfSetpoints } from '../../sim/index.ts';
import type { World } from '../../sim/index.ts';

/** What an operator may do; an admin may do everything, a viewer nothing. */
const operatorMay: readonly string[] = [
  'alarm.acknowledge',
  'alarm.shelve',
  'alarm.unshelve',
  'alarm.annotate',
  'alarm.assign',
  'alarm.service',
  'plant.order',
  'drill.start',
  'drill.end',
  'scenario.run',
  'scenario.stop',
  'clock.pause',
  'clock.resume',
  'clock.speed',
  'clock.step',
  'advisor.switch',
  'advisor.apply',
  'advisor.dismiss',
  'advisor.undo',
  'machine.power',
  'machine.migrate',
  'machine.snapshot',
  'machine.revert',
  'machine.forget',
  'host.mode',
  'task.cancel',
  // Where there is nothing to walk, that is the answer.
  'edit.undo',
  'edit.redo',
];

export function mayExecute(actor: Actor, type: CommandType | `desk.${string}`): Result<null> {
  if (actor.role === 'admin') return accepted(null);
  if (actor.role === 'operator' && operatorMay.includes(type)) return accepted(null);
  return refused('not-allowed', `${actor.name} is ${actor.role} and may not ${type}`, {
    hint: 'Ask an admin.',
  });
}

/** What an actor must be allowed to do. To walk an edit asks for no more and no less than to make it did. */
export function neededFor(world: World, command: Command, actor: Actor): CommandType {
  if (isSetpoint(command)) return 'plant.order';
  if (command.type !== 'edit.undo' && command.type !== 'edit.redo') return command.type;
  const edit = editMeant(world, command, actor);
  if (edit === undefined) return command.type;
  return isOfSetpoints(edit) ? 'plant.order' : (edit.command as CommandType);
}

/** A knob on a unit, though it stands in the inventory: who may switch the unit may turn it. */
function isSetpoint(command: Command): boolean {
  if (command.type !== 'inventory.change' || command.name !== undefined || command.links !== undefined)
    return false;
  const fields = Object.keys(command.spec ?? {});
  return fields.length === 1 && fields[0] === 'setpoint';
}
