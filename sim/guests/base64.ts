import type { Bytes } from './bytes.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function toBase64(bytes: Bytes): Bytes {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [one, two, three] = [0, 1, 2].map((next) => bytes.charCodeAt(at + next) || 0);
    const bits = ((one ?? 0) << 16) | ((two ?? 0) << 8) | (three ?? 0);
    const count = Math.min(3, bytes.length - at) + 1;
    for (let sign = 0; sign < 4; sign += 1)
      text += sign < count ? (letters[(bits >> (18 - 6 * sign)) & 63] ?? '') : '=';
  }
  return text;
}

export const withoutPadding = (text: Bytes): Bytes => text.replace(/=+$/, '');

/** What is no letter of it is passed over. */
export function fromBase64(text: Bytes): Bytes {
  let bytes = '';
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    const value = letters.indexOf(letter);
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xff_ff_ff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    bytes += String.fromCharCode((bits >> held) & 255);
  }
  return bytes;
}
