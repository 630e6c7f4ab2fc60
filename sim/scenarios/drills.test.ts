import { expect, test } from 'vitest';
import type { Alarm } from '../contract/alarms.ts';
import type { CommandInput } from '../contract/commands.ts';
import type { DrillRun } from '../contract/drills.ts';
import { advanceTo } from '../kernel/step.ts';
import type { World } from '../kernel/world.ts';
import { did, put, smallLab } from '../testing/small-lab.ts';
import { oneOfEverything } from '../testing/starter-lab.ts';
import { drillCards } from './drills.table.ts';
import { reportOf, verdictOf } from './drill-report.ts';

const steps = (world: World, count: number): void => advanceTo(world, world.clock.tick + count);

const start = (world: World, drill: string) => put(world, { type: 'drill.start', drill });

const only = (world: World): DrillRun => {
  const run = [...world.drills.values()].at(-1);
  if (run === undefined) throw new Error('no drill was started');
  return run;
};

/** What an operator does: rings at one moment, is seen to at another. */
function ring(world: World): Alarm['id'] {
  const sensor = world.inventory.ofKind('sensor').find((one) => one.spec.place === 'front-middle');
  const command = {
    type: 'alarm.raise',
    rule: 'inlet-critical',
    sensor: sensor?.id,
    value: 33,
  } as CommandInput;
  return did(world, command).ids[0] as Alarm['id'];
}

test('FR-130-210 eight drills are shipped, and scripts beside them', () => {
  expect(drillCards.filter((card) => card.kind === 'drill').length).toBe(8);
  expect(drillCards.filter((card) => card.kind === 'script').length).toBeGreaterThan(0);
});

test.each(drillCards.map((card) => [card.id] as const))(
  'FR-130-211 %s starts its scenarios, each at its time, and ends them with itself',
  (id) => {
    const world = oneOfEverything('1');
    steps(world, 10);
    const started = start(world, id);
    expect(started.ok || started.refusal).toBe(true);
    const card = drillCards.find((one) => one.id === id);
    const runs = [...world.scenarios.values()];
    expect(runs.map((run) => run.startedTick - 10)).toEqual(card?.steps.map((step) => step.at));
    expect(runs.every((run) => run.drill === only(world).id)).toBe(true);
    steps(world, 30);
    did(world, { type: 'drill.end', id: only(world).id });
    expect(world.scenarios.size).toBe(0);
    expect(only(world).outcome).toBe('given-up');
  },
);

test('FR-130-212 one drill at a time, and none that the lab has nothing for', () => {
  const world = oneOfEverything('1');
  start(world, 'hot-rack');
  const second = start(world, 'breaker');
  expect(!second.ok && second.refusal.code).toBe('wrong-state');
  const bare = start(smallLab({ seed: '1', racks: 1 }), 'wet-floor');
  expect(bare.ok || bare.refusal.code).toBe(true);
  const silent = start(smallLab({ seed: '1', racks: 1 }), 'silent-genset');
  expect(!silent.ok && silent.refusal.message).toContain('no genset');
  const none = start(smallLab({ seed: '1', racks: 1 }), 'breaker');
  expect(!none.ok && none.refusal.message).toContain('needs 3 pdu');
  const unknown = start(smallLab({ seed: '1', racks: 1 }), 'nothing');
  expect(!unknown.ok && unknown.refusal.hint).toContain('hot-rack');
});

test('FR-130-213 the sooner it is acknowledged and restored, the more points', () => {
  const score = (acknowledgeAfter: number, restoreAfter: number): number => {
    const world = oneOfEverything('1');
    start(world, 'breaker');
    steps(world, 60);
    const alarm = ring(world);
    steps(world, acknowledgeAfter);
    did(world, { type: 'alarm.acknowledge', id: alarm });
    steps(world, restoreAfter);
    did(world, { type: 'alarm.resolve', id: alarm });
    const run = only(world);
    expect(verdictOf(world, run)).toBe('reached');
    return reportOf(world, run).score;
  };
  const [best, slow, slower] = [score(30, 60), score(600, 60), score(600, 1800)] as const;
  expect(best).toBeGreaterThan(slow);
  expect(slow).toBeGreaterThan(slower);
  expect(best).toBeLessThanOrEqual(100);
});

test('FR-130-214 an alarm that nobody answers is missed, and time runs out', () => {
  const world = oneOfEverything('1');
  start(world, 'breaker');
  steps(world, 60);
  ring(world);
  expect(verdictOf(world, only(world))).toBe('running');
  steps(world, 3600);
  expect(verdictOf(world, only(world))).toBe('out-of-time');
  did(world, { type: 'drill.end', id: only(world).id, outcome: 'out-of-time' });
  const { report } = only(world);
  expect(report?.missed).toBe(1);
  expect(report?.acknowledgedAfter).toBeNull();
  expect(report?.timeline[0]?.text).toContain('rang');
});
