import type { Bytes } from '../../../bytes.ts';
import { tokensOf, type Token } from './lex.ts';
import { isTarget, readExpression, readList } from './read-expression.ts';
import {
  here,
  isKeyword,
  isSign,
  need,
  refuse,
  skipNewlines,
  take,
  takeSign,
  within,
  type Reader,
} from './reader.ts';
import type { Expression, Goal, Routine, Rule, Script, Statement } from './tree.ts';

export type Parsed =
  | { readonly ok: true; readonly script: Script }
  | { readonly ok: false; readonly message: Bytes };

export function readScript(text: Bytes): Parsed {
  const tokens = tokensOf(text);
  const reader: Reader = { tokens, at: 0, wrong: tooDeep(tokens), bars: 'none', called: new Map() };
  const rules: Rule[] = [];
  const routines = new Map<Bytes, Routine>();
  for (;;) {
    while (here(reader).kind === 'newline' || isSign(reader, ';')) take(reader);
    if (here(reader).kind === 'end' || reader.wrong !== null) break;
    if (isKeyword(reader, 'function')) readRoutine(reader, routines);
    else rules.push(readRule(reader));
  }
  if (reader.wrong !== null)
    return { ok: false, message: `line ${reader.wrong.line}: ${reader.wrong.message}` };
  for (const [name, line] of reader.called)
    if (!routines.has(name)) return { ok: false, message: `line ${line}: function ${name} never defined` };
  return { ok: true, script: { rules, routines } };
}

const deepest = 250;

/** What is read by going into itself has a limit: told where it is passed. */
function tooDeep(tokens: readonly Token[]): Reader['wrong'] {
  let depth = 0;
  for (const { kind, text, line } of tokens) {
    if (kind !== 'sign') continue;
    if ('({['.includes(text)) depth += 1;
    else if (')}]'.includes(text)) depth -= 1;
    if (depth > deepest) return { message: `syntax error at or near ${text}`, line };
  }
  return null;
}

function readRoutine(reader: Reader, routines: Map<Bytes, Routine>): void {
  take(reader);
  const name = take(reader);
  if (name.kind !== 'function' && name.kind !== 'name') refuse(reader);
  need(reader, '(');
  const parameters: Bytes[] = [];
  while (!isSign(reader, ')') && reader.wrong === null) {
    skipNewlines(reader);
    const parameter = take(reader);
    if (parameter.kind !== 'name') refuse(reader);
    parameters.push(parameter.text);
    if (!takeSign(reader, ',')) break;
  }
  need(reader, ')');
  skipNewlines(reader);
  routines.set(name.text, { parameters, body: readBlock(reader) });
}

function readRule(reader: Reader): Rule {
  for (const [word, when] of [
    ['BEGIN', 'begin'],
    ['END', 'end'],
  ] as const)
    if (isKeyword(reader, word)) {
      take(reader);
      return { when, body: readBlock(reader) };
    }
  if (isSign(reader, '{')) return { when: { first: null, second: null }, body: readBlock(reader) };
  const first = readExpression(reader);
  let second: Expression | null = null;
  if (takeSign(reader, ',')) {
    skipNewlines(reader);
    second = readExpression(reader);
  }
  const body = isSign(reader, '{') ? readBlock(reader) : null;
  if (body === null) endStatement(reader);
  return { when: { first, second }, body };
}

function readBlock(reader: Reader): Statement {
  need(reader, '{');
  const body: Statement[] = [];
  for (;;) {
    while (here(reader).kind === 'newline' || isSign(reader, ';')) take(reader);
    if (reader.wrong !== null || takeSign(reader, '}')) return { kind: 'block', body };
    body.push(readStatement(reader));
  }
}

function endStatement(reader: Reader): void {
  if (here(reader).kind === 'newline' || isSign(reader, ';')) take(reader);
  else if (!isSign(reader, '}') && here(reader).kind !== 'end') refuse(reader);
}

function readStatement(reader: Reader): Statement {
  if (isSign(reader, '{')) return readBlock(reader);
  if (takeSign(reader, ';')) return { kind: 'block', body: [] };
  const { kind, text } = here(reader);
  const read = kind === 'keyword' ? compounds[text] : undefined;
  if (read !== undefined) {
    take(reader);
    return read(reader);
  }
  const statement = readSimple(reader);
  endStatement(reader);
  return statement;
}

