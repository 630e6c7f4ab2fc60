import { sizeAt, textOf, type Bytes } from '../../bytes.ts';

/** What stands between `[` and `]`. */
export type Bracket = {
  readonly negated: boolean;
  readonly ranges: readonly (readonly [from: number, to: number])[];
  readonly classes: readonly string[];
  /** Past the closing bracket, in the pattern. */
  readonly end: number;
};

/** Reads the bracket that begins here; null: `[` is just itself. */
export function bracketAt(source: Bytes, from: number): Bracket | null {
  let at = from + 1;
  const negated = source[at] === '!' || source[at] === '^';
  if (negated) at += 1;
  const ranges: (readonly [number, number])[] = [];
  const classes: string[] = [];
  for (let isFirst = true; at < source.length; isFirst = false) {
    if (source[at] === ']' && !isFirst) return { negated, ranges, classes, end: at + 1 };
    const named = namedAt(source, at);
    if (named?.kind === ':') {
      classes.push(named.name);
      at = named.end;
      continue;
    }
    const low = elementAt(source, at);
    at = low.end;
    if (source[at] !== '-' || source[at + 1] === ']' || at + 1 >= source.length) {
      ranges.push([low.point, low.point]);
      continue;
    }
    const high = elementAt(source, at + 1);
    ranges.push([low.point, high.point]);
    at = high.end;
  }
  return null;
}

function namedAt(source: Bytes, at: number): { kind: string; name: Bytes; end: number } | null {
  if (source[at] !== '[') return null;
  const kind = source[at + 1];
  if (kind !== ':' && kind !== '.' && kind !== '=') return null;
  const close = source.indexOf(`${kind}]`, at + 2);
  return close < 0 ? null : { kind, name: source.slice(at + 2, close), end: close + 2 };
}

function elementAt(source: Bytes, from: number): { point: number; end: number } {
  const named = namedAt(source, from);
  if (named !== null && named.kind !== ':') return { point: pointOf(named.name, 0), end: named.end };
  const at = source[from] === '\\' && from + 1 < source.length ? from + 1 : from;
  return { point: pointOf(source, at), end: at + Math.max(sizeAt(source, at), 1) };
}

/** A byte that begins no character counts as itself, beyond all characters. */
export function pointOf(bytes: Bytes, at: number): number {
  const code = bytes.charCodeAt(at);
  if (code < 128) return code;
  const size = sizeAt(bytes, at);
  return size === 0 ? 0x11_0000 + code : (textOf(bytes.slice(at, at + size)).codePointAt(0) ?? 0);
}

export function isInBracket(bracket: Bracket, point: number, ignoresCase: boolean): boolean {
  const other = ignoresCase ? upperPoint(point) : point;
  const isIn =
    bracket.ranges.some(
      ([low, high]) => (point >= low && point <= high) || (other >= low && other <= high),
    ) ||
    bracket.classes.some((name) => isOfClass(name, point) || (other !== point && isOfClass(name, other)));
  return isIn !== bracket.negated;
}

function upperPoint(point: number): number {
  return point >= 97 && point <= 122 ? point - 32 : point;
}

const between = (point: number, low: number, high: number): boolean => point >= low && point <= high;

export function isOfClass(name: string, point: number): boolean {
  if (point >= 0x11_0000) return false;
  switch (name) {
    case 'alpha':
      return isAlpha(point);
    case 'digit':
      return between(point, 48, 57);
    case 'alnum':
      return isAlpha(point) || between(point, 48, 57);
    case 'upper':
      return point < 128 ? between(point, 65, 90) : /^\p{Lu}$/u.test(String.fromCodePoint(point));
    case 'lower':
      return point < 128 ? between(point, 97, 122) : /^\p{Ll}$/u.test(String.fromCodePoint(point));
    default:
      return isOfPlainClass(name, point);
  }
}

function isOfPlainClass(name: string, point: number): boolean {
  switch (name) {
    case 'space':
      return point === 32 || between(point, 9, 13);
    case 'blank':
      return point === 32 || point === 9;
    case 'punct':
      return isPunct(point);
    case 'cntrl':
      return point < 32 || between(point, 127, 159);
    case 'print':
      return point >= 32 && !between(point, 127, 159);
    case 'graph':
      return point > 32 && !between(point, 127, 160);
    case 'xdigit':
      return between(point, 48, 57) || between(point, 65, 70) || between(point, 97, 102);
    case 'word':
      return isAlpha(point) || between(point, 48, 57) || point === 95;
    case 'ascii':
      return point < 128;
    default:
      return false;
  }
}

function isAlpha(point: number): boolean {
  if (point < 128) return between(point, 65, 90) || between(point, 97, 122);
  return /^\p{L}$/u.test(String.fromCodePoint(point));
}

function isPunct(point: number): boolean {
  if (point < 128)
    return (
      between(point, 33, 47) || between(point, 58, 64) || between(point, 91, 96) || between(point, 123, 126)
    );
  return /^[\p{P}\p{S}]$/u.test(String.fromCodePoint(point));
}
