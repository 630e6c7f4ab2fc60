import { expect, test } from 'vitest';
import { externalLink, gatewayOrigin, isOwnPage } from './url-safety.ts';

const origin = 'http://127.0.0.1:4317';

test.each([`${origin}/`, `${origin}/floor?room=1#x`, `${origin}/#token=abc`])(
  'the control room may go to its own page %s',
  (url) => {
    expect(isOwnPage(url, origin)).toBe(true);
  },
);

test.each([
  'http://127.0.0.1:4318/',
  'https://127.0.0.1:4317/',
  'http://localhost:4317/',
  'http://127.0.0.1:4317.evil.example/',
  'http://evil.example/?http://127.0.0.1:4317/',
  'http://127.0.0.1:4317@evil.example/',
  'http://user:word@127.0.0.1:4317/',
  'blob:http://127.0.0.1:4317/0b7e',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'about:blank',
  '',
])('%s is not the control room', (url) => {
  expect(isOwnPage(url, origin)).toBe(false);
});

test('nothing is the control room while there is no host', () => {
  expect(isOwnPage(`${origin}/`, null)).toBe(false);
});

test.each([
  ['http://127.0.0.1:4317/#token=abc', 'http://127.0.0.1:4317'],
  ['http://[::1]:4317/', 'http://[::1]:4317'],
  ['http://10.0.0.4:4317/', null],
  ['https://127.0.0.1:4317/', null],
  ['file:///tmp/index.html', null],
  ['not a url', null],
])('the gateway at %s has the origin %s', (url, expected) => {
  expect(gatewayOrigin(url)).toBe(expected);
});

test.each(['https://docs.openstack.org/api-ref/compute/', 'https://GITHUB.com/', 'https://github.com:443/x'])(
  'the link %s may be opened in the browser',
  (url) => {
    expect(externalLink(url)).toBe(new URL(url).href);
  },
);

test.each([
  'http://github.com/',
  'https://github.com.evil.example/',
  'https://evil.example/github.com',
  'https://evil.example#github.com',
  'https://github.com@evil.example/',
  'https://user:word@github.com/',
  'https://github.com:8443/',
  'https://sub.github.com/',
  'file:///usr/bin/xcalc',
  'smb://github.com/share',
  'ms-settings:privacy',
  'javascript:alert(1)',
  '//github.com/',
])('the link %s is never handed to the system', (url) => {
  expect(externalLink(url)).toBeNull();
});
