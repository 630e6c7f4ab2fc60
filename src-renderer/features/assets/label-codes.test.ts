import fc from 'fast-check';
import { expect, test } from 'vitest';
import { code128Widths } from './code-128-widths.table.ts';
import { code128, code128Values } from './code-128.ts';
import { dataBytes, interleaved, versionFor } from './qr-bits.ts';
import { qrCode } from './qr-code.ts';
import { formatBits, versionBits } from './qr-frame.ts';
import { qrVersions } from './qr-versions.table.ts';
import { correction } from './reed-solomon.ts';

const bytesOf = (hex: string): number[] => hex.split(' ').map((byte) => Number.parseInt(byte, 16));
const text = (length: number): Uint8Array => new TextEncoder().encode('x'.repeat(length));

test('FR-120-491 correcting bytes are those of the example in ISO/IEC 18004, and all words of a code divide alike', () => {
  const data = bytesOf('10 20 0c 56 61 80 ec 11 ec 11 ec 11 ec 11 ec 11');
  expect(correction(data, 10)).toEqual(bytesOf('a5 24 d4 c1 ed 36 c7 87 2c 55'));
  const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(bytes, fc.constantFrom(10, 16, 18, 22, 24, 26), (word, degree) => {
      const whole = [...word, ...correction(word, degree)];
      expect(correction(whole, degree)).toEqual(Array.from({ length: degree }, () => 0));
    }),
  );
});

test('FR-120-491 format and version of a code are written as the standard lists them', () => {
  expect(formatBits(0b101).toString(2)).toBe('100000011001110');
  expect(formatBits(0).toString(2)).toBe('101010000010010');
  expect(versionBits(7).toString(2).padStart(18, '0')).toBe('000111110010010100');
  expect(versionBits(10).toString(2).padStart(18, '0')).toBe('001010010011010011');
});

test('FR-120-491 a text is written in the smallest version that takes it, filled up to its last byte', () => {
  expect([14, 15, 26, 27, 42, 62, 84, 106, 122, 152, 180, 213, 214].map(versionFor)).toEqual([
    1,
    2,
    2,
    3,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    null,
  ]);
  expect(dataBytes(new TextEncoder().encode('ab'), 1)).toEqual(
    bytesOf('40 26 16 20 ec 11 ec 11 ec 11 ec 11 ec 11 ec 11'),
  );
  expect(dataBytes(text(14), 1)).toHaveLength(16);
  const [, , , , fifth] = qrVersions;
  if (fifth === undefined) throw new Error('There is no version 5');
  const data = Array.from({ length: 86 }, (_, at) => at);
  const mixed = interleaved(data, fifth);
  expect(mixed.slice(0, 4)).toEqual([0, 43, 1, 44]);
  expect(mixed).toHaveLength(134);
  expect([mixed[86], mixed[87]]).toEqual([
    correction(data.slice(0, 43), 24)[0],
    correction(data.slice(43), 24)[0],
  ]);
});

test('FR-120-491 a code has its finders, its timing and its one dark module, and too long a text has none', () => {
  const code = qrCode('DC1-00042');
  if (code === null) throw new Error('It was not written');
  const rows = code.rows.map((row) => row.map((dark) => (dark ? '#' : '.')).join(''));
  expect(rows).toHaveLength(21);
  expect(rows.slice(0, 8).map((row) => row.slice(0, 8))).toEqual([
    '#######.',
    '#.....#.',
    '#.###.#.',
    '#.###.#.',
    '#.###.#.',
    '#.....#.',
    '#######.',
    '........',
  ]);
  expect(rows[6]?.slice(6, 15)).toBe('#.#.#.#.#');
  expect(rows[13]?.[8]).toBe('#');
  expect(qrCode('y'.repeat(214))).toBeNull();
});

test('FR-120-492 every symbol of Code 128 is eleven modules wide and unlike all others, but for the last', () => {
  expect(code128Widths).toHaveLength(107);
  expect(new Set(code128Widths).size).toBe(107);
  const sums = code128Widths.map((widths) =>
    Array.from(widths, Number).reduce((sum, width) => sum + width, 0),
  );
  expect(sums.slice(0, 106).every((sum) => sum === 11)).toBe(true);
  expect(sums[106]).toBe(13);
});

test('FR-120-492 pairs of digits take half the room, and the check symbol follows the weighted sum', () => {
  expect(code128Values('123456')).toEqual([105, 12, 34, 56, 44, 106]);
  expect(code128Values('PJJ123C')).toEqual([104, 48, 42, 42, 17, 18, 19, 35, 55, 106]);
  expect(code128Values('A1234')).toEqual([104, 33, 99, 12, 34, 95, 106]);
  expect(code128Values('12345')?.slice(0, 5)).toEqual([105, 12, 34, 100, 21]);
  expect(code128Values('ä')).toBeNull();
  expect(code128Values('')).toBeNull();
  expect(code128('AB')).toMatchObject({ length: 11 * 4 + 13, bars: { length: 3 * 4 + 4 } });
});
