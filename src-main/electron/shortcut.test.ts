import { expect, test } from 'vitest';
import { acceleratorOf } from './shortcut.ts';

test.each([
  ['Mod+K', 'CommandOrControl+K'],
  ['Mod+k', 'CommandOrControl+K'],
  ['Shift+Mod+E', 'Shift+CommandOrControl+E'],
  ['Ctrl+Alt+ArrowLeft', 'Control+Alt+Left'],
  ['Mod++', 'CommandOrControl+Plus'],
  ['+', 'Plus'],
  ['?', '?'],
  ['a', 'A'],
  ['F11', 'F11'],
  ['g f', null],
  ['Hyper+K', null],
  ['Mod+', 'CommandOrControl+Plus'],
  ['F99', null],
  ['Mod+Nonsense', null],
  ['Mod+é', null],
])('the shortcut %s is shown as %s', (shortcut, expected) => {
  expect(acceleratorOf(shortcut, 'linux')).toBe(expected);
});

test('macOS is given no bare key, which it would take from every text field', () => {
  expect(acceleratorOf('a', 'darwin')).toBeNull();
  expect(acceleratorOf('Mod+a', 'darwin')).toBe('CommandOrControl+A');
});
