import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoted, takeLine, wordsOf } from './words.ts';

test.each([
  ['GET VAR  ups-01\tups.load ', ['GET', 'VAR', 'ups-01', 'ups.load']],
  [String.raw`SET VAR a b "two words"`, ['SET', 'VAR', 'a', 'b', 'two words']],
  [String.raw`x "" "a\"b" c\ d`, ['x', '', 'a"b', 'c d']],
  ['', []],
  ['   ', []],
  ['say "and never end', null],
])('%j falls into its words', (line, words) => {
  expect(wordsOf(line)).toEqual(words);
});

test('what was quoted is one word again', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (words) => {
      expect(wordsOf(words.map(quoted).join(' '))).toEqual(words);
    }),
  );
});

test('a line ends with LF, with or without CR, and may not go on for ever', () => {
  expect(takeLine(Buffer.from('VER\r\nHELP\n'))).toEqual({ kind: 'whole', request: 'VER', bytes: 5 });
  expect(takeLine(Buffer.from('VE'))).toEqual({ kind: 'partial' });
  expect(takeLine(Buffer.alloc(1025, 'x'))).toEqual({ kind: 'foreign' });
  expect(takeLine(Buffer.from(`${'x'.repeat(1025)}\n`))).toEqual({ kind: 'foreign' });
});
