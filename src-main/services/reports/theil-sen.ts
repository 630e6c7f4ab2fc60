/** The trend of few and noisy points: the median of the slopes of all pairs (Theil–Sen). One outlier does not bend it. */
export type Point = { readonly x: number; readonly y: number };

export type Trend = {
  /** Per unit of x. */
  readonly slope: number;
  /** The 10th and 90th percentile of the slopes of all pairs. */
  readonly low: number;
  readonly high: number;
  readonly at: (x: number) => number;
};

/** More pairs than this are not needed: of more points every n-th is taken. */
const mostPoints = 400;

/** Null for fewer points than `least`. */
export function trendOf(all: readonly Point[], least: number): Trend | null {
  const every = Math.max(1, Math.ceil(all.length / mostPoints));
  const points = all.filter((_, index) => index % every === 0);
  if (all.length < least) return null;
  const slopes = points
    .flatMap((a, index) =>
      points.slice(index + 1).map((b) => (b.x === a.x ? null : (b.y - a.y) / (b.x - a.x))),
    )
    .filter((slope) => slope !== null)
    .toSorted((a, b) => a - b);
  if (slopes.length === 0) return null;
  const slope = percentile(slopes, 0.5);
  const offset = percentile(
    points.map(({ x, y }) => y - slope * x).toSorted((a, b) => a - b),
    0.5,
  );
  return {
    slope,
    low: percentile(slopes, 0.1),
    high: percentile(slopes, 0.9),
    at: (x) => offset + slope * x,
  };
}

/** Of sorted numbers, between neighbours where it falls between them. */
export function percentile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}

/** When a trend comes to a limit, in units of x from where it stands; null where it never does. */
export function reaches(level: number, slope: number, limit: number): number | null {
  if ((limit - level) * slope <= 0) return level === limit ? 0 : null;
  return (limit - level) / slope;
}
