import { decideAdvice } from '../advisor/decide.ts';
import { decideAlarm } from '../alarms/decide.ts';
import { decideClear, decideInject } from '../chaos/decide.ts';
import type { Actor } from '../contract/actors.ts';
import type { Command, CommandOf } from '../contract/commands.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decideCompute, isComputing } from '../compute/decide.ts';
import { decideEdit } from '../edits/decide.ts';
import { noteEdit } from '../edits/note-edit.ts';
import { decideGuest } from '../guests/world/decide.ts';
import { decideChange, decideCreate, decideCreateMany, decideMove, decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import { decideChangeMany } from '../inventory/decide-many.ts';
import { decideOrder } from '../inventory/decide-order.ts';
import { decideRemove, decideRemoveMany } from '../inventory/decide-remove.ts';
import { decideSource } from '../inventory/decide-source.ts';
import { decideDrillEnd, decideDrillStart } from '../scenarios/decide-drill.ts';
import { decideRun, decideStop } from '../scenarios/decide.ts';
import { decideClock } from './decide-clock.ts';
import type { World } from './world.ts';

/** (world, command) → events, or a refusal. Changes nothing. */
export function decide(world: World, command: Command, actor: Actor): Result<Decision> {
  if (!world.founded && command.type !== 'lab.found')
    return refused('wrong-state', 'The lab is not founded yet');
  const decision = decideCommand(world, command, actor);
  return decision.ok ? accepted(noteEdit(world, { command, actor, decision: decision.value })) : decision;
}

function decideCommand(world: World, command: Command, actor: Actor): Result<Decision> {
  if (isComputing(command)) return decideCompute(world, command, actor);
  switch (command.type) {
    case 'lab.found':
    case 'lab.rename':
    case 'lab.work':
      return decideLab(world, command);
    case 'clock.pause':
    case 'clock.resume':
    case 'clock.speed':
    case 'clock.step':
      return decideClock(world, command);
    case 'inventory.create':
    case 'inventory.create-many':
    case 'inventory.change':
    case 'inventory.change-many':
    case 'inventory.move':
    case 'inventory.remove':
    case 'inventory.remove-many':
      return decideInventory(world, command);
    case 'sensor.source':
      return decideSource(world, command);
    case 'edit.undo':
    case 'edit.redo':
      return decideEdit(world, command, actor);
    case 'advisor.switch':
    case 'advisor.propose':
    case 'advisor.apply':
    case 'advisor.dismiss':
    case 'advisor.undo':
    case 'advisor.measured':
      return decideAdvice(world, command, actor);
    case 'papers.write':
      return decided([{ type: 'papers.written', face: command.face, items: command.items }], []);
    case 'guest.boot':
    case 'guest.stop':
    case 'guest.apply':
      return decideGuest(world, command, actor);
    default:
      return decideDoing(world, command, actor);
  }
}

type InventoryCommand = Extract<Command, { type: `inventory.${string}` }>;

function decideInventory(world: World, command: InventoryCommand): Result<Decision> {
  switch (command.type) {
    case 'inventory.create':
      return decideCreate(world, command);
    case 'inventory.create-many':
      return decideCreateMany(world, command);
    case 'inventory.change':
      return decideChange(world, command);
    case 'inventory.change-many':
      return decideChangeMany(world, command);
    case 'inventory.move':
      return decideMove(world, command);
    case 'inventory.remove':
      return decideRemove(world, command);
    case 'inventory.remove-many':
      return decideRemoveMany(world, command);
    default:
      return command satisfies never;
  }
}

type Doing = CommandOf<
  Extract<
    Command['type'],
    | `alarm.${string}`
    | `rule.${string}`
    | `scenario.${string}`
    | `drill.${string}`
    | `chaos.${string}`
    | 'plant.order'
  >
>;

function decideDoing(world: World, command: Doing, actor: Actor): Result<Decision> {
  switch (command.type) {
    case 'alarm.raise':
    case 'alarm.acknowledge':
    case 'alarm.resolve':
    case 'alarm.shelve':
    case 'alarm.unshelve':
    case 'alarm.annotate':
    case 'alarm.assign':
    case 'alarm.service':
    case 'rule.put':
    case 'rule.remove':
    case 'rule.reset':
      return decideAlarm(world, command, actor);
    case 'plant.order':
      return decideOrder(world, command);
    case 'drill.start':
      return decideDrillStart(world, command, actor);
    case 'drill.end':
      return decideDrillEnd(world, command);
    case 'scenario.run':
      return decideRun(world, command, actor);
    case 'scenario.stop':
      return decideStop(world, command);
    case 'chaos.inject':
      return decideInject(world, command);
    case 'chaos.clear':
      return decideClear(world, command);
    default:
      return command satisfies never;
  }
}

function decideLab(
  world: World,
  command: CommandOf<'lab.found' | 'lab.rename' | 'lab.work'>,
): Result<Decision> {
  if (command.type === 'lab.work') return decided([{ type: 'lab.worked', takes: command.takes }], []);
  if (command.type === 'lab.rename') return decided([{ type: 'lab.renamed', name: command.name }], []);
  if (world.founded) return refused('wrong-state', `This lab is founded already: ${world.name}`);
  return decided([{ type: 'lab.founded', name: command.name, seed: command.seed, epoch: command.epoch }], []);
}
