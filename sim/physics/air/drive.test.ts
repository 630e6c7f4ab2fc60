import { expect, test } from 'vitest';
import { agreementOf, isWithin } from '../guideline-14.ts';
import type { World } from '../../kernel/world.ts';
import { did } from '../../testing/small-lab.ts';
import { airLab, mean, run, sum } from './air-lab.fixture.ts';
import { driveRoom } from './drive.ts';
import type { Measurement } from './drive.ts';

const lab = (containment: string): World =>
  airLab({ racks: 20, kilowatts: 5, room: { width: 10, depth: 10 }, containment });
const room = 'room-1' as never;

/** Six hours of a room whose units change their set-point and whose load comes and goes, measured each minute. */
function record(): { series: Measurement[]; inlets: number[] } {
  const world = lab('none');
  run(world, 3600);
  const series: Measurement[] = [];
  const inlets: number[] = [];
  const device = (n: number): string => `device-${n}`;
  for (let minute = 0; minute < 360; minute += 1) {
    const { rack, crac } = world.plant.state;
    if (minute % 60 === 30) {
      for (let n = 1; n <= 20; n += 1) {
        const watts = 2000 + ((minute / 30) % 4) * 900;
        did(world, {
          type: 'inventory.change',
          id: device(n),
          spec: { idlePower: watts, ratedPower: watts },
        });
      }
    }
    run(world, 60);
    series.push({ second: 60 * minute, power: sum(rack.columns.load), supply: mean(crac.columns.supply) });
    inlets.push(mean(rack.columns.inlet));
  }
  return { series, inlets };
}

test('FR-130-071 driven with what another room of its kind measured, the model says what was measured there', () => {
  const { series, inlets } = record();
  const modelled = driveRoom(lab('none'), room, series);
  const agreement = agreementOf(
    inlets.map((measured, at) => ({ measured, modelled: modelled[at] ?? Number.NaN })),
  );
  expect(agreement?.scatter).toBeLessThan(1);
  expect(agreement !== null && isWithin(agreement, 'monthly')).toBe(true);
});

test('FR-130-071 a room driven with other air than it was measured with is found out', () => {
  const { series, inlets } = record();
  const warmer = series.map((one) => ({ ...one, supply: one.supply + 8 }));
  const modelled = driveRoom(lab('none'), room, warmer);
  const agreement = agreementOf(
    inlets.map((measured, at) => ({ measured, modelled: modelled[at] ?? Number.NaN })),
  );
  expect(agreement?.bias).toBeLessThan(-25);
  expect(agreement !== null && isWithin(agreement, 'hourly')).toBe(false);
});

test('FR-130-071 without measurements, or for a room that is not there, nothing is modelled', () => {
  expect(driveRoom(lab('none'), room, [])).toEqual([]);
  expect(driveRoom(lab('none'), 'room-9' as never, [{ second: 0, power: 1, supply: 20 }])).toEqual([]);
});
