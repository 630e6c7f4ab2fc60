import { expect, test } from 'vitest';
import { lookOnAddress, readLookOn } from './share-link.ts';

const token = 'abcdefghijklmnopqrstuvwxyz-_0123';

test('FR-120-656 a link to look on carries its own narrow token in the fragment, and the name of the machine', () => {
  const address = lookOnAddress('http://127.0.0.1:4000', { token, machine: 'web 01' });
  expect(new URL(address).pathname).toBe('/look-on');
  expect(new URL(address).search).toBe('');
  expect(readLookOn(new URL(address).hash)).toEqual({ token, machine: 'web 01' });
});

test.each(['', '#', '#look=short', `#token=${token}`, `#look=${token},tok.x`])(
  'FR-120-656 %j is no share',
  (hash) => {
    expect(readLookOn(hash)).toBeNull();
  },
);
