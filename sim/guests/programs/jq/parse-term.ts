import type { Token } from './lex.ts';
import type { Reader } from './reader.ts';
import { fail, here, isAt, nameAt, needs, takes } from './reader.ts';
import type { Node } from './tree.ts';
import { identity } from './tree.ts';

/** A term with what follows it: fields, brackets, question marks. */
export function postfix(reader: Reader): Node {
  let node = term(reader);
  for (;;) {
    const next = suffix(reader, node);
    if (next === null) return node;
    node = next;
  }
}

function suffix(reader: Reader, of: Node): Node | null {
  const token = here(reader);
  if (token?.kind === 'field') {
    reader.at += 1;
    return { kind: 'index', of, key: { kind: 'literal', value: token.text } };
  }
  if (takes(reader, '?')) return optional(of);
  if (takes(reader, '[')) return bracket(reader, of);
  const after = reader.tokens[reader.at + 1];
  if (!isAt(reader, '.') || after === undefined) return null;
  if (after.kind === 'text') {
    reader.at += 1;
    return { kind: 'index', of, key: textAt(reader, null) };
  }
  if (after.kind !== 'sign' || after.text !== '[') return null;
  reader.at += 2;
  return bracket(reader, of);
}

/** It covers the last step alone: what leads there may still go wrong. */
function optional(of: Node): Node {
  const isStep = of.kind === 'iterate' || (of.kind === 'index' && of.key.kind === 'literal');
  if (!isStep) return { kind: 'try', body: of, handler: null };
  const step: Node = { ...of, of: identity };
  return { kind: 'pipe', left: of.of, right: { kind: 'try', body: step, handler: null } };
}

/** What stands between `[` and `]` behind a term. */
function bracket(reader: Reader, of: Node): Node {
  if (takes(reader, ']')) return { kind: 'iterate', of };
  const from = isAt(reader, ':') ? null : reader.rules.pipe(reader);
  if (!takes(reader, ':')) {
    needs(reader, ']');
    return { kind: 'index', of, key: from ?? identity };
  }
  const to = isAt(reader, ']') ? null : reader.rules.pipe(reader);
  needs(reader, ']');
  return { kind: 'slice', of, from, to };
}

function term(reader: Reader): Node {
  const token = here(reader);
  if (token === null) return fail(reader);
  switch (token.kind) {
    case 'number':
      reader.at += 1;
      return { kind: 'literal', value: Number(token.text) };
    case 'text':
      return textAt(reader, null);
    case 'field':
      reader.at += 1;
      return { kind: 'index', of: identity, key: { kind: 'literal', value: token.text } };
    case 'variable':
      reader.at += 1;
      return { kind: 'variable', name: token.text };
    case 'format':
      reader.at += 1;
      return here(reader)?.kind === 'text'
        ? textAt(reader, token.text)
        : { kind: 'format', name: token.text };
    case 'name':
      return word(reader, token.text);
    case 'sign':
      return sign(reader, token.text);
    default:
      return token satisfies never;
  }
}

function textAt(reader: Reader, format: string | null): Node {
  const token = here(reader);
  if (token?.kind !== 'text') return fail(reader);
  reader.at += 1;
  const parts = token.parts.map((part) => (typeof part === 'string' ? part : inner(reader, part)));
  const [only] = parts;
  if (parts.length === 1 && typeof only === 'string') return { kind: 'literal', value: only };
  return { kind: 'text', parts, format };
}

function inner(reader: Reader, tokens: readonly Token[]): Node {
  const own: Reader = { tokens, rules: reader.rules, at: 0, wrong: null };
  const node = own.rules.pipe(own);
  if (own.wrong !== null || here(own) !== null) return fail(reader);
  return node;
}

const constants: Readonly<Record<string, Node>> = {
  true: { kind: 'literal', value: true },
  false: { kind: 'literal', value: false },
  null: { kind: 'literal', value: null },
};

