import type { Actor } from '../contract/actors.ts';
import type { Entity, EntityOf } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { ComputeCommandOf, PowerVerb } from '../contract/machine-commands.ts';
import type { PowerState } from '../contract/machine-specs.ts';
import { powerFrom } from '../contract/power-verbs.table.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { TaskVerb } from '../contract/tasks.ts';
import { asSimMillis } from '../contract/units.ts';
import type { SimMillis } from '../contract/units.ts';
import { decided, unknown } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import type { Vm } from './allotments.ts';
import { above } from '../inventory/inventory.ts';
import { bladeAs } from './blades.ts';
import { shutdownSeconds } from './durations.table.ts';
import { hardVerbs } from './power.table.ts';
import { hostIsFed } from './power-now.ts';
import { hostToStart } from './start.ts';
import { memorySeconds } from './stores.ts';
import { cancelled, idle, started } from './task.ts';
import { toolsNow, turnedOff, turnedOn, withPower } from './turned.ts';

type Power = ComputeCommandOf<'machine.power'>;
type Pressed = { readonly command: Power; readonly actor: Actor };

export function decideMachinePower(world: World, command: Power, actor: Actor): Result<Decision> {
  const found = world.inventory.get(command.id);
  if (found === undefined) return unknown(command.id);
  if (found.kind !== 'vm' && found.kind !== 'blade') {
    return refused('wrong-kind', `${found.name} is a ${found.kind}; it has no such button`, { where: 'id' });
  }
  const may = mayPress(found, command.verb);
  if (!may.ok) return may;
  const before = interrupted(world, found, command.verb);
  if (!before.ok) return before;
  const pressed =
    found.kind === 'vm'
      ? pressVm(world, found, { command, actor })
      : pressBlade(world, found, { command, actor });
  if (!pressed.ok) return pressed;
  return decided([...before.value, ...pressed.value.events], pressed.value.ids);
}

function mayPress({ name, spec }: Vm | EntityOf<'blade'>, verb: PowerVerb): Result<null> {
  if ('isTemplate' in spec && spec.isTemplate) {
    return refused('wrong-state', `${name} is a template; templates do not run`, {
      where: 'id',
      hint: 'Make a machine from it.',
    });
  }
  const from: readonly PowerState[] = powerFrom[verb];
  if (from.includes(spec.power)) return accepted(null);
  return refused('wrong-state', `${name} is ${spec.power}; ${verb} works when it is ${from.join(' or ')}`, {
    where: 'verb',
  });
}

/** The button is stronger than a guest that is on its way down, or a restart that waits. */
function interrupted(world: World, machine: Entity, verb: PowerVerb): Result<readonly WorldEvent[]> {
  const task = world.tasks.on(machine.id);
  if (task === undefined) return accepted([]);
  const isGoingDown = task.verb === 'shutdown' || task.verb === 'reboot';
  const isStronger = isGoingDown ? hardVerbs.includes(verb) : task.verb === 'restart' && verb === 'on';
  if (isStronger) return accepted([cancelled(world, task)]);
  const free = idle(world, machine);
  return free.ok ? accepted([]) : free;
}

const became = (entity: Entity): Result<Decision> => decided([{ type: 'entity.changed', entity }], []);

function pressVm(world: World, vm: Vm, pressed: Pressed): Result<Decision> {
  const { verb } = pressed.command;
  switch (verb) {
    case 'on':
      return vm.spec.power === 'suspended' ? wake(world, vm, pressed) : start(world, vm, pressed);
    case 'off':
      return became(turnedOff(vm));
    case 'reset':
      return became(turnedOn(vm, vm.spec.host, momentOfReset(world, vm)));
    case 'pause':
      return became(withPower(vm, 'paused'));
    case 'unpause':
      return became(withPower(vm, 'on'));
    case 'suspend':
      return later(world, vm, {
        pressed,
        verb,
        seconds: memorySeconds(world, vm.spec.memory, vm.spec.disks),
      });
    case 'resume':
      return wake(world, vm, pressed);
    case 'shutdown':
    case 'reboot':
      return askGuest(world, vm, { pressed, verb });
    default:
      return verb satisfies never;
  }
}

/** No two starts of a machine are at one moment: what runs in it would not feel the second. */
function momentOfReset({ now, guests }: World, { id, spec }: Vm): SimMillis {
  const last = Math.max(spec.startedAt ?? 0, guests.get(id)?.bootedAt ?? 0);
  return asSimMillis(Math.max(now(), last + 1));
}

function start(world: World, vm: Vm, { command }: Pressed): Result<Decision> {
  const host = hostToStart(world, vm, command.host);
  return host.ok ? became(turnedOn(vm, host.value.id, world.now())) : host;
}

/** Its memory is read back before it goes on. */
function wake(world: World, vm: Vm, pressed: Pressed): Result<Decision> {
  const host = hostToStart(world, vm, pressed.command.host);
  if (!host.ok) return host;
  const seconds = memorySeconds(world, vm.spec.memory, vm.spec.disks);
  return later(world, vm, { pressed, verb: 'resume', seconds });
}

function askGuest(
  world: World,
  vm: Vm,
  { pressed, verb }: { readonly pressed: Pressed; readonly verb: 'shutdown' | 'reboot' },
): Result<Decision> {
  if (toolsNow(vm, world) !== 'running') {
    return refused(
      'wrong-state',
      `${vm.name} does not hear: its guest's tools are ${vm.spec.tools === 'not-installed' ? 'not installed' : 'not running'}`,
      {
        where: 'verb',
        hint: verb === 'shutdown' ? 'Wait until it is up, or use off.' : 'Wait until it is up, or use reset.',
      },
    );
  }
  return later(world, vm, { pressed, verb, seconds: shutdownSeconds[vm.spec.os] });
}

type Later = { readonly pressed: Pressed; readonly verb: TaskVerb; readonly seconds: number };

function later(
  world: World,
  machine: Vm | EntityOf<'blade'>,
  { pressed, verb, seconds }: Later,
): Result<Decision> {
  const { host } = pressed.command;
  const task = started(world, {
    verb,
    target: machine,
    by: pressed.actor,
    seconds,
    cancel: 'may-not',
    plan: host === undefined ? {} : { host },
    nth: 0,
  });
  return decided([task], [task.task.id]);
}

/** Bare metal has no memory to put aside; its controller knows on, off, and the guest's own way. */
function pressBlade(world: World, blade: EntityOf<'blade'>, pressed: Pressed): Result<Decision> {
  const { verb } = pressed.command;
  switch (verb) {
    case 'on':
    case 'reset':
      return startBlade(world, blade);
    case 'off':
      return became(bladeAs(blade, 'off'));
    case 'shutdown':
    case 'reboot':
      return later(world, blade, { pressed, verb, seconds: shutdownSeconds[blade.spec.os] });
    case 'suspend':
    case 'resume':
    case 'pause':
    case 'unpause':
      return refused('unsupported', `${blade.name} is a blade; it cannot ${verb}`, {
        where: 'verb',
        hint: 'Shut it down, or switch it off.',
      });
    default:
      return verb satisfies never;
  }
}

function startBlade(world: World, blade: EntityOf<'blade'>): Result<Decision> {
  const chassis = above(world.inventory, blade.parent, 'chassis');
  if (chassis === undefined || hostIsFed(world, chassis)) return became(bladeAs(blade, 'on'));
  return refused('wrong-state', `${chassis.name}, in which ${blade.name} is, has no power`, {
    where: 'verb',
    hint: 'Bring back the feeds of its rack.',
  });
}
