import type { Actor } from '../contract/actors.ts';
import type { CommandOf } from '../contract/commands.ts';
import type { ScenarioRunId } from '../contract/ids.ts';
import { refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import { scenarioCards } from './catalogue.table.ts';

export function decideRun(world: World, command: CommandOf<'scenario.run'>, actor: Actor): Result<Decision> {
  const target = world.inventory.get(command.target);
  if (target === undefined)
    return refused('unknown-entity', `There is no ${command.target}`, { where: 'target' });
  const card = scenarioCards.find((one) => one.name === command.name);
  if (card === undefined)
    return refused('not-found', `There is no scenario ${command.name}`, { where: 'name' });
  if (!card.targets.includes(target.kind)) {
    return refused(
      'wrong-kind',
      `${command.name} strikes a ${card.targets.join(' or ')}; ${target.name} is a ${target.kind}`,
      { where: 'target' },
    );
  }
  const same = [...world.scenarios.values()].find(
    (run) => run.name === command.name && run.target === command.target,
  );
  if (same !== undefined) {
    return refused('wrong-state', `${command.name} runs on ${target.name} already (${same.id})`, {
      where: 'target',
      hint: 'Stop it first.',
    });
  }
  const id = `scenario-${world.counters.scenario + 1}` as ScenarioRunId;
  const run = {
    id,
    name: command.name,
    target: command.target,
    severity: command.severity,
    startedTick: world.clock.tick,
    startedAt: world.now(),
    startedBy: actor.name,
  };
  return decided([{ type: 'scenario.started', run }], [id]);
}

export function decideStop(world: World, command: CommandOf<'scenario.stop'>): Result<Decision> {
  if (!world.scenarios.has(command.id))
    return refused('not-found', `${command.id} does not run`, {
      where: 'id',
      hint: 'It may have been stopped.',
    });
  return decided([{ type: 'scenario.stopped', id: command.id }], []);
}
