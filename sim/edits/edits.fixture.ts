/** People, and what they do, for the tests of edits. */
import type { Actor } from '../contract/actors.ts';
import { commandSchema } from '../contract/commands.ts';
import type { CommandInput } from '../contract/commands.ts';
import type { AlarmRuleInput } from '../contract/alarms.ts';
import type { Refusal, Result } from '../contract/result.ts';
import type { Decision } from '../inventory/decide.ts';
import { applyEvents } from '../kernel/apply.ts';
import { decide } from '../kernel/decide.ts';
import type { World } from '../kernel/world.ts';

export const anna: Actor = { origin: 'ui', name: 'anna', role: 'admin' };
export const ben: Actor = { origin: 'api', name: 'ben', role: 'admin' };
export const carl: Actor = { origin: 'cli', name: 'carl', role: 'operator' };

export function put(world: World, input: CommandInput, actor?: Actor): Result<Decision> {
  const decision = decide(world, commandSchema.parse(input), actor ?? anna);
  if (decision.ok) applyEvents(world, decision.value.events);
  return decision;
}

export function did(world: World, input: CommandInput, actor?: Actor): Decision {
  const result = put(world, input, actor);
  if (!result.ok) throw new Error(`${input.type}: ${result.refusal.message}`);
  return result.value;
}

export const id = (text: string): never => text as never;
export const undo = (edit?: string): CommandInput => ({
  type: 'edit.undo',
  ...(edit === undefined ? {} : { edit: id(edit) }),
});
export const redo = (edit?: string): CommandInput => ({
  type: 'edit.redo',
  ...(edit === undefined ? {} : { edit: id(edit) }),
});
export const refusalOf = (result: Result<unknown>): Refusal | null => (result.ok ? null : result.refusal);

export const rack = (n: number, x: number) => ({
  kind: 'rack',
  name: `N${n}`,
  parent: id('row-1'),
  spec: { position: { x, y: 6 }, width: 0.6, depth: 1.2, facing: 'south', heightU: 42, ratedPower: 8 },
});
export const server = (name: string, parent: string, position: number) => ({
  kind: 'device',
  name,
  parent: id(parent),
  spec: {
    model: 'm',
    category: 'server',
    slot: { position, height: 1, face: 'both' },
    idlePower: 10,
    ratedPower: 20,
  },
});
export const make = (...items: object[]): CommandInput => ({
  type: 'inventory.create-many',
  items: items as never,
});

export const rule: AlarmRuleInput = {
  id: 'mine',
  title: 'Warm',
  kinds: ['rack'],
  metric: 'temperature',
  test: { type: 'limit', direction: 'above', limit: 30 },
  deadband: 1,
  severity: 'minor',
  level: 'warning',
  consequence: 'c',
  action: 'a',
};
