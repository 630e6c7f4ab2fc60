import { expect, test } from 'vitest';
import type { EntityId } from '../../contract/ids.ts';
import { powerLab } from '../../testing/power-lab.ts';
import type { PowerLab } from '../../testing/power-lab.ts';
import { chargeAt, peukertFactor, peukertSeconds } from './cells.ts';
import { ageing } from './curves.table.ts';
import { off, onBattery } from './ups-words.ts';

type Bench = {
  readonly lab: PowerLab;
  readonly ups: EntityId;
  readonly batteries: readonly EntityId[];
  readonly rack: EntityId;
};

type Load = {
  readonly kilowatts: number;
  readonly strings: number;
  readonly age: number;
  readonly cells?: number;
};

/** A UPS with strings of 240 cells and a load, its grid gone when `fail` is called. */
function bench({ kilowatts, strings, age, cells = 240 }: Load): Bench {
  const lab = powerLab('9');
  const ups = lab.add({ kind: 'ups', spec: { ratedPower: (200 * cells) / 240 } });
  const batteries = Array.from({ length: strings }, () =>
    lab.add({ kind: 'battery', parent: ups, spec: { age, cells } }),
  );
  const { id: rack } = lab.rack({ kilowatts, a: ups, psus: 1, breaker: 1000 });
  lab.run(2);
  return { lab, ups, batteries, rack };
}

/** Seconds until the UPS is at its end. */
function runDown({ lab, ups }: Bench): number {
  lab.strike('MAINS_FAILURE', lab.site);
  lab.run(1);
  expect(lab.read(ups, 'state')).toBe(onBattery);
  let seconds = 1;
  for (; seconds < 10_000 && lab.read(ups, 'state') === onBattery; seconds += 1) lab.run(1);
  return seconds - 1;
}

test('FR-130-032 a cell lasts as long as Peukert’s arithmetic says', () => {
  for (const x of [1.5, 2, 5, 17, 40, 99]) expect(peukertFactor(x) / x ** 0.2).toBeCloseTo(1, 3);
  // t = H·(C / (I·H))^k: 100 Ah at the ten-hour rate last ten hours, at 250 A 12.6 minutes instead of 24.
  expect(peukertSeconds(100, 10)).toBeCloseTo(36_000, 6);
  expect(peukertSeconds(100, 250) / (36_000 / 25 ** 1.2)).toBeCloseTo(1, 3);
  // Slower than the ten-hour rate, a cell gives what it is rated for and no more.
  expect(peukertSeconds(100, 1)).toBeCloseTo(360_000, 6);
});

test('FR-130-032 a UPS lives as long as its battery’s arithmetic and its own panel said', () => {
  const one = bench({ kilowatts: 100, strings: 1, age: 0 });
  const said = lab60(one);
  const seconds = runDown(one);
  const { lab, ups, batteries, rack } = one;
  expect(seconds / said).toBeGreaterThan(0.95);
  expect(seconds / said).toBeLessThan(1.05);
  // Mean current of the discharge: 100 kW and losses at about two volts a cell.
  const watts = 1000 * (100 + 200 * (0.013 + 0.006 * 0.5 + 0.011 * 0.25));
  const arithmetic = peukertSeconds(98, watts / 240 / 1.93) * (1 - chargeAt(1.67 + 0.12));
  expect(seconds / arithmetic).toBeGreaterThan(0.94);
  expect(seconds / arithmetic).toBeLessThan(1.06);
  expect(lab.read(batteries[0] as EntityId, 'state')).toBe(3);
  lab.run(1);
  expect(lab.read(ups, 'state')).toBe(off);
  expect(lab.read(rack, 'powered')).toBe(0);
});

const lab60 = ({ lab, ups }: Bench): number => 60 * lab.read(ups, 'runtime');

test('FR-130-032 twice the load lasts less than half as long, two strings more than twice', () => {
  const usual = runDown(bench({ kilowatts: 60, strings: 1, age: 0 }));
  const heavy = runDown(bench({ kilowatts: 120, strings: 1, age: 0 }));
  const strong = runDown(bench({ kilowatts: 60, strings: 2, age: 0 }));
  expect(heavy).toBeLessThan(usual / 2);
  expect(strong).toBeGreaterThan(usual * 2);
});

