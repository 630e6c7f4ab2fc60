import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeBlock, encodeBlock } from './block.ts';
import { packBits, packedSize, unpackBits, widthOf } from './bit-packing.ts';
import { addToDays, cellMillis, dayMillis, decodeDay, encodeDay, noCells } from './cells.ts';
import { decodeColumn } from './number-column.ts';

/** Times as they come: regular, jittering, repeated, far apart. */
const timesOf = (count: number) =>
  fc
    .tuple(
      fc.integer({ min: 0, max: 4_000_000_000_000 }),
      fc.array(fc.oneof(fc.constant(1000), fc.nat(3), fc.nat(90_000), fc.nat(4e10)), {
        minLength: count,
        maxLength: count,
      }),
    )
    .map(([start, steps]) => {
      let at = start;
      return Float64Array.from(steps, (step) => (at += step));
    });

const anyDecimals = fc
  .integer({ min: -10_000_000, max: 10_000_000 })
  .chain((integer) => fc.constantFrom(1, 10, 100, 1000, 1e4, 1e6).map((scale) => integer / scale));
const anyValue = fc.oneof(
  anyDecimals,
  anyDecimals,
  anyDecimals,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
);

const blocks = fc.integer({ min: 1, max: 300 }).chain((count) =>
  fc.record({
    times: timesOf(count),
    values: fc
      .oneof(
        fc.array(anyValue, { minLength: count, maxLength: count }),
        fc.array(
          anyDecimals.map((value) => Math.round(value * 10) / 10),
          { minLength: count, maxLength: count },
        ),
        anyValue.map((value) => Array.from({ length: count }, () => value)),
      )
      .map((values) => Float64Array.from(values)),
  }),
);

test('FR-180-070 every reading comes back from its block to the last bit', () => {
  fc.assert(
    fc.property(blocks, (block) => {
      const decoded = decodeBlock(encodeBlock(block));
      expect(decoded).not.toBeNull();
      expect(decoded?.times.every((time, index) => time === block.times[index])).toBe(true);
      expect(decoded?.values.every((value, index) => value === block.values[index])).toBe(true);
      expect(decoded?.values.length).toBe(block.values.length);
    }),
    { numRuns: 500 },
  );
});

test('FR-180-070 bits of every width come back', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 32 }),
      fc.array(fc.nat({ max: 0x7fffffff }), { maxLength: 70 }),
      (width, seeds) => {
        const values = seeds.map((seed) => (seed * 2 + 1) % 2 ** width);
        const bytes = new Uint8Array(packedSize(values.length, width));
        packBits(values, { bytes, at: 0, width });
        const back = new Float64Array(values.length);
        unpackBits(back, { bytes, at: 0, width });
        expect([...back]).toEqual(values);
        expect(widthOf(2 ** width - 1)).toBe(width);
      },
    ),
  );
});

test('FR-180-070 a block of which any byte changed is known to be damaged', () => {
  fc.assert(
    fc.property(blocks, fc.nat(), fc.integer({ min: 1, max: 255 }), (block, place, change) => {
      const body = encodeBlock(block);
      const at = place % body.length;
      body.writeUInt8(body.readUInt8(at) ^ change, at);
      expect(decodeBlock(body)).toBeNull();
    }),
  );
});

test('FR-180-070 a quantised sensor read once a second takes at most 0.7 bytes a reading', () => {
  let state = 12_345;
  const noise = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) / 65_536;
  };
  const times = Float64Array.from({ length: 512 }, (_, index) => 1_795_000_000_000 + index * 1000);
  const values = Float64Array.from(
    { length: 512 },
    (_, index) => Math.round((22 + index / 400 + noise() * 0.6) * 10) / 10,
  );
  expect(encodeBlock({ times, values }).length / 512).toBeLessThan(0.7);
});

test('FR-180-071 five-minute cells hold count, sum, smallest and largest, and add up over blocks', () => {
  const start = 20_000 * dayMillis - cellMillis;
  const readings = Array.from({ length: 40 }, (_, index) => ({
    at: start + index * 60_000,
    value: 20 + (index % 7) / 10,
  }));
  const blockOf = (part: typeof readings) => ({
    times: Float64Array.from(part, ({ at }) => at),
    values: Float64Array.from(part, ({ value }) => value),
  });
  const first = addToDays(blockOf(readings.slice(0, 23)), () => noCells(0));
  const stored = new Map([...first].map(([day, cells]) => [day, encodeDay(cells)]));
  const load = (day: number) => decodeDay(stored.get(day) ?? Buffer.alloc(0)) ?? noCells(0);
  const both = new Map([...first, ...addToDays(blockOf(readings.slice(23)), load)]);
  const whole = addToDays(blockOf(readings), () => noCells(0));
  expect([...both.keys()]).toEqual([19_999, 20_000]);
  for (const [day, { sums, ...exact }] of whole) {
    const { sums: added = new Float64Array(0), ...found } = both.get(day) ?? {};
    expect(found).toEqual(exact);
    expect(added.length).toBe(sums.length);
    for (const [index, sum] of sums.entries()) expect(added[index]).toBeCloseTo(sum, 6);
  }
});

test('FR-130-080 columns that an older version wrote are still read', () => {
  const old = Buffer.alloc(25 + 1 + 3);
  old.writeUInt8(1, 0);
  old.writeDoubleLE(10, 1);
  old.writeDoubleLE(215, 9);
  old.writeDoubleLE(-2, 17);
  // Four steps of five bits: 0 (the first has none), 3, 0, 7.
  old.writeUInt8(5, 25);
  old.writeUIntLE(3 * 2 ** 5 + 7 * 2 ** 15, 26, 3);
  expect([...decodeColumn({ bytes: old, at: 0 }, 4)]).toEqual([21.5, 21.6, 21.4, 21.9]);
});
