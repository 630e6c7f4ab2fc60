import { expect, test } from 'vitest';
import { chordOf, matchPress, nothingPending } from './shortcuts.ts';

const press = (
  key: string,
  held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {},
) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const shortcuts = ['g f', 'g a', 'a', 'Mod+k', '?'];

test('FR-120-004 Mod is Ctrl, and the command key on a Mac', () => {
  expect(chordOf(press('k', { ctrlKey: true }), false)).toBe('Mod+k');
  expect(chordOf(press('k', { metaKey: true }), true)).toBe('Mod+k');
  expect(chordOf(press('k', { ctrlKey: true }), true)).toBe('k');
});
test('FR-120-004 a sign made with Shift is named by the sign', () => {
  expect(chordOf(press('?', { shiftKey: true }), false)).toBe('?');
  expect(chordOf(press('A', { shiftKey: true }), false)).toBe('Shift+a');
});
test('FR-120-004 g then f is one shortcut, and a alone is another', () => {
  const first = matchPress('g', { ...nothingPending, now: 0 }, shortcuts);
  expect(first).toEqual({ kind: 'wait', matching: { pending: 'g', since: 0 } });
  expect(matchPress('f', { pending: 'g', since: 0, now: 500 }, shortcuts)).toEqual({
    kind: 'run',
    shortcut: 'g f',
  });
  expect(matchPress('a', { pending: 'g', since: 0, now: 500 }, shortcuts)).toEqual({
    kind: 'run',
    shortcut: 'g a',
  });
  expect(matchPress('a', { pending: 'g', since: 0, now: 5000 }, shortcuts)).toEqual({
    kind: 'run',
    shortcut: 'a',
  });
});
test('FR-120-004 a key that ends no sequence begins anew', () => {
  expect(matchPress('?', { pending: 'g', since: 0, now: 10 }, shortcuts)).toEqual({
    kind: 'run',
    shortcut: '?',
  });
  expect(matchPress('x', { pending: 'g', since: 0, now: 10 }, shortcuts)).toEqual({ kind: 'none' });
});
