import type { Bytes } from '../../../bytes.ts';
import type { Token } from './lex.ts';

export type Reader = {
  readonly tokens: readonly Token[];
  at: number;
  wrong: { readonly message: Bytes; readonly line: number } | null;
  /** Inside parentheses `>` and `in` are what they are; in the words of print and the head of a for they are not. */
  bars: 'none' | 'greater' | 'in';
  readonly called: Map<Bytes, number>;
};

const ending: Token = { kind: 'end', text: 'end of file', line: 0 };

/** After a fault there is nothing more to read. */
export const here = (reader: Reader): Token =>
  reader.wrong === null ? (reader.tokens[reader.at] ?? reader.tokens.at(-1) ?? ending) : ending;
export const after = (reader: Reader): Token => reader.tokens[reader.at + 1] ?? ending;

export function isSign(reader: Reader, ...texts: readonly string[]): boolean {
  const token = here(reader);
  return token.kind === 'sign' && texts.includes(token.text);
}

export function isKeyword(reader: Reader, text: string): boolean {
  const token = here(reader);
  return token.kind === 'keyword' && token.text === text;
}

export function take(reader: Reader): Token {
  const token = here(reader);
  // After a fault nothing is taken any more: every loop comes to its end.
  if (reader.wrong === null && token.kind !== 'end') reader.at += 1;
  return token;
}

export function takeSign(reader: Reader, text: string): boolean {
  const isThere = isSign(reader, text);
  if (isThere) take(reader);
  return isThere;
}

export function need(reader: Reader, text: string): void {
  if (!takeSign(reader, text)) refuse(reader);
}

export function refuse(reader: Reader): void {
  const token = here(reader);
  reader.wrong ??= {
    message: `syntax error at or near ${token.kind === 'newline' ? 'end of line' : token.text}`,
    line: token.line,
  };
}

export function skipNewlines(reader: Reader): void {
  while (here(reader).kind === 'newline' && reader.wrong === null) take(reader);
}

/** With the bars as given, then as they were. */
export function within<T>(reader: Reader, bars: Reader['bars'], read: () => T): T {
  const before = reader.bars;
  reader.bars = bars;
  const result = read();
  reader.bars = before;
  return result;
}
