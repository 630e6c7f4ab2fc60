import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, sizeAt, textOf } from './bytes.ts';

const texts = ['', 'plain', 'Grüße', '日本', '𝄞', 'a\u0000b'];

test.each(texts)('FR-190-190 %j comes back from its bytes as it was', (text) => {
  expect(textOf(bytesOf(text))).toBe(text);
  expect(Array.from(bytesOf(text)).every((byte) => byte.charCodeAt(0) < 256)).toBe(true);
});

test('FR-190-190 any text comes back, and bytes are as many as UTF-8 has', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(textOf(bytesOf(text))).toBe(text);
      expect(bytesOf(text)).toHaveLength(encodeURIComponent(text).replaceAll(/%[0-9A-F]{2}/g, '.').length);
    }),
  );
});

test.each([
  ['\xc3', '\ufffd'],
  ['\xff\xfe', '\ufffd\ufffd'],
  ['a\xc3(', 'a\ufffd('],
  ['\xc0\x80', '\ufffd\ufffd'],
  ['\xed\xa0\x80', '\ufffd\ufffd\ufffd'],
  ['\xf5\x80\x80\x80', '\ufffd\ufffd\ufffd\ufffd'],
])('FR-190-190 %j, which is no UTF-8, is marked and not lost', (bytes, text) => {
  expect(textOf(bytes)).toBe(text);
  expect(sizeAt(bytes, bytes.startsWith('a') ? 1 : 0)).toBe(0);
});
