import { expect, test } from 'vitest';
import { isTrustedSender, readMenuActions, readSuggestedName } from './ipc-rules.ts';

const origin = 'http://127.0.0.1:4317';
const frame = (url: string, parent: unknown = null) => ({ senderFrame: { url, parent } });

test('only the top frame of the control room is heard', () => {
  expect(isTrustedSender(frame(`${origin}/floor`), origin)).toBe(true);
  expect(isTrustedSender(frame(`${origin}/floor`, {}), origin)).toBe(false);
  expect(isTrustedSender(frame('http://127.0.0.1:43170/'), origin)).toBe(false);
  expect(isTrustedSender(frame('about:blank'), origin)).toBe(false);
  expect(isTrustedSender({ senderFrame: null }, origin)).toBe(false);
  expect(isTrustedSender(frame(`${origin}/`), null)).toBe(false);
});

const good = { id: 'lab.open', title: 'Open', section: 'Lab', shortcut: 'Mod+O', enabled: true };

test('a menu from the page is taken as it is', () => {
  expect(readMenuActions([good, { ...good, id: 'b', shortcut: null }])).toEqual([
    good,
    { ...good, id: 'b', shortcut: null },
  ]);
  expect(readMenuActions([])).toEqual([]);
});

test.each([
  ['no list', good],
  ['nothing', undefined],
  ['an empty id', [{ ...good, id: '' }]],
  ['an endless title', [{ ...good, title: 'x'.repeat(81) }]],
  ['a role of Electron’s', [{ ...good, role: 'toggleDevTools' }]],
  ['no shortcut field', [{ id: 'a', title: 'a', section: 'a', enabled: true }]],
  ['one id twice', [good, good]],
  ['more than a menu can hold', Array.from({ length: 401 }, (_, index) => ({ ...good, id: `a${index}` }))],
])('a menu with %s is none', (_what, input) => {
  expect(readMenuActions(input)).toBeNull();
});

test.each([
  ['Monday.coldaisle', 'Monday.coldaisle'],
  ['Monday', 'Monday.coldaisle'],
  ['../../.bashrc', 'bashrc.coldaisle'],
  ['/etc/passwd', 'passwd.coldaisle'],
  ['C:\\Windows\\evil.exe', 'evil.exe.coldaisle'],
  ['a\u0000b<c>:"|?*', 'abc.coldaisle'],
  ['', 'lab.coldaisle'],
  ['..', 'lab.coldaisle'],
  [42, 'lab.coldaisle'],
])('the name %j is suggested as %s', (input, expected) => {
  expect(readSuggestedName(input)).toBe(expected);
});

test('a suggested name stays a length that every file system takes', () => {
  expect(readSuggestedName('x'.repeat(4000)).length).toBeLessThan(140);
});
