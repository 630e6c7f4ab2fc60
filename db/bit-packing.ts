/** Numbers from 0 to 2^32 − 1, each in `width` bits, lowest bits first. */
export type Packed = { readonly bytes: Uint8Array; readonly at: number; readonly width: number };

/** Which of the numbers: [from, to). */
export type Places = { readonly from: number; readonly to: number };

export const widthOf = (largest: number): number => (largest === 0 ? 0 : 32 - Math.clz32(largest));

export const packedSize = (count: number, width: number): number => Math.ceil((count * width) / 8);

/** Up to this width a number and the bits left over from the one before fit a 31-bit integer. */
const narrow = 24;

export function packBits(values: Float64Array, places: Places, packed: Packed): void {
  if (packed.width === 0) return;
  if (packed.width <= narrow) packNarrow(values, places, packed);
  else packWide(values, places, packed);
}

function packNarrow(values: Float64Array, { from, to }: Places, { bytes, at, width }: Packed): void {
  let held = 0;
  let bits = 0;
  let next = at;
  for (let index = from; index < to; index += 1) {
    held |= (values[index] ?? 0) << bits;
    bits += width;
    while (bits >= 8) {
      bytes[next] = held;
      held >>>= 8;
      next += 1;
      bits -= 8;
    }
  }
  if (bits > 0) bytes[next] = held;
}

function packWide(values: Float64Array, { from, to }: Places, { bytes, at, width }: Packed): void {
  let held = 0;
  let bits = 0;
  let next = at;
  for (let index = from; index < to; index += 1) {
    // A product instead of a shift: beyond 31 bits shifts would lose the top.
    held += (values[index] ?? 0) * 2 ** bits;
    bits += width;
    while (bits >= 8) {
      bytes[next] = held % 256;
      held = Math.floor(held / 256);
      next += 1;
      bits -= 8;
    }
  }
  if (bits > 0) bytes[next] = held;
}

export function unpackBits(values: Float64Array, places: Places, packed: Packed): void {
  if (packed.width === 0) values.fill(0, places.from, places.to);
  else if (packed.width <= narrow) unpackNarrow(values, places, packed);
  else unpackWide(values, places, packed);
}

function unpackNarrow(values: Float64Array, { from, to }: Places, { bytes, at, width }: Packed): void {
  const mask = (1 << width) - 1;
  let held = 0;
  let bits = 0;
  let next = at;
  for (let index = from; index < to; index += 1) {
    while (bits < width) {
      held |= (bytes[next] ?? 0) << bits;
      next += 1;
      bits += 8;
    }
    values[index] = held & mask;
    held >>>= width;
    bits -= width;
  }
}

function unpackWide(values: Float64Array, { from, to }: Places, { bytes, at, width }: Packed): void {
  const limit = 2 ** width;
  let held = 0;
  let bits = 0;
  let next = at;
  for (let index = from; index < to; index += 1) {
    while (bits < width) {
      held += (bytes[next] ?? 0) * 2 ** bits;
      next += 1;
      bits += 8;
    }
    values[index] = held % limit;
    held = Math.floor(held / limit);
    bits -= width;
  }
}
