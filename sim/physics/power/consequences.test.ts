import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { consequencesSchema, redundancySchema } from '../../contract/consequences.ts';
import type { EntityId } from '../../contract/ids.ts';
import { takeSnapshot } from '../../kernel/snapshot.ts';
import { powerLab, twoSides } from '../../testing/power-lab.ts';
import type { PowerLab } from '../../testing/power-lab.ts';
import { buildRandom, powerRecipe } from '../../testing/random-power-lab.ts';
import { redundancyOf, whatIfFeedLost, whatIfLost } from './consequences.ts';

/** Long enough for gensets, switches and equipment to be where they will stay. */
const settleSeconds = 60;

/** Cuts a unit off from whatever feeds it. */
function cut({ world }: PowerLab, id: EntityId): void {
  const entity = world.inventory.get(id);
  if (entity !== undefined) world.inventory.put({ ...entity, links: { fedBy: ['utility-999' as EntityId] } });
}

/** Makes it fail in the world as the computed answer says it does; `gone` takes even a UPS's bypass away. */
function fail(lab: PowerLab, id: EntityId, how: 'fails' | 'gone'): void {
  const kind = lab.world.inventory.get(id)?.kind;
  if (kind === 'utility' || kind === 'site') lab.strike('MAINS_FAILURE', id);
  else if (kind === 'panel' || kind === 'pdu') lab.order(id, 'breaker-open');
  else if (kind === 'genset') lab.order(id, 'genset-stop');
  else if (kind === 'ups' && how === 'fails') lab.strike('UNIT_FAULT', id);
  else cut(lab, id);
}

const powered = (lab: PowerLab, racks: readonly { readonly id: EntityId }[]): number[] =>
  racks.map(({ id }) => lab.read(id, 'powered'));

test('FR-130-047 the racks that would go dark are those that do when it happens', () => {
  fc.assert(
    fc.property(powerRecipe, fc.nat({ max: 1000 }), (recipe, at) => {
      const lab = buildRandom(recipe, 'batteries');
      lab.run(settleSeconds);
      const pdus = lab.racks.flatMap(({ a, b }) => [a, b].flatMap((one) => one ?? []));
      const targets = [lab.site, ...lab.units, ...pdus];
      const target = targets[at % targets.length] as EntityId;
      const before = powered(lab, lab.racks);
      const answer = whatIfLost(lab.world, target);
      fail(lab, target, 'fails');
      lab.run(settleSeconds);
      const after = powered(lab, lab.racks);
      const went = lab.racks
        .filter((_, n) => (before[n] as number) > 0 && after[n] === 0)
        .map(({ id }) => id);
      const partly = lab.racks.filter(
        (_, n) => after[n] !== 0 && (after[n] as number) < (before[n] as number),
      );
      expect(answer.dark).toEqual(went);
      expect(answer.degraded).toEqual(expect.arrayContaining(partly.map(({ id }) => id)));
    }),
    { numRuns: 100 },
  );
});

test('FR-130-047 the answer names overloads, feeds left, and UPSes that bridge, and changes nothing', () => {
  const lab = twoSides('1', {});
  const racks = [1, 2].map(() => lab.rack({ kilowatts: 12, a: lab.panelA, b: lab.panelB, breaker: 16 }));
  const ids = racks.map(({ id }) => id);
  lab.order(lab.genset, 'genset-stop');
  lab.run(3);
  const before = takeSnapshot(lab.world).hash;
  const panel = whatIfLost(lab.world, lab.panelA);
  expect(consequencesSchema.parse(panel)).toEqual(panel);
  expect(panel).toMatchObject({ dark: [], degraded: ids, bridged: [] });
  // 17.4 A on each phase of 16.
  expect(panel.overloaded).toEqual(racks.map(({ b }) => ({ id: b, load: expect.closeTo(108.7, 1) })));
  const utility = whatIfLost(lab.world, lab.utility);
  expect(utility.dark).toEqual([]);
  expect(utility.bridged.map(({ id }) => id)).toEqual([lab.upsA, lab.upsB]);
  expect(utility.bridged[0]?.minutes).toBeCloseTo(lab.read(lab.upsA, 'runtime'), 0);
  expect(whatIfFeedLost(lab.world, { within: ids[0] as EntityId, feed: 'B' })).toMatchObject({
    dark: [],
    degraded: [ids[0]],
    overloaded: [{ id: racks[0]?.a }],
  });
  expect(whatIfFeedLost(lab.world, { within: lab.site, feed: 'A' }).degraded).toEqual(ids);
  expect(whatIfLost(lab.world, ids[0] as EntityId)).toEqual({
    dark: [],
    degraded: [],
    overloaded: [],
    bridged: [],
  });
  expect(takeSnapshot(lab.world).hash).toBe(before);
});

test('FR-130-047 it answers for a plant that has changed since its last step, without stepping it', () => {
  const lab = twoSides('1', {});
  const rack = lab.rack({ kilowatts: 5, a: lab.panelA });
  expect(whatIfLost(lab.world, lab.panelA).dark).toEqual([rack.id]);
  expect(lab.world.plant.layout).toBeNull();
  lab.run(2);
  expect(redundancyOf(lab.world, rack.id).level).toBe('single feed');
  lab.strike('FEED_B_LOST', lab.site);
  lab.run(2);
  const late = lab.rack({ kilowatts: 5, b: lab.panelB });
  expect(redundancyOf(lab.world, late.id).level).toBe('none');
  expect(redundancyOf(lab.world, rack.id).level).toBe('single feed');
});

