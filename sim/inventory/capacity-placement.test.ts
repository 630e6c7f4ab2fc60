import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EntityId } from '../contract/ids.ts';
import { put } from '../testing/small-lab.ts';
import { capacityOf } from './capacity.ts';
import { capacityLab } from './capacity-lab.fixture.ts';
import type { CapacityLab } from './capacity-lab.fixture.ts';

const ample = { ups: 100, cooling: 100 };

test('FR-130-282 machines go into as few racks as may be, the last of them where they just fit', () => {
  const lab = capacityLab(ample);
  const large = lab.rack({}, []);
  lab.rack({}, [{ u: 1, units: 4 }]);
  const snug = lab.rack({}, [{ u: 3, units: 8 }]);
  const { proposals, placed, because } = lab.fits({ units: 2, watts: 100, count: 6 });
  expect(proposals.map(({ rack, positions }) => [rack, positions])).toEqual([
    [large, [1, 3, 5, 7, 9]],
    [snug, [1]],
  ]);
  expect(placed).toBe(6);
  expect(because).toBe('6 of 6 machines fit in 2 racks');
});

test('FR-130-282 small gaps are filled first, and faces are told apart', () => {
  const lab = capacityLab(ample);
  const rack = lab.rack({}, [
    { u: 3, units: 1 },
    { u: 6, slot: { position: 6, height: 1, face: 'rear' } },
  ]);
  expect(lab.fits({ units: 2, count: 1 }).proposals[0]?.positions).toEqual([1]);
  expect(lab.fits({ units: 3, count: 9 }).proposals[0]?.positions).toEqual([7]);
  expect(lab.fits({ units: 7, face: 'front' }).proposals[0]).toMatchObject({ rack, positions: [4] });
});

test('FR-130-282 in one rack, in many, and as many as fit where not all do', () => {
  const lab = capacityLab(ample);
  const [one, two] = [lab.rack({ ratedPower: 4 }, []), lab.rack({ ratedPower: 6 }, [])];
  const same = lab.fits({ watts: 1000, count: 4, together: 'same-rack' });
  expect(same.proposals.map(({ rack, holds }) => [rack, holds])).toEqual([[one, 4]]);
  expect(same.others.map(({ rack, holds }) => [rack, holds])).toEqual([[two, 6]]);
  const tooMany = lab.fits({ watts: 1000, count: 9, together: 'same-rack' });
  expect(tooMany).toMatchObject({
    placed: 6,
    because: '6 of 9 machines fit in one rack; no rack holds more',
  });
  const spread = lab.fits({ watts: 1000, count: 3, together: 'spread' });
  expect(spread.proposals.map(({ rack, positions }) => [rack, positions.length])).toEqual([
    [two, 2],
    [one, 1],
  ]);
  expect(lab.fits({ watts: 1000, count: 20 })).toMatchObject({ asked: 20, placed: 10 });
});

test('FR-130-282 what racks share is given once: a UPS, the room’s cooling, the row’s switch', () => {
  const ups = capacityLab({ ups: 3, cooling: 100 });
  const cold = capacityLab({ ups: 100, cooling: 2 });
  const wired = capacityLab(ample);
  for (const lab of [ups, cold, wired]) for (let n = 0; n < 3; n += 1) lab.rack({}, []);
  wired.rack({}, [{ u: 1, units: 10, category: 'switch', ports: 5 }]);
  expect(ups.fits({ watts: 1000, count: 9, together: 'spread' }).placed).toBe(3);
  expect(cold.fits({ watts: 1000, count: 9, together: 'spread' }).placed).toBe(2);
  expect(wired.fits({ nics: 2, count: 9, together: 'spread' }).placed).toBe(2);
});

test('FR-130-282 what has one supply goes to the feed with more left, then to the other', () => {
  const lab = capacityLab({ ups: 4, cooling: 100 });
  const rack = lab.rack({}, [{ u: 1, watts: 1500, psus: 1, feed: 'A' }]);
  const plan = lab.fits({ watts: 1000, psus: 1, count: 9 });
  expect(plan.proposals).toMatchObject([
    { rack, feed: 'B', positions: [2, 3, 4, 5], holds: 6 },
    { rack, feed: 'A', positions: [6, 7] },
  ]);
  expect(plan.because).toBe('6 of 9 machines fit in one rack');
  expect(lab.fits({ watts: 1000, count: 9 })).toMatchObject({ placed: 2, proposals: [{ feed: null }] });
});

test('FR-130-283 racks that can take none are counted by the first reason against them, in words', () => {
  const lab = capacityLab({ ups: 100, cooling: 100 });
  lab.rack({}, [{ u: 1, units: 10 }]);
  lab.rack({}, [{ u: 1, units: 9 }]);
  lab.rack({ ratedPower: 0.5 }, []);
  lab.rack({ maxWeight: 10 }, [{ u: 1, category: 'switch', ports: 8 }]);
  lab.rack({}, [{ u: 1, category: 'switch', ports: 1 }]);
  const bare = lab.rack({}, []);
  const [pdu] = [...lab.world.inventory.childrenOf(bare)];
  put(lab.world, { type: 'inventory.remove', id: pdu?.id as EntityId } as never);
  const answer = lab.fits({ units: 2, watts: 700, nics: 2, weight: 20 });
  expect(answer.refused).toEqual([
    { reason: 'gap', racks: 2, because: 'no gap of 2 U' },
    { reason: 'feed', racks: 1, because: 'one feed only, and the machine has two power supplies' },
    { reason: 'power', racks: 1, because: 'less than 0.70 kW left on either feed alone' },
    { reason: 'ports', racks: 1, because: 'fewer than 2 network ports left' },
    { reason: 'weight', racks: 1, because: 'less than 20 kg left' },
  ]);
  expect(answer).toMatchObject({ placed: 0, proposals: [], because: 'None of 1 machine fits' });
});

