import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { EntityId } from '../../../sim/contract/ids.ts';
import { overviewSchema } from '../../../sim/contract/queries.ts';
import type { Overview } from '../../../sim/contract/queries.ts';
import { siteCardSchema } from '../../../sim/contract/sites.ts';
import type { SystemResilience } from '../../../sim/contract/sites.ts';
import { advanceTo, createWorld, planLab } from '../../../sim/index.ts';
import type { World } from '../../../sim/index.ts';
import { did } from '../../../sim/testing/small-lab.ts';
import { loadTemplate } from '../../services/labs/templates.ts';
import { createBoard } from '../board.ts';
import { createOverviewAnswers } from './overview.ts';

const resources = join(import.meta.dirname, '../../../resources');

function labFrom(template: string): World {
  const loaded = loadTemplate(resources, template);
  if (!loaded.ok) throw new Error(loaded.refusal.message);
  const plan = planLab(loaded.value.file, { name: 'lab', epoch: Date.parse('2026-01-05T08:00:00Z') });
  if (!plan.ok) throw new Error(plan.refusal.message);
  const world = createWorld();
  for (const command of plan.value) did(world, command);
  advanceTo(world, 120);
  return world;
}

/** Answers from a world whose sensors say what the test writes. */
function faced(world: World) {
  const board = createBoard();
  board.arrange(world.inventory.ofKind('sensor').map(({ id }) => id));
  const history = { series: () => [] };
  const answers = createOverviewAnswers({
    session: () => ({ world, branch: 'branch-1', history, store: { branches: () => [] } }) as never,
    board,
    status: () => ({ stretch: 1 }) as never,
  });
  const say = (sensor: EntityId, value: number): void =>
    board.write(board.indexOf(sensor) as number, { value, at: world.now(), quality: 'good' });
  const overview = (site?: EntityId): Overview => {
    const answer = answers.overview(site === undefined ? {} : { site });
    if (!answer.ok) throw new Error(answer.refusal.message);
    return overviewSchema.parse(answer.value);
  };
  return { answers, say, overview };
}

const named = (world: World, name: string, kind?: string): EntityId => {
  const found = [...world.inventory.all()].find(
    (one) => one.name === name && (kind ?? one.kind) === one.kind,
  );
  if (found === undefined) throw new Error(`no ${name}`);
  return found.id;
};
const sensorOf = (world: World, parent: EntityId, metric: string): EntityId => {
  const found = world.inventory
    .ofKind('sensor')
    .find((one) => one.parent === parent && one.spec.metric === metric);
  if (found === undefined) throw new Error(`no ${metric} on ${parent}`);
  return found.id;
};
const systemIn = ({ resilience }: Overview, system: SystemResilience['system']): SystemResilience => {
  const found = resilience.systems.find((one) => one.system === system);
  if (found === undefined) throw new Error(`no ${system}`);
  return found;
};

test('FR-120-427 redundancy is computed, its worst part leads, and what breaks it is named', () => {
  const world = labFrom('starter');
  const { overview } = faced(world);
  const seen = overview();
  expect(seen.resilience.level).toBe('N');
  expect(systemIn(seen, 'supply')).toMatchObject({ level: 'N', touched: 20, of: 20 });
  expect(systemIn(seen, 'supply').breaks).toContain(named(world, 'ats-01'));
  expect(systemIn(seen, 'ups')).toMatchObject({ level: '2N', breaks: [], capacity: 320 });
  expect(systemIn(seen, 'feeds').level).toBe('2N');
  expect(systemIn(seen, 'cooling')).toMatchObject({ level: 'N', breaks: [named(world, 'chiller-01')] });
  expect(seen.resilience.rideThrough?.minutes).toBeGreaterThan(0);
});

test('FR-120-427 a UPS that fails and a cooling unit that is off tell at once', () => {
  const world = labFrom('starter');
  const { overview } = faced(world);
  expect(systemIn(overview(), 'ups').level).toBe('2N');
  did(world, { type: 'plant.order', target: named(world, 'ups-01'), verb: 'ups-off' } as never);
  did(world, { type: 'plant.order', target: named(world, 'crac-01'), verb: 'unit-off' } as never);
  advanceTo(world, world.clock.tick + 10);
  const after = overview();
  expect(systemIn(after, 'ups')).toMatchObject({ level: 'N', capacity: 160 });
  expect(systemIn(after, 'ups').breaks).toEqual([named(world, 'ups-02')]);
  expect(systemIn(after, 'cooling').breaks).toContain(named(world, 'crac-02'));
});

test('FR-120-427 a site with two supplies bears the loss of either; one with a single switch does not', () => {
  const world = labFrom('two-sites');
  const { overview } = faced(world);
  const hamburg = overview(named(world, 'hamburg'));
  expect(hamburg.resilience.systems.map(({ system, level }) => [system, level])).toEqual([
    ['supply', 'N+1'],
    ['ups', '2N'],
    ['feeds', '2N'],
    ['cooling', '2N'],
  ]);
  const both = overview();
  expect(both.rooms).toHaveLength(2);
  expect(both.resilience.level).toBe('N');
  expect(systemIn(both, 'supply')).toMatchObject({ of: 20, touched: 8 });
});

