/** Only + − × ÷ √: the same to the last bit on every machine. */
const ln2 = Math.LN2;
const pi = Math.PI;

export function exponential(value: number): number {
  if (Number.isNaN(value)) return value;
  if (value > 709.782_712_893_384) return Number.POSITIVE_INFINITY;
  if (value < -745.2) return 0;
  const halvings = Math.round(value / ln2);
  const rest = value - halvings * ln2;
  let term = 1;
  let sum = 1;
  for (let at = 1; at < 24; at += 1) {
    term = (term * rest) / at;
    sum += term;
  }
  return power(2, halvings) * sum;
}

export function logarithm(value: number): number {
  if (value < 0 || Number.isNaN(value)) return Number.NaN;
  if (value === 0) return Number.NEGATIVE_INFINITY;
  if (value === Number.POSITIVE_INFINITY) return value;
  let rest = value;
  let doublings = 0;
  for (; rest > 1.5; rest /= 2) doublings += 1;
  for (; rest < 0.75; rest *= 2) doublings -= 1;
  const ratio = (rest - 1) / (rest + 1);
  let term = ratio;
  let sum = 0;
  for (let at = 1; at < 40; at += 2) {
    sum += term / at;
    term *= ratio * ratio;
  }
  return doublings * ln2 + 2 * sum;
}

export function sine(value: number): number {
  if (!Number.isFinite(value)) return Number.NaN;
  const rest = value - Math.round(value / (2 * pi)) * 2 * pi;
  let term = rest;
  let sum = rest;
  for (let at = 1; at < 16; at += 1) {
    term = (-term * rest * rest) / (2 * at * (2 * at + 1));
    sum += term;
  }
  return sum;
}

export const cosine = (value: number): number => sine(value + pi / 2);

function arcTangent(value: number): number {
  if (value < 0) return -arcTangent(-value);
  if (value > 1) return pi / 2 - arcTangent(1 / value);
  // Halved twice, so that the series is short.
  const half = value / (1 + Math.sqrt(1 + value * value));
  const quarter = half / (1 + Math.sqrt(1 + half * half));
  let term = quarter;
  let sum = 0;
  for (let at = 1; at < 40; at += 2) {
    sum += term / at;
    term *= -quarter * quarter;
  }
  return 4 * sum;
}

export function arcTangent2(y: number, x: number): number {
  if (x > 0) return arcTangent(y / x);
  if (x < 0) return y < 0 ? arcTangent(y / x) - pi : arcTangent(y / x) + pi;
  return y > 0 ? pi / 2 : y < 0 ? -pi / 2 : 0;
}

export function power(base: number, exponent: number): number {
  if (!Number.isInteger(exponent))
    return exponent === 0.5 ? Math.sqrt(base) : exponential(exponent * logarithm(base));
  let result = 1;
  let factor = exponent < 0 ? 1 / base : base;
  for (let left = Math.abs(exponent); left > 0 && result !== 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= factor;
    factor *= factor;
  }
  return result;
}
