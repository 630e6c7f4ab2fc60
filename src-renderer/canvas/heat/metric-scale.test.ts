import { expect, test } from 'vitest';
import { heatLayers, type LayerScale, layerScales } from './floor-layer.table.ts';
import { isWithinBand, placeOnRamp } from './metric-scale.ts';

test('FR-120-103 a temperature stands on the ramp where it is, bounded by the scale', () => {
  expect(placeOnRamp(layerScales.inlet, 27)).toBe(27);
  expect(placeOnRamp(layerScales.inlet, 5)).toBe(16);
  expect(placeOnRamp(layerScales.inlet, 90)).toBe(36);
});

test('FR-120-103 other quantities are bent so that their limits meet the ramp’s', () => {
  expect(placeOnRamp(layerScales.power, 80)).toBe(27);
  expect(placeOnRamp(layerScales.power, 95)).toBeCloseTo(30.5);
  expect(placeOnRamp(layerScales.humidity, 30)).toBeCloseTo(20);
  expect(placeOnRamp(layerScales.headroom, 20)).toBe(27);
});

test.each(heatLayers)('FR-120-103 the anchors of %s ascend in value and span its scale', (layer) => {
  const { anchors, low, high }: LayerScale = layerScales[layer];
  const values = anchors.map(([value]) => value);
  expect(values).toEqual([...new Set(values)].toSorted((one, other) => one - other));
  expect([values[0], values.at(-1)]).toEqual([low, high]);
});

test('FR-120-102 both ends of the recommended band belong to it', () => {
  expect([17.9, 18, 27, 27.1].map((value) => isWithinBand(layerScales.inlet, value))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});
