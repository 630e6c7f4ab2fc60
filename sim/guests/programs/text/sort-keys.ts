import type { Bytes } from '../../bytes.ts';
import { marked } from './tool.ts';

export type KeyOrder = 'text' | 'number' | 'general' | 'human' | 'month' | 'version' | 'random';

export type Ordering = {
  readonly order: KeyOrder;
  readonly isReversed: boolean;
  readonly folds: boolean;
  readonly skipsBlanks: boolean;
  readonly isDictionary: boolean;
  readonly isPrintable: boolean;
};

/** Field and character from 1; an end at character 0 is the end of the field. */
export type Key = {
  readonly fromField: number;
  readonly fromCharacter: number;
  readonly toField: number | null;
  readonly toCharacter: number;
  readonly skipsAtStart: boolean;
  readonly skipsAtEnd: boolean;
  readonly ordering: Ordering;
};

export function orderingOf(letters: string): Ordering {
  const has = (letter: string): boolean => letters.includes(letter);
  const order: KeyOrder = has('n')
    ? 'number'
    : has('g')
      ? 'general'
      : has('h')
        ? 'human'
        : has('M')
          ? 'month'
          : has('V')
            ? 'version'
            : has('R')
              ? 'random'
              : 'text';
  return {
    order,
    isReversed: has('r'),
    folds: has('f'),
    skipsBlanks: has('b'),
    isDictionary: has('d'),
    isPrintable: has('i'),
  };
}

type Fault = readonly [
  name: string,
  isSo: (rest: Bytes | undefined, field: Bytes | undefined, character: Bytes) => boolean,
];

const faults: readonly Fault[] = [
  ['stray character in field spec', (rest) => rest !== ''],
  ['field number is zero', (_, field) => Number(field) === 0],
  ['character offset is zero', (_, __, character) => Number(character) === 0],
];

/** `2`, `2.3,4`, `1,1nr`; a message where it is none. */
export function keyOf(text: Bytes, general: Ordering): Key | { readonly wrong: Bytes } {
  const found = /^(\d+)(?:\.(\d+))?([bdfgiMhnRrV]*)(?:,(\d+)(?:\.(\d+))?([bdfgiMhnRrV]*))?(.*)$/s.exec(text);
  if (found === null)
    return { wrong: `invalid number at field start: invalid count at start of ${marked(text)}` };
  const [, fromField, fromCharacter = '1', fromLetters = '', toField, toCharacter, toLetters = '', rest] =
    found;
  const fault = faults.find(([, isSo]) => isSo(rest, fromField, fromCharacter));
  if (fault !== undefined) return { wrong: `${fault[0]}: invalid field specification ${marked(text)}` };
  const letters = fromLetters + toLetters;
  return {
    fromField: Number(fromField),
    fromCharacter: Number(fromCharacter),
    toField: toField === undefined ? null : Number(toField),
    toCharacter: Number(toCharacter ?? '0'),
    skipsAtStart: letters === '' ? general.skipsBlanks : fromLetters.includes('b'),
    skipsAtEnd: letters === '' ? general.skipsBlanks : toLetters.includes('b'),
    ordering: letters === '' ? general : orderingOf(letters),
  };
}

const isBlank = (byte: string | undefined): boolean => byte === ' ' || byte === '\t' || byte === '\n';

/** Where a field begins; without a separator the blanks before it are its own. */
function fieldStart(line: Bytes, field: number, separator: string | null): number {
  let at = 0;
  for (let left = field - 1; left > 0 && at < line.length; left -= 1) {
    if (separator === null) {
      while (at < line.length && isBlank(line[at])) at += 1;
      while (at < line.length && !isBlank(line[at])) at += 1;
    } else {
      const next = line.indexOf(separator, at);
      at = next < 0 ? line.length : next + 1;
    }
  }
  return at;
}

function fieldEnd(line: Bytes, start: number, separator: string | null): number {
  if (separator !== null) {
    const next = line.indexOf(separator, start);
    return next < 0 ? line.length : next;
  }
  let at = start;
  while (at < line.length && isBlank(line[at])) at += 1;
  while (at < line.length && !isBlank(line[at])) at += 1;
  return at;
}

export function keyText(line: Bytes, key: Key, separator: string | null): Bytes {
  let from = fieldStart(line, key.fromField, separator);
  if (key.skipsAtStart) while (isBlank(line[from])) from += 1;
  from = Math.min(line.length, from + key.fromCharacter - 1);
  if (key.toField === null) return line.slice(from);
  let to = fieldStart(line, key.toField, separator);
  if (key.toCharacter === 0) to = fieldEnd(line, to, separator);
  else {
    if (key.skipsAtEnd) while (isBlank(line[to])) to += 1;
    to = Math.min(line.length, to + key.toCharacter);
  }
  return line.slice(from, Math.max(from, to));
}
