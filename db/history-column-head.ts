export type Cursor = { readonly bytes: Uint8Array; at: number };

/** Integers below 2^51 in seven bits a byte, lowest first; the sign is the lowest bit. */
export function writeInteger(bytes: Uint8Array, at: number, integer: number): number {
  let rest = integer < 0 ? -integer * 2 - 1 : integer * 2;
  let next = at;
  while (rest >= 128) {
    bytes[next] = (rest % 128) + 128;
    rest = Math.floor(rest / 128);
    next += 1;
  }
  bytes[next] = rest;
  return next + 1;
}

/** Reads one integer and moves the cursor behind it. */
export function readInteger(cursor: Cursor): number {
  let whole = 0;
  for (let weight = 1; ; weight *= 128) {
    const byte = cursor.bytes[cursor.at] ?? 0;
    cursor.at += 1;
    whole += (byte % 128) * weight;
    if (byte < 128) return whole % 2 === 0 ? whole / 2 : -(whole + 1) / 2;
  }
}

/** No integer of ours takes more bytes. */
export const longestInteger = 8;
