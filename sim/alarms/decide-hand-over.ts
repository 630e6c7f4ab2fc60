/** What people tell each other beside an alarm: notes, and who takes care of it. */
import type { Actor } from '../contract/actors.ts';
import type { CommandOf } from '../contract/commands.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import { unknownAlarm } from './unknown-alarm.ts';
import { isaStateIn } from './isa.ts';

/** Notes are part of every snapshot: a hundred on one alarm is a conversation in the wrong place. */
const mostNotes = 100;

export function decideAnnotate(
  world: World,
  { id, note }: CommandOf<'alarm.annotate'>,
  actor: Actor,
): Result<Decision> {
  const alarm = world.alarms.get(id);
  if (alarm === undefined) return unknownAlarm(id);
  if (alarm.notes.length >= mostNotes)
    return refused('too-many', `${id} has ${mostNotes} notes already`, {
      where: 'id',
      hint: 'Write where the work is tracked, and say there which alarm it is about.',
    });
  const written = { at: world.now(), by: actor.name, text: note };
  return decided([{ type: 'alarm.annotated', id, note: written }], []);
}

export function decideAssign(
  world: World,
  { id, to }: CommandOf<'alarm.assign'>,
  actor: Actor,
): Result<Decision> {
  const alarm = world.alarms.get(id);
  if (alarm === undefined) return unknownAlarm(id);
  if (alarm.assignedTo === to)
    return refused('wrong-state', to === null ? `${id} is nobody’s already` : `${id} is ${to}’s already`, {
      where: 'to',
    });
  if (to !== null && isaStateIn(world, alarm) === 'normal')
    return refused('wrong-state', `${id} is over: there is nothing left to take care of`, {
      where: 'id',
      hint: 'Write a note beside it where something is still to be known.',
    });
  return decided([{ type: 'alarm.assigned', id, to, by: actor.name, at: world.now() }], []);
}