/** What follows a head of if, for or while. */
function readBody(reader: Reader): Statement {
  skipNewlines(reader);
  return readStatement(reader);
}

function readTest(reader: Reader): Expression {
  need(reader, '(');
  const test = within(reader, 'none', () => readExpression(reader));
  need(reader, ')');
  return test;
}

const compounds: Readonly<Record<string, (reader: Reader) => Statement>> = {
  if: (reader) => {
    const test = readTest(reader);
    const yes = readBody(reader);
    const { at } = reader;
    while (here(reader).kind === 'newline' || isSign(reader, ';')) take(reader);
    if (isKeyword(reader, 'else')) {
      take(reader);
      return { kind: 'if', test, yes, no: readBody(reader) };
    }
    reader.at = at;
    return { kind: 'if', test, yes, no: null };
  },
  while: (reader) => {
    const test = readTest(reader);
    if (takeSign(reader, ';')) return { kind: 'while', test, body: { kind: 'block', body: [] } };
    return { kind: 'while', test, body: readBody(reader) };
  },
  do: (reader) => {
    const body = readBody(reader);
    while (here(reader).kind === 'newline' || isSign(reader, ';')) take(reader);
    if (!isKeyword(reader, 'while')) refuse(reader);
    take(reader);
    const test = readTest(reader);
    endStatement(reader);
    return { kind: 'do', test, body };
  },
  for: readFor,
};

function readFor(reader: Reader): Statement {
  need(reader, '(');
  const first = isSign(reader, ';') ? null : within(reader, 'in', () => readSimple(reader));
  if (first?.kind === 'expression' && isTarget(first.expression) && isKeyword(reader, 'in')) {
    take(reader);
    const name = take(reader);
    if (name.kind !== 'name') refuse(reader);
    need(reader, ')');
    return { kind: 'each', variable: first.expression, name: name.text, body: readBody(reader) };
  }
  need(reader, ';');
  skipNewlines(reader);
  const test = isSign(reader, ';') ? null : within(reader, 'none', () => readExpression(reader));
  need(reader, ';');
  skipNewlines(reader);
  const next = isSign(reader, ')') ? null : within(reader, 'none', () => readSimple(reader));
  need(reader, ')');
  if (takeSign(reader, ';')) return { kind: 'for', first, test, next, body: { kind: 'block', body: [] } };
  return { kind: 'for', first, test, next, body: readBody(reader) };
}

const isAtEnd = (reader: Reader): boolean =>
  here(reader).kind === 'newline' || here(reader).kind === 'end' || isSign(reader, ';', '}');

function readSimple(reader: Reader): Statement {
  const { kind, text } = here(reader);
  if (kind !== 'keyword' || text === 'getline')
    return { kind: 'expression', expression: readExpression(reader) };
  take(reader);
  switch (text) {
    case 'print':
    case 'printf':
      return readPrint(reader, text);
    case 'next':
    case 'nextfile':
    case 'break':
    case 'continue':
      return { kind: text };
    case 'exit':
    case 'return':
      return { kind: text, value: isAtEnd(reader) ? null : readExpression(reader) };
    case 'delete': {
      const name = take(reader);
      if (name.kind !== 'name') refuse(reader);
      return { kind: 'delete', name: name.text, keys: takeSign(reader, '[') ? readList(reader, ']') : null };
    }
    default:
      reader.at -= 1;
      refuse(reader);
      return { kind: 'block', body: [] };
  }
}

function readPrint(reader: Reader, kind: 'print' | 'printf'): Statement {
  const words = within(reader, 'greater', () => {
    const items: Expression[] = [];
    if (isAtEnd(reader) || isSign(reader, '>', '>>', '|')) return items;
    do {
      if (items.length > 0) skipNewlines(reader);
      items.push(readExpression(reader));
    } while (takeSign(reader, ','));
    const [only] = items;
    return items.length === 1 && only?.kind === 'list' ? only.items : items;
  });
  return { kind, words, goal: readGoal(reader) };
}

function readGoal(reader: Reader): Goal | null {
  const { text } = here(reader);
  if (!isSign(reader, '>', '>>', '|') || (text !== '>' && text !== '>>' && text !== '|')) return null;
  take(reader);
  return { kind: text, to: within(reader, 'greater', () => readExpression(reader)) };
}