test('FR-130-048 redundancy is computed: two feeds that meet in one switch have that switch in common', () => {
  const lab = twoSides('1', {});
  const both = lab.rack({ kilowatts: 5, a: lab.panelA, b: lab.panelB });
  const one = lab.rack({ kilowatts: 5, a: lab.panelA });
  const plugged = lab.rack({ kilowatts: 5 });
  const single = lab.rack({ kilowatts: 5, a: lab.panelA, b: lab.panelB, psus: 1, feed: 'B' });
  lab.run(2);
  const points = (id: EntityId): readonly EntityId[] => redundancyOf(lab.world, id).singlePoints;
  expect(points(both.id)).toEqual([lab.ats]);
  expect(points(one.id)).toEqual([one.a, lab.panelA, lab.upsA, lab.ats]);
  expect(points(plugged.id)).toEqual([lab.site]);
  expect(points(single.id)).toEqual([single.b, lab.panelB, lab.upsB, lab.ats]);
  lab.order(both.b as EntityId, 'breaker-open');
  lab.run(1);
  expect(points(both.id)).toEqual([both.a, lab.panelA, lab.upsA, lab.ats]);
  lab.order(both.a as EntityId, 'breaker-open');
  lab.run(1);
  expect(redundancyOf(lab.world, both.id)).toEqual({ level: 'none', singlePoints: [] });
  // Without its genset, the way to the grid is a single one; a battery is no second way.
  lab.order(lab.genset, 'genset-stop');
  lab.run(1);
  expect(points(one.id)).toEqual([one.a, lab.panelA, lab.upsA, lab.ats, lab.transformer, lab.utility]);
  expect(redundancySchema.parse(redundancyOf(lab.world, one.id)).level).toBe('single feed');
});

test('FR-130-048 two sides without anything in common are redundant', () => {
  const lab = twoSides('1', {});
  const other = lab.add({ kind: 'utility' });
  const ups = lab.add({ kind: 'ups', fedBy: [other] });
  const rack = lab.rack({ kilowatts: 5, a: lab.panelA, b: ups });
  lab.run(2);
  expect(redundancyOf(lab.world, rack.id)).toEqual({ level: 'redundant', singlePoints: [] });
});

/** A rack on genset 1, which runs for a panel whose first feeder, genset 2, does not. */
function callTaken() {
  const lab = powerLab('1');
  const utility = lab.add({ kind: 'utility' });
  const gensets = [lab.add({ kind: 'genset', spec: { cooldown: 10 } }), lab.add({ kind: 'genset' })] as const;
  lab.add({ kind: 'ats', fedBy: [utility, gensets[1]] });
  lab.add({ kind: 'panel', fedBy: [gensets[1], gensets[0]] });
  const rack = lab.rack({ kilowatts: 1, a: gensets[0] });
  lab.run(settleSeconds);
  return { lab, utility, gensets, rack };
}

test('FR-130-304 a unit that keeps a genset running from afar is a single point of what hangs on the genset', () => {
  const { lab, utility, gensets, rack } = callTaken();
  expect(lab.read(rack.id, 'powered')).toBe(1);
  // Without its utility the switch calls genset 2, the panel has no more use for genset 1, and the rack goes dark.
  expect(redundancyOf(lab.world, rack.id).singlePoints).toEqual([rack.a, gensets[0], utility]);
  expect(whatIfLost(lab.world, utility).dark).toEqual([rack.id]);
  lab.strike('MAINS_FAILURE', utility);
  lab.run(settleSeconds);
  expect(lab.read(rack.id, 'powered')).toBe(0);
});

test('FR-130-304 a switch that is lost takes its call for the genset along', () => {
  const lab = powerLab('1');
  const utility = lab.add({ kind: 'utility' });
  const genset = lab.add({ kind: 'genset', spec: { cooldown: 10 } });
  const ats = lab.add({ kind: 'ats', fedBy: [utility, genset] });
  const rack = lab.rack({ kilowatts: 1, a: genset });
  lab.strike('MAINS_FAILURE', utility);
  lab.run(settleSeconds);
  expect(lab.read(rack.id, 'powered')).toBe(1);
  expect(redundancyOf(lab.world, rack.id).singlePoints).toEqual([rack.a, genset, ats]);
  expect(whatIfLost(lab.world, ats).dark).toEqual([rack.id]);
  cut(lab, ats);
  lab.run(settleSeconds);
  expect(lab.read(rack.id, 'powered')).toBe(0);
});

test('FR-130-048 every single point takes equipment down when it is taken away, and nothing else does', () => {
  fc.assert(
    fc.property(powerRecipe, fc.nat({ max: 5 }), fc.nat({ max: 1000 }), (recipe, n, at) => {
      const lab = buildRandom(recipe, 'no batteries');
      lab.run(settleSeconds);
      const rack = lab.racks[n % lab.racks.length] as (typeof lab.racks)[number];
      const pdus = [rack.a, rack.b].flatMap((one) => one ?? []);
      const targets = [lab.site, ...lab.units, ...pdus];
      const target = targets[at % targets.length] as EntityId;
      const { level, singlePoints } = redundancyOf(lab.world, rack.id);
      const before = lab.read(rack.id, 'powered');
      expect(level === 'none').toBe(before === 0);
      fail(lab, target, 'gone');
      lab.run(settleSeconds);
      const fell = lab.read(rack.id, 'powered') < before;
      // The grid of a site counts where the rack hangs on it; with utilities of its own, they are named instead.
      expect(singlePoints.includes(target)).toBe(
        target === lab.site && fell ? singlePoints.includes(target) : fell,
      );
    }),
    { numRuns: 100 },
  );
});
