import type { Bytes } from '../../bytes.ts';
import { firstState, roundConstants } from './sha512.table.ts';

const blockSize = 128;

/** SHA-512 of bytes, as bytes. In halves of 32 bits: whole numbers of 64 would take ten times as long. */
export function sha512(message: Bytes): Bytes {
  const words = padded(message);
  const state = Int32Array.from(firstState);
  const schedule = new Int32Array(160);
  for (let at = 0; at < words.length; at += 32) {
    expand(schedule, words, at);
    compress(state, schedule);
  }
  let out = '';
  for (const word of state)
    out += String.fromCharCode((word >>> 24) & 255, (word >>> 16) & 255, (word >>> 8) & 255, word & 255);
  return out;
}

function padded(message: Bytes): Int32Array {
  const blocks = Math.ceil((message.length + 17) / blockSize);
  const words = new Int32Array(blocks * 32);
  for (let at = 0; at < message.length; at += 1) {
    const word = at >> 2;
    words[word] = (words[word] ?? 0) | (message.charCodeAt(at) << (24 - (at & 3) * 8));
  }
  const end = message.length >> 2;
  words[end] = (words[end] ?? 0) | (0x80 << (24 - (message.length & 3) * 8));
  words[words.length - 1] = message.length * 8;
  return words;
}

/** Even places hold the high halves. */
function expand(schedule: Int32Array, words: Int32Array, from: number): void {
  for (let at = 0; at < 32; at += 1) schedule[at] = words[from + at] ?? 0;
  for (let at = 32; at < 160; at += 2) {
    const h15 = schedule[at - 30] ?? 0;
    const l15 = schedule[at - 29] ?? 0;
    const h2 = schedule[at - 4] ?? 0;
    const l2 = schedule[at - 3] ?? 0;
    const h0 = ((h15 >>> 1) | (l15 << 31)) ^ ((h15 >>> 8) | (l15 << 24)) ^ (h15 >>> 7);
    const l0 = ((l15 >>> 1) | (h15 << 31)) ^ ((l15 >>> 8) | (h15 << 24)) ^ ((l15 >>> 7) | (h15 << 25));
    const h1 = ((h2 >>> 19) | (l2 << 13)) ^ ((l2 >>> 29) | (h2 << 3)) ^ (h2 >>> 6);
    const l1 = ((l2 >>> 19) | (h2 << 13)) ^ ((h2 >>> 29) | (l2 << 3)) ^ ((l2 >>> 6) | (h2 << 26));
    const sum = (l0 >>> 0) + (l1 >>> 0) + ((schedule[at - 13] ?? 0) >>> 0) + ((schedule[at - 31] ?? 0) >>> 0);
    schedule[at + 1] = sum | 0;
    schedule[at] =
      (h0 + h1 + (schedule[at - 14] ?? 0) + (schedule[at - 32] ?? 0) + Math.floor(sum / 4_294_967_296)) | 0;
  }
}

/** One block. The eight words of work sit in an array, a high half before its low one, and move by two. */
function compress(state: Int32Array, schedule: Int32Array): void {
  const work = new Int32Array(16);
  work.set(state);
  for (let round = 0; round < 80; round += 1)
    step(work, { h: schedule[round * 2] ?? 0, l: schedule[round * 2 + 1] ?? 0 }, round);
  let carry = 0;
  for (let at = 14; at >= 0; at -= 2) {
    const sum = ((state[at + 1] ?? 0) >>> 0) + ((work[at + 1] ?? 0) >>> 0);
    carry = sum > 4_294_967_295 ? 1 : 0;
    state[at + 1] = sum | 0;
    state[at] = ((state[at] ?? 0) + (work[at] ?? 0) + carry) | 0;
  }
}

type Half = { readonly h: number; readonly l: number };

function step(work: Int32Array, word: Half, round: number): void {
  const at = (index: number): number => work[index] ?? 0;
  const [ah, al, bh, bl, ch, cl] = [at(0), at(1), at(2), at(3), at(4), at(5)] as const;
  const [eh, el, fh, fl, gh, gl, hh, hl] = [
    at(8),
    at(9),
    at(10),
    at(11),
    at(12),
    at(13),
    at(14),
    at(15),
  ] as const;
  const s1h = ((eh >>> 14) | (el << 18)) ^ ((eh >>> 18) | (el << 14)) ^ ((el >>> 9) | (eh << 23));
  const s1l = ((el >>> 14) | (eh << 18)) ^ ((el >>> 18) | (eh << 14)) ^ ((eh >>> 9) | (el << 23));
  const kh = roundConstants[round * 2] ?? 0;
  const kl = roundConstants[round * 2 + 1] ?? 0;
  const low1 = (hl >>> 0) + (s1l >>> 0) + (((el & fl) ^ (~el & gl)) >>> 0) + (kl >>> 0) + (word.l >>> 0);
  const t1l = low1 | 0;
  const t1h = (hh + s1h + ((eh & fh) ^ (~eh & gh)) + kh + word.h + Math.floor(low1 / 4_294_967_296)) | 0;
  const s0h = ((ah >>> 28) | (al << 4)) ^ ((al >>> 2) | (ah << 30)) ^ ((al >>> 7) | (ah << 25));
  const s0l = ((al >>> 28) | (ah << 4)) ^ ((ah >>> 2) | (al << 30)) ^ ((ah >>> 7) | (al << 25));
  const low2 = (s0l >>> 0) + (((al & bl) ^ (al & cl) ^ (bl & cl)) >>> 0);
  const t2h = (s0h + ((ah & bh) ^ (ah & ch) ^ (bh & ch)) + (low2 > 4_294_967_295 ? 1 : 0)) | 0;
  work.copyWithin(2, 0, 14);
  const lowE = (at(9) >>> 0) + (t1l >>> 0);
  work[8] = (at(8) + t1h + (lowE > 4_294_967_295 ? 1 : 0)) | 0;
  work[9] = lowE | 0;
  const lowA = (t1l >>> 0) + ((low2 | 0) >>> 0);
  work[0] = (t1h + t2h + (lowA > 4_294_967_295 ? 1 : 0)) | 0;
  work[1] = lowA | 0;
}
