import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { World } from '../../kernel/world.ts';
import { advanceTo } from '../../kernel/step.ts';
import { powerLab } from '../../testing/power-lab.ts';
import type { PowerLab } from '../../testing/power-lab.ts';
import { buildRandom, powerRecipe } from '../../testing/random-power-lab.ts';
import { did } from '../../testing/small-lab.ts';

type SiteColumns = World['plant']['state']['site']['columns'];
const site = ({ world }: Pick<PowerLab, 'world'>, column: keyof SiteColumns): number =>
  world.plant.state.site.columns[column][0] ?? Number.NaN;

const setSite = ({ world, site: id }: Pick<PowerLab, 'world' | 'site'>, spec: object): void => {
  did(world, { type: 'inventory.change', id, spec } as never);
};

/**
 * Grid → UPS 100 kW → panel 80 kW with a transformer → panel 40 kW of busbar → rack of 20 kW.
 * A cooling unit hangs on the first panel and bears its share of what that loses.
 */
function longChain(): PowerLab {
  const lab = powerLab('c1');
  const ups = lab.add({ kind: 'ups', spec: { ratedPower: 100 } });
  const floor = lab.add({ kind: 'panel', fedBy: [ups], spec: { ratedPower: 80 } });
  const sub = lab.add({ kind: 'panel', fedBy: [floor], spec: { ratedPower: 40, losses: 'busbar' } });
  lab.add({ kind: 'crac', fedBy: [floor], spec: { ratedCooling: 40 } });
  lab.rack({ kilowatts: 20, a: sub, psus: 1 });
  lab.run(5);
  return lab;
}

test('FR-130-270 the equipment’s energy of each PUE category is what arithmetic by hand says', () => {
  const lab = longChain();
  const total = site(lab, 'total-power');
  const equipment = 20;
  expect(site(lab, 'power')).toBeCloseTo(equipment, 9);
  // A busbar loses half a per cent of its rating at full load, and with the square of the load.
  const sub = 40 * 0.005 * (20 / 40) ** 2;
  const atPanel = equipment + sub;
  expect(site(lab, 'pue')).toBeCloseTo(total / equipment, 9);
  setSite(lab, { pueCategory: '2' });
  lab.run(1);
  expect(site(lab, 'pue')).toBeCloseTo(site(lab, 'total-power') / atPanel, 9);
  setSite(lab, { pueCategory: '1' });
  lab.run(1);
  // The panel carries the cooling unit too: the equipment answers for its share of the loss.
  const { loss, power } = lab.world.plant.state.panel.columns;
  const share = atPanel / (power[0] ?? 0);
  expect(share).toBeLessThan(0.99);
  const x = (power[0] ?? 0) / 80;
  expect(loss[0]).toBeCloseTo(80 * (0.015 + 0.015 * x * x), 9);
  const atUps = atPanel + share * (loss[0] ?? 0);
  expect(site(lab, 'pue')).toBeCloseTo(site(lab, 'total-power') / atUps, 9);
  expect(site(lab, 'dcie')).toBeCloseTo((100 * atUps) / site(lab, 'total-power'), 9);
});

test('FR-130-270 without a UPS category 1 is taken behind the floor PDU, without that at the equipment', () => {
  const lab = powerLab('c2');
  const floor = lab.add({ kind: 'panel', spec: { ratedPower: 80 } });
  const sub = lab.add({ kind: 'panel', fedBy: [floor], spec: { ratedPower: 40 } });
  lab.rack({ kilowatts: 10, a: sub, psus: 1 });
  lab.rack({ kilowatts: 5 });
  lab.run(2);
  const lost = 40 * (0.015 + 0.015 * (10 / 40) ** 2);
  expect(site(lab, 'behind-panel')).toBeCloseTo(lost, 9);
  expect(site(lab, 'behind-ups')).toBeCloseTo(lost, 9);
});

test('FR-130-271 PUE grows as the point of measuring moves to the equipment, in any chain', () => {
  fc.assert(
    fc.property(powerRecipe, (recipe) => {
      const rising = (['1', '2', '3'] as const).map((pueCategory) => {
        const lab = buildRandom(recipe, 'batteries');
        setSite(lab, { pueCategory });
        lab.run(3);
        return { now: site(lab, 'pue'), mean: site(lab, 'pue-mean') };
      });
      const least = rising[0]?.now ?? Number.NaN;
      expect(least === 0 || least >= 1).toBe(true);
      for (const figure of ['now', 'mean'] as const) {
        const pues = rising.map((one) => one[figure]);
        expect(pues).toEqual(pues.toSorted((a, b) => a - b));
      }
    }),
    { numRuns: 100 },
  );
});

test('FR-130-272 the PUE since the start is energy over energy, not the mean of moments', () => {
  const lab = longChain();
  let [total, equipment] = [0, 0];
  const before = { total: site(lab, 'energy'), equipment: site(lab, 'it-energy') };
  for (let second = 0; second < 120; second += 1) {
    lab.run(1);
    total += site(lab, 'total-power') / 3600;
    equipment += site(lab, 'power') / 3600;
  }
  expect(site(lab, 'pue-mean')).toBeCloseTo((before.total + total) / (before.equipment + equipment), 9);
});

test('FR-130-273 ERE is the PUE since the start where no heat is reused', () => {
  const lab = longChain();
  lab.run(60);
  expect(site(lab, 'reused')).toBe(0);
  expect(site(lab, 'ere')).toBe(site(lab, 'pue-mean'));
});

test('FR-130-273 ERE leaves out the share of heat that the cooling units carried out and that is reused', () => {
  const lab = longChain();
  setSite(lab, { heatReuse: 0.4 });
  const metered = lab.world.clock.tick;
  let carried = 0;
  for (let second = 0; second < 60; second += 1) {
    lab.run(1);
    const { load } = lab.world.plant.state.crac.columns;
    carried += ((load[0] ?? 0) / 100) * 40;
  }
  expect(lab.world.clock.tick - metered).toBe(60);
  expect(carried / 60).toBeGreaterThan(5);
  const reuse = (0.4 * carried) / 3600;
  expect(site(lab, 'reused')).toBeCloseTo(reuse, 9);
  expect(site(lab, 'ere')).toBeCloseTo((site(lab, 'energy') - reuse) / site(lab, 'it-energy'), 9);
  expect(site(lab, 'ere')).toBeLessThan(site(lab, 'pue-mean'));
});

test('FR-130-274 the return heat index and the supply heat index are one together, in any lab', () => {
  fc.assert(
    fc.property(powerRecipe, fc.integer({ min: 1, max: 300 }), (recipe, seconds) => {
      const lab = buildRandom(recipe, 'batteries');
      advanceTo(lab.world, seconds);
      expect(site(lab, 'rhi') + site(lab, 'shi')).toBeCloseTo(1, 12);
    }),
    { numRuns: 40 },
  );
});
