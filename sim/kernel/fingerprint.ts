/** A 64-bit fingerprint in two 32-bit halves, fed with text and numbers. Not for secrets: for "is it the same world". */
export type Fingerprint = {
  readonly text: (text: string) => void;
  readonly numbers: (numbers: Float64Array) => void;
  readonly hex: () => string;
};

export function createFingerprint(): Fingerprint {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  const word = (value: number): void => {
    low = Math.imul(low ^ value, 0x01000193);
    high = Math.imul(high ^ (value + (low >>> 13)), 0x85ebca6b);
    high ^= high >>> 15;
  };
  return {
    text: (text) => {
      word(text.length);
      for (let i = 0; i < text.length; i += 1) word(text.charCodeAt(i));
    },
    numbers: (numbers) => {
      word(numbers.length);
      // Every bit counts, so the doubles are read as words; all platforms we run on are little-endian.
      const words = new Uint32Array(numbers.buffer, numbers.byteOffset, numbers.length * 2);
      for (let i = 0; i < words.length; i += 1) word(words[i] ?? 0);
    },
    hex: () => half(high) + half(low),
  };
}

const half = (value: number): string => (value >>> 0).toString(16).padStart(8, '0');
