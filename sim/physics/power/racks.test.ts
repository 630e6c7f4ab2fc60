import { expect, test } from 'vitest';
import type { EntityId } from '../../contract/ids.ts';
import { powerLab, twoSides } from '../../testing/power-lab.ts';
import { breakerHeat, tripSeconds } from './breaker.ts';

const [dead, energised, tripped] = [0, 1, 2];

test('FR-130-039 a breaker trips on its curve: 40 s at twice its rating, within the hour at 1.45 times, at once at eight times', () => {
  expect(tripSeconds(1)).toBe(Number.POSITIVE_INFINITY);
  expect(tripSeconds(2)).toBe(40);
  expect(tripSeconds(1.45)).toBeLessThan(3600);
  expect(tripSeconds(8)).toBe(0);
  for (const x of [1.2, 1.45, 2, 3, 5]) {
    let heat = 0;
    let seconds = 0;
    while (heat < 1) {
      heat = breakerHeat(heat, x);
      seconds += 1;
    }
    expect(seconds).toBe(Math.ceil(tripSeconds(x) - 1e-9));
  }
  // It remembers: half way there, then idle for a while, then as hot as before again.
  const half = breakerHeat(0.5, 0);
  expect(half).toBeLessThan(0.5);
  expect(half).toBeGreaterThan(0.49);
});

test('FR-130-039 a rack PDU that carries too much trips in that time, and its breaker cools before it is closed again', () => {
  const lab = powerLab('2');
  // 13.8 kW on three phases of 10 A at 230 V: twice the rating.
  const rack = lab.rack({ kilowatts: 13.8, a: 'grid', psus: 1, breaker: 10 });
  const pdu = rack.a as EntityId;
  lab.run(1);
  expect(['l1', 'l2', 'l3'].map((phase) => Math.round(lab.read(pdu, phase)))).toEqual([20, 20, 20]);
  lab.run(38);
  expect(lab.read(pdu, 'state')).toBe(energised);
  lab.run(2);
  expect([lab.read(pdu, 'state'), lab.read(pdu, 'breaker')]).toEqual([tripped, 0]);
  lab.run(1);
  expect([lab.read(pdu, 'power'), lab.read(rack.id, 'powered')]).toEqual([0, 0]);
  lab.run(200);
  expect(lab.read(pdu, 'heat')).toBe(0);
  lab.order(pdu, 'breaker-close');
  lab.run(2);
  expect(lab.read(pdu, 'state')).toBe(energised);
});

test('FR-130-040 what loses feed A has all its load on feed B in the same second, half of it before', () => {
  const lab = twoSides('2', {});
  const rack = lab.rack({ kilowatts: 6, a: lab.panelA, b: lab.panelB });
  const [a, b] = [rack.a as EntityId, rack.b as EntityId];
  lab.run(2);
  expect([lab.read(a, 'power'), lab.read(b, 'power')]).toEqual([3, 3].map((one) => expect.closeTo(one, 9)));
  lab.strike('BREAKER_TRIP', lab.panelA);
  lab.run(1);
  expect([lab.read(a, 'power'), lab.read(b, 'power')]).toEqual([0, expect.closeTo(6, 9)]);
  expect([lab.read(a, 'state'), lab.read(b, 'state')]).toEqual([dead, energised]);
  expect([lab.read(rack.id, 'powered'), lab.read(rack.id, 'load')]).toEqual([1, expect.closeTo(6, 9)]);
  expect(lab.read(lab.upsA, 'power')).toBe(0);
});

test('FR-130-040 the load that moves over may trip the other side too, and the rack is dark', () => {
  const lab = twoSides('2', {});
  // 12 A a phase on each side, of 16: fine until one side has all 24.
  const rack = lab.rack({ kilowatts: 16.56, a: lab.panelA, b: lab.panelB, breaker: 16 });
  lab.run(600);
  expect(lab.read(rack.id, 'powered')).toBe(1);
  lab.strike('FEED_B_LOST', lab.site);
  lab.run(Math.floor(tripSeconds(1.5)) - 1);
  expect(lab.read(rack.id, 'powered')).toBe(1);
  lab.run(3);
  expect(lab.read(rack.a as EntityId, 'state')).toBe(tripped);
  expect(lab.read(rack.b as EntityId, 'state')).toBe(dead);
  expect([lab.read(rack.id, 'powered'), lab.read(rack.id, 'load')]).toEqual([0, 0]);
});

test('FR-130-041 a breaker that a scenario trips stays open after it, until a hand closes it', () => {
  const lab = twoSides('2', {});
  const rack = lab.rack({ kilowatts: 6, a: lab.panelA, b: lab.panelB, psus: 1 });
  const pdu = rack.a as EntityId;
  lab.run(2);
  const run = lab.strike('BREAKER_TRIP', pdu);
  lab.run(1);
  expect([lab.read(pdu, 'state'), lab.read(pdu, 'breaker'), lab.read(rack.id, 'powered')]).toEqual([
    tripped,
    0,
    0,
  ]);
  lab.run(10);
  lab.stop(run);
  lab.run(10);
  expect(lab.read(pdu, 'state')).toBe(tripped);
  lab.order(pdu, 'breaker-close');
  lab.run(31);
  expect([lab.read(pdu, 'state'), lab.read(rack.id, 'powered')]).toEqual([energised, 1]);
});

