import { describe, expect, test } from 'vitest';
import { jsonLimits, readJson } from './read-json.ts';

const read = (text: string) => readJson(Buffer.from(text), jsonLimits);

describe('JSON of clients', () => {
  test('FR-020-288 JSON is read as it was sent, and nothing as an object without members', () => {
    expect(read('{"a":[1,"[{,\\\\\\"",null],"b":{"c":"é"}}')).toEqual({
      ok: true,
      value: { a: [1, '[{,\\"', null], b: { c: 'é' } },
    });
    expect(read('')).toEqual({ ok: true, value: {} });
    expect(read('{"a":')).toMatchObject({ refusal: { code: 'invalid-input' } });
    expect(read('"\\')).toMatchObject({ refusal: { code: 'invalid-input' } });
  });

  test('FR-020-288 what stands too deep or has too many values is refused before it is read', () => {
    const deep = read('['.repeat(20_000_000));
    expect(deep).toMatchObject({ refusal: { message: expect.stringContaining('more than 200 deep') } });
    expect(read('{"a":'.repeat(201))).toMatchObject({ refusal: { code: 'too-large' } });
    const wide = readJson(Buffer.from(`[${'{},'.repeat(50)}{}]`), { depth: 5, values: 40 });
    expect(wide).toMatchObject({ refusal: { message: expect.stringContaining('more than 40 values') } });
    expect(readJson(Buffer.from('["[[[[[[","{{{{{{"]'), { depth: 1, values: 3 })).toMatchObject({ ok: true });
  });
});
