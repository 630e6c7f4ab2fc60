/** The checks of the format: CRC-32, and CRC-64 in two halves; each by a table of what a byte makes of it. */
type Halves = readonly [low: number, high: number];

const polynomial32: Halves = [0xedb8_8320, 0];
// ECMA-182, its bits turned round.
const polynomial64: Halves = [0xd787_0f42, 0xc96c_5795];

function tableOf([low, high]: Halves): { readonly lows: Int32Array; readonly highs: Int32Array } {
  const [lows, highs] = [new Int32Array(256), new Int32Array(256)];
  for (let byte = 0; byte < 256; byte += 1) {
    let [one, other] = [byte, 0];
    for (let bit = 0; bit < 8; bit += 1) {
      const isSet = (one & 1) === 1;
      one = (one >>> 1) | (other << 31);
      other >>>= 1;
      if (isSet) [one, other] = [one ^ low, other ^ high];
    }
    lows[byte] = one;
    highs[byte] = other;
  }
  return { lows, highs };
}

function sumOf(bytes: Uint8Array, polynomial: Halves, start: Halves): Halves {
  const { lows, highs } = tableOf(polynomial);
  let [low, high] = start;
  for (const byte of bytes) {
    const at = (low ^ byte) & 255;
    low = ((low >>> 8) | (high << 24)) ^ (lows[at] ?? 0);
    high = (high >>> 8) ^ (highs[at] ?? 0);
  }
  return [~low >>> 0, ~high >>> 0];
}

export const crc32 = (bytes: Uint8Array): number => sumOf(bytes, polynomial32, [-1, 0])[0];
export const crc64 = (bytes: Uint8Array): Halves => sumOf(bytes, polynomial64, [-1, -1]);
