import { expect, test } from 'vitest';
import { powerLab, twoSides } from '../../testing/power-lab.ts';
import type { TwoSides } from '../../testing/power-lab.ts';
import { onGenset, onUtility } from './ats-words.ts';
import { onBattery, online } from './ups-words.ts';

const [offState, , cranking, , running, coolingDown, failedState, outOfFuel] = [0, 1, 2, 3, 4, 5, 6, 7];

function loaded(seed: string, genset: Record<string, unknown>): TwoSides {
  const lab = twoSides(seed, genset);
  for (let n = 0; n < 8; n += 1) lab.rack({ kilowatts: 8, a: lab.panelA, b: lab.panelB });
  lab.run(5);
  return lab;
}

test('FR-130-035 ten seconds after the grid is gone the genset carries everything, and no rack has noticed', () => {
  const lab = loaded('1', {});
  const load = (): number => lab.world.plant.state.rack.columns.load.reduce((sum, one) => sum + one, 0);
  const before = load();
  lab.strike('MAINS_FAILURE', lab.site);
  let dead = 0;
  for (let second = 0; second < 10; second += 1) {
    lab.run(1);
    expect(load()).toBeCloseTo(before, 9);
    if (lab.read(lab.upsA, 'state') === onBattery) dead += 1;
  }
  // 3 s of delay, 2 of cranking, 3 of warming up, a tenth for the switch: NFPA 110 type 10 allows ten.
  expect(dead).toBe(8);
  expect(lab.read(lab.ats, 'state')).toBe(onGenset);
  expect(lab.read(lab.genset, 'state')).toBe(running);
  expect(lab.read(lab.upsA, 'state')).toBe(online);
  expect(lab.read(lab.genset, 'power')).toBeGreaterThan(before);
  expect(lab.read(lab.genset, 'speed') / lab.read(lab.genset, 'frequency')).toBeCloseTo(30, 9);
});

test('FR-130-035 the moments of the sequence are exact, not whole seconds', () => {
  const lab = powerLab('1');
  const utility = lab.add({ kind: 'utility' });
  const genset = lab.add({
    kind: 'genset',
    spec: { crankFailure: 0, startDelay: 1.25, crankTime: 1.1, warmUp: 0.4 },
  });
  const ats = lab.add({ kind: 'ats', fedBy: [utility, genset] });
  const rack = lab.rack({ kilowatts: 3, a: ats });
  lab.run(2);
  lab.strike('MAINS_FAILURE', lab.site);
  lab.run(2);
  expect(lab.read(rack.id, 'load')).toBe(0);
  lab.run(1);
  // Power from 2.75 + 0.1 s on; equipment starts then, and its load climbs for half a minute.
  const rest = 3 - 2.85;
  expect(lab.read(rack.id, 'powered')).toBeCloseTo(rest / 30, 9);
  expect(lab.read(rack.id, 'load')).toBeCloseTo((3 * rest * rest) / 60, 9);
});

test('FR-130-036 a genset that does not catch cranks as often as it may, then locks out until a hand clears it', () => {
  const lab = loaded('1', {});
  const stuck = lab.strike('GENSET_FAIL_TO_START', lab.genset);
  const mains = lab.strike('MAINS_FAILURE', lab.site);
  lab.run(4);
  expect(lab.read(lab.genset, 'state')).toBe(cranking);
  expect(lab.read(lab.genset, 'speed')).toBe(200);
  lab.run(5);
  expect(lab.read(lab.genset, 'tries')).toBe(3);
  lab.run(2);
  expect(lab.read(lab.genset, 'state')).toBe(failedState);
  lab.run(60);
  expect(lab.read(lab.ats, 'state')).toBe(onUtility);
  expect(lab.read(lab.upsA, 'state')).toBe(onBattery);
  lab.stop(stuck);
  lab.run(5);
  expect(lab.read(lab.genset, 'state')).toBe(failedState);
  lab.order(lab.genset, 'genset-auto');
  lab.run(10);
  expect(lab.read(lab.genset, 'state')).toBe(running);
  lab.stop(mains);
});

test('FR-130-036 of many gensets about as many first cranks fail as their spec says, the same ones every time', () => {
  const failures = (): number[] => {
    const lab = powerLab('77');
    const utility = lab.add({ kind: 'utility' });
    const all = Array.from({ length: 200 }, () => lab.add({ kind: 'genset', spec: { crankFailure: 0.25 } }));
    for (const genset of all) lab.add({ kind: 'ats', fedBy: [utility, genset] });
    lab.run(1);
    lab.strike('MAINS_FAILURE', lab.site);
    lab.run(20);
    return all.map((genset) => lab.read(genset, 'tries') - 1);
  };
  const first = failures();
  const again = first.filter((tries) => tries > 0).length;
  expect(again).toBeGreaterThan(30);
  expect(again).toBeLessThan(70);
  expect(failures()).toEqual(first);
});

test('FR-130-037 fuel burns by load until the tank is empty; then the load goes back to the batteries', () => {
  const lab = loaded('1', { tank: 5, burn: 90 });
  lab.strike('MAINS_FAILURE', lab.site);
  lab.run(20);
  const [fuel, share] = [lab.read(lab.genset, 'fuel'), lab.read(lab.genset, 'load') / 100];
  lab.run(60);
  const litres = ((fuel - lab.read(lab.genset, 'fuel')) / 100) * 5;
  // 27 % of the full burn at no load.
  expect(litres).toBeCloseTo((90 / 60) * (0.27 + 0.73 * share), 2);
  const left = lab.read(lab.genset, 'runtime');
  lab.run(Math.ceil(left * 60) + 2);
  expect(lab.read(lab.genset, 'state')).toBe(outOfFuel);
  expect(lab.read(lab.genset, 'fuel')).toBe(0);
  expect(lab.read(lab.upsA, 'state')).toBe(onBattery);
  lab.order(lab.genset, 'genset-refuel');
  lab.run(12);
  expect(lab.read(lab.genset, 'state')).toBe(running);
  expect(lab.read(lab.upsA, 'state')).toBe(online);
});

