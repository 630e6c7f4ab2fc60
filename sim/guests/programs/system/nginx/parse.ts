import { messageOf } from '../../../answer.ts';
import { errnoNumbers } from '../errno-numbers.table.ts';
import type { Bytes } from '../../../bytes.ts';
import type { System } from '../../../kernel/program.ts';
import type { Context, DirectiveRule } from './directives.table.ts';
import { directives, upstreamDirectives } from './directives.table.ts';

export type Directive = {
  readonly name: Bytes;
  readonly words: readonly Bytes[];
  readonly children: readonly Directive[];
  readonly at: Bytes;
};

/** What is wrong, in nginx's words; thrown nowhere, returned. */
export type Fault = { readonly fault: Bytes };
export type Parsed = { readonly directives: readonly Directive[] } | Fault;

type Token = { readonly text: Bytes; readonly kind: 'word' | '{' | '}' | ';'; readonly line: number };
type Reader = {
  readonly file: Bytes;
  readonly tokens: readonly Token[];
  next: number;
  readonly lastLine: number;
};

const mostDepth = 20;

export function parseFile(
  system: System,
  file: Bytes,
  from: { readonly context: Context; readonly at: Bytes | null; readonly depth: number },
): Parsed {
  const content = system.files.readFile(file);
  if (!content.ok) {
    const where = from.at === null ? '' : ` in ${from.at}`;
    return {
      fault: `open() "${file}" failed (${errnoNumbers[content.errno] ?? 5}: ${messageOf(content.errno)})${where}`,
    };
  }
  if (from.depth > mostDepth) return { fault: `too many nested includes in ${file}:1` };
  const reader: Reader = {
    file,
    tokens: tokensOf(content.value),
    next: 0,
    lastLine: content.value.split('\n').length,
  };
  return block(system, reader, { ...from, isInner: false });
}

function tokensOf(text: Bytes): readonly Token[] {
  const tokens: Token[] = [];
  const pattern =
    /#[^\n]*|"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|[{};]|\n|[^\s{};"'#](?:\\[^]|\$\{[^}]*\}|[^\s{};\\])*/g;
  let line = 1;
  for (const [all, double, single] of text.matchAll(pattern)) {
    const quoted = double ?? single;
    if (quoted !== undefined) tokens.push({ text: quoted.replace(/\\(["'\\])/g, '$1'), kind: 'word', line });
    else if (all === '{' || all === '}' || all === ';') tokens.push({ text: all, kind: all, line });
    else if (all !== '\n' && !all.startsWith('#')) tokens.push({ text: all, kind: 'word', line });
    line += all.split('\n').length - 1;
  }
  return tokens;
}

type Inside = { readonly context: Context; readonly isInner: boolean; readonly depth: number };

function block(system: System, reader: Reader, inside: Inside): Parsed {
  const found: Directive[] = [];
  for (;;) {
    const words: Token[] = [];
    let token = reader.tokens[reader.next];
    while (token?.kind === 'word') {
      words.push(token);
      reader.next += 1;
      token = reader.tokens[reader.next];
    }
    const [first, ...rest] = words;
    const where = (line: number): Bytes => `${reader.file}:${line}`;
    if (token === undefined) {
      if (first !== undefined)
        return { fault: `unexpected end of file, expecting ";" or "}" in ${where(reader.lastLine)}` };
      return inside.isInner
        ? { fault: `unexpected end of file, expecting "}" in ${where(reader.lastLine)}` }
        : { directives: found };
    }
    reader.next += 1;
    if (first === undefined) {
      if (token.kind === '}' && inside.isInner) return { directives: found };
      return { fault: `unexpected "${token.text}" in ${where(token.line)}` };
    }
    if (token.kind === '}') return { fault: `unexpected "}" in ${where(token.line)}` };
    const made = directive(system, reader, {
      inside,
      words: [first.text, ...rest.map(({ text }) => text)],
      token,
    });
    if ('fault' in made) return made;
    found.push(...made.directives);
  }
}

type Stated = {
  readonly inside: Inside;
  readonly words: readonly [Bytes, ...Bytes[]];
  readonly token: Token;
};

function directive(system: System, reader: Reader, { inside, words, token }: Stated): Parsed {
  const [name, ...given] = words;
  const at = `${reader.file}:${token.line}`;
  if (inside.context === 'types' && name !== 'include')
    return { directives: [{ name, words: given, children: [], at }] };
  const table = inside.context === 'upstream' ? upstreamDirectives : directives;
  const rule = table[name] ?? (name === 'include' ? directives[name] : undefined);
  if (rule === undefined) return { fault: `unknown directive "${name}" in ${at}` };
  const fault = faultOf(rule, { inside, words, token }, at);
  if (fault !== null) return { fault };
  if (name === 'include')
    return included(system, given[0] ?? '', {
      context: inside.context,
      at,
      depth: inside.depth + 1,
      base: reader.file,
    });
  if (rule.opens === undefined) return { directives: [{ name, words: given, children: [], at }] };
  const inner = block(system, reader, { context: rule.opens, isInner: true, depth: inside.depth });
  return 'fault' in inner ? inner : { directives: [{ name, words: given, children: inner.directives, at }] };
}

function faultOf(rule: DirectiveRule, { inside, words, token }: Stated, at: Bytes): Bytes | null {
  const [name, ...given] = words;
  if (!rule.in.includes(inside.context)) return `"${name}" directive is not allowed here in ${at}`;
  if (rule.opens === undefined && token.kind === '{')
    return `directive "${name}" is not terminated by ";" in ${at}`;
  if (rule.opens !== undefined && token.kind === ';')
    return `directive "${name}" has no opening "{" in ${at}`;
  const [least, most] = rule.arguments;
  if (given.length < least || given.length > most)
    return `invalid number of arguments in "${name}" directive in ${at}`;
  if (rule.isFlag === true && !/^(on|off)$/i.test(given[0] ?? ''))
    return `invalid value "${given[0] ?? ''}" in "${name}" directive, it must be "on" or "off" in ${at}`;
  return null;
}

type Including = {
  readonly context: Context;
  readonly at: Bytes;
  readonly depth: number;
  readonly base: Bytes;
};

/** A name with `*` may fit no file; one without must be there. */
function included(system: System, name: Bytes, from: Including): Parsed {
  const path = name.startsWith('/') ? name : `/etc/nginx/${name}`;
  if (!path.includes('*')) return parseFile(system, path, from);
  const directory = path.slice(0, path.lastIndexOf('/'));
  const pattern = path
    .slice(directory.length + 1)
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*');
  const listed = system.files.list(directory);
  const names = listed.ok
    ? listed.value
        .map((entry) => entry.name)
        .filter((entry) => new RegExp(`^${pattern}$`).test(entry) && !entry.startsWith('.'))
    : [];
  const all: Directive[] = [];
  for (const entry of names.toSorted()) {
    const parsed = parseFile(system, `${directory}/${entry}`, from);
    if ('fault' in parsed) return parsed;
    all.push(...parsed.directives);
  }
  return { directives: all };
}
