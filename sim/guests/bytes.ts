/**
 * Bytes as a string whose characters are 0–255: one byte each in memory, quick to search and to cut, and a file
 * that is no text is as safe in it as one that is. Whoever counts or draws characters decodes first.
 */
export type Bytes = string;

const replacement = 0xfffd;

/** As UTF-8. */
export function bytesOf(text: string): Bytes {
  if (isAscii(text)) return text;
  let bytes = '';
  for (const character of text) bytes += encoded(character.codePointAt(0) ?? replacement);
  return bytes;
}

/** Read as UTF-8; what is none becomes U+FFFD, a byte at a time. */
export function textOf(bytes: Bytes): string {
  if (isAscii(bytes)) return bytes;
  let text = '';
  for (let at = 0; at < bytes.length;) {
    const size = sizeAt(bytes, at);
    text += size === 0 ? '\ufffd' : String.fromCodePoint(pointAt(bytes, at, size));
    at += Math.max(size, 1);
  }
  return text;
}

export function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 127) return false;
  return true;
}

/** How many bytes the character that begins here has; 0: none begins here. */
export function sizeAt(bytes: Bytes, at: number): number {
  const first = bytes.charCodeAt(at);
  const size = sizeOfFirst(first);
  if (size === 0 || at + size > bytes.length) return 0;
  for (let next = at + 1; next < at + size; next += 1) if ((bytes.charCodeAt(next) & 0xc0) !== 0x80) return 0;
  return size === 1 || isShortest(pointAt(bytes, at, size), size) ? size : 0;
}

function sizeOfFirst(first: number): number {
  if (first < 0x80) return 1;
  if (first >= 0xc2 && first < 0xe0) return 2;
  if (first >= 0xe0 && first < 0xf0) return 3;
  return first >= 0xf0 && first < 0xf5 ? 4 : 0;
}

/** Neither longer than need be, nor half of a pair, nor past the last character there is. */
function isShortest(point: number, size: number): boolean {
  if (size === 3) return point >= 0x800 && (point < 0xd800 || point > 0xdfff);
  return size !== 4 || (point >= 0x1_0000 && point <= 0x10_ffff);
}

function pointAt(bytes: Bytes, at: number, size: number): number {
  const first = bytes.charCodeAt(at);
  let point = size === 1 ? first : first & (0xff >> (size + 1));
  for (let next = at + 1; next < at + size; next += 1) point = (point << 6) | (bytes.charCodeAt(next) & 0x3f);
  return point;
}

function encoded(point: number): Bytes {
  const last = (shift: number): number => 0x80 | ((point >> shift) & 0x3f);
  if (point < 0x80) return String.fromCharCode(point);
  if (point < 0x800) return String.fromCharCode(0xc0 | (point >> 6), last(0));
  if (point < 0x1_0000) return String.fromCharCode(0xe0 | (point >> 12), last(6), last(0));
  return String.fromCharCode(0xf0 | (point >> 18), last(12), last(6), last(0));
}
