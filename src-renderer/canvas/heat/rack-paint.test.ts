import { expect, test } from 'vitest';
import { createHeatRamp, rampColour } from './heat-ramp.ts';
import {
  createPainter,
  createRackPaint,
  type FloorMode,
  paintRacks,
  type RackReadings,
  rackStates,
} from './rack-paint.ts';
import type { FloorMetric } from './metric-scale.table.ts';

const readingsOf = (values: readonly number[], more: Partial<RackReadings> = {}): RackReadings => ({
  values: Float32Array.from(values),
  ages: new Float32Array(values.length),
  states: new Uint8Array(values.length),
  ratings: new Float32Array(values.length),
  ...more,
});

function painted(readings: RackReadings, metric: FloorMetric, mode: FloorMode): readonly number[] {
  const paint = createRackPaint(readings.values.length);
  paintRacks(createPainter('dark', metric, mode), readings, paint);
  return [...paint.colours];
}

const ramp = createHeatRamp('dark');

test('FR-120-102 in Operate mode all racks inside the recommended band look alike, others take the ramp’s colour', () => {
  const [cool, warm, hot, cold] = painted(readingsOf([19, 26.5, 33, 17]), 'temperature', 'operate');
  expect(cool).toBe(warm);
  expect(hot).toBe(rampColour(ramp, 33));
  expect(cold).toBe(rampColour(ramp, 17));
});

test('FR-120-103 in Analyse mode every rack takes the ramp’s colour', () => {
  const [cool, warm] = painted(readingsOf([19, 26.5]), 'temperature', 'analyse');
  expect(cool).toBe(rampColour(ramp, 19));
  expect(warm).toBe(rampColour(ramp, 26.5));
});

test('FR-120-104 a rack never read and a rack too old to trust have looks of their own, whatever their value', () => {
  const states = Uint8Array.from([rackStates.unread, rackStates.stale, rackStates.stale, rackStates.fresh]);
  const [unread, stale, staleHot, hot] = painted(
    readingsOf([Number.NaN, 22, 35, 35], { states }),
    'temperature',
    'analyse',
  );
  expect(stale).toBe(staleHot);
  expect(new Set([unread, stale, hot]).size).toBe(3);
});

test('FR-120-103 power is coloured by its share of the rating; without a rating it says nothing', () => {
  const ratings = Float32Array.from([8, 16, 0]);
  const [full, half, unknown] = painted(readingsOf([8, 8, 8], { ratings }), 'power', 'analyse');
  expect(full).toBe(rampColour(ramp, 32));
  expect(half).toBe(rampColour(ramp, 22.5));
  expect(unknown).toBe(painted(readingsOf([Number.NaN]), 'power', 'analyse')[0]);
});
