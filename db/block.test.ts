import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBlockRoom, decodeBlock, encodeBlock } from './block.ts';
import { packBits, packedSize, unpackBits, widthOf } from './bit-packing.ts';
import {
  addToDay,
  cellMillis,
  createDayCells,
  dayMillis,
  dayOf,
  decodeDay,
  encodeDay,
  endOfDay,
} from './cells.ts';
import { createColumnWriter } from './column-writer.ts';
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
      const decoded = decodeBlock(encodeBlock(block, createColumnWriter()), createBlockRoom());
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
        const values = Float64Array.from(seeds, (seed) => (seed * 2 + 1) % 2 ** width);
        const bytes = new Uint8Array(packedSize(values.length, width));
        packBits(values, { from: 0, to: values.length }, { bytes, at: 0, width });
        const back = new Float64Array(values.length);
        unpackBits(back, { from: 0, to: back.length }, { bytes, at: 0, width });
        expect(back).toEqual(values);
        expect(widthOf(2 ** width - 1)).toBe(width);
      },
    ),
  );
});

test('FR-180-070 a block of which any byte changed is known to be damaged', () => {
  fc.assert(
    fc.property(blocks, fc.nat(), fc.integer({ min: 1, max: 255 }), (block, place, change) => {
      const body = encodeBlock(block, createColumnWriter());
      const at = place % body.length;
      body.writeUInt8(body.readUInt8(at) ^ change, at);
      expect(decodeBlock(body, createBlockRoom())).toBeNull();
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
  expect(encodeBlock({ times, values }, createColumnWriter()).length / 512).toBeLessThan(0.7);
});

test('FR-180-071 five-minute cells hold count, sum, smallest and largest, and add up over blocks', () => {
  const start = 20_000 * dayMillis - cellMillis;
  const readings = Array.from({ length: 40 }, (_, index) => ({
    at: start + index * 60_000,
    value: 20 + (index % 7) / 10,
  }));
  const writer = createColumnWriter();
  const stored = new Map<number, Buffer>();
  for (const part of [readings.slice(0, 23), readings.slice(23)]) {
    const block = {
      times: Float64Array.from(part, ({ at }) => at),
      values: Float64Array.from(part, ({ value }) => value),
    };
    for (let from = 0; from < part.length;) {
      const to = endOfDay(block.times, from);
      const day = dayOf(block.times[from] ?? 0);
      const cells = createDayCells();
      const before = stored.get(day);
      expect(before === undefined || decodeDay(before, cells)).toBe(true);
      addToDay(cells, block, { from, to });
      stored.set(day, Buffer.from(encodeDay(cells, writer)));
      from = to;
    }
  }
  expect([...stored.keys()]).toEqual([19_999, 20_000]);
  const told = [...stored].flatMap(([day, body]) => toldOf(day, body));
  const wanted = [...Map.groupBy(readings, ({ at }) => Math.floor(at / cellMillis) * cellMillis)];
  expect(told).toEqual(
    wanted.map(([at, all]) => {
      const values = all.map(({ value }) => value);
      const sum = expect.closeTo(
        values.reduce((one, other) => one + other),
        6,
      );
      return { at, count: all.length, sum, smallest: Math.min(...values), largest: Math.max(...values) };
    }),
  );
});

function toldOf(day: number, body: Buffer) {
  const cells = createDayCells();
  // What another day left in the room must not show through.
  for (const column of Object.values(cells)) column.fill(99);
  expect(decodeDay(body, cells)).toBe(true);
  return Array.from(cells.counts, (count, index) => ({
    at: day * dayMillis + index * cellMillis,
    count,
    sum: cells.sums[index],
    smallest: cells.smallest[index],
    largest: cells.largest[index],
  })).filter(({ count }) => count > 0);
}

test('FR-130-303 cells with gaps between them and a day without any come back', () => {
  const writer = createColumnWriter();
  const cells = createDayCells();
  const times = Float64Array.of(0, 1000, 7 * cellMillis, dayMillis - 1);
  addToDay(cells, { times, values: Float64Array.of(4, 2, -1.5, 8) }, { from: 0, to: 4 });
  expect(toldOf(0, encodeDay(cells, writer))).toEqual([
    { at: 0, count: 2, sum: 6, smallest: 2, largest: 4 },
    { at: 7 * cellMillis, count: 1, sum: -1.5, smallest: -1.5, largest: -1.5 },
    { at: dayMillis - cellMillis, count: 1, sum: 8, smallest: 8, largest: 8 },
  ]);
  expect(toldOf(0, encodeDay(createDayCells(), writer))).toEqual([]);
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
  const numbers = new Float64Array(4);
  decodeColumn({ bytes: old, at: 0 }, numbers);
  expect([...numbers]).toEqual([21.5, 21.6, 21.4, 21.9]);
});
