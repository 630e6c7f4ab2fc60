/** A trend's shape as an SVG path in a box; gaps stay gaps. */
type Box = { readonly width: number; readonly height: number };

function span(values: readonly (number | null)[]): { readonly low: number; readonly range: number } {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value === null) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return { low, range: high - low };
}

export function sparkPath(values: readonly (number | null)[], { width, height }: Box): string {
  const { low, range } = span(values);
  if (values.length < 2 || !Number.isFinite(low)) return '';
  const step = width / (values.length - 1);
  let isDrawing = false;
  const parts: string[] = [];
  values.forEach((value, index) => {
    if (value === null) {
      isDrawing = false;
      return;
    }
    // A flat line runs through the middle.
    const share = range === 0 ? 0.5 : (value - low) / range;
    const y = height - 1 - share * (height - 2);
    parts.push(`${isDrawing ? 'L' : 'M'}${(index * step).toFixed(1)} ${y.toFixed(1)}`);
    isDrawing = true;
  });
  return parts.join('');
}