test('FR-130-033 one bad cell ends the string: the runtime falls, as the panel says it will', () => {
  const whole = runDown(bench({ kilowatts: 100, strings: 1, age: 0 }));
  const bad = bench({ kilowatts: 100, strings: 1, age: 0 });
  const battery = bad.batteries[0] as EntityId;
  const before = lab60(bad);
  const run = bad.lab.strike('CELL_DEGRADATION', battery);
  bad.lab.run(3605);
  bad.lab.stop(run);
  bad.lab.run(5);
  const { state, layout } = bad.lab.world.plant;
  const { health, resistance } = state.cell.columns;
  const worst = health.indexOf(Math.min(...health));
  const born = layout?.power.strings.bornResistance[worst] as number;
  expect((resistance[worst] as number) / born).toBeCloseTo(2, 2);
  expect(bad.lab.read(battery, 'health')).toBeCloseTo(49, 0);
  expect([...health].filter((one) => one < 0.9)).toHaveLength(1);
  const said = lab60(bad);
  expect(said).toBeLessThan(0.55 * before);
  const seconds = runDown(bad);
  expect(seconds).toBeLessThan(0.55 * whole);
  expect(seconds / said).toBeGreaterThan(0.85);
  // A new cell, and the string is what it was.
  bad.lab.order(battery, 'cell-replace', worst + 1);
  bad.lab.run(1);
  expect(bad.lab.read(battery, 'health')).toBeGreaterThan(95);
});

test('FR-130-033 the weakest cell alone is empty when the string ends', () => {
  const bad = bench({ kilowatts: 100, strings: 1, age: 0 });
  bad.lab.strike('CELL_DEGRADATION', bad.batteries[0] as EntityId);
  bad.lab.run(3605);
  runDown(bad);
  const { charge } = bad.lab.world.plant.state.cell.columns;
  expect(Math.min(...charge)).toBeLessThan(0.1);
  expect([...charge].filter((one) => one > 0.4)).toHaveLength(239);
});

test('FR-130-034 ageing doubles with every 8.3 °C over 25 °C, and takes a fifth of the capacity in a design life', () => {
  const at = (celsius: number): number => ageing[Math.round((celsius - 8.4) / 1.66)] as number;
  expect([25, 33.3, 41.6, 49.9].map(at)).toEqual([1, 2, 4, 8]);
  const worn = bench({ kilowatts: 10, strings: 1, age: 10 });
  expect(worn.lab.read(worn.ups, 'health')).toBeCloseTo(78, 0);
  const day = (celsius: number): number => {
    const { lab, batteries } = bench({ kilowatts: 10, strings: 1, age: 2 });
    const battery = batteries[0] as EntityId;
    const { state } = lab.world.plant;
    const before = lab.read(battery, 'health');
    for (let hour = 0; hour < 6; hour += 1) {
      state.battery.columns.temperature.fill(celsius);
      lab.run(60);
    }
    return before - lab.read(battery, 'health');
  };
  expect(day(41.6) / day(25)).toBeGreaterThan(3.5);
  expect(day(41.6) / day(25)).toBeLessThan(4.5);
});

test('FR-130-034 a battery fills up again with a tenth of its capacity an hour, and floats at 2.25 V a cell', () => {
  const { lab, ups, batteries } = bench({ kilowatts: 10, strings: 1, age: 0, cells: 24 });
  const battery = batteries[0] as EntityId;
  const run = lab.strike('MAINS_FAILURE', lab.site);
  lab.run(300);
  const low = lab.read(battery, 'charge');
  expect(low).toBeLessThan(75);
  lab.stop(run);
  lab.run(2);
  expect(lab.read(battery, 'state')).toBe(2);
  expect(lab.read(battery, 'current')).toBeLessThan(0);
  expect(lab.read(battery, 'current')).toBeGreaterThan(-11);
  const drawn = lab.read(ups, 'input') - lab.read(ups, 'power') - lab.read(ups, 'loss');
  expect(drawn).toBeCloseTo(-lab.read(battery, 'power'), 6);
  lab.run(3600);
  expect(lab.read(battery, 'charge') - low).toBeGreaterThan(8);
  expect(lab.read(battery, 'charge') - low).toBeLessThan(11);
  lab.run(12 * 3600);
  expect(lab.read(battery, 'charge')).toBe(100);
  expect(lab.read(battery, 'state')).toBe(0);
  expect(lab.read(battery, 'voltage')).toBeCloseTo(54, 1);
});
