import { expect, test } from 'vitest';
import { splitFragment, takeToken } from './token.ts';

test('FR-120-002 the token is taken out of the fragment, and nothing else', () => {
  expect(splitFragment('#token=a%2Bb')).toEqual({ token: 'a+b', rest: '' });
  expect(splitFragment('#here&token=abc&there=1')).toEqual({ token: 'abc', rest: '#here&there=1' });
  expect(splitFragment('')).toEqual({ token: null, rest: '' });
});
test('FR-120-002 the token moves to the tab, and path and query stay', () => {
  const kept = new Map<string, string>();
  const urls: string[] = [];
  const pageAt = (hash: string) =>
    ({
      location: { hash, pathname: '/floor', search: '?sel=rack-1' },
      sessionStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
      },
      history: {
        state: null,
        replaceState: (_state: unknown, _title: string, url: string) => urls.push(url),
      },
    }) as unknown as Window;
  expect(takeToken(pageAt('#token=abc'))).toBe('abc');
  expect(urls).toEqual(['/floor?sel=rack-1']);
  expect(takeToken(pageAt(''))).toBe('abc');
  expect(urls).toHaveLength(1);
});
