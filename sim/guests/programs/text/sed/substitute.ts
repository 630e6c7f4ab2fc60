import { bytesOf, sizeAt, textOf, type Bytes } from '../../../bytes.ts';
import { groupOf, type Match, type Pattern } from '../../../patterns/pattern.ts';
import type { Step } from '../../../kernel/program.ts';
import { breathe, isDue } from '../tool.ts';
import type { Sed } from './run-state.ts';
import type { Case, Part, Substitution } from './script.ts';

/** Null: nothing was found to replace. */
export function* substituted(
  { self, pattern: text }: Sed,
  pattern: Pattern,
  { parts, nth, isGlobal }: Substitution,
): Step<Bytes | null> {
  let result = '';
  let start = 0;
  let count = 0;
  let previous = -1;
  let isAny = false;
  while (start <= text.length) {
    if (isDue(self)) yield* breathe(self);
    const match = pattern.find(text, start);
    if (match === null) break;
    result += text.slice(start, match.from);
    start = match.to;
    if (match.to > match.from || match.from !== previous) {
      count += 1;
      const isWanted = count >= nth;
      result += isWanted ? replacement(match, text, parts) : text.slice(match.from, match.to);
      isAny ||= isWanted;
      previous = match.to;
      if (isWanted && !isGlobal) break;
    }
    if (match.to > match.from) continue;
    // Past the empty place, or it would be found for ever.
    const size = stepAt(text, start);
    result += text.slice(start, start + size);
    start += size;
  }
  return isAny ? result + text.slice(start) : null;
}

const stepAt = (text: Bytes, at: number): number => (at < text.length ? Math.max(sizeAt(text, at), 1) : 1);

function replacement(match: Match, text: Bytes, parts: readonly Part[]): Bytes {
  let result = '';
  let lasting: Case = 'E';
  let next: Case | null = null;
  for (const part of parts) {
    if (part.kind === 'case') {
      if (part.case === 'u' || part.case === 'l') next = part.case;
      else lasting = part.case;
      continue;
    }
    const piece: Bytes = part.kind === 'text' ? part.text : groupOf(match, text, part.number);
    if (piece === '') continue;
    result += cased(piece, lasting, next);
    next = null;
  }
  return result;
}

function cased(piece: Bytes, lasting: Case, next: Case | null): Bytes {
  if (lasting === 'E' && next === null) return piece;
  const text = textOf(piece);
  const body = lasting === 'U' ? text.toUpperCase() : lasting === 'L' ? text.toLowerCase() : text;
  if (next === null) return bytesOf(body);
  const [first = ''] = body;
  return bytesOf((next === 'u' ? first.toUpperCase() : first.toLowerCase()) + body.slice(first.length));
}

/** As `l` shows it. */
export function unambiguous(text: Bytes, width: number): Bytes {
  const names: Readonly<Record<string, string>> = {
    '\\': '\\\\',
    '\x07': '\\a',
    '\b': '\\b',
    '\f': '\\f',
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\v': '\\v',
  };
  let result = '';
  let column = 0;
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] ?? '';
    const shown =
      names[byte] ?? (/[ -~]/.test(byte) ? byte : `\\${byte.charCodeAt(0).toString(8).padStart(3, '0')}`);
    if (width > 1 && column + shown.length > width - 1) {
      result += '\\\n';
      column = 0;
    }
    result += shown;
    column += shown.length;
  }
  return `${result}$\n`;
}
