/**
 * Snappy's block format, which remote write asks for: https://github.com/google/snappy/blob/main/format_description.txt
 * The length, then literals and copies of what came up to 64 kB before.
 */
const hashBits = 14;
const farthest = 65_535;
const shortest = 4;
const longestCopy = 64;
/** Copies of so many bytes from so near take two bytes instead of three. */
const shortCopy = { longest: 11, farthest: 2047 } as const;

export function compress(input: Uint8Array): Uint8Array {
  const output = createOutput(input.length);
  output.length(input.length);
  const view = new DataView(input.buffer, input.byteOffset, input.byteLength);
  /** Where four bytes of this hash were last seen, plus one. */
  const seen = new Uint32Array(2 ** hashBits);
  let said = 0;
  for (let at = 0; at + shortest <= input.length;) {
    const four = view.getUint32(at, true);
    const hash = Math.imul(four, 0x1e35_a7bd) >>> (32 - hashBits);
    const before = (seen[hash] ?? 0) - 1;
    seen[hash] = at + 1;
    if (before < 0 || at - before > farthest || view.getUint32(before, true) !== four) {
      at += 1;
      continue;
    }
    let length = shortest;
    while (at + length < input.length && input[before + length] === input[at + length]) length += 1;
    output.literal(input.subarray(said, at));
    output.copy(at - before, length);
    at += length;
    said = at;
  }
  output.literal(input.subarray(said));
  return output.bytes();
}

function createOutput(inputLength: number) {
  // Nothing grows by more than a sixth: the worst is one literal after another short copy.
  const bytes = new Uint8Array(32 + inputLength + Math.ceil(inputLength / 6));
  let at = 0;
  const put = (byte: number): void => {
    bytes[at] = byte;
    at += 1;
  };
  const copyPart = (offset: number, length: number): void => {
    if (length >= shortest && length <= shortCopy.longest && offset <= shortCopy.farthest) {
      put(1 | ((length - 4) << 2) | ((offset >> 8) << 5));
      put(offset & 255);
      return;
    }
    put(2 | ((length - 1) << 2));
    put(offset & 255);
    put(offset >> 8);
  };
  return {
    length: (length: number): void => {
      for (let rest = length; ; rest = Math.floor(rest / 128)) {
        if (rest < 128) return put(rest);
        put((rest % 128) | 128);
      }
    },
    literal: (part: Uint8Array): void => {
      if (part.length === 0) return;
      const last = part.length - 1;
      const extra = last < 60 ? 0 : last < 2 ** 8 ? 1 : last < 2 ** 16 ? 2 : last < 2 ** 24 ? 3 : 4;
      put((extra === 0 ? last : 59 + extra) << 2);
      for (let byte = 0; byte < extra; byte += 1) put((last >>> (8 * byte)) & 255);
      bytes.set(part, at);
      at += part.length;
    },
    copy: (offset: number, length: number): void => {
      for (let rest = length; rest > 0;) {
        const part = Math.min(rest, longestCopy);
        copyPart(offset, part);
        rest -= part;
      }
    },
    bytes: () => bytes.subarray(0, at),
  };
}
