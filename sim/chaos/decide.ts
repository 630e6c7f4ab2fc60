import type { ControlFault } from '../contract/chaos.ts';
import type { CommandOf } from '../contract/commands.ts';
import type { FaultId } from '../contract/ids.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import { chance, hashText } from '../kernel/chance.ts';
import type { World } from '../kernel/world.ts';

export function decideInject(world: World, command: CommandOf<'chaos.inject'>): Result<Decision> {
  const { type: _, ...rest } = command;
  const id = `fault-${world.counters.fault + 1}` as FaultId;
  return decided([{ type: 'chaos.injected', fault: { ...rest, id } }], [id]);
}

export function decideClear(world: World, command: CommandOf<'chaos.clear'>): Result<Decision> {
  if (!world.faults.has(command.id))
    return refused('not-found', `There is no ${command.id}`, { where: 'id' });
  return decided([{ type: 'chaos.cleared', id: command.id }], []);
}

/** The fault that strikes the n-th command of this type now, if any. Chaos itself is never struck: it must be curable. */
export function strike(world: World, type: string, nth: number): ControlFault | null {
  if (world.faults.size === 0 || type.startsWith('chaos.')) return null;
  for (const fault of world.faults.values()) {
    if (!type.startsWith(fault.match)) continue;
    const of = { seed: world.seed, actor: hashText(fault.id), tick: world.clock.tick, draw: nth };
    if (chance(of) < fault.probability) return fault;
  }
  return null;
}
