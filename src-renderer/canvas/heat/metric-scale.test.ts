import { expect, test } from 'vitest';
import { isWithinBand, placeOnRamp } from './metric-scale.ts';
import { floorMetrics, metricScales } from './metric-scale.table.ts';

test('FR-120-103 a temperature stands on the ramp where it is, bounded by the scale', () => {
  expect(placeOnRamp(metricScales.temperature, 27)).toBe(27);
  expect(placeOnRamp(metricScales.temperature, 5)).toBe(16);
  expect(placeOnRamp(metricScales.temperature, 90)).toBe(36);
});

test('FR-120-103 other metrics are bent so that their limits meet the ramp’s', () => {
  expect(placeOnRamp(metricScales.power, 80)).toBe(27);
  expect(placeOnRamp(metricScales.power, 95)).toBeCloseTo(30.5);
  expect(placeOnRamp(metricScales.humidity, 30)).toBeCloseTo(20);
});

test.each(floorMetrics)('FR-120-103 the anchors of %s ascend', (metric) => {
  const { anchors } = metricScales[metric];
  for (let index = 1; index < anchors.length; index += 1) {
    expect(anchors[index]?.[0]).toBeGreaterThan(anchors[index - 1]?.[0] ?? Number.NaN);
    expect(anchors[index]?.[1]).toBeGreaterThan(anchors[index - 1]?.[1] ?? Number.NaN);
  }
});

test('FR-120-102 both ends of the recommended band belong to it', () => {
  const { temperature } = metricScales;
  expect([17.9, 18, 27, 27.1].map((value) => isWithinBand(temperature, value))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
