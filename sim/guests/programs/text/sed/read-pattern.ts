import { compile, type Pattern } from '../../../patterns/pattern.ts';
import type { Bytes } from '../../../bytes.ts';
import { refuse, type Reader } from './script.ts';

type Kind = 'pattern' | 'text' | 'plain';

/** Up to the delimiter; null: there is none, and the end is reached. */
export function readDelimited(reader: Reader, delimiter: string, kind: Kind): Bytes | null {
  let text = '';
  while (reader.at < reader.text.length) {
    const byte = reader.text[reader.at] ?? '';
    reader.at += 1;
    if (byte === delimiter) return text;
    if (byte === '\n' && kind === 'pattern') return null;
    if (byte === '[' && kind === 'pattern') text += takeBracket(reader);
    else if (byte === '\\') text += takeEscaped(reader, delimiter, kind);
    else text += byte;
  }
  return null;
}

/** All of a bracket whose `[` was read just now; nothing, up to the end, where none closes it. */
function takeBracket(reader: Reader): Bytes {
  const from = reader.at - 1;
  const end = bracketEnd(reader.text, reader.at);
  reader.at = end < 0 ? reader.text.length : end;
  return end < 0 ? '' : reader.text.slice(from, end).replaceAll('\\n', '\n');
}

/** What stands after a backslash that was read just now. */
function takeEscaped(reader: Reader, delimiter: string, kind: Kind): Bytes {
  const next = reader.text[reader.at] ?? '';
  reader.at += 1;
  if (next === delimiter && delimiter !== '\\') return keepsBackslash(next, kind) ? `\\${next}` : next;
  return next === 'n' && kind !== 'text' ? '\n' : `\\${next}`;
}

/** A delimiter that is special in an expression stays what it was meant to be: itself. */
const keepsBackslash = (delimiter: string, kind: Kind): boolean =>
  kind === 'pattern' ? '.*[]^$'.includes(delimiter) : kind === 'text' && delimiter === '&';

/** Past the bracket that closes; in it no delimiter is one. */
function bracketEnd(text: Bytes, from: number): number {
  const found = /^\^?\]?(?:\[:[a-z]*:\]|\[\..*?\.\]|\[=.*?=\]|[^\]])*\]/s.exec(text.slice(from));
  return found === null ? -1 : from + found[0].length;
}

const controls: Readonly<Record<string, string>> = { a: '\x07', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** `\t`, `\x41`, `\o101`, `\d065`, `\cA` at a backslash; null: it is none of those. */
export function escapeAt(
  text: Bytes,
  at: number,
): { readonly byte: string; readonly size: number; readonly isCoded: boolean } | null {
  const letter = text[at + 1] ?? '';
  const control = controls[letter];
  if (control !== undefined) return { byte: control, size: 2, isCoded: false };
  const rest = text.slice(at + 1, at + 5);
  const coded = /^(?:x([\da-fA-F]{1,2})|o([0-7]{1,3})|d(\d{1,3}))/.exec(rest);
  if (coded !== null) {
    const [all, hex, octal, decimal] = coded;
    const code =
      hex === undefined
        ? octal === undefined
          ? Number(decimal)
          : Number.parseInt(octal, 8)
        : Number.parseInt(hex, 16);
    return { byte: String.fromCharCode(code & 255), size: 1 + all.length, isCoded: true };
  }
  const key = /^c(.)/s.exec(rest)?.[1];
  if (key === undefined) return null;
  return { byte: String.fromCharCode(key.toUpperCase().charCodeAt(0) ^ 64), size: 3, isCoded: true };
}

function withEscapes(source: Bytes): Bytes {
  let text = '';
  for (let at = 0; at < source.length;) {
    const escape = source[at] === '\\' ? escapeAt(source, at) : null;
    if (escape !== null) {
      text +=
        escape.isCoded && /[.*[\]^$\\+?(){}|/]/.test(escape.byte)
          ? `[${escape.byte === '^' ? '.^.' : escape.byte}]`.replace('[.^.]', '\\^').replace('[\\]', '\\\\')
          : escape.byte;
      at += escape.size;
      continue;
    }
    const size = source[at] === '\\' ? 2 : 1;
    text += source.slice(at, at + size);
    at += size;
  }
  return text;
}

export type PatternFlags = { readonly ignoresCase: boolean; readonly isLines: boolean };

/** null as a pattern: the last one again. Undefined: refused. */
export function compilePattern(
  reader: Reader,
  source: Bytes,
  { ignoresCase, isLines }: PatternFlags,
): Pattern | null | undefined {
  if (source === '') {
    if (!ignoresCase && !isLines) return null;
    refuse(reader, 'no previous regular expression');
    return undefined;
  }
  const compiled = compile(withEscapes(source), {
    syntax: reader.dialect.isExtended ? 'extended' : 'basic',
    letters: ignoresCase ? 'fold' : 'exact',
    anchors: isLines ? 'lines' : 'text',
    units: 'characters',
  });
  if (compiled.ok) return compiled.pattern;
  refuse(reader, compiled.message);
  return undefined;
}
