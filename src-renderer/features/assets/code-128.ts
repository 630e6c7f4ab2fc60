/** Code 128: printable ASCII, pairs of digits in half the room. */
import { code128Widths } from './code-128-widths.table.ts';

const toC = 99;
const toB = 100;
const startB = 104;
const startC = 105;
const stop = 106;

type Set = 'B' | 'C';

const digitsAt = (text: string, at: number): number => /^\d*/.exec(text.slice(at))?.[0].length ?? 0;

/** Four digits at an end, or six within, are worth the change to pairs and back. */
function setFor(text: string, at: number, now: Set | null): Set {
  const digits = digitsAt(text, at);
  if (now === 'C') return digits >= 2 ? 'C' : 'B';
  const isAtEnd = at === 0 || at + digits === text.length;
  const isWorth = digits >= (isAtEnd ? 4 : 6) || (digits === 2 && text.length === 2);
  return isWorth && (digits % 2 === 0 || now === null) ? 'C' : 'B';
}

/** Values of the symbols with start, check and stop; null for what it cannot write. */
export function code128Values(text: string): readonly number[] | null {
  if (text === '' || !/^[\x20-\x7e]*$/.test(text)) return null;
  const values: number[] = [];
  let now: Set | null = null;
  for (let at = 0; at < text.length;) {
    const next = setFor(text, at, now);
    if (next !== now) values.push(now === null ? (next === 'C' ? startC : startB) : next === 'C' ? toC : toB);
    now = next;
    values.push(next === 'C' ? Number(text.slice(at, at + 2)) : text.charCodeAt(at) - 32);
    at += next === 'C' ? 2 : 1;
  }
  const check = values.reduce((sum, value, index) => sum + value * Math.max(1, index), 0) % 103;
  return [...values, check, stop];
}

const widthsOf = (value: number): readonly number[] => Array.from(code128Widths[value] ?? '', Number);

export type Bars = {
  /** Modules from the first bar to the last, without the quiet zones. */
  readonly length: number;
  readonly bars: readonly { readonly at: number; readonly width: number }[];
};

/** Empty on both sides, modules. */
export const code128Quiet = 10;

export function code128(text: string): Bars | null {
  const values = code128Values(text);
  if (values === null) return null;
  const bars: { at: number; width: number }[] = [];
  let at = 0;
  for (const value of values) {
    for (const [index, width] of widthsOf(value).entries()) {
      if (index % 2 === 0) bars.push({ at, width });
      at += width;
    }
  }
  return { length: at, bars };
}
