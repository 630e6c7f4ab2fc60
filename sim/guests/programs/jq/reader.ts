import type { Token } from './lex.ts';
import type { Node, Pattern } from './tree.ts';

/** A place in the words of a filter. What is wrong is kept, and reading goes on to nowhere. */
export type Reader = {
  readonly tokens: readonly Token[];
  /** The rules that terms hold whole filters by. */
  readonly rules: Rules;
  at: number;
  wrong: string | null;
};
export type Rules = {
  readonly pipe: (reader: Reader) => Node;
  readonly pattern: (reader: Reader) => Pattern;
};

export const here = ({ tokens, at }: Reader): Token | null => tokens[at] ?? null;

export function isAt(reader: Reader, text: string): boolean {
  const token = here(reader);
  return (
    token !== null &&
    token.kind !== 'text' &&
    token.kind !== 'field' &&
    token.kind !== 'variable' &&
    token.text === text
  );
}

export function takes(reader: Reader, text: string): boolean {
  if (!isAt(reader, text)) return false;
  reader.at += 1;
  return true;
}

export function needs(reader: Reader, text: string): void {
  if (!takes(reader, text)) fail(reader);
}

export function nameAt(reader: Reader, kind: 'name' | 'variable'): string {
  const token = here(reader);
  if (token?.kind !== kind) {
    fail(reader);
    return '';
  }
  reader.at += 1;
  return token.text;
}

const nothing: Node = { kind: 'identity' };

export function fail(reader: Reader): Node {
  const token = here(reader);
  const what =
    token === null
      ? 'end of file'
      : token.kind === 'text'
        ? 'QQSTRING_START'
        : (names[token.kind] ?? `'${token.text}'`);
  reader.wrong ??= `syntax error, unexpected ${what} (Unix shell quoting issues?)`;
  reader.at = reader.tokens.length;
  return nothing;
}

const names: Readonly<Partial<Record<string, string>>> = {
  number: 'LITERAL',
  name: 'IDENT',
  field: 'FIELD',
  variable: "'$'",
  format: 'FORMAT',
};
