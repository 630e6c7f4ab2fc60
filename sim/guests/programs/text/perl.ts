import type { Bytes } from '../../bytes.ts';

const classes: Readonly<Record<string, string>> = { d: '0-9', h: ' \t', s: ' \t\n\r\f\v', w: 'A-Za-z0-9_' };
const controls: Readonly<Record<string, string>> = {
  t: '\t',
  n: '\n',
  r: '\r',
  f: '\f',
  e: '\x1b',
  a: '\x07',
};

/** What means the same in an extended expression; null: it says more than one can say there. */
export function perlToExtended(source: Bytes): Bytes | null {
  // Look-around, lazy and possessive repetition, names, and alternatives in an order of their own.
  if (/\(\?|[*+?}][?+]|\\[KRQEGXpPgk]|\(\*/.test(source)) return null;
  let text = '';
  let isInBrackets = false;
  for (let at = 0; at < source.length; at += 1) {
    const byte = source[at] ?? '';
    if (byte !== '\\') {
      if (byte === '[' && !isInBrackets) isInBrackets = true;
      else if (byte === ']' && isInBrackets && !/\[\^?$/.test(text)) isInBrackets = false;
      text += byte;
      continue;
    }
    at += 1;
    const escaped = escapeOf(source[at] ?? '', isInBrackets);
    if (escaped === null) return null;
    text += escaped;
  }
  return text;
}

function escapeOf(letter: string, isInBrackets: boolean): Bytes | null {
  const set = classes[letter];
  if (set !== undefined) return isInBrackets ? set : `[${set}]`;
  const opposite = classes[letter.toLowerCase()];
  if (opposite !== undefined) return isInBrackets ? null : `[^${opposite}]`;
  const control = controls[letter];
  if (control !== undefined) return control;
  if (/[bB\d]/.test(letter)) return isInBrackets ? null : `\\${letter}`;
  if (/[A-Za-z]/.test(letter) || letter === '') return null;
  if (!isInBrackets) return `\\${letter}`;
  return '-]^\\'.includes(letter) ? null : letter;
}
