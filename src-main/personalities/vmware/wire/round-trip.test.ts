import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromJson } from './from-json.ts';
import { missingIn } from './check.ts';
import { toJson, type Json } from './json.ts';
import { randomValues } from './random-value.fixture.ts';
import { alone, dataField, readBack, wireBench } from './wire.fixture.ts';

const newest = '9.0.0.0';
const bench = wireBench();
const reading = bench.reading(newest);

const valuesOf = randomValues(bench.schema, reading.version.index);

/** Objects of any type: the seed alone decides which. */
const made = fc.integer().map((seed) => {
  const values = valuesOf(seed);
  return values.data(
    values.pick(['DynamicData', 'VirtualDevice', 'MethodFault', 'Event', 'VirtualMachineConfigInfo']),
  );
});

test('FR-020-011 a value of any type survives being written and read', () => {
  const put = bench.writer(newest).element('thing', 'DynamicData');
  fc.assert(
    fc.property(made, (value) => {
      expect(readBack(alone(put(value)), 'DynamicData', reading)).toEqual(value);
    }),
    { numRuns: 150 },
  );
});

test('FR-020-011 a value of any type survives the JSON dialect', () => {
  const place = dataField('DynamicData');
  fc.assert(
    fc.property(made, (value) => {
      const text = JSON.stringify(toJson(reading, place, value));
      expect(fromJson(reading, place, JSON.parse(text) as Json)).toEqual({ ok: true, value });
    }),
    { numRuns: 100 },
  );
});

test('FR-020-006 nothing is missing in a value that is whole', () => {
  fc.assert(
    fc.property(made, (value) => {
      expect(missingIn(reading, 'DynamicData', value)).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
