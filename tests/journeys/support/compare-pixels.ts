/** Two pictures of one screen: what differs for an eye, and what only another antialiasing does. */

export type Picture = {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha of each pixel, row by row. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
};

export type Comparison = {
  /** Share of all pixels that differ. */
  readonly share: number;
  /** Of the cell that differs most, and where its corner is. */
  readonly worst: { readonly share: number; readonly x: number; readonly y: number };
  readonly isSame: boolean;
  /** What differs in red, over the pale expected picture. */
  readonly marked: Picture;
};

/** Of 255, in the channel that differs most. Pictures are at half scale: an edge's antialiasing stays below. */
const tolerance = 28;
/** A moved button or a changed word is nothing among a million pixels, but much of its neighbourhood. */
const cellSize = 12;
const cellLimit = 0.1;
/** Much that changes a little everywhere: fonts that did not load, a density. */
const wholeLimit = 0.003;

const bytesPerPixel = 4;

/** Of 256 shades every eighth is kept: a third less to store, and far below what counts as a difference. */
const shadeStep = 8;

/** Every pixel is the mean of four, so that no more is kept than an eye needs. */
export function halved({ width, height, pixels }: Picture): Picture {
  const half = { width: Math.floor(width / 2), height: Math.floor(height / 2) };
  const small = new Uint8ClampedArray(half.width * half.height * bytesPerPixel);
  const stride = width * bytesPerPixel;
  let to = 0;
  for (let y = 0; y < half.height; y += 1) {
    for (let x = 0; x < half.width; x += 1) {
      const from = 2 * y * stride + 2 * x * bytesPerPixel;
      for (let channel = 0; channel < bytesPerPixel; channel += 1, to += 1) {
        const upper = (pixels[from + channel] ?? 0) + (pixels[from + bytesPerPixel + channel] ?? 0);
        const below = from + stride + channel;
        const mean = (upper + (pixels[below] ?? 0) + (pixels[below + bytesPerPixel] ?? 0)) / 4;
        // Alpha is 255 everywhere, and rounds up to it again.
        small[to] = Math.round(mean / shadeStep) * shadeStep;
      }
    }
  }
  return { ...half, pixels: small };
}

function isLike(
  one: Picture,
  other: Picture,
  { at, to }: { readonly at: number; readonly to: number },
): boolean {
  for (let channel = 0; channel < 3; channel += 1) {
    const difference = (one.pixels[at + channel] ?? Infinity) - (other.pixels[to + channel] ?? 0);
    if (Math.abs(difference) > tolerance) return false;
  }
  return true;
}

/**
 * A chart rounds its scale, and the mean of a thousand readings has another last bit where they were stored in other
 * portions: its line may lie one pixel higher or lower. Nothing may lie further to the side.
 */
function differs(one: Picture, other: Picture, at: number): boolean {
  if (isLike(one, other, { at, to: at })) return false;
  const row = one.width * bytesPerPixel;
  const hasLike = (from: Picture, into: Picture): boolean =>
    isLike(into, from, { at: at - row, to: at }) || isLike(into, from, { at: at + row, to: at });
  return !hasLike(one, other) || !hasLike(other, one);
}

const pale = (value: number | undefined): number => 128 + (value ?? 0) / 4;

/** Both must be of one size: what is not is another picture altogether, which the caller says. */
export function comparePictures(expected: Picture, actual: Picture): Comparison {
  const { width, height } = expected;
  const across = Math.ceil(width / cellSize);
  const cells = new Uint16Array(across * Math.ceil(height / cellSize));
  const marked = new Uint8ClampedArray(expected.pixels.length);
  let count = 0;
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    const at = pixel * bytesPerPixel;
    const isOther = differs(expected, actual, at);
    marked.set(
      isOther
        ? [220, 0, 0, 255]
        : [pale(expected.pixels[at]), pale(expected.pixels[at + 1]), pale(expected.pixels[at + 2]), 255],
      at,
    );
    if (!isOther) continue;
    count += 1;
    const x = pixel % width;
    const cell = Math.floor((pixel - x) / width / cellSize) * across + Math.floor(x / cellSize);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  const most = cells.reduce((best, value, cell) => (value > (cells[best] ?? 0) ? cell : best), 0);
  const worst = {
    share: (cells[most] ?? 0) / (cellSize * cellSize),
    x: (most % across) * cellSize,
    y: Math.floor(most / across) * cellSize,
  };
  const share = count / (width * height);
  return {
    share,
    worst,
    isSame: share <= wholeLimit && worst.share <= cellLimit,
    marked: { width, height, pixels: marked },
  };
}
