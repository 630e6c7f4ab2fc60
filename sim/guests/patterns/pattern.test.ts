import { expect, test } from 'vitest';
import { bytesOf } from '../bytes.ts';
import { compile, groupOf, type Pattern } from './pattern.ts';
import type { Dialect } from './tree.ts';

const plain: Dialect = {
  syntax: 'extended',
  letters: 'exact',
  anchors: 'text',
  units: 'characters',
  isLenient: true,
};

function pattern(source: string, dialect: Partial<Dialect>): Pattern {
  const compiled = compile(bytesOf(source), { ...plain, ...dialect });
  if (!compiled.ok) throw new Error(compiled.message);
  return compiled.pattern;
}

function groups(source: string, text: string, dialect: Partial<Dialect>): string[] | null {
  const compiled = pattern(source, dialect);
  const found = compiled.find(bytesOf(text), 0);
  return found && Array.from({ length: compiled.groups + 1 }, (_, at) => groupOf(found, bytesOf(text), at));
}

test.each([
  ['a|ab|abc', 'xabcd', ['abc']],
  ['(fo+)(b.*)$', 'foobar', ['foobar', 'foo', 'bar']],
  ['x*', 'aaa', ['']],
  ['(a|b)*c', 'abac', ['abac', 'a']],
  ['[[:digit:]]{2,3}', 'a1b12345', ['123']],
  ['[^a-c]+', 'abcxyzab', ['xyz']],
  ['^$', '', ['']],
  ['(ab)?c', 'c', ['c', '']],
  ['a{0}b', 'aab', ['b']],
  ['[]x]+', 'a]x]', [']x]']],
  ['[a\\]+', 'b\\a', ['\\a']],
  ['\\<w.*t\\>', 'a wait!', ['wait']],
  ['(.)(.)\\2\\1', 'xabbay', ['abba', 'a', 'b']],
  ['(a*)+', 'b', ['', '']],
  ['é+', 'caféé', ['éé']],
  ['^.{4}$', 'größ', ['größ']],
  ['[à-ö]', 'xé', ['é']],
  ['a{,2}b', 'aaab', ['aab']],
  ['a{x', 'a{x', ['a{x']],
  ['a)', 'a)', ['a)']],
])('FR-190-070 the extended expression %s in %s takes the leftmost and longest', (source, text, expected) => {
  expect(groups(source, text, {})).toEqual(expected.map((each) => bytesOf(each)));
});

test.each([
  ['a\\+b', 'xaab', ['aab']],
  ['\\(a\\|b\\)*c', 'abc', ['abc', 'b']],
  ['*a', 'x*a', ['*a']],
  ['a+', 'a+', ['a+']],
  ['a\\{2\\}', 'aaa', ['aa']],
  ['^*x', '*x', ['*x']],
  ['x$y', 'x$y', ['x$y']],
  ['\\(x\\)\\1', 'axx', ['xx', 'x']],
  ['\\w\\+\\s\\W', 'ab  !', ['ab  ']],
])('FR-190-070 the basic expression %s in %s takes the leftmost and longest', (source, text, expected) => {
  expect(groups(source, text, { syntax: 'basic' })).toEqual(expected);
});

test.each([
  ['[a', 'extended', 'Unmatched [, [^, [:, [., or [='],
  ['(a', 'extended', 'Unmatched ( or \\('],
  ['a\\)', 'basic', 'Unmatched ) or \\)'],
  ['\\(a', 'basic', 'Unmatched ( or \\('],
  ['a\\', 'basic', 'Trailing backslash'],
  ['[b-a]', 'basic', 'Invalid range end'],
  ['[[:nope:]]', 'basic', 'Invalid character class name'],
  ['\\(a\\)\\2', 'basic', 'Invalid back reference'],
  ['a\\{2', 'basic', 'Unmatched \\{'],
  ['a\\{3,2\\}', 'basic', 'Invalid content of \\{\\}'],
  ['+a', 'extended', 'Invalid preceding regular expression'],
  ['a)', 'extended', 'Unmatched ) or \\)'],
  ['(a{1000}){1000}', 'extended', 'Regular expression too big'],
] as const)(
  'FR-190-071 the expression %s (%s) is refused in the words of the C library',
  (source, syntax, message) => {
    const strict: Dialect = { syntax, letters: 'exact', anchors: 'text', units: 'characters' };
    expect(compile(source, strict)).toEqual({ ok: false, message });
  },
);

test('FR-190-072 cases fold, also past ASCII, and lines have anchors where asked', () => {
  expect(pattern('straÉ[b-d]', { letters: 'fold' }).isIn(bytesOf('STRAéC'), 0)).toBe(true);
  expect(pattern('^b$', { anchors: 'lines' }).find('a\nb\nc', 0)).toMatchObject({ from: 2, to: 3 });
  expect(pattern('^b', {}).isIn('a\nb', 0)).toBe(false);
  expect(pattern('^a', {}).find('aa', 1)).toBeNull();
  expect(pattern('\\bb', {}).find('ab b', 1)).toMatchObject({ from: 3 });
});

test('FR-190-072 bytes that are no characters are matched by nothing but themselves', () => {
  expect(pattern('^.$', {}).isIn('\xff', 0)).toBe(false);
  expect(pattern('^.$', { units: 'bytes' }).isIn('\xff', 0)).toBe(true);
  expect(pattern('^[^a]$', {}).isIn('\xff', 0)).toBe(false);
});

test('FR-190-073 expressions that make others run for hours end at once', () => {
  const text = 'a'.repeat(5000);
  expect(pattern('(a*)*b', {}).isIn(text, 0)).toBe(false);
  expect(pattern('(a|aa)+$', {}).find(text, 0)).toMatchObject({ from: 0, to: 5000 });
  expect(pattern('(x+x+)+\\1y', {}).isIn('x'.repeat(60), 0)).toBe(false);
});
