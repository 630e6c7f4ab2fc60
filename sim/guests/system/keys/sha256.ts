import type { Bytes } from '../../bytes.ts';

/** The first 32 bits of the fractions of the roots of the first primes: cube roots here, square roots to begin with. */
const constants = Int32Array.from(
  '428a2f98 71374491 b5c0fbcf e9b5dba5 3956c25b 59f111f1 923f82a4 ab1c5ed5 d807aa98 12835b01 243185be 550c7dc3 72be5d74 80deb1fe 9bdc06a7 c19bf174 e49b69c1 efbe4786 0fc19dc6 240ca1cc 2de92c6f 4a7484aa 5cb0a9dc 76f988da 983e5152 a831c66d b00327c8 bf597fc7 c6e00bf3 d5a79147 06ca6351 14292967 27b70a85 2e1b2138 4d2c6dfc 53380d13 650a7354 766a0abb 81c2c92e 92722c85 a2bfe8a1 a81a664b c24b8b70 c76c51a3 d192e819 d6990624 f40e3585 106aa070 19a4c116 1e376c08 2748774c 34b0bcb5 391c0cb3 4ed8aa4a 5b9cca4f 682e6ff3 748f82ee 78a5636f 84c87814 8cc70208 90befffa a4506ceb bef9a3f7 c67178f2'
    .split(' ')
    .map((word) => Number.parseInt(word, 16) | 0),
);
const first = [
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
] as const;

/** SHA-256 of bytes, as bytes. */
export function sha256(message: Bytes): Bytes {
  const words = padded(message);
  const state = Int32Array.from(first);
  const schedule = new Int32Array(64);
  for (let at = 0; at < words.length; at += 16) {
    expand(schedule, words.subarray(at, at + 16));
    compress(state, schedule);
  }
  let out = '';
  for (const word of state)
    out += String.fromCharCode((word >>> 24) & 255, (word >>> 16) & 255, (word >>> 8) & 255, word & 255);
  return out;
}

function padded(message: Bytes): Int32Array {
  const words = new Int32Array(Math.ceil((message.length + 9) / 64) * 16);
  for (let at = 0; at < message.length; at += 1)
    words[at >> 2] = (words[at >> 2] ?? 0) | (message.charCodeAt(at) << (24 - (at & 3) * 8));
  const end = message.length >> 2;
  words[end] = (words[end] ?? 0) | (0x80 << (24 - (message.length & 3) * 8));
  words[words.length - 1] = message.length * 8;
  return words;
}

const turned = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

function expand(schedule: Int32Array, block: Int32Array): void {
  schedule.set(block);
  for (let at = 16; at < 64; at += 1) {
    const [near, far] = [schedule[at - 15] ?? 0, schedule[at - 2] ?? 0];
    const low = turned(near, 7) ^ turned(near, 18) ^ (near >>> 3);
    const high = turned(far, 17) ^ turned(far, 19) ^ (far >>> 10);
    schedule[at] = ((schedule[at - 16] ?? 0) + low + (schedule[at - 7] ?? 0) + high) | 0;
  }
}

function compress(state: Int32Array, schedule: Int32Array): void {
  const work = Int32Array.from(state);
  for (let round = 0; round < 64; round += 1)
    step(work, ((constants[round] ?? 0) + (schedule[round] ?? 0)) | 0);
  for (const [at, word] of work.entries()) state[at] = ((state[at] ?? 0) + word) | 0;
}

/** One round. The eight words of work move on by one. */
function step(work: Int32Array, word: number): void {
  const at = (index: number): number => work[index] ?? 0;
  const [a, b, c, e, f, g] = [at(0), at(1), at(2), at(4), at(5), at(6)] as const;
  const mixed = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
  const one = (at(7) + mixed + ((e & f) ^ (~e & g)) + word) | 0;
  const other = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
  work.copyWithin(1, 0, 7);
  work[4] = (at(4) + one) | 0;
  work[0] = (one + other) | 0;
}
