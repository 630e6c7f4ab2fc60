import type { Bytes } from '../bytes.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

export function base64(bytes: Bytes): Bytes {
  const parts: Bytes[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = bytes.length - at;
    const three =
      (bytes.charCodeAt(at) << 16) |
      ((left > 1 ? bytes.charCodeAt(at + 1) : 0) << 8) |
      (left > 2 ? bytes.charCodeAt(at + 2) : 0);
    const four = [18, 12, 6, 0].map((shift) => letters[(three >> shift) & 63] ?? '').join('');
    parts.push(left > 2 ? four : `${four.slice(0, left + 1)}${'='.repeat(3 - left)}`);
  }
  return parts.join('');
}
