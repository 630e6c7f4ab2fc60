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
import type { FloorLayer } from './floor-layer.table.ts';

const readingsOf = (values: readonly number[], more: Partial<RackReadings> = {}): RackReadings => ({
  values: Float32Array.from(values),
  ages: new Float32Array(values.length),
  states: new Uint8Array(values.length),
  ratings: new Float32Array(values.length),
  ...more,
});

function painted(readings: RackReadings, layer: FloorLayer, mode: FloorMode): readonly number[] {
  const paint = createRackPaint(readings.values.length);
  paintRacks(createPainter('dark', layer, mode), readings, paint);
  return [...paint.colours];
}

const ramp = createHeatRamp('dark');

test('FR-120-102 in Operate mode all racks inside the recommended band look alike, others take the ramp’s colour', () => {
  const [cool, warm, hot, cold] = painted(readingsOf([19, 26.5, 33, 17]), 'inlet', 'operate');
  expect(cool).toBe(warm);
  expect(hot).toBe(rampColour(ramp, 33));
  expect(cold).toBe(rampColour(ramp, 17));
});

test('FR-120-103 in Analyse mode every rack takes the ramp’s colour', () => {
  const [cool, warm] = painted(readingsOf([19, 26.5]), 'inlet', 'analyse');
  expect(cool).toBe(rampColour(ramp, 19));
  expect(warm).toBe(rampColour(ramp, 26.5));
});

test('FR-120-104 a rack never read and a rack too old to trust have looks of their own, whatever their value', () => {
  const states = Uint8Array.from([rackStates.unread, rackStates.stale, rackStates.stale, rackStates.fresh]);
  const [unread, stale, staleHot, hot] = painted(
    readingsOf([Number.NaN, 22, 35, 35], { states }),
    'inlet',
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

test('FR-120-395 headroom is warm where little is left, space where much is used; both are shares', () => {
  const ratings = Float32Array.from([10, 10]);
  const [plenty, none] = painted(readingsOf([10, 0], { ratings }), 'headroom', 'analyse');
  expect(plenty).toBe(rampColour(ramp, 19));
  expect(none).toBe(rampColour(ramp, 32));
  const [empty, full] = painted(
    readingsOf([0, 42], { ratings: Float32Array.of(42, 42) }),
    'space',
    'analyse',
  );
  expect(empty).toBe(rampColour(ramp, 19));
  expect(full).toBe(rampColour(ramp, 31));
});

test('FR-120-395 a rack without an alarm recedes in both modes; the gravest is the warmest', () => {
  const [none, minor, critical] = painted(readingsOf([0, 2, 4]), 'alarms', 'analyse');
  expect(none).toBe(painted(readingsOf([0]), 'alarms', 'operate')[0]);
  expect(critical).toBe(rampColour(ramp, 33));
  expect(minor).not.toBe(critical);
});

test('FR-120-396 groups have their own colours in both modes, and who belongs nowhere has an empty frame', () => {
  const readings = readingsOf([0, 1, 0, Number.NaN]);
  const [first, second, again, nowhere] = painted(readings, 'service', 'operate');
  expect(first).toBe(again);
  expect(new Set([first, second, nowhere]).size).toBe(3);
  expect(painted(readings, 'owner', 'analyse')[1]).toBe(second);
});
