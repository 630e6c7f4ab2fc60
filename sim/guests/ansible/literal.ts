import type { Bytes } from '../bytes.ts';

const controls: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  a: '\x07',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};
/** How many hexadecimal digits follow. */
const digits: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** A string of Python's that begins here, as `repr` writes it; null: none does, or it has no end. */
export function literalAt(source: Bytes, start: number): string | null {
  let at = /[bu]/.test(source[start] ?? '') ? start + 1 : start;
  const quote = source[at];
  if (quote !== "'" && quote !== '"') return null;
  let text = '';
  for (at += 1; at < source.length;) {
    const end = nextOf(source, quote, at);
    if (end === -1) return null;
    text += source.slice(at, end);
    if (source[end] === quote) return text;
    const escape = escapeAt(source, end + 1);
    text += escape.text;
    at = escape.next;
  }
  return null;
}

/** The quote that ends it or the next backslash. */
function nextOf(source: Bytes, quote: string, from: number): number {
  const end = source.indexOf(quote, from);
  if (end === -1) return -1;
  const escape = source.indexOf('\\', from);
  return escape !== -1 && escape < end ? escape : end;
}

function escapeAt(source: Bytes, at: number): { readonly text: string; readonly next: number } {
  const letter = source[at] ?? '';
  const count = digits[letter];
  if (count !== undefined) {
    const point = Number.parseInt(source.slice(at + 1, at + 1 + count), 16);
    return { text: Number.isNaN(point) ? '' : String.fromCodePoint(point), next: at + 1 + count };
  }
  return { text: controls[letter] ?? letter, next: at + 1 };
}
