import type { Bytes } from './bytes.ts';
import { md5Shifts, md5Sines, sha256Constants } from './digest.table.ts';

/** Sums of bytes, in hexadecimal. 32-bit words throughout. */
const rotated = (word: number, by: number): number => (word << by) | (word >>> (32 - by));
const hex = (word: number): string => (word >>> 0).toString(16).padStart(8, '0');

type Order = 'little' | 'big';

/** The text with its end mark and its length in bits, as words. */
function blocksOf(bytes: Bytes, order: Order): Int32Array {
  const words = new Int32Array((Math.floor((bytes.length + 8) / 64) + 1) * 16);
  const place = (at: number): number => (order === 'little' ? (at % 4) * 8 : 24 - (at % 4) * 8);
  for (let at = 0; at < bytes.length; at += 1)
    words[at >> 2] = (words[at >> 2] ?? 0) | (bytes.charCodeAt(at) << place(at));
  words[bytes.length >> 2] = (words[bytes.length >> 2] ?? 0) | (0x80 << place(bytes.length));
  const [low, high] = [(bytes.length * 8) | 0, Math.floor(bytes.length / 536_870_912)];
  words[words.length - 2] = order === 'little' ? low : high;
  words[words.length - 1] = order === 'little' ? high : low;
  return words;
}

export function md5(bytes: Bytes): string {
  const words = blocksOf(bytes, 'little');
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476]);
  for (let at = 0; at < words.length; at += 16) md5Block(state, words.subarray(at, at + 16));
  return [...state]
    .map((word) =>
      hex(((word & 0xff) << 24) | ((word & 0xff00) << 8) | ((word >>> 8) & 0xff00) | (word >>> 24)),
    )
    .join('');
}

function md5Block(state: Int32Array, block: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    const quarter = round >> 4;
    const [mixed, from] = md5Mix(quarter, round, [b, c, d]);
    const sum = (a + mixed + (md5Sines[round] ?? 0) + (block[from] ?? 0)) | 0;
    [a, d, c] = [d, c, b];
    b = (b + rotated(sum, md5Shifts[quarter * 4 + (round & 3)] ?? 0)) | 0;
  }
  [a, b, c, d].forEach((word, at) => (state[at] = ((state[at] ?? 0) + word) | 0));
}

type Three = readonly [number, number, number];

function md5Mix(quarter: number, round: number, [b, c, d]: Three): readonly [mixed: number, from: number] {
  if (quarter === 0) return [(b & c) | (~b & d), round];
  if (quarter === 1) return [(d & b) | (~d & c), (5 * round + 1) % 16];
  return quarter === 2 ? [b ^ c ^ d, (3 * round + 5) % 16] : [c ^ (b | ~d), (7 * round) % 16];
}

export function sha1(bytes: Bytes): string {
  const words = blocksOf(bytes, 'big');
  const state = new Int32Array([0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0]);
  const spread = new Int32Array(80);
  for (let at = 0; at < words.length; at += 16) {
    spread.set(words.subarray(at, at + 16));
    for (let round = 16; round < 80; round += 1)
      spread[round] = rotated(
        (spread[round - 3] ?? 0) ^
          (spread[round - 8] ?? 0) ^
          (spread[round - 14] ?? 0) ^
          (spread[round - 16] ?? 0),
        1,
      );
    sha1Block(state, spread);
  }
  return [...state].map(hex).join('');
}

const sha1Constants = [0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6];

function sha1Block(state: Int32Array, spread: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let round = 0; round < 80; round += 1) {
    const quarter = Math.floor(round / 20);
    const mixed =
      quarter === 0 ? (b & c) | (~b & d) : quarter === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
    const sum = (rotated(a, 5) + mixed + e + (sha1Constants[quarter] ?? 0) + (spread[round] ?? 0)) | 0;
    [e, d, c, b, a] = [d, c, rotated(b, 30), a, sum];
  }
  [a, b, c, d, e].forEach((word, at) => (state[at] = ((state[at] ?? 0) + word) | 0));
}

export function sha256(bytes: Bytes): string {
  const state = [
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ];
  return sha2(bytes, state).map(hex).join('');
}

export function sha224(bytes: Bytes): string {
  const state = [
    0xc1059ed8, 0x367cd507, 0x3070dd17, 0xf70e5939, 0xffc00b31, 0x68581511, 0x64f98fa7, 0xbefa4fa4,
  ];
  return sha2(bytes, state).slice(0, 7).map(hex).join('');
}

function sha2(bytes: Bytes, start: readonly number[]): readonly number[] {
  const words = blocksOf(bytes, 'big');
  const state = Int32Array.from(start, (word) => word | 0);
  const spread = new Int32Array(64);
  for (let at = 0; at < words.length; at += 16) {
    spread.set(words.subarray(at, at + 16));
    for (let round = 16; round < 64; round += 1) {
      const [far, near] = [spread[round - 15] ?? 0, spread[round - 2] ?? 0];
      const small = rotated(far, 25) ^ rotated(far, 14) ^ (far >>> 3);
      const large = rotated(near, 15) ^ rotated(near, 13) ^ (near >>> 10);
      spread[round] = ((spread[round - 16] ?? 0) + small + (spread[round - 7] ?? 0) + large) | 0;
    }
    sha2Block(state, spread);
  }
  return [...state];
}

function sha2Block(state: Int32Array, spread: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let round = 0; round < 64; round += 1) {
    const large = rotated(e, 26) ^ rotated(e, 21) ^ rotated(e, 7);
    const first =
      (h + large + ((e & f) ^ (~e & g)) + (sha256Constants[round] ?? 0) + (spread[round] ?? 0)) | 0;
    const small = rotated(a, 30) ^ rotated(a, 19) ^ rotated(a, 10);
    const second = (small + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, at) => (state[at] = ((state[at] ?? 0) + word) | 0));
}

/** The same as bytes, which keys are made of. */
export const sha256Bytes = (bytes: Bytes): Bytes =>
  sha256(bytes).replaceAll(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