test('FR-130-283 a room that cannot be cooled any more is named as the reason', () => {
  const lab = capacityLab({ ups: 100, cooling: 1 });
  lab.rack({}, [{ u: 1, watts: 900 }]);
  expect(lab.fits({ watts: 500 }).refused).toMatchObject([{ reason: 'cooling', racks: 1 }]);
});

const recipe = fc.record({
  ups: fc.integer({ min: 2, max: 30 }),
  cooling: fc.integer({ min: 2, max: 30 }),
  racks: fc.array(
    fc.record({
      ratedPower: fc.integer({ min: 1, max: 9 }),
      maxWeight: fc.option(fc.integer({ min: 20, max: 200 }), { nil: undefined }),
      machines: fc.array(
        fc.record({
          u: fc.integer({ min: 1, max: 10 }),
          units: fc.integer({ min: 1, max: 3 }),
          watts: fc.integer({ min: 0, max: 2000 }),
          psus: fc.constantFrom(1, 2),
          feed: fc.constantFrom('A', 'B'),
          weight: fc.integer({ min: 0, max: 30 }),
          lifecycle: fc.constantFrom('planned', 'active', 'retired'),
          category: fc.constantFrom('server', 'switch'),
          ports: fc.constantFrom(undefined, 4, 8),
          nics: fc.integer({ min: 0, max: 2 }),
        }),
        { maxLength: 5 },
      ),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  asked: fc.record({
    units: fc.integer({ min: 1, max: 4 }),
    watts: fc.integer({ min: 0, max: 2500 }),
    nics: fc.integer({ min: 0, max: 3 }),
    weight: fc.integer({ min: 0, max: 40 }),
    count: fc.integer({ min: 1, max: 25 }),
    psus: fc.constantFrom(1, 2),
    together: fc.constantFrom('any' as const, 'same-rack' as const, 'spread' as const),
  }),
});
type Recipe = typeof recipe extends fc.Arbitrary<infer Made> ? Made : never;

/** Machines that the rules of the inventory refuse are left out. */
function build({ ups, cooling, racks }: Recipe): CapacityLab {
  const lab = capacityLab({ ups, cooling });
  for (const { machines, maxWeight, ratedPower } of racks) {
    const rack = lab.rack({ ratedPower, ...(maxWeight === undefined ? {} : { maxWeight }) }, []);
    for (const [n, machine] of machines.entries()) tryMachine(lab, rack, { name: `m${n}`, ...machine });
  }
  return lab;
}

function tryMachine(
  lab: CapacityLab,
  rack: EntityId,
  machine: Recipe['racks'][0]['machines'][0] & { name: string },
): boolean {
  const { name, u, units, watts, ports, ...spec } = machine;
  const item = {
    kind: 'device',
    name,
    parent: rack,
    spec: {
      model: 'm',
      slot: { position: u, height: units, face: 'both' },
      idlePower: watts / 2,
      ratedPower: watts,
      ...spec,
      ...(ports === undefined ? {} : { ports }),
    },
  };
  return put(lab.world, { type: 'inventory.create', item: item as never }).ok;
}

/** Every limit that is exceeded, of any place or piece of the chain. */
function exceeded(lab: CapacityLab): string[] {
  const { places } = capacityOf(lab.world.inventory);
  const marks = (['room', 'row', 'rack'] as const).flatMap((level) =>
    places({ level, within: null, order: 'place' }).flatMap(({ over }) => over),
  );
  // A rack's share of the room's cooling is a measure, not a wall: racks may use each other's.
  const walls = marks.filter(({ limit, at }) => limit !== 'cooling' || at === lab.room);
  return [...new Set(walls.map(({ limit, at }) => `${limit} at ${at}`))].filter(
    // Ports of a row are the sum of its switches'; those with a switch of their own use that alone.
    (mark) => !mark.startsWith('ports at row') && !mark.startsWith('ports at room'),
  );
}

test('FR-130-284 a plan that is carried out is taken by the rules and exceeds no limit, in any lab', () => {
  fc.assert(
    fc.property(recipe, (made) => {
      const lab = build(made);
      const before = exceeded(lab);
      const { asked } = made;
      const plan = lab.fits(asked);
      let placed = 0;
      for (const { rack, positions, feed } of plan.proposals) {
        for (const u of positions) {
          const { units, watts, nics, weight, psus } = asked;
          const taken = tryMachine(lab, rack, {
            name: `new${placed}`,
            u,
            units,
            watts,
            nics,
            weight,
            psus,
            feed: feed ?? 'A',
            lifecycle: 'planned',
            category: 'server',
            ports: undefined,
          });
          expect(taken).toBe(true);
          placed += 1;
        }
      }
      expect(placed).toBe(plan.placed);
      expect(placed).toBeLessThanOrEqual(asked.count);
      expect(exceeded(lab).filter((mark) => !before.includes(mark))).toEqual([]);
      // Nothing that could still be done was left undone.
      if (placed < asked.count && asked.together !== 'same-rack')
        expect(lab.fits({ ...asked, count: 1, together: 'any' }).placed).toBe(0);
    }),
    { numRuns: 200 },
  );
});
