import { forEachChild, parse, type Command, type SyntaxNode } from 'unbash';
import type { Bytes } from '../../bytes.ts';
import type { Shell } from '../shell.ts';

const roundLimit = 32;

/** The text with aliases in place of the words that name them. An alias is not met again inside itself. */
export function withAliases(shell: Shell, source: Bytes): Bytes {
  if (shell.aliases.size === 0 || !shell.shellOptions.has('expand_aliases')) return source;
  let text = source;
  /** Where text came from an alias: there that name is only a word. */
  let spans: readonly Span[] = [];
  for (let round = 0; round < roundLimit; round += 1) {
    const found = firstAlias(shell, text, spans);
    if (found === null) return text;
    const { command, value } = found;
    const { pos, end } = command;
    const grown = value.length - (end - pos);
    spans = [
      ...spans.map((span) =>
        span.from >= end
          ? { ...span, from: span.from + grown, to: span.to + grown }
          : span.to >= end
            ? { ...span, to: span.to + grown }
            : span,
      ),
      { name: found.name, from: pos, to: pos + value.length },
    ];
    text = text.slice(0, pos) + value + text.slice(end);
  }
  return text;
}

type Span = { readonly name: Bytes; readonly from: number; readonly to: number };
type Found = {
  readonly command: { readonly pos: number; readonly end: number };
  readonly name: Bytes;
  readonly value: Bytes;
};

function firstAlias(shell: Shell, text: Bytes, spans: readonly Span[]): Found | null {
  let found: Found | null = null;
  const visit = (node: SyntaxNode): void => {
    if (found !== null) return;
    if (node.type === 'Command') found = ofCommand(shell, node, spans);
    if (found === null) forEachChild(node, visit);
  };
  visit(parse(text));
  return found;
}

function ofCommand(shell: Shell, { name }: Command, spans: readonly Span[]): Found | null {
  const value = name === undefined ? undefined : shell.aliases.get(name.text);
  if (name === undefined || value === undefined) return null;
  if (spans.some((span) => span.name === name.text && name.pos >= span.from && name.pos < span.to))
    return null;
  return { command: { pos: name.pos, end: name.end }, name: name.text, value };
}
