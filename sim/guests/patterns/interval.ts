import type { Bytes } from '../bytes.ts';

export type Interval =
  | { readonly kind: 'interval'; readonly least: number; readonly most: number; readonly end: number }
  /** Certain: no braces that could be meant as they are. */
  | { readonly kind: 'wrong'; readonly message: string; readonly isCertain: boolean };

const most = 32_767;

/** What stands between braces; `at` is past the opening one. */
export function readInterval(source: Bytes, at: number, close: string): Interval {
  const end = source.indexOf(close, at);
  if (end < 0) return { kind: 'wrong', message: 'Unmatched \\{', isCertain: false };
  const bounds = boundsOf(source.slice(at, end));
  if (bounds === null) return { kind: 'wrong', message: 'Invalid content of \\{\\}', isCertain: false };
  const [least, upper] = bounds;
  if (upper < least) return { kind: 'wrong', message: 'Invalid content of \\{\\}', isCertain: true };
  if (least > most || (upper > most && upper !== Number.POSITIVE_INFINITY))
    return { kind: 'wrong', message: 'Regular expression too big', isCertain: true };
  return { kind: 'interval', least, most: upper, end: end + close.length };
}

/** `2`, `2,`, `,3` and `2,3`; null: none of those. */
function boundsOf(content: Bytes): readonly [least: number, most: number] | null {
  const found = /^(\d*)(,?)(\d*)$/.exec(content);
  if (found === null) return null;
  const [, from = '', comma = '', to = ''] = found;
  if (from === '' && comma === '') return null;
  const least = Number(from);
  if (to !== '') return [least, Number(to)];
  return [least, comma === '' ? least : Number.POSITIVE_INFINITY];
}
