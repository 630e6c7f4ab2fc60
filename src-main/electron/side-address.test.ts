import { expect, test } from 'vitest';
import { screenOf, sideAddress } from './side-address.ts';

const host = 'http://127.0.0.1:4711/#token=now';

test('FR-120-461 a further window opens the page that was asked for, with the token of now and none that was asked with', () => {
  expect(sideAddress('http://127.0.0.1:4711/floor?sel=rack-1', host)).toBe(
    'http://127.0.0.1:4711/floor?sel=rack-1#token=now',
  );
  expect(sideAddress('http://127.0.0.1:4711/#token=old', host)).toBe('http://127.0.0.1:4711/#token=now');
});

test.each([
  'http://127.0.0.1:4712/floor',
  'https://127.0.0.1:4711/floor',
  'http://evil.example/',
  'http://user@127.0.0.1:4711/',
  'about:blank',
  '',
])('FR-120-461 no further window opens %s', (asked) => {
  expect(sideAddress(asked, host)).toBeNull();
});

test('FR-120-461 without a host there is no further window', () => {
  expect(sideAddress('http://127.0.0.1:4711/', null)).toBeNull();
});

test('FR-120-462 the place of a window is remembered by its screen', () => {
  expect(screenOf('http://127.0.0.1:4711/wall?every=20')).toBe('/wall');
  expect(screenOf('nonsense')).toBe('/');
});
