import type { Actor } from '../contract/actors.ts';
import type { Alarm } from '../contract/alarms.ts';
import type { CommandOf } from '../contract/commands.ts';
import { metricTable } from '../contract/metrics.table.ts';
import type { AlarmId } from '../contract/ids.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import { nextAlarmState } from './machine.ts';
import { alarmRules } from './rules.table.ts';

export function decideRaise(world: World, command: CommandOf<'alarm.raise'>): Result<Decision> {
  const rule = alarmRules.find((one) => one.id === command.rule);
  if (rule === undefined)
    return refused('not-found', `There is no alarm rule ${command.rule}`, { where: 'rule' });
  const sensor = world.inventory.get(command.sensor);
  if (sensor === undefined)
    return refused('unknown-entity', `There is no ${command.sensor}`, { where: 'sensor' });
  if (sensor.kind !== 'sensor')
    return refused('wrong-kind', `${sensor.name} is a ${sensor.kind}, not a sensor`, { where: 'sensor' });
  // Asked twice, it rings once: the engine may ask again after a restart.
  if (world.alarms.ringing(rule.id, sensor.id) !== undefined) return decided([], []);
  const { label, symbol, decimals } = metricTable[rule.metric];
  const side = rule.direction === 'above' ? 'over' : 'under';
  const place = rule.metric === 'temperature' ? 'Inlet' : label;
  const alarm: Alarm = {
    id: `alarm-${world.alarms.nextNumber()}` as AlarmId,
    rule: rule.id,
    sensor: sensor.id,
    source: sensor.parent ?? sensor.id,
    severity: rule.severity,
    state: 'ACTIVE',
    message: `${place} ${command.value.toFixed(decimals)} ${symbol} ${side} ${rule.limit.toFixed(decimals)}`,
    value: command.value,
    limit: rule.limit,
    raisedAt: world.now(),
    acknowledgedAt: null,
    acknowledgedBy: null,
    note: null,
    resolvedAt: null,
  };
  return decided([{ type: 'alarm.raised', alarm }], [alarm.id]);
}

export function decideAcknowledge(
  world: World,
  command: CommandOf<'alarm.acknowledge'>,
  actor: Actor,
): Result<Decision> {
  const alarm = ready(world, command.id, 'acknowledge');
  if (!alarm.ok) return alarm;
  return decided(
    [
      {
        type: 'alarm.acknowledged',
        id: command.id,
        by: actor.name,
        note: command.note ?? null,
        at: world.now(),
      },
    ],
    [],
  );
}

export function decideResolve(world: World, command: CommandOf<'alarm.resolve'>): Result<Decision> {
  const alarm = ready(world, command.id, 'resolve');
  if (!alarm.ok) return alarm;
  return decided([{ type: 'alarm.resolved', id: command.id, at: world.now() }], []);
}

function ready(world: World, id: AlarmId, verb: 'acknowledge' | 'resolve'): Result<Alarm> {
  const alarm = world.alarms.get(id);
  if (alarm === undefined) return refused('not-found', `There is no ${id}`, { where: 'id' });
  if (nextAlarmState(alarm.state, verb) === null) {
    const by = alarm.acknowledgedBy === null ? '' : ` by ${alarm.acknowledgedBy}`;
    return refused('wrong-state', `${id} is ${alarm.state.toLowerCase()}${by} already`, { where: 'id' });
  }
  return { ok: true, value: alarm };
}