test('FR-130-041 a panel trips on its main breaker, loses by its transformer, and is closed by hand', () => {
  const lab = powerLab('2');
  const panel = lab.add({ kind: 'panel', spec: { ratedPower: 20 } });
  const racks = [1, 2].map(() => lab.rack({ kilowatts: 15, a: panel, psus: 1, breaker: 63 }));
  lab.run(1);
  expect(lab.read(panel, 'loss')).toBeCloseTo(20 * (0.015 + 0.015 * 1.5 * 1.5), 9);
  expect(lab.read(panel, 'l1')).toBeCloseTo(30 / 3 / 0.23, 6);
  lab.run(Math.ceil(tripSeconds(1.5)) + 1);
  expect(lab.read(panel, 'state')).toBe(tripped);
  expect(racks.map(({ id }) => lab.read(id, 'powered'))).toEqual([0, 0]);
  lab.order(racks[1]?.a as EntityId, 'breaker-open');
  lab.run(120);
  lab.order(panel, 'breaker-close');
  lab.run(40);
  expect(lab.read(panel, 'state')).toBe(energised);
  expect(racks.map(({ id }) => lab.read(id, 'powered'))).toEqual([1, 0]);
});

test('FR-130-044 loads without power go down, and come back with it, climbing for half a minute', () => {
  const lab = twoSides('2', {});
  const rack = lab.rack({ kilowatts: 6, a: lab.panelA, b: lab.panelB });
  lab.run(2);
  for (const pdu of [rack.a, rack.b]) lab.order(pdu as EntityId, 'breaker-open');
  lab.run(1);
  expect([lab.read(rack.id, 'load'), lab.read(rack.id, 'powered')]).toEqual([0, 0]);
  expect(lab.read(rack.id, 'demand')).toBeCloseTo(6, 9);
  lab.order(rack.b as EntityId, 'breaker-close');
  lab.run(15);
  expect(lab.read(rack.id, 'powered')).toBeCloseTo(0.5, 9);
  // The other feed comes back half way: nothing starts anew.
  lab.order(rack.a as EntityId, 'breaker-close');
  lab.run(1);
  expect(lab.read(rack.id, 'powered')).toBeCloseTo(16 / 30, 9);
  lab.order(rack.b as EntityId, 'breaker-open');
  lab.run(14);
  expect([lab.read(rack.id, 'load'), lab.read(rack.id, 'powered')]).toEqual([expect.closeTo(6, 0), 1]);
});

test('FR-130-044 devices go round the phases in slot order; one with a single supply lives and dies with its feed', () => {
  const lab = powerLab('2');
  const four = lab.rack({ kilowatts: 4.6, a: 'grid', b: 'grid', devices: 4 });
  const single = lab.rack({ kilowatts: 4.6, a: 'grid', b: 'grid', psus: 1, feed: 'B' });
  const one = lab.rack({ kilowatts: 4.6, a: 'grid', phases: 'L2' });
  lab.run(2);
  const phases = (pdu: EntityId | null): number[] =>
    ['l1', 'l2', 'l3'].map((phase) => Math.round(100 * lab.read(pdu as EntityId, phase)) / 100);
  expect(phases(four.a)).toEqual([5, 2.5, 2.5]);
  expect(phases(one.a)).toEqual([0, 20, 0]);
  expect(phases(single.a)).toEqual([0, 0, 0]);
  expect(lab.read(single.b as EntityId, 'power')).toBeCloseTo(4.6, 9);
  lab.order(single.b as EntityId, 'breaker-open');
  lab.order(four.b as EntityId, 'breaker-open');
  lab.run(1);
  expect([single.id, four.id].map((id) => lab.read(id, 'powered'))).toEqual([0, 1]);
});

test('FR-130-044 things that feed each other in a ring have no power, and nothing hangs', () => {
  const lab = powerLab('2');
  const first = lab.add({ kind: 'panel' });
  const second = lab.add({ kind: 'ups', fedBy: [first] });
  const rack = lab.rack({ kilowatts: 2, a: second });
  const { world } = lab;
  const entity = world.inventory.get(first);
  if (entity === undefined) throw new Error('no panel');
  world.inventory.put({ ...entity, links: { fedBy: [second] } });
  lab.run(3);
  expect(lab.read(rack.id, 'powered')).toBe(0);
  expect(lab.read(second, 'output-voltage')).toBe(0);
});

test('FR-130-044 what hangs on two feeders takes from the first that lives, and cooling units know when they have power', () => {
  const lab = powerLab('2');
  const one = lab.add({ kind: 'utility' });
  const other = lab.add({ kind: 'utility' });
  const panel = lab.add({ kind: 'panel', fedBy: [one, other] });
  const crac = lab.add({ kind: 'crac', fedBy: [panel] });
  const rack = lab.rack({ kilowatts: 2, a: panel });
  const live = (): number | undefined =>
    lab.world.plant.layout?.power.live.crac[lab.world.plant.layout.index.crac.get(crac) ?? 0];
  lab.run(2);
  expect([lab.read(other, 'power'), live()]).toEqual([0, 1]);
  lab.strike('MAINS_FAILURE', one);
  lab.run(1);
  expect([lab.read(one, 'power'), live(), lab.read(rack.id, 'powered')]).toEqual([0, 1, 1]);
  expect(lab.read(other, 'power')).toBeGreaterThan(2);
  lab.strike('MAINS_FAILURE', other);
  lab.run(1);
  expect([live(), lab.read(rack.id, 'powered')]).toEqual([0, 0]);
});