test('FR-130-037 a genset that carries too much lets go after a minute and locks out', () => {
  const lab = loaded('1', { ratedPower: 63 });
  lab.strike('MAINS_FAILURE', lab.site);
  lab.run(20);
  expect(lab.read(lab.genset, 'load')).toBeGreaterThan(110);
  expect(lab.read(lab.genset, 'load')).toBeLessThan(125);
  expect(lab.read(lab.genset, 'state')).toBe(running);
  lab.run(55);
  expect(lab.read(lab.genset, 'state')).toBe(failedState);
  expect(lab.read(lab.upsA, 'state')).toBe(onBattery);
});

test('FR-130-038 the switch waits before it goes back, the genset cools down, and a second failure finds it running', () => {
  const lab = loaded('1', {});
  const run = lab.strike('MAINS_FAILURE', lab.site);
  lab.run(60);
  lab.stop(run);
  lab.run(299);
  expect(lab.read(lab.ats, 'state')).toBe(onGenset);
  lab.run(3);
  expect(lab.read(lab.ats, 'state')).toBe(onUtility);
  expect(lab.read(lab.genset, 'state')).toBe(coolingDown);
  const again = lab.strike('MAINS_FAILURE', lab.site);
  lab.run(1);
  expect(lab.read(lab.ats, 'state')).toBe(onGenset);
  lab.stop(again);
  lab.run(305 + 300);
  expect(lab.read(lab.genset, 'state')).toBe(offState);
  expect(lab.read(lab.genset, 'speed')).toBe(0);
});

test.each([
  { transferTime: 0.004, powered: 1 },
  { transferTime: 0.1, powered: 0.03 },
])(
  'FR-130-038 a gap of $transferTime s without a UPS leaves $powered of the equipment up',
  ({ transferTime, powered }) => {
    const lab = powerLab('1');
    const one = lab.add({ kind: 'utility' });
    const other = lab.add({ kind: 'utility' });
    const ats = lab.add({ kind: 'ats', fedBy: [one, other], spec: { transferTime } });
    const rack = lab.rack({ kilowatts: 3, a: ats });
    lab.run(2);
    lab.strike('MAINS_FAILURE', one);
    lab.run(1);
    expect(lab.read(ats, 'state')).toBe(onGenset);
    expect(lab.read(rack.id, 'powered')).toBeCloseTo(powered, 5);
    lab.run(31);
    expect(lab.read(rack.id, 'powered')).toBe(1);
  },
);

test('FR-130-038 hands hold the switch and the genset where they want them', () => {
  const lab = loaded('1', {});
  lab.order(lab.ats, 'ats-genset');
  lab.run(10);
  expect([lab.read(lab.ats, 'state'), lab.read(lab.genset, 'state')]).toEqual([onGenset, running]);
  lab.order(lab.ats, 'ats-utility');
  lab.run(2);
  expect([lab.read(lab.ats, 'state'), lab.read(lab.genset, 'state')]).toEqual([onUtility, coolingDown]);
  lab.strike('MAINS_FAILURE', lab.site);
  lab.order(lab.genset, 'genset-stop');
  lab.run(30);
  expect([lab.read(lab.ats, 'state'), lab.read(lab.genset, 'state')]).toEqual([onUtility, offState]);
  lab.order(lab.genset, 'genset-start');
  lab.order(lab.ats, 'ats-auto');
  lab.run(10);
  expect([lab.read(lab.ats, 'state'), lab.read(lab.genset, 'state')]).toEqual([onGenset, running]);
});

test('FR-130-046 without a genset a site lives as long as its batteries, and what has none goes dark at once', () => {
  const lab = powerLab('3');
  const utility = lab.add({ kind: 'utility' });
  const ups = lab.add({ kind: 'ups', fedBy: [utility] });
  lab.add({ kind: 'battery', parent: ups });
  const kept = lab.rack({ kilowatts: 50, a: ups, breaker: 200 });
  const bare = lab.rack({ kilowatts: 5, a: utility });
  const plugged = lab.rack({ kilowatts: 5 });
  lab.run(3);
  const run = lab.strike('MAINS_FAILURE', lab.site);
  lab.run(1);
  const powered = (): number[] => [kept, bare, plugged].map(({ id }) => lab.read(id, 'powered'));
  expect(powered()).toEqual([1, 0, 0]);
  expect(lab.read(utility, 'voltage')).toBe(0);
  lab.run(Math.ceil(60 * lab.read(ups, 'runtime') * 1.1));
  expect(powered()).toEqual([0, 0, 0]);
  expect(lab.read(kept.id, 'load')).toBe(0);
  lab.stop(run);
  lab.run(40);
  expect(powered()).toEqual([1, 1, 1]);
  // Only this utility: what hangs on the site's own grid does not notice.
  lab.strike('MAINS_FAILURE', utility);
  lab.run(1);
  expect(powered()[2]).toBe(1);
  expect(powered()[1]).toBe(0);
});
