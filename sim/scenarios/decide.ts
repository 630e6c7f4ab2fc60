import type { Actor } from '../contract/actors.ts';
import type { CommandOf } from '../contract/commands.ts';
import type { Entity } from '../contract/entities.ts';
import type { ScenarioRunId } from '../contract/ids.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import type { ScenarioCard, ScenarioRun } from '../contract/scenarios.ts';
import { asSimMillis, asTick, tickMillis } from '../contract/units.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import { saidNow } from '../bots/said-now.ts';
import type { World } from '../kernel/world.ts';
import { scenarioCards } from './catalogue.table.ts';
import { isOver } from './strength.ts';
import { walk } from './walk.ts';

export function decideRun(world: World, command: CommandOf<'scenario.run'>, actor: Actor): Result<Decision> {
  const aimed = aim(world, command);
  if (!aimed.ok) return aimed;
  const { card, target } = aimed.value;
  const same = [...world.scenarios.values()].find(
    (run) => run.name === command.name && run.target === command.target && !isOver(run, world.clock.tick),
  );
  if (same !== undefined) {
    return refused('wrong-state', `${command.name} runs on ${target.name} already (${same.id})`, {
      where: 'target',
      hint: 'Stop it first.',
    });
  }
  const run = runOf(world, { card, target, command, actor, number: world.counters.scenario + 1 });
  return decided([{ type: 'scenario.started', run }], [run.id]);
}

export type RunPlan = {
  readonly card: ScenarioCard;
  readonly target: Entity;
  readonly command: CommandOf<'scenario.run'>;
  readonly actor: Actor;
  readonly number: number;
};

export function runOf(world: World, { card, target, command, actor, number }: RunPlan): ScenarioRun {
  const delay = Math.round(command.delay);
  return {
    id: `scenario-${number}` as ScenarioRunId,
    name: command.name,
    target: command.target,
    severity: card.severities.includes(command.severity)
      ? command.severity
      : (card.severities[0] ?? 'partial'),
    size: command.size ?? card.size?.usual ?? 1,
    ramp: command.ramp ?? card.ramp?.usual ?? 0,
    duration: command.duration === undefined ? card.duration : command.duration,
    startedTick: asTick(world.clock.tick + delay),
    startedAt: asSimMillis(world.now() + delay * tickMillis),
    startedBy: actor.name,
    held: command.name === 'SENSOR_STUCK' && target.kind === 'sensor' ? saidNow(world, target.id) : null,
    drill: null,
  };
}

type Aimed = { readonly card: ScenarioCard; readonly target: Entity };

function aim(world: World, command: CommandOf<'scenario.run'>): Result<Aimed> {
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
  const sized = sizeFits(card, command.size);
  if (!sized.ok) return sized;
  const missing = missingBelow(world, command, target);
  return missing === null ? accepted({ card, target }) : missing;
}

function sizeFits(card: ScenarioCard, size: number | undefined): Result<null> {
  if (size === undefined) return accepted(null);
  if (card.size === null) return refused('invalid-input', `${card.name} has no size`, { where: 'size' });
  const { least, most, unit } = card.size;
  if (size >= least && size <= most) return accepted(null);
  return refused('invalid-input', `The size of ${card.name} goes from ${least} to ${most} ${unit}`, {
    where: 'size',
  });
}

/** What some scenarios need to find below their target. */
const needs = {
  LEAK_DETECTED: 'crac',
  CELL_DEGRADATION: 'battery',
  GENSET_FAIL_TO_START: 'genset',
  CHILLER_TRIP: 'chiller',
  FEED_B_LOST: 'pdu',
  POWER_SPIKE: 'rack',
} as const;

export function missingBelow(
  world: World,
  { name }: Pick<ScenarioRun, 'name'>,
  target: Entity,
): Result<never> | null {
  const kind = (needs as Partial<Record<string, Entity['kind']>>)[name];
  if (kind === undefined) return null;
  for (const one of walk(world.inventory, target)) if (one.kind === kind) return null;
  return refused('wrong-state', `${target.name} has no ${kind} that ${name} could strike`, {
    where: 'target',
  });
}

export function decideStop(world: World, command: CommandOf<'scenario.stop'>): Result<Decision> {
  if (!world.scenarios.has(command.id))
    return refused('not-found', `${command.id} does not run`, {
      where: 'id',
      hint: 'It may have been stopped.',
    });
  return decided([{ type: 'scenario.stopped', id: command.id }], []);
}
