import type { Actor } from '../contract/actors.ts';
import type { ComputeCommandOf } from '../contract/machine-commands.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import type { Host } from './allotments.ts';
import { bladesOf } from './blades.ts';
import { hostAs } from './turned.ts';
import { evacuation, evacuationEnded } from './evacuate.ts';
import { findHost } from './find.ts';
import { booting, fall, machinesOn, runsNow } from './host-lost.ts';
import { hostIsFed } from './power-now.ts';
import { cancelled, idle } from './task.ts';

export function decideHostReport(
  world: World,
  command: ComputeCommandOf<'host.report'>,
  actor: Actor,
): Result<Decision> {
  if (actor.origin !== 'system') {
    return refused('not-allowed', 'A host’s power is told by the lab itself', {
      where: 'power',
      hint: 'Use host.power, or cut the power of its rack.',
    });
  }
  const chassis = world.inventory.get(command.id);
  if (chassis?.kind === 'chassis') return decided(bladesOf(world, chassis, command.power), []);
  const found = findHost(world, command.id);
  if (!found.ok) return found;
  const host = found.value;
  if (command.power === 'lost') {
    if (host.spec.power !== 'on') return decided([], []);
    return decided(
      [hostAs(host, { power: 'off', state: 'not-responding' }), ...fall(world, host, actor)],
      [],
    );
  }
  // One that somebody switched off stays off when the power comes back.
  if (host.spec.power !== 'off' || host.spec.state !== 'not-responding') return decided([], []);
  return decided([hostAs(host, { power: 'on' }), booting(world, host, { by: actor, nth: 0 })], []);
}

export function decideHostPower(
  world: World,
  command: ComputeCommandOf<'host.power'>,
  actor: Actor,
): Result<Decision> {
  const found = findHost(world, command.id);
  if (!found.ok) return found;
  const host = found.value;
  const isOn = host.spec.power === 'on';
  if (isOn === (command.verb === 'on')) {
    return refused('wrong-state', `Host ${host.name} is ${host.spec.power}`, { where: 'verb' });
  }
  if (!hostIsFed(world, host)) {
    return refused('wrong-state', `The server of host ${host.name} has no power`, {
      where: 'verb',
      hint: 'Bring back the feeds of its rack, or stop the scenario that struck it.',
    });
  }
  const starting = { power: 'on', state: 'not-responding' } as const;
  if (command.verb === 'on')
    return decided([hostAs(host, starting), booting(world, host, { by: actor, nth: 0 })], []);
  const empty = command.machines === 'force' ? accepted(null) : isEmpty(world, host);
  if (!empty.ok) return empty;
  const down = fall(world, host, actor);
  if (command.verb === 'off')
    return decided([hostAs(host, { power: 'off', state: 'disconnected' }), ...down], []);
  // Restarts that its fall began are counted before its own start.
  const nth = down.filter(({ type }) => type === 'task.started').length;
  return decided([hostAs(host, starting), ...down, booting(world, host, { by: actor, nth })], []);
}

function isEmpty(world: World, host: Host): Result<null> {
  const running = machinesOn(world, host).filter(runsNow);
  const [first] = running;
  if (first === undefined) return accepted(null);
  const more = running.length > 1 ? ` and ${running.length - 1} more` : '';
  return refused('not-empty', `Host ${host.name} still runs ${first.name}${more}`, {
    where: 'machines',
    hint: 'Enter maintenance first, or force it: they go down with it.',
  });
}

export function decideHostMode(
  world: World,
  command: ComputeCommandOf<'host.mode'>,
  actor: Actor,
): Result<Decision> {
  const found = findHost(world, command.id);
  if (!found.ok) return found;
  const host = found.value;
  if (command.mode === 'normal') {
    if (host.spec.mode === 'normal') return decided([], []);
    const own = world.tasks.on(host.id);
    const ended = own === undefined ? [] : [...evacuationEnded(world, host), cancelled(world, own)];
    return decided([hostAs(host, { mode: 'normal' }), ...ended], []);
  }
  if (host.spec.mode !== 'normal') {
    const is = host.spec.mode === 'maintenance' ? 'in maintenance already' : 'entering maintenance';
    return refused('wrong-state', `Host ${host.name} is ${is}`, { where: 'mode' });
  }
  const free = idle(world, host);
  if (!free.ok) return free;
  const moves = evacuation(world, host, actor);
  if (!moves.ok) return moves;
  if (moves.value.length === 0) return decided([hostAs(host, { mode: 'maintenance' })], []);
  const ids = moves.value.flatMap((event) => (event.type === 'task.started' ? [event.task.id] : []));
  return decided([hostAs(host, { mode: 'entering-maintenance' }), ...moves.value], ids.slice(-1));
}
