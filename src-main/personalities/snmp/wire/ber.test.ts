import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBerReader } from './ber-reader.ts';
import { integer, octets, oidValue, sequence, wrapped } from './ber.ts';
import { tags } from './tags.table.ts';
import { encodeValue, gaugeOf, integerOf } from './values.ts';

test('FR-130-106 every integer and OID comes back as it was written', () => {
  const number = fc.integer({ min: 0, max: 0xffffffff });
  const oid = fc.tuple(fc.constantFrom(0, 1, 2), fc.nat(39), fc.array(number, { maxLength: 20 }));
  fc.assert(
    fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), oid, (value, [root, second, rest]) => {
      const reader = createBerReader(sequence(integer(value), oidValue([root, second, ...rest]))).enter(
        tags.sequence,
      );
      expect(reader.integer()).toBe(value);
      expect(reader.oid()).toEqual([root, second, ...rest]);
      expect([reader.failed(), reader.hasMore()]).toEqual([false, false]);
    }),
  );
});

test('FR-130-106 lengths of one, two and three octets are written as X.690 says', () => {
  expect(octets('a'.repeat(127)).subarray(0, 2).toString('hex')).toBe('047f');
  expect(octets('a'.repeat(128)).subarray(0, 3).toString('hex')).toBe('048180');
  expect(octets('a'.repeat(300)).subarray(0, 4).toString('hex')).toBe('0482012c');
});

test('FR-130-106 a gauge above 2³¹ stays positive, and a value beyond its type stops at its end', () => {
  expect(encodeValue(gaugeOf(3_000_000_000)).toString('hex')).toBe('420500b2d05e00');
  expect(encodeValue(gaugeOf(1e12)).toString('hex')).toBe('420500ffffffff');
  expect(encodeValue(gaugeOf(-1)).toString('hex')).toBe('420100');
  expect(encodeValue(integerOf(-1e12)).toString('hex')).toBe('020480000000');
});

test.each([
  ['an indefinite length', '3080'],
  ['a length beyond the end', '3005020101'],
  ['a length of five octets', '30850000000001'],
  ['another tag', '0201'],
  ['an empty integer', '30020200'],
  ['an integer of nine octets', '300b0209010203040506070809'],
])('FR-130-106 %s is a failure, not a value', (_, hex) => {
  const reader = createBerReader(Buffer.from(hex, 'hex')).enter(tags.sequence);
  reader.integer();
  expect(reader.failed()).toBe(true);
});

test.each([
  ['a number that does not end', '060281ff'],
  ['a number beyond 32 bits', '06069fffffffff7f'],
  ['nothing', '0600'],
])('FR-130-106 an OID with %s is a failure', (_, hex) => {
  const reader = createBerReader(Buffer.from(hex, 'hex'));
  reader.oid();
  expect(reader.failed()).toBe(true);
});

test('FR-130-106 an OID may not be longer than 128 numbers', () => {
  const reader = createBerReader(wrapped(tags.oid, Buffer.alloc(200, 1)));
  reader.oid();
  expect(reader.failed()).toBe(true);
});