test('FR-120-428 the shortest runtime is that of the UPS whose sensor says the least, and silence is no number', () => {
  const world = labFrom('starter');
  const { overview, say } = faced(world);
  expect(overview().resilience.upsRuntime).toBeNull();
  say(sensorOf(world, named(world, 'ups-01'), 'runtime'), 41);
  say(sensorOf(world, named(world, 'ups-02'), 'runtime'), 23.5);
  expect(overview().resilience.upsRuntime).toEqual({
    ups: named(world, 'ups-02'),
    sensor: sensorOf(world, named(world, 'ups-02'), 'runtime'),
    minutes: 23.5,
    at: world.now(),
  });
});

test('FR-120-440 an overview of one site counts its own meters and alarms, one of all sites their sums', () => {
  const world = labFrom('two-sites');
  const { overview, say, answers } = faced(world);
  for (const [name, total, equipment] of [
    ['hamburg', 60, 40],
    ['singapore', 40, 25],
  ] as const) {
    const site = named(world, name);
    say(sensorOf(world, site, 'total-power'), total);
    say(sensorOf(world, site, 'power'), equipment);
    say(sensorOf(world, site, 'pue'), total / equipment);
  }
  expect(overview(named(world, 'hamburg'))).toMatchObject({ totalPower: 60, pue: 1.5 });
  const both = overview();
  expect(both.totalPower).toBe(100);
  expect(both.pue).toBeCloseTo(100 / 65, 9);
  expect(both.trends.meters).toHaveLength(2);
  const cards = answers.sites({});
  if (!cards.ok) throw new Error(cards.refusal.message);
  const items = cards.value.items.map((card) => siteCardSchema.parse(card));
  expect(items.map(({ name, racks, totalPower }) => [name, racks, totalPower])).toEqual([
    ['hamburg', 12, 60],
    ['singapore', 8, 40],
  ]);
  expect(answers.overview({ site: 'site-9' as EntityId })).toMatchObject({ ok: false });
});

test('FR-120-426 each part of the score brings the numbers of its reason, and the parts add up to the score', () => {
  const world = labFrom('starter');
  const { overview, say } = faced(world);
  for (const [at, rack] of world.inventory.ofKind('rack').entries())
    say(sensorOf(world, rack.id, 'temperature'), at === 0 ? 29 : 24);
  say(sensorOf(world, named(world, 'site1'), 'pue'), 2);
  const { score, parts } = overview();
  expect(parts.map(({ name, facts }) => [name, facts])).toMatchObject([
    ['Air', { good: 19, known: 20 }],
    ['Quiet', { active: 0 }],
    ['Efficiency', { pue: 2 }],
    ['Knowing', { known: 20, all: 20 }],
  ]);
  expect(score).toBe(Math.round(parts.reduce((sum, { points }) => sum + points, 0)));
  expect(score).toBe(Math.round(47.5 + 30 + 5 + 10));
});

test('FR-120-429 ride-through minutes are known, and stay while an edit waits for the next step', () => {
  const world = labFrom('starter');
  const { overview } = faced(world);
  const before = overview().resilience.rideThrough;
  expect(before?.minutes).toBeGreaterThan(0);
  did(world, { type: 'inventory.change', id: named(world, 'site1'), spec: { location: 'Elsewhere' } });
  expect(overview().resilience.rideThrough).toEqual(before);
});

test('FR-120-448 the template of two sites has two climates, each with power and cooling of its own', () => {
  const world = labFrom('two-sites');
  const sites = world.inventory.ofKind('site');
  expect(sites.map(({ spec }) => [spec.climate, spec.currency, spec.latitude !== undefined])).toEqual([
    ['temperate', 'EUR', true],
    ['hot-humid', 'SGD', true],
  ]);
  advanceTo(world, 4 * 3600);
  const { inlet, powered } = world.plant.state.rack.columns;
  expect([...powered].every((share) => share === 1)).toBe(true);
  expect(Math.max(...inlet)).toBeLessThan(27);
});

test('FR-120-449 energy of today is counted from midnight of the site’s own time, or from the lab’s beginning', () => {
  const world = labFrom('two-sites');
  advanceTo(world, 18 * 3600);
  const asked: number[] = [];
  const series = ({ sensors, from }: { sensors: readonly { id: string }[]; from: number }) => {
    asked.push(from);
    return [{ sensor: sensors[0]?.id, metric: 'energy', at: [1], mean: [7], min: [5], max: [9.5] }];
  };
  const answers = createOverviewAnswers({
    session: () =>
      ({ world, branch: 'branch-1', history: { series }, store: { branches: () => [] } }) as never,
    board: createBoard(),
    status: () => ({ stretch: 1 }) as never,
  });
  const read = () => {
    const cards = answers.sites({});
    return cards.ok ? cards.value.items.map(({ energyToday }) => energyToday) : [];
  };
  expect(read()).toEqual([4.5, 4.5]);
  read();
  // 08:00 UTC + 18 h is 03:00 in Hamburg (+1) and 10:00 in Singapore (+8), both of the next day.
  expect(asked.map((from) => new Date(from).toISOString())).toEqual([
    '2026-01-05T23:00:00.000Z',
    '2026-01-05T16:00:00.000Z',
  ]);
});
