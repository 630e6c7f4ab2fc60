import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodePayload, rebirthRequest } from './host-application.fixture.ts';
import { createPayloadEncoder, readTrueMetrics } from './payload.ts';
import type { SparkplugMetric } from './payload.ts';

const encode = createPayloadEncoder();

test('FR-140-084 a payload is, to the byte, what protobuf makes of the standard’s message', () => {
  const bytes = encode({
    timestamp: 1,
    seq: 300,
    metrics: [{ name: 'a', alias: 2, timestamp: 3, type: 'Double', value: 0.5 }],
  });
  expect(bytes.toString('hex')).toBe('080112120a016110021803200a69000000000000e03f18ac02');
});

const moment = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const metric: fc.Arbitrary<SparkplugMetric> = fc
  .record({
    name: fc.string({ minLength: 1, unit: 'grapheme', maxLength: 300 }),
    alias: fc.nat(),
    timestamp: moment,
    unit: fc.constantFrom('°C', 'kW', undefined),
    quality: fc.constantFrom('bad' as const, 'stale' as const, undefined),
    value: fc.oneof(
      fc.record({ type: fc.constant('Double' as const), value: fc.option(fc.double({ noNaN: true })) }),
      fc.record({ type: fc.constant('Boolean' as const), value: fc.option(fc.boolean()) }),
      fc.record({ type: fc.constant('String' as const), value: fc.option(fc.string({ maxLength: 2000 })) }),
      fc.record({ type: fc.constant('Int64' as const), value: fc.option(moment) }),
    ),
  })
  .map(({ value, unit, quality, ...rest }) => ({
    ...rest,
    ...(unit === undefined ? {} : { unit }),
    ...(quality === undefined ? {} : { quality }),
    ...value,
  }));

const datatypes = { Int64: 4, Double: 10, Boolean: 11, String: 12 };

test('FR-140-084 another decoder reads back whatever was written', () => {
  fc.assert(
    fc.property(
      moment,
      fc.array(metric, { maxLength: 20 }),
      fc.option(fc.nat(255)),
      (timestamp, metrics, seq) => {
        const bytes = encode({ timestamp, metrics, ...(seq === null ? {} : { seq }) });
        expect(decodePayload(bytes)).toEqual({
          timestamp,
          ...(seq === null ? {} : { seq }),
          metrics: metrics.map(({ type, unit, quality, ...rest }) => ({
            ...rest,
            datatype: datatypes[type],
            properties: {
              ...(unit === undefined ? {} : { engUnit: { type: 12, value: unit } }),
              ...(quality === undefined ? {} : { Quality: { type: 3, value: quality === 'bad' ? 0 : 500 } }),
            },
          })),
        });
      },
    ),
  );
});

test('FR-140-084 a rebirth request is understood, and rubbish is not taken for one', () => {
  expect(readTrueMetrics(rebirthRequest())).toEqual(['Node Control/Rebirth']);
  expect(readTrueMetrics(Buffer.alloc(0))).toEqual([]);
  const no = encode({
    timestamp: 1,
    metrics: [{ name: 'Node Control/Rebirth', timestamp: 1, type: 'Boolean', value: false }],
  });
  expect(readTrueMetrics(no)).toEqual([]);
  for (const text of ['{"rebirth":true}', '\u0012\u00ff', '\u000b'])
    expect(readTrueMetrics(Buffer.from(text, 'latin1'))).toBeNull();
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      expect(() => readTrueMetrics(Buffer.from(bytes))).not.toThrow();
    }),
  );
});
