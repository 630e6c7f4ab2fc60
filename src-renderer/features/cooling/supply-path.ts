/** K that the height of a spark stands for at least: a tenth of a kelvin is no news. */
const leastSpan = 3;
const [width, height, margin] = [96, 20, 2];

/** A line through the known values; gaps stay gaps. */
export function supplyPath(values: readonly (number | null)[]): string {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return '';
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const span = Math.max(leastSpan, high - low);
  const middle = (low + high) / 2;
  let pen: 'M' | 'L' = 'M';
  return values
    .flatMap((value, index) => {
      if (value === null) {
        pen = 'M';
        return [];
      }
      const x = (index / (values.length - 1)) * width;
      const y = height / 2 - ((value - middle) / span) * (height - 2 * margin);
      const point = `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
      pen = 'L';
      return [point];
    })
    .join('');
}
