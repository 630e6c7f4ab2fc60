import type { Token } from './lex.ts';

/** A parser at work. After the first fault it is at the end of everything. */
export type Reading = {
  readonly tokens: readonly Token[];
  at: number;
  fault: Fault | null;
  /** Of the code so far, as the real one would have made it: errors tell where in it they are. */
  size: number;
  isInRoutine: boolean;
  loops: number;
};

export type Fault =
  | { readonly kind: 'more' | 'quit' }
  | { readonly kind: 'wrong'; readonly line: number; readonly message: string };

const end: Token = { kind: 'end', text: '', line: 0 };

export const peek = ({ tokens, at }: Reading): Token => tokens[at] ?? end;

export function next(reading: Reading): Token {
  const token = peek(reading);
  reading.at += 1;
  return token;
}

export function emit(reading: Reading, count: number): number {
  reading.size += count;
  return reading.size;
}

/** What stands here cannot. At the end of what is there more may help. */
export function refuse(reading: Reading, message: string): void {
  if (reading.fault !== null) return;
  const token = peek(reading);
  reading.fault =
    token.kind === 'end' && message === 'syntax error'
      ? { kind: 'more' }
      : { kind: 'wrong', line: token.line, message };
  reading.at = reading.tokens.length;
}

export const isMark = (reading: Reading, ...marks: readonly string[]): boolean => {
  const { kind, text } = peek(reading);
  return kind === 'mark' && marks.includes(text);
};

export function takeMark(reading: Reading, mark: string): boolean {
  if (!isMark(reading, mark)) return false;
  reading.at += 1;
  return true;
}

export function needMark(reading: Reading, mark: string): void {
  if (!takeMark(reading, mark)) refuse(reading, 'syntax error');
}

export function takeWord(reading: Reading, word: string): boolean {
  const { kind, text } = peek(reading);
  if (kind !== 'word' || text !== word) return false;
  reading.at += 1;
  return true;
}

export function skipNewlines(reading: Reading): void {
  while (peek(reading).kind === 'newline') reading.at += 1;
}
