import type { Bytes } from '../../bytes.ts';
import { deflate } from './deflate.ts';
import { inflate } from './inflate.ts';

const little = (value: number): Bytes =>
  String.fromCharCode(value & 255, (value >>> 8) & 255, (value >>> 16) & 255, (value >>> 24) & 255);

/** RFC 1952: one member, with the name and time of what was packed where there is one. */
export function pack(text: Bytes, of: { readonly name: Bytes | null; readonly seconds: number }): Bytes {
  const flags = of.name === null ? '\0' : '\x08';
  const name = of.name === null ? '' : `${of.name}\0`;
  return `\x1f\x8b\x08${flags}${little(of.seconds)}\0\x03${name}${deflate(text)}${little(crcOf(text))}${little(text.length)}`;
}

export type Unpacked =
  | { readonly ok: true; readonly text: Bytes }
  | { readonly ok: false; readonly why: Bytes };

/** All members, one after another. */
export function unpack(bytes: Bytes): Unpacked {
  let text = '';
  for (let at = 0; at < bytes.length;) {
    if (!bytes.startsWith('\x1f\x8b\x08', at))
      return at === 0 ? { ok: false, why: 'not in gzip format' } : { ok: true, text };
    const from = bodyOf(bytes, at);
    const body = inflate(bytes, from);
    if (body === null) return { ok: false, why: 'unexpected end of file' };
    const said = (place: number): Bytes => bytes.slice(body.end + place, body.end + place + 4);
    if (said(0) !== little(crcOf(body.text))) return { ok: false, why: 'invalid compressed data--crc error' };
    if (said(4) !== little(body.text.length))
      return { ok: false, why: 'invalid compressed data--length error' };
    text += body.text;
    at = body.end + 8;
  }
  return { ok: true, text };
}

/** Past the head: extra field, name, remark and its sum. */
function bodyOf(bytes: Bytes, start: number): number {
  const flags = bytes.charCodeAt(start + 3);
  let at = start + 10;
  if ((flags & 4) !== 0) at += 2 + bytes.charCodeAt(at) + bytes.charCodeAt(at + 1) * 256;
  if ((flags & 8) !== 0) at = bytes.indexOf('\0', at) + 1;
  if ((flags & 16) !== 0) at = bytes.indexOf('\0', at) + 1;
  return (flags & 2) === 0 ? at : at + 2;
}

function crcOf(bytes: Bytes): number {
  let crc = -1;
  for (let at = 0; at < bytes.length; at += 1) {
    crc ^= bytes.charCodeAt(at);
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 1) === 0 ? crc >>> 1 : (crc >>> 1) ^ 0xedb88320;
  }
  return ~crc >>> 0;
}
