import type { Actor } from '../../sim/contract/actors.ts';
import type { CommandType } from '../../sim/contract/commands.ts';
import { accepted, refused } from '../../sim/contract/result.ts';
import type { Result } from '../../sim/contract/result.ts';

/** What an operator may do; an admin may do everything, a viewer nothing. */
const operatorMay: readonly string[] = [
  'alarm.acknowledge',
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
