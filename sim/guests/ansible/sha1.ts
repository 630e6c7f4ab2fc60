import type { Bytes } from '../bytes.ts';
import { turn } from '../kernel/program-tools.ts';
import type { Step, System } from '../kernel/program.ts';

const block = 64;
const beginning = [0x6745_2301, 0xefcd_ab89, 0x98ba_dcfe, 0x1032_5476, 0xc3d2_e1f0] as const;
/** Of each twenty rounds. */
const constants = [0x5a82_7999, 0x6ed9_eba1, 0x8f1b_bcdc, 0xca62_c1d6] as const;

/** FIPS 180-4, in hexadecimal: how Ansible tells whether two files are the same. A large file takes turns. */
export function* sha1(system: System, bytes: Bytes): Step<Bytes> {
  const state = [...beginning];
  const words = new Int32Array(80);
  const padded = bytes + padding(bytes.length);
  for (let at = 0; at < padded.length; at += block) {
    absorb(state, words, { bytes: padded, at });
    if ((at & 0xffff) === 0 && system.isTired()) yield turn;
  }
  return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

function padding(length: number): Bytes {
  const zeros = (block * 2 - 9 - (length % block)) % block;
  const tail: number[] = [];
  for (let rest = length * 8; tail.length < 8; rest = Math.floor(rest / 256)) tail.unshift(rest % 256);
  return `\x80${'\0'.repeat(zeros)}${String.fromCharCode(...tail)}`;
}

const turned = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

function absorb(state: number[], words: Int32Array, { bytes, at }: { bytes: Bytes; at: number }): void {
  for (let word = 0; word < 16; word += 1) {
    const from = at + word * 4;
    words[word] =
      (bytes.charCodeAt(from) << 24) |
      (bytes.charCodeAt(from + 1) << 16) |
      (bytes.charCodeAt(from + 2) << 8) |
      bytes.charCodeAt(from + 3);
  }
  const word = (place: number): number => words[place] ?? 0;
  for (let one = 16; one < 80; one += 1)
    words[one] = turned(word(one - 3) ^ word(one - 8) ^ word(one - 14) ^ word(one - 16), 1);
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
  for (let round = 0; round < 80; round += 1) {
    const part = Math.floor(round / 20);
    const next = (turned(a, 5) + mixed(part, b, { c, d }) + e + (constants[part] ?? 0) + word(round)) | 0;
    [e, d, c, b, a] = [d, c, turned(b, 30), a, next];
  }
  [a, b, c, d, e].forEach((value, place) => {
    state[place] = ((state[place] ?? 0) + value) | 0;
  });
}

function mixed(part: number, b: number, { c, d }: { readonly c: number; readonly d: number }): number {
  if (part === 0) return (b & c) | (~b & d);
  return part === 2 ? (b & c) | (b & d) | (c & d) : b ^ c ^ d;
}
