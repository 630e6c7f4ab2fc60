import type { Actor } from '../contract/actors.ts';
import type { Alarm } from '../contract/alarms.ts';
import type { Command, CommandOf } from '../contract/commands.ts';
import type { EntityOf } from '../contract/entities.ts';
import type { AlarmId } from '../contract/ids.ts';
import type { WorldEvent } from '../contract/events.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { asSimMillis } from '../contract/units.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import { decideAnnotate, decideAssign } from './decide-hand-over.ts';
import { decideRaise } from './decide-raise.ts';
import { decidePut, decideRemoveRule } from './decide-rule.ts';
import { isShelved, isaStateIn } from './isa.ts';
import { nextAlarmState } from './machine.ts';
import { grouped, regrouping } from './root-cause.ts';
import { unknownAlarm } from './unknown-alarm.ts';

export type AlarmCommand = CommandOf<Extract<Command['type'], `alarm.${string}` | `rule.${string}`>>;

export function decideAlarm(world: World, command: AlarmCommand, actor: Actor): Result<Decision> {
  switch (command.type) {
    case 'alarm.raise':
      return decideRaise(world, command);
    case 'alarm.acknowledge':
      return decideAcknowledge(world, command, actor);
    case 'alarm.resolve':
      return decideResolve(world, command);
    case 'alarm.shelve':
      return decideShelve(world, command, actor);
    case 'alarm.unshelve':
      return decideUnshelve(world, command, actor);
    case 'alarm.annotate':
      return decideAnnotate(world, command, actor);
    case 'alarm.assign':
      return decideAssign(world, command, actor);
    case 'alarm.service':
      return decideService(world, command, actor);
    case 'rule.put':
      return decidePut(world, command);
    case 'rule.remove':
      return decideRemoveRule(world, command);
    case 'rule.reset':
      return decided([{ type: 'rules.reset' }], []);
    default:
      return command satisfies never;
  }
}

const over = (world: World, id: AlarmId): WorldEvent[] => [
  { type: 'alarm.resolved', id, at: world.now() },
  ...regrouping(world, [id]),
];

function decideAcknowledge(
  world: World,
  { id, note }: CommandOf<'alarm.acknowledge'>,
  actor: Actor,
): Result<Decision> {
  const alarm = world.alarms.get(id);
  if (alarm === undefined) return unknownAlarm(id);
  if (!isAcknowledgeable(alarm)) return already(alarm);
  const seen: WorldEvent = {
    type: 'alarm.acknowledged',
    id,
    by: actor.name,
    note: note ?? null,
    at: world.now(),
  };
  // A latched alarm whose cause is gone waited for just this.
  const isWaiting = alarm.state === 'ACTIVE' && alarm.condition === 'gone';
  return decided(isWaiting ? [seen, ...over(world, id)] : [seen], []);
}

/** One that returned by itself is over, and still waits for someone to have seen it. */
const isAcknowledgeable = (alarm: Alarm): boolean =>
  nextAlarmState(alarm.state, 'acknowledge') !== null ||
  (alarm.state === 'RESOLVED' && alarm.acknowledgedAt === null && alarm.followedBy === null);

function decideResolve(world: World, { id }: CommandOf<'alarm.resolve'>): Result<Decision> {
  const alarm = world.alarms.get(id);
  if (alarm === undefined) return unknownAlarm(id);
  if (nextAlarmState(alarm.state, 'resolve') === null) return already(alarm);
  const isLatched = world.rules.get(alarm.rule)?.latching === 'latched' && alarm.state === 'ACTIVE';
  if (!isLatched) return decided(over(world, id), []);
  if (alarm.condition === 'gone') return decided([], []);
  const released = world.alarms.isLeftBehind(alarm) ? [grouped(id, null)] : [];
  return decided(
    [{ type: 'alarm.returned', id, at: world.now() }, ...released, ...regrouping(world, [id])],
    [],
  );
}

function decideShelve(world: World, command: CommandOf<'alarm.shelve'>, actor: Actor): Result<Decision> {
  const alarm = world.alarms.get(command.id);
  if (alarm === undefined) return unknownAlarm(command.id);
  if (isaStateIn(world, alarm) === 'normal')
    return refused('wrong-state', `${alarm.id} is over: there is nothing to shelve`, {
      where: 'id',
      hint: 'Shelve it while it rings; the next of its kind is then shelved from its birth.',
    });
  const until = asSimMillis(Math.round(world.now() + command.minutes * 60_000));
  const shelf = { until, by: actor.name, reason: command.reason };
  return decided([{ type: 'alarm.shelved', id: alarm.id, shelf }], []);
}

function decideUnshelve(world: World, { id }: CommandOf<'alarm.unshelve'>, actor: Actor): Result<Decision> {
  const alarm = world.alarms.get(id);
  if (alarm === undefined) return unknownAlarm(id);
  if (!isShelved(alarm, world.now()))
    return refused('wrong-state', `${id} is not shelved`, {
      where: 'id',
      ...(alarm.shelved === null ? {} : { hint: 'Its time on the shelf is over.' }),
    });
  return decided([{ type: 'alarm.unshelved', id, by: actor.name }], []);
}

function decideService(world: World, command: CommandOf<'alarm.service'>, actor: Actor): Result<Decision> {
  const sensor = world.inventory.get(command.sensor);
  const entry = world.outOfService.get(command.sensor);
  if (command.service === 'in') {
    if (entry === undefined)
      return refused('wrong-state', `${sensor?.name ?? command.sensor} is in service`, { where: 'sensor' });
    return decided([{ type: 'sensor.in-service', sensor: command.sensor, by: actor.name }], []);
  }
  if (sensor === undefined)
    return refused('unknown-entity', `There is no ${command.sensor}`, { where: 'sensor' });
  if (sensor.kind !== 'sensor')
    return refused('wrong-kind', `${sensor.name} is a ${sensor.kind}, not a sensor`, { where: 'sensor' });
  return takeOut(world, { sensor, reason: command.reason, by: actor.name });
}

type TakeOut = { readonly sensor: EntityOf<'sensor'>; readonly reason: string; readonly by: string };

function takeOut(world: World, { sensor, reason, by }: TakeOut): Result<Decision> {
  const entry = world.outOfService.get(sensor.id);
  if (entry !== undefined)
    return refused('wrong-state', `${entry.by} took ${sensor.name} out of service already`, {
      where: 'sensor',
    });
  if (reason.trim() === '')
    return refused('invalid-input', 'A sensor goes out of service for a reason', {
      where: 'reason',
      hint: 'Say why: others will wonder that it does not ring.',
    });
  const since = world.now();
  return decided([{ type: 'sensor.out-of-service', entry: { sensor: sensor.id, by, reason, since } }], []);
}

function already(alarm: Alarm): Result<never> {
  const by = alarm.acknowledgedBy === null ? '' : ` by ${alarm.acknowledgedBy}`;
  const then = alarm.followedBy === null ? {} : { hint: `It rang again as ${alarm.followedBy}.` };
  return refused('wrong-state', `${alarm.id} is ${alarm.state.toLowerCase()}${by} already`, {
    where: 'id',
    ...then,
  });
}
