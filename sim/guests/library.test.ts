import { expect, test } from 'vitest';
import { createLibrary } from './library.ts';

test('FR-190-185 what was worked out of a text is shared by all who read the same, and by nobody else', () => {
  const library = createLibrary();
  const make = (): { readonly words: readonly string[] } => ({ words: ['a'] });
  const first = library.of('unit', 'a', make);
  expect(library.of('unit', 'a', make)).toBe(first);
  expect(library.of('unit', 'b', make)).not.toBe(first);
  expect(library.of('script', 'a', make)).not.toBe(first);
  expect(createLibrary().of('unit', 'a', make)).not.toBe(first);
});

test('FR-190-185 it holds a bounded number of texts, and makes again what it let go', () => {
  const library = createLibrary();
  let made = 0;
  const read = (text: string): number => library.of('unit', text, () => (made += 1));
  const first = read('0');
  for (let at = 1; at <= 2000; at += 1) read(String(at));
  expect(read('2000')).toBe(2001);
  expect(made).toBe(2001);
  expect(read('0')).not.toBe(first);
});
