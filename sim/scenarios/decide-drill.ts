import type { Actor } from '../contract/actors.ts';
import { commandSchema } from '../contract/commands.ts';
import type { CommandOf } from '../contract/commands.ts';
import type { DrillCard, DrillRun, DrillStep } from '../contract/drills.ts';
import type { Entity } from '../contract/entities.ts';
import type { WorldEvent } from '../contract/events.ts';
import type { DrillRunId } from '../contract/ids.ts';
import { accepted, refused } from '../contract/result.ts';
import type { Result } from '../contract/result.ts';
import { decided } from '../inventory/decide.ts';
import type { Decision } from '../inventory/decide.ts';
import type { World } from '../kernel/world.ts';
import { scenarioCards } from './catalogue.table.ts';
import { missingBelow, runOf } from './decide.ts';
import { damageOf, reportOf } from './drill-report.ts';
import { drillCards } from './drills.table.ts';

export function decideDrillStart(
  world: World,
  command: CommandOf<'drill.start'>,
  actor: Actor,
): Result<Decision> {
  const card = drillCards.find((one) => one.id === command.drill);
  if (card === undefined) {
    return refused('not-found', `There is no drill ${command.drill}`, {
      where: 'drill',
      hint: `There are ${drillCards.map((one) => one.id).join(', ')}.`,
    });
  }
  const running = [...world.drills.values()].find((run) => run.outcome === 'running');
  if (running !== undefined) {
    return refused('wrong-state', `${running.drill} runs already (${running.id})`, {
      where: 'drill',
      hint: 'End it first: one drill at a time.',
    });
  }
  const targets = targetsOf(world, card);
  return targets.ok ? startOf(world, { card, targets: targets.value, actor }) : targets;
}

type Start = { readonly card: DrillCard; readonly targets: readonly Entity[]; readonly actor: Actor };

function startOf(world: World, { card, targets, actor }: Start): Result<Decision> {
  const id = `drill-${world.counters.drill + 1}` as DrillRunId;
  const damage = damageOf(world);
  const run: DrillRun = {
    id,
    drill: card.id,
    startedTick: world.clock.tick,
    startedAt: world.now(),
    startedBy: actor.name,
    targets: targets.map((one) => one.id),
    hotBefore: damage.hot,
    darkBefore: damage.dark,
    alarmBefore: world.alarms.nextNumber() - 1,
    endedAt: null,
    outcome: 'running',
    report: null,
  };
  const events: WorldEvent[] = [{ type: 'drill.started', run }];
  for (const [at, step] of card.steps.entries()) {
    const scenario = scenarioOf(world, { step, target: targets[at] as Entity, actor, at });
    events.push({ type: 'scenario.started', run: { ...scenario, drill: id } });
  }
  return decided(events, [id]);
}

function targetsOf(world: World, card: DrillCard): Result<Entity[]> {
  const targets: Entity[] = [];
  for (const { target, scenario } of card.steps) {
    const found = world.inventory.ofKind(target.kind)[target.number - 1];
    if (found === undefined) {
      return refused('wrong-state', `${card.title} needs ${target.number} ${target.kind} in the lab`, {
        where: 'drill',
        hint: 'Take another drill, or a lab with a full power and cooling chain.',
      });
    }
    const missing = missingBelow(world, { name: scenario }, found);
    if (missing !== null) return missing;
    targets.push(found);
  }
  return accepted(targets);
}

type StepPlan = {
  readonly step: DrillStep;
  readonly target: Entity;
  readonly actor: Actor;
  readonly at: number;
};

function scenarioOf(world: World, { step, target, actor, at }: StepPlan) {
  const command = commandSchema.parse({
    type: 'scenario.run',
    name: step.scenario,
    target: target.id,
    severity: step.severity,
    size: step.size,
    ramp: step.ramp,
    duration: step.duration,
    delay: step.at,
  }) as CommandOf<'scenario.run'>;
  const card = scenarioCards.find((one) => one.name === step.scenario);
  if (card === undefined) throw new Error(`a drill names ${step.scenario}, which has no card`);
  return runOf(world, { card, target, command, actor, number: world.counters.scenario + 1 + at });
}

export function decideDrillEnd(world: World, command: CommandOf<'drill.end'>): Result<Decision> {
  const run = world.drills.get(command.id);
  if (run === undefined) return refused('not-found', `There is no ${command.id}`, { where: 'id' });
  if (run.outcome !== 'running')
    return refused('wrong-state', `${command.id} has ended already`, { where: 'id' });
  const events: WorldEvent[] = [...world.scenarios.values()]
    .filter((one) => one.drill === run.id)
    .map((one) => ({ type: 'scenario.stopped', id: one.id }));
  events.push({
    type: 'drill.ended',
    id: run.id,
    at: world.now(),
    outcome: command.outcome,
    report: reportOf(world, run),
  });
  return decided(events, []);
}
