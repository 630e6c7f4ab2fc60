import type { Bytes } from '../../bytes.ts';
import { bracketAt, type Bracket } from './bracket.ts';

/** One step of a shell pattern. A backslash has made literal what followed it. */
export type PatternNode =
  | { readonly kind: 'literal'; readonly text: Bytes }
  | { readonly kind: 'any' }
  | { readonly kind: 'star' }
  | { readonly kind: 'bracket'; readonly bracket: Bracket }
  | {
      readonly kind: 'group';
      readonly operator: GroupOperator;
      readonly choices: readonly (readonly PatternNode[])[];
    };

type GroupOperator = '?' | '*' | '+' | '@' | '!';

export type Pattern = {
  readonly nodes: readonly PatternNode[];
  readonly ignoresCase: boolean;
  readonly hasGroups: boolean;
};

type PatternOptions = { readonly extended: boolean; readonly ignoresCase: boolean };

export function compilePattern(source: Bytes, options: PatternOptions): Pattern {
  const text = options.ignoresCase ? source.toLowerCase() : source;
  const nodes = nodesOf(text, options.extended);
  return { nodes, ignoresCase: options.ignoresCase, hasGroups: nodes.some((node) => node.kind === 'group') };
}

/** Would a name be looked up in a directory for it? */
export function isPattern(source: Bytes, extended: boolean): boolean {
  for (let at = 0; at < source.length; at += 1) {
    const byte = source[at];
    if (byte === '\\') at += 1;
    else if (byte === '*' || byte === '?') return true;
    else if (byte === '[' && bracketAt(source, at) !== null) return true;
    else if (extended && source[at + 1] === '(' && isGroupOperator(byte)) return true;
  }
  return false;
}

/** The pattern's text where nothing in it is special. */
export function literalOf(pattern: Pattern): Bytes | null {
  if (pattern.ignoresCase || pattern.nodes.length > 1) return null;
  const [node] = pattern.nodes;
  if (node === undefined) return '';
  return node.kind === 'literal' ? node.text : null;
}

function nodesOf(source: Bytes, extended: boolean): readonly PatternNode[] {
  const nodes: PatternNode[] = [];
  let literal = '';
  const push = (node: PatternNode): void => {
    if (literal !== '') nodes.push({ kind: 'literal', text: literal });
    literal = '';
    if (node.kind !== 'star' || nodes.at(-1)?.kind !== 'star') nodes.push(node);
  };
  for (let at = 0; at < source.length;) {
    const special = specialAt(source, at, extended);
    if (special !== null) {
      push(special.node);
      at = special.end;
    } else {
      if (source[at] === '\\' && at + 1 < source.length) at += 1;
      literal += source[at] ?? '';
      at += 1;
    }
  }
  if (literal !== '') nodes.push({ kind: 'literal', text: literal });
  return nodes;
}

function specialAt(source: Bytes, at: number, extended: boolean): { node: PatternNode; end: number } | null {
  const byte = source[at];
  if (extended && source[at + 1] === '(' && isGroupOperator(byte)) {
    const group = groupAt(source, at + 2);
    if (group !== null)
      return {
        node: {
          kind: 'group',
          operator: byte,
          choices: group.choices.map((choice) => nodesOf(choice, true)),
        },
        end: group.end,
      };
  }
  if (byte === '*') return { node: { kind: 'star' }, end: at + 1 };
  if (byte === '?') return { node: { kind: 'any' }, end: at + 1 };
  if (byte !== '[') return null;
  const bracket = bracketAt(source, at);
  return bracket === null ? null : { node: { kind: 'bracket', bracket }, end: bracket.end };
}

function isGroupOperator(byte: string | undefined): byte is GroupOperator {
  return byte === '?' || byte === '*' || byte === '+' || byte === '@' || byte === '!';
}

/** Choices up to the `)` that closes; null: none does. */
function groupAt(source: Bytes, from: number): { choices: readonly Bytes[]; end: number } | null {
  const choices: Bytes[] = [];
  let start = from;
  let depth = 0;
  for (let at = from; at < source.length; at += 1) {
    const byte = source[at];
    if (byte === '\\') at += 1;
    else if (byte === '[') at = (bracketAt(source, at)?.end ?? at + 1) - 1;
    else if (byte === '(') depth += 1;
    else if (byte === ')' && depth > 0) depth -= 1;
    else if (byte === ')') return { choices: [...choices, source.slice(start, at)], end: at + 1 };
    else if (byte === '|' && depth === 0) {
      choices.push(source.slice(start, at));
      start = at + 1;
    }
  }
  return null;
}
