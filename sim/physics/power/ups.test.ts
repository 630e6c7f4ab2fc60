import { expect, test } from 'vitest';
import { powerLab } from '../../testing/power-lab.ts';
import type { PowerLab } from '../../testing/power-lab.ts';
import type { EntityId } from '../../contract/ids.ts';
import { upsLegacy, upsModern, upsThrough } from './curves.table.ts';
import type { LossCurve } from './curves.table.ts';
import { lossAt } from './flow.ts';
import { eco, failed, off, onBattery, onBypass, online } from './ups-words.ts';

const quarters = [0.25, 0.5, 0.75, 1];
const efficiency = (curve: LossCurve): number[] =>
  quarters.map((x) => Math.round((1000 * x) / (x + lossAt(curve, x))) / 10);

type Behind = {
  readonly lab: PowerLab;
  readonly ups: EntityId;
  readonly battery: EntityId;
  readonly rack: EntityId;
};

/** A utility, a UPS of 100 kW, and one rack behind it. */
function behindUps({ kilowatts, spec }: { kilowatts: number; spec?: Record<string, unknown> }): Behind {
  const lab = powerLab('5');
  const utility = lab.add({ kind: 'utility' });
  const ups = lab.add({ kind: 'ups', fedBy: [utility], spec: spec ?? {} });
  const battery = lab.add({ kind: 'battery', parent: ups });
  const { id: rack } = lab.rack({ kilowatts, a: ups, psus: 1, breaker: 1000 });
  lab.run(2);
  return { lab, ups, battery, rack };
}

test('FR-130-030 a modern UPS gives 94.3, 96.4, 96.9 and 97.1 % at a quarter, half, three quarters and full load', () => {
  expect(efficiency(upsModern)).toEqual([94.3, 96.4, 96.9, 97.1]);
  const measured = quarters.map((x) => {
    const { lab, ups } = behindUps({ kilowatts: 100 * x });
    return Math.round((1000 * lab.read(ups, 'power')) / lab.read(ups, 'input')) / 10;
  });
  expect(measured).toEqual([94.3, 96.4, 96.9, 97.1]);
});

test('FR-130-031 a UPS of the last century wastes a sixth of a quarter load, eco mode hardly anything', () => {
  expect(efficiency(upsLegacy)[0]).toBeCloseTo(82.6, 0);
  expect(efficiency(upsThrough)[3]).toBeCloseTo(99, 0);
  const { lab, ups, rack } = behindUps({ kilowatts: 50, spec: { losses: 'legacy' } });
  const legacy = lab.read(ups, 'loss');
  expect(legacy).toBeCloseTo(100 * (0.04 + 0.05 * 0.5), 6);
  lab.order(ups, 'ups-eco');
  lab.run(1);
  expect(lab.read(ups, 'state')).toBe(eco);
  expect(lab.read(ups, 'loss')).toBeCloseTo(100 * (0.005 + 0.003 * 0.5 + 0.002 * 0.25), 6);
  expect(lab.read(ups, 'output-voltage')).toBeCloseTo(lab.read(ups, 'input-voltage'), 9);
  // Without mains it is an online UPS on its battery, with the losses of one, and nothing behind it notices.
  lab.strike('MAINS_FAILURE', lab.site);
  lab.run(2);
  expect(lab.read(ups, 'state')).toBe(onBattery);
  expect(lab.read(ups, 'loss')).toBeCloseTo(legacy, 6);
  expect(lab.read(ups, 'output-voltage')).toBe(400);
  expect(lab.read(rack, 'powered')).toBe(1);
});

test.each([
  { kilowatts: 108, share: '8 %', seconds: Number.POSITIVE_INFINITY },
  { kilowatts: 115, share: '15 %', seconds: 60 },
  { kilowatts: 130, share: '30 %', seconds: 10 },
  { kilowatts: 155, share: '55 %', seconds: 1 },
])(
  'FR-130-042 a UPS bears $share too much for $seconds s and then goes to bypass',
  ({ kilowatts, seconds }) => {
    const lab = powerLab('5');
    const utility = lab.add({ kind: 'utility' });
    const ups = lab.add({ kind: 'ups', fedBy: [utility] });
    const rack = lab.rack({ kilowatts, a: ups, psus: 1, breaker: 1000 });
    let held = 0;
    while (held < 300) {
      lab.run(1);
      held += 1;
      if (lab.read(ups, 'state') !== online) break;
    }
    expect(held).toBe(Math.min(300, seconds));
    lab.run(5);
    expect(lab.read(ups, 'state')).toBe(seconds < 300 ? onBypass : online);
    expect(lab.read(rack.id, 'powered')).toBe(1);
  },
);

