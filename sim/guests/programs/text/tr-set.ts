import type { Bytes } from '../../bytes.ts';
import { marked } from './tool.ts';

/** Bytes in their order; where `[x*]` stood, and what fills there. */
export type TrSet = {
  readonly codes: readonly number[];
  readonly fill: { readonly at: number; readonly code: number } | null;
};

const classes: Readonly<Record<string, readonly (readonly [number, number])[]>> = {
  alnum: [
    [48, 57],
    [65, 90],
    [97, 122],
  ],
  alpha: [
    [65, 90],
    [97, 122],
  ],
  blank: [
    [9, 9],
    [32, 32],
  ],
  cntrl: [
    [0, 31],
    [127, 127],
  ],
  digit: [[48, 57]],
  graph: [[33, 126]],
  lower: [[97, 122]],
  print: [[32, 126]],
  punct: [
    [33, 47],
    [58, 64],
    [91, 96],
    [123, 126],
  ],
  space: [
    [9, 13],
    [32, 32],
  ],
  upper: [[65, 90]],
  xdigit: [
    [48, 57],
    [65, 70],
    [97, 102],
  ],
};
const controls: Readonly<Record<string, number>> = { a: 7, b: 8, f: 12, n: 10, r: 13, t: 9, v: 11, '\\': 92 };

const span = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);

type Reading = { readonly text: Bytes; at: number; readonly codes: number[]; fill: TrSet['fill'] };

export function setOf(text: Bytes, which: 'first' | 'second'): TrSet | { readonly wrong: Bytes } {
  const reading: Reading = { text, at: 0, codes: [], fill: null };
  while (reading.at < text.length) {
    const wrong = named(reading) ?? repeated(reading, which) ?? plain(reading);
    if (wrong !== null && wrong !== '') return { wrong };
  }
  return { codes: reading.codes, fill: reading.fill };
}

/** '' where something was read, null where nothing of the kind stands here, else what is wrong. */
type Outcome = Bytes | null;

function named(reading: Reading): Outcome {
  const found = /^\[([:=])(.*?)\1\]/s.exec(reading.text.slice(reading.at));
  if (found === null) return null;
  const [all, sign, name = ''] = found;
  if (sign === '=') {
    if (name.length !== 1) return `${name}: equivalence class operand must be a single character`;
    reading.codes.push(name.charCodeAt(0));
  } else {
    const ranges = Object.hasOwn(classes, name) ? classes[name] : undefined;
    if (ranges === undefined) return `invalid character class ${marked(name)}`;
    for (const [first, last] of ranges) reading.codes.push(...span(first, last));
  }
  reading.at += all.length;
  return '';
}

function repeated(reading: Reading, which: 'first' | 'second'): Outcome {
  const found = /^\[(\\[0-7]{1,3}|\\.|[^\\])\*(\d*)\]/s.exec(reading.text.slice(reading.at));
  if (found === null) return null;
  const [all, character = '', count = ''] = found;
  if (which === 'first') return 'the [c*] repeat construct may not appear in string1';
  const { code } = codeAt(character, 0);
  const number = count.startsWith('0') ? Number.parseInt(count, 8) : Number(count === '' ? '0' : count);
  if (number === 0) reading.fill = { at: reading.codes.length, code };
  else reading.codes.push(...Array.from({ length: number }, () => code));
  reading.at += all.length;
  return '';
}

function plain(reading: Reading): Outcome {
  const { text } = reading;
  const first = codeAt(text, reading.at);
  const next = reading.at + first.size;
  if (text[next] !== '-' || next + 1 >= text.length) {
    reading.codes.push(first.code);
    reading.at = next;
    return '';
  }
  const last = codeAt(text, next + 1);
  if (last.code < first.code)
    return `range-endpoints of '${text.slice(reading.at, next + 1 + last.size)}' are in reverse collating sequence order`;
  reading.codes.push(...span(first.code, last.code));
  reading.at = next + 1 + last.size;
  return '';
}

function codeAt(text: Bytes, at: number): { readonly code: number; readonly size: number } {
  if (text[at] !== '\\' || at + 1 >= text.length) return { code: text.charCodeAt(at), size: 1 };
  const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
  if (octal !== undefined) return { code: Number.parseInt(octal, 8) & 255, size: 1 + octal.length };
  return { code: controls[text[at + 1] ?? ''] ?? text.charCodeAt(at + 1), size: 2 };
}
