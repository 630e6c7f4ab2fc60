import { lex } from './lex.ts';
import { postfix } from './parse-term.ts';
import type { Reader } from './reader.ts';
import { fail, here, isAt, nameAt, needs, takes } from './reader.ts';
import type { Definition, Node, Pattern } from './tree.ts';
import { identity } from './tree.ts';

export type Parsed =
  | { readonly ok: true; readonly node: Node }
  | { readonly ok: false; readonly message: string };

/** A filter, as jq's grammar has it. */
export function parse(source: string): Parsed {
  const lexed = lex(source);
  if (!lexed.ok)
    return { ok: false, message: 'syntax error, unexpected INVALID_CHARACTER (Unix shell quoting issues?)' };
  const reader: Reader = { tokens: lexed.tokens, rules: { pipe, pattern: patternAt }, at: 0, wrong: null };
  const node = reader.tokens.length === 0 ? identity : pipe(reader);
  if (reader.wrong === null && here(reader) !== null) fail(reader);
  return reader.wrong === null ? { ok: true, node } : { ok: false, message: reader.wrong };
}

function pipe(reader: Reader): Node {
  if (takes(reader, 'def')) {
    const definition = definitionAt(reader);
    return { kind: 'define', definition, body: here(reader) === null ? identity : pipe(reader) };
  }
  if (takes(reader, 'label')) {
    const name = nameAt(reader, 'variable');
    needs(reader, '|');
    return { kind: 'label', name, body: pipe(reader) };
  }
  const left = comma(reader);
  if (takes(reader, 'as')) {
    const pattern = patternAt(reader);
    needs(reader, '|');
    return { kind: 'as', source: left, pattern, body: pipe(reader) };
  }
  return takes(reader, '|') ? { kind: 'pipe', left, right: pipe(reader) } : left;
}

function definitionAt(reader: Reader): Definition {
  const name = nameAt(reader, 'name');
  const parameters: string[] = [];
  if (takes(reader, '(')) {
    do
      parameters.push(
        here(reader)?.kind === 'variable' ? `$${nameAt(reader, 'variable')}` : nameAt(reader, 'name'),
      );
    while (takes(reader, ';'));
    needs(reader, ')');
  }
  needs(reader, ':');
  const body = pipe(reader);
  needs(reader, ';');
  return { name, parameters, body };
}

function patternAt(reader: Reader): Pattern {
  if (takes(reader, '[')) {
    const items: Pattern[] = [];
    do items.push(patternAt(reader));
    while (takes(reader, ','));
    needs(reader, ']');
    return { kind: 'list', items };
  }
  if (!takes(reader, '{')) return { kind: 'name', name: nameAt(reader, 'variable') };
  const entries: (readonly [Node, Pattern])[] = [];
  do entries.push(patternEntry(reader));
  while (takes(reader, ','));
  needs(reader, '}');
  return { kind: 'object', entries };
}

function patternEntry(reader: Reader): readonly [Node, Pattern] {
  if (here(reader)?.kind === 'variable') {
    const name = nameAt(reader, 'variable');
    return [
      { kind: 'literal', value: name },
      { kind: 'name', name },
    ];
  }
  const key: Node =
    here(reader)?.kind === 'name' ? { kind: 'literal', value: nameAt(reader, 'name') } : postfix(reader);
  needs(reader, ':');
  return [key, patternAt(reader)];
}

function comma(reader: Reader): Node {
  let left = level(reader, 0);
  while (takes(reader, ',')) left = { kind: 'comma', left, right: level(reader, 0) };
  return left;
}

type Level = {
  readonly signs: readonly string[];
  readonly side: 'left' | 'right' | 'none';
  readonly kind: 'alternative' | 'assign' | 'or' | 'and' | 'binary';
};

/** The weakest first. */
const levels: readonly Level[] = [
  { signs: ['//'], side: 'right', kind: 'alternative' },
  { signs: ['=', '|=', '+=', '-=', '*=', '/=', '%=', '//='], side: 'none', kind: 'assign' },
  { signs: ['or'], side: 'left', kind: 'or' },
  { signs: ['and'], side: 'left', kind: 'and' },
  { signs: ['==', '!=', '<', '<=', '>', '>='], side: 'none', kind: 'binary' },
  { signs: ['+', '-'], side: 'left', kind: 'binary' },
  { signs: ['*', '/', '%'], side: 'left', kind: 'binary' },
];

function level(reader: Reader, depth: number): Node {
  const rule = levels[depth];
  if (rule === undefined) return unary(reader);
  let left = level(reader, depth + 1);
  for (;;) {
    const sign = rule.signs.find((one) => isAt(reader, one));
    if (sign === undefined) return left;
    reader.at += 1;
    const right = level(reader, rule.side === 'right' ? depth : depth + 1);
    const { kind } = rule;
    left = kind === 'binary' || kind === 'assign' ? { kind, sign, left, right } : { kind, left, right };
    if (rule.side === 'none') return left;
  }
}

const unary = (reader: Reader): Node =>
  takes(reader, '-') ? { kind: 'negate', of: postfix(reader) } : postfix(reader);
