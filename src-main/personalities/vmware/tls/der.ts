/** The little of DER (X.690) that an X.509 certificate is made of. */

const tag = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  text: 0x0c,
  shortTime: 0x17,
  longTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

export type Der = Buffer;

function tagged(number: number, content: Uint8Array): Der {
  return Buffer.concat([Buffer.from([number]), lengthOf(content.length), content]);
}

/** One byte below 128; above, how many bytes follow and then these. */
function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let left = length; left > 0; left = Math.floor(left / 256)) bytes.unshift(left % 256);
  return Buffer.from([0x80 + bytes.length, ...bytes]);
}

export const sequence = (...parts: readonly Uint8Array[]): Der => tagged(tag.sequence, Buffer.concat(parts));
export const setOf = (...parts: readonly Uint8Array[]): Der => tagged(tag.set, Buffer.concat(parts));
export const octets = (content: Uint8Array): Der => tagged(tag.octets, content);
export const text = (content: string): Der => tagged(tag.text, Buffer.from(content));
export const yes: Der = tagged(tag.boolean, Buffer.from([0xff]));

/** Never negative: a leading one bit gets a zero byte before it; superfluous zeros go. */
export function integer(bytes: Uint8Array): Der {
  const start = bytes.findIndex((byte) => byte !== 0);
  const kept = start < 0 ? Buffer.from([0]) : Buffer.from(bytes.subarray(start));
  return tagged(tag.integer, (kept[0] ?? 0) < 0x80 ? kept : Buffer.concat([Buffer.from([0]), kept]));
}

/** Bits counted from the left; `unused` of the last byte do not belong to them. */
export const bits = (content: Uint8Array, unused: number): Der =>
  tagged(tag.bits, Buffer.concat([Buffer.from([unused]), content]));

/** `1.2.840.10045.2.1` */
export function oid(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(tag.oid, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(arc: number): number[] {
  const bytes = [arc % 128];
  for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
    bytes.unshift((left % 128) + 128);
  }
  return bytes;
}

/** Two-digit years until 2049, as RFC 5280 asks, and four from there on. */
export function time(at: Date): Der {
  const digits = at.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return at.getUTCFullYear() < 2050
    ? tagged(tag.shortTime, Buffer.from(digits.slice(2)))
    : tagged(tag.longTime, Buffer.from(digits));
}

/** A part known by its number alone; `structured` where it holds further parts. */
export const numbered = (number: number, content: Uint8Array, form: 'plain' | 'structured'): Der =>
  tagged((form === 'structured' ? 0xa0 : 0x80) + number, content);

export function pem(label: string, content: Uint8Array): string {
  const lines =
    Buffer.from(content)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
