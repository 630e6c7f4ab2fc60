import { expect, test } from 'vitest';
import type { Bytes } from '../../bytes.ts';
import { fromBase64, toBase64 } from '../../base64.ts';
import { isSigned, publicOf, sign } from './ed25519.ts';
import { sha256Bytes } from '../../digest.ts';

const hex = (bytes: Bytes): string =>
  bytes
    .split('')
    .map((byte) => byte.charCodeAt(0).toString(16).padStart(2, '0'))
    .join('');
const unhex = (text: string): Bytes =>
  (text.match(/../g) ?? []).map((pair) => String.fromCharCode(Number.parseInt(pair, 16))).join('');

test('FR-190-215 keys and signatures are those of RFC 8032, so that they hold outside as well', () => {
  const seed = unhex('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
  const key = publicOf(seed);
  expect(hex(key)).toBe('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
  const signature = sign(seed, 'r');
  expect(hex(signature)).toBe(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  );
  expect(isSigned(key, 'r', signature)).toBe(true);
  expect(isSigned(key, 's', signature)).toBe(false);
  expect(isSigned(publicOf(`x${seed.slice(1)}`), 'r', signature)).toBe(false);
});

test('FR-190-215 fingerprints are SHA-256, and base64 comes back', () => {
  expect(hex(sha256Bytes('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  expect(hex(sha256Bytes('a'.repeat(120)))).toBe(
    '2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c',
  );
  for (const bytes of ['', 'a', 'ab', 'abc', '\x00\xff\x80']) expect(fromBase64(toBase64(bytes))).toBe(bytes);
  expect(toBase64('hello')).toBe('aGVsbG8=');
});
