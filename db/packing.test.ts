import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { packLanes, unpackLanes } from './lane-packing.ts';
import { checksumOf, packText, unpackText } from './packing.ts';

test('FR-180-005 lanes come back to the last bit', () => {
  fc.assert(
    fc.property(fc.float64Array({ maxLength: 3000 }), (lanes) => {
      const back = unpackLanes(packLanes(lanes));
      expect(new Uint8Array(back.buffer)).toEqual(new Uint8Array(lanes.slice().buffer));
    }),
    { numRuns: 60 },
  );
});

test('FR-180-005 equal numbers take next to no room, noise not more than itself', () => {
  const noise = Float64Array.from(
    { length: 20_000 },
    (_, index) => 20 + ((Math.imul(index, 2_654_435_761) >>> 0) / 2 ** 32) * 5,
  );
  expect(packLanes(new Float64Array(20_000).fill(21.5)).length).toBeLessThan(4000);
  expect(packLanes(noise).length).toBeLessThan(noise.byteLength + 100);
});

test('FR-180-005 text comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(unpackText(packText(text))).toBe(text);
    }),
  );
});

test('FR-180-006 a checksum knows where one part ends and the next begins', () => {
  expect(checksumOf(['ab', 'c'])).not.toBe(checksumOf(['a', 'bc']));
  expect(checksumOf(['ab', ''])).not.toBe(checksumOf(['', 'ab']));
});
