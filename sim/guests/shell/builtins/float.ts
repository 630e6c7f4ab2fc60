type Float = {
  readonly value: number;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | null;
};

/** As C's printf writes numbers with a point. */
export function floatText(letter: string, float: Float): string {
  const { value, flags, width } = float;
  const isNegative = value < 0 || Object.is(value, -0);
  const sign = isNegative ? '-' : flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : '';
  const isUpper = letter === letter.toUpperCase();
  if (!Number.isFinite(value)) {
    const word = Number.isNaN(value) ? 'nan' : 'inf';
    return (Number.isNaN(value) ? '' : sign) + (isUpper ? word.toUpperCase() : word);
  }
  const digits = digitsOf(letter.toLowerCase(), { ...float, value: Math.abs(value) });
  const text = isUpper ? digits.toUpperCase() : digits;
  return flags.includes('0') && !flags.includes('-')
    ? sign + text.padStart(width - sign.length, '0')
    : sign + text;
}

function digitsOf(letter: string, float: Float): string {
  const { value } = float;
  const precision = float.precision ?? 6;
  if (letter === 'f') return fixed(value, precision);
  if (letter === 'e') return exponent(value.toExponential(Math.min(precision, 100)));
  if (letter === 'a') return `0x${value.toString(16)}p+0`;
  return general(float);
}

function fixed(value: number, precision: number): string {
  if (value < 1e21) return rounded(value, Math.min(precision, 100));
  return `${BigInt(value)}${precision > 0 ? `.${'0'.repeat(precision)}` : ''}`;
}

/** Halves go to the even digit, as in C; `toFixed` takes the larger one. */
function rounded(value: number, precision: number): string {
  const text = value.toFixed(precision);
  const exact = value.toFixed(Math.min(precision + 30, 100));
  const isHalf = /^50*$/.test(exact.slice(exact.indexOf('.') + 1 + precision));
  const below = exact.slice(0, exact.indexOf('.') + 1 + precision).replace(/\.$/, '');
  return isHalf && /[02468]$/.test(below) ? below : text;
}

function exponent(text: string): string {
  return text.replace(/e([-+])(\d)$/, 'e$10$2');
}

function general({ value, precision, flags }: Float): string {
  const digits = precision === 0 ? 1 : (precision ?? 6);
  const power = value === 0 ? 0 : Number(value.toExponential(digits - 1).split('e')[1]);
  const text =
    power < -4 || power >= digits
      ? exponent(value.toExponential(digits - 1))
      : value.toFixed(Math.max(0, digits - 1 - power));
  if (flags.includes('#')) return text;
  return text.includes('.') ? text.replace(/^([^e]*?)\.?0+(?=e|$)/, '$1') : text;
}
