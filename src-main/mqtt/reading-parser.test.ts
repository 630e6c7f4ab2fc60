import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingPayloadSchema } from '../../sim/contract/telemetry.ts';
import { createReadingParser } from './reading-parser.ts';

const parsed = (text: string) => {
  const parser = createReadingParser();
  const fault = parser.parse(Buffer.from(text));
  return fault ?? { ...parser.reading };
};

test('FR-140-030 the payload of a bot, a bare number and loose JSON are all readings', () => {
  const full = { value: 22.4, at: 1_767_600_000_000, quality: 'sim', unit: 'Cel' };
  expect(parsed('{"v":22.4,"u":"Cel","t":1767600000000,"q":"sim","s":7}')).toEqual(full);
  expect(parsed(' { "t": 1767600000000, "v" : 2.24e1, "u": "Cel", "q": "sim", "model": "x" } ')).toEqual(
    full,
  );
  expect(parsed('{"v":3,"u":"1","w":"on-battery","t":7,"q":"sim","s":7}')).toMatchObject({ value: 3, at: 7 });
  const bare = { value: -3.25, at: null, quality: 'good', unit: '' };
  for (const text of ['-3.25', ' -3.25\n', '-325e-2', '{"v":-3.25}']) expect(parsed(text)).toEqual(bare);
});

test.each([
  ['', 'the payload is empty'],
  ['warm', 'neither JSON nor a number'],
  ['22,4', 'neither JSON nor a number'],
  ['NaN', 'neither JSON nor a number'],
  ['{"v":22.4', 'neither JSON nor a number'],
  ['01', 'neither JSON nor a number'],
  ['1.', 'neither JSON nor a number'],
  ['1e999', 'v: '],
  ['"22.4"', 'the payload: '],
  ['[22.4]', 'the payload: '],
  ['{"u":"Cel"}', 'v: '],
  ['{"v":"22.4"}', 'v: '],
  ['{"v":1,"t":1.5}', 't: '],
  ['{"v":1,"q":"fine"}', 'q: '],
  ['{"v":1,"s":-1}', 's: '],
  ['{"v":1,"u":"much longer than sixteen"}', 'u: '],
  ['x'.repeat(5000), 'the payload has more than 4096 bytes'],
])('FR-140-031 %j is refused with a reason', (text, reason) => {
  expect(parsed(text)).toEqual(expect.stringContaining(reason));
});

test('FR-140-032 the fast parser agrees with JSON.parse and the schema on every payload', () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.integer(),
    fc.integer().map((n) => n / 100),
    fc.constantFrom('sim', 'good', 'x', 'é', 'a"b', null, true, -0, 2 ** 53, 1e300),
  );
  const payload = fc.oneof(
    fc
      .dictionary(fc.constantFrom('v', 'u', 't', 'q', 's', 'w'), value)
      .map((object) => JSON.stringify(object)),
    value.map((one) => JSON.stringify(one)),
    fc.string({ unit: fc.constantFrom(...Array.from('{}"vt:,0123456789.-e ')) }),
  );
  const reading = (text: string) => {
    const fast = parsed(text);
    return typeof fast === 'string' ? null : fast;
  };
  fc.assert(
    fc.property(payload, (text) => {
      expect(reading(text)).toEqual(bySchema(text));
    }),
    { numRuns: 3000 },
  );
});

function bySchema(text: string): unknown {
  try {
    const json: unknown = JSON.parse(text);
    const checked = readingPayloadSchema.safeParse(typeof json === 'number' ? { v: json } : json);
    if (!checked.success) return null;
    const { v, t, q, u } = checked.data;
    return { value: v, at: t ?? null, quality: q ?? 'good', unit: u ?? '' };
  } catch {
    return null;
  }
}