function word(reader: Reader, name: string): Node {
  reader.at += 1;
  switch (name) {
    case 'if':
      return condition(reader);
    case 'try': {
      const body = postfix(reader);
      return { kind: 'try', body, handler: takes(reader, 'catch') ? postfix(reader) : null };
    }
    case 'reduce':
    case 'foreach':
      return fold(reader, name);
    case 'break':
      return { kind: 'break', name: nameAt(reader, 'variable') };
    case 'def':
      reader.at -= 1;
      return reader.rules.pipe(reader);
    default:
      return constants[name] ?? call(reader, name);
  }
}

function call(reader: Reader, name: string): Node {
  const given: Node[] = [];
  if (takes(reader, '(')) {
    do given.push(reader.rules.pipe(reader));
    while (takes(reader, ';'));
    needs(reader, ')');
  }
  return { kind: 'call', name, arguments: given };
}

function condition(reader: Reader): Node {
  const test = reader.rules.pipe(reader);
  needs(reader, 'then');
  const met = reader.rules.pipe(reader);
  if (takes(reader, 'elif')) return { kind: 'if', test, met, otherwise: condition(reader) };
  const otherwise = takes(reader, 'else') ? reader.rules.pipe(reader) : identity;
  needs(reader, 'end');
  return { kind: 'if', test, met, otherwise };
}

function fold(reader: Reader, kind: 'reduce' | 'foreach'): Node {
  const source = postfix(reader);
  needs(reader, 'as');
  const pattern = reader.rules.pattern(reader);
  needs(reader, '(');
  const from = reader.rules.pipe(reader);
  needs(reader, ';');
  const step = reader.rules.pipe(reader);
  const show = kind === 'foreach' && takes(reader, ';') ? reader.rules.pipe(reader) : null;
  needs(reader, ')');
  return kind === 'reduce'
    ? { kind, source, pattern, from, step }
    : { kind, source, pattern, from, step, show };
}

function sign(reader: Reader, text: string): Node {
  reader.at += 1;
  switch (text) {
    case '.':
      if (here(reader)?.kind === 'text') return { kind: 'index', of: identity, key: textAt(reader, null) };
      return identity;
    case '..':
      return { kind: 'recurse' };
    case '(': {
      const node = reader.rules.pipe(reader);
      needs(reader, ')');
      return node;
    }
    case '[': {
      if (takes(reader, ']')) return { kind: 'list', of: null };
      const of = reader.rules.pipe(reader);
      needs(reader, ']');
      return { kind: 'list', of };
    }
    case '{':
      return object(reader);
    default:
      reader.at -= 1;
      return fail(reader);
  }
}

function object(reader: Reader): Node {
  const entries: (readonly [Node, Node])[] = [];
  while (!isAt(reader, '}') && reader.wrong === null) {
    entries.push(entry(reader));
    if (!takes(reader, ',')) break;
  }
  needs(reader, '}');
  return { kind: 'object', entries };
}

function entry(reader: Reader): readonly [Node, Node] {
  const token = here(reader);
  if (token?.kind === 'variable') {
    reader.at += 1;
    return [
      { kind: 'literal', value: token.text },
      { kind: 'variable', name: token.text },
    ];
  }
  const key = keyAt(reader, token);
  if (takes(reader, ':')) return [key, value(reader)];
  return [key, { kind: 'index', of: identity, key }];
}

function keyAt(reader: Reader, token: Token | null): Node {
  if (token?.kind === 'name') {
    reader.at += 1;
    return { kind: 'literal', value: token.text };
  }
  if (token?.kind === 'text') return textAt(reader, null);
  if (token?.kind === 'format') return term(reader);
  needs(reader, '(');
  const node = reader.rules.pipe(reader);
  needs(reader, ')');
  return node;
}

/** Commas part the entries, so a value has none; bars it may have. */
function value(reader: Reader): Node {
  const left = takes(reader, '-') ? { kind: 'negate' as const, of: postfix(reader) } : postfix(reader);
  return takes(reader, '|') ? { kind: 'pipe', left, right: value(reader) } : left;
}
