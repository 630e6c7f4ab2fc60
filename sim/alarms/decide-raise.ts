import type { Alarm, AlarmRule } from '../contract/alarms.ts';
import type { CommandOf } from '../contract/commands.ts';
import type { Entity, EntityOf } from '../contract/entities.ts';
import type { AlarmId } from '../contract/ids.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import { placeOf, ruleWatches } from './evaluate.ts';
import { isShelved, serviceOf } from './isa.ts';
import { limitOf, messageOf } from './message.ts';
import { grouping } from './root-cause.ts';

export function decideRaise(world: World, command: CommandOf<'alarm.raise'>): Result<Decision> {
  const rule = world.rules.get(command.rule);
  if (rule === undefined)
    return refused('not-found', `There is no alarm rule ${command.rule}`, { where: 'rule' });
  const sensor = world.inventory.get(command.sensor);
  if (sensor === undefined)
    return refused('unknown-entity', `There is no ${command.sensor}`, { where: 'sensor' });
  if (sensor.kind !== 'sensor')
    return refused('wrong-kind', `${sensor.name} is a ${sensor.kind}, not a sensor`, { where: 'sensor' });
  const place = placeOf(world.inventory, sensor);
  if (place === null || !ruleWatches(rule, sensor, place))
    return refused('wrong-kind', `The rule ${rule.id} does not watch ${sensor.id}`, {
      where: 'sensor',
      hint: `It watches the ${rule.metric} of ${rule.kinds.join(', ')}${rule.place === '' ? '' : ` at ${rule.place}`}.`,
    });
  if (serviceOf(world, { rule: rule.id, sensor: sensor.id }) === 'out-of-service')
    return refused('wrong-state', `${rule.id} on ${sensor.id} is out of service`, { where: 'sensor' });
  return ring(world, { rule, sensor, measure: command.value });
}

type Ring = { readonly rule: AlarmRule; readonly sensor: EntityOf<'sensor'>; readonly measure: number };

function ring(world: World, { rule, sensor, measure }: Ring): Result<Decision> {
  const parent = sensor.parent === null ? undefined : world.inventory.get(sensor.parent);
  const rings = world.alarms.ringing(rule.id, sensor.id);
  if (rings?.condition === 'present') {
    // Asked twice, it rings once: the engine may ask again after a restart, or when its root has left it behind.
    return decided(world.alarms.isLeftBehind(rings) ? grouping(world, rings) : [], []);
  }
  const message = messageOf({ rule, sensor, inventory: world.inventory, measure });
  if (rings !== undefined) {
    // A latched one whose cause came back before anybody saw it: the same alarm still.
    const again: Alarm = { ...rings, condition: 'present', message, value: measure };
    return decided([{ type: 'alarm.raised', alarm: again }, ...grouping(world, again)], [again.id]);
  }
  const alarm = newAlarm(world, { rule, sensor, parent, measure, message });
  return decided([{ type: 'alarm.raised', alarm }, ...grouping(world, alarm)], [alarm.id]);
}

type Birth = Ring & { readonly parent: Entity | undefined; readonly message: string };

function newAlarm(world: World, { rule, sensor, parent, measure, message }: Birth): Alarm {
  const before = world.alarms.latest(rule.id, sensor.id);
  return {
    id: `alarm-${world.alarms.nextNumber()}` as AlarmId,
    rule: rule.id,
    sensor: sensor.id,
    source: parent?.id ?? sensor.id,
    severity: rule.severity,
    priority: rule.priority,
    state: 'ACTIVE',
    condition: 'present',
    message,
    value: measure,
    limit: limitOf(rule),
    raisedAt: world.now(),
    acknowledgedAt: null,
    acknowledgedBy: null,
    note: null,
    resolvedAt: null,
    // A shelf is for what comes and goes: it holds for the next of its kind too, until its time is over.
    shelved: before !== undefined && isShelved(before, world.now()) ? before.shelved : null,
    root: null,
    followedBy: null,
    notes: [],
    assignedTo: null,
  };
}