test('FR-130-042 it comes back from bypass when the load has been normal, and switches off where there is no bypass', () => {
  const lab = powerLab('5');
  const utility = lab.add({ kind: 'utility' });
  const ups = lab.add({ kind: 'ups', fedBy: [utility] });
  const battery = lab.add({ kind: 'battery', parent: ups, spec: { capacity: 1000 } });
  const rack = lab.rack({ kilowatts: 80, a: ups, psus: 1, breaker: 1000 });
  const more = lab.rack({ kilowatts: 50, a: ups, psus: 1, breaker: 1000 });
  lab.run(12);
  expect(lab.read(ups, 'state')).toBe(onBypass);
  lab.order(more.a as EntityId, 'breaker-open');
  lab.run(20);
  expect(lab.read(ups, 'state')).toBe(onBypass);
  lab.run(15);
  expect(lab.read(ups, 'state')).toBe(online);
  // On battery the bypass is as dead as the mains: what is too much then ends everything, until a hand mends it.
  const run = lab.strike('MAINS_FAILURE', lab.site);
  lab.order(more.a as EntityId, 'breaker-close');
  lab.run(60);
  expect(lab.read(ups, 'state')).toBe(off);
  expect(lab.read(rack.id, 'powered')).toBe(0);
  expect(lab.read(battery, 'charge')).toBeGreaterThan(50);
  lab.stop(run);
  lab.run(60);
  expect(lab.read(ups, 'state')).toBe(off);
  lab.order(more.a as EntityId, 'breaker-open');
  lab.order(ups, 'ups-online');
  lab.run(31);
  expect(lab.read(ups, 'state')).toBe(online);
  expect(lab.read(rack.id, 'powered')).toBe(1);
});

test('FR-130-043 a failed UPS passes its bypass through; with nothing on the bypass its loads go dark', () => {
  const { lab, ups, battery, rack } = behindUps({ kilowatts: 40 });
  const fault = lab.strike('UNIT_FAULT', ups);
  lab.run(3);
  expect(lab.read(ups, 'state')).toBe(failed);
  expect(lab.read(rack, 'powered')).toBe(1);
  expect(lab.read(battery, 'state')).toBe(4);
  const mains = lab.strike('MAINS_FAILURE', lab.site);
  lab.run(3);
  expect(lab.read(rack, 'powered')).toBe(0);
  expect(lab.read(rack, 'load')).toBe(0);
  expect(lab.read(ups, 'output-voltage')).toBe(0);
  lab.stop(fault);
  lab.run(2);
  expect(lab.read(ups, 'state')).toBe(onBattery);
  lab.run(40);
  expect(lab.read(rack, 'powered')).toBe(1);
  lab.stop(mains);
});

test('FR-130-043 a UPS that a hand puts on bypass follows its input, and one with two inputs has its bypass on the second', () => {
  const lab = powerLab('5');
  const main = lab.add({ kind: 'utility' });
  const spare = lab.add({ kind: 'utility' });
  const ups = lab.add({ kind: 'ups', fedBy: [main, spare] });
  const rack = lab.rack({ kilowatts: 30, a: ups, psus: 1 });
  lab.order(ups, 'ups-bypass');
  lab.run(2);
  expect(lab.read(ups, 'state')).toBe(onBypass);
  expect([lab.read(main, 'power'), lab.read(spare, 'power')]).toEqual([0, expect.closeTo(30.608, 6)]);
  const run = lab.strike('MAINS_FAILURE', spare);
  lab.run(2);
  expect(lab.read(rack.id, 'powered')).toBe(0);
  lab.order(ups, 'ups-online');
  lab.run(35);
  expect(lab.read(rack.id, 'powered')).toBe(1);
  lab.stop(run);
  // It has no battery: the second input is all that is left when the first one goes, without a gap.
  lab.strike('MAINS_FAILURE', main);
  lab.run(3);
  expect(lab.read(ups, 'state')).toBe(onBypass);
  expect(lab.read(rack.id, 'powered')).toBe(1);
  lab.order(ups, 'ups-off');
  lab.run(1);
  expect(lab.read(ups, 'state')).toBe(off);
  expect(lab.read(rack.id, 'powered')).toBe(0);
});
