import type { Actor } from '../../sim/contract/actors.ts';
import type { Command, CommandType } from '../../sim/contract/commands.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';

/** What an operator may do; an admin may do everything, a viewer nothing. */
const operatorMay: readonly string[] = [
  'alarm.acknowledge',
  'alarm.shelve',
  'alarm.unshelve',
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
];

export function mayExecute(actor: Actor, type: CommandType | `desk.${string}`): Result<null> {
  if (actor.role === 'admin') return accepted(null);
  if (actor.role === 'operator' && operatorMay.includes(type)) return accepted(null);
  return refused('not-allowed', `${actor.name} is ${actor.role} and may not ${type}`, {
    hint: 'Ask an admin.',
  });
}

/** A knob on a unit, though it stands in the inventory: who may switch the unit may turn it. */
export function isSetpoint(command: Command): boolean {
  if (command.type !== 'inventory.change' || command.name !== undefined || command.links !== undefined)
    return false;
  const fields = Object.keys(command.spec ?? {});
  return fields.length === 1 && fields[0] === 'setpoint';
}
