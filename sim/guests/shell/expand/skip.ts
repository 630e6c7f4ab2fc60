import { parse, type Command, type Statement } from 'unbash';
import type { Bytes } from '../../bytes.ts';

/** Finds where what begins here ends (past it); the text's end where nothing closes it. */
export function pastSingle(text: Bytes, open: number): number {
  const close = text.indexOf("'", open + 1);
  return close < 0 ? text.length : close + 1;
}

/** `$'…'`: a backslash protects. */
export function pastAnsi(text: Bytes, open: number): number {
  for (let at = open + 2; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === "'") return at + 1;
  }
  return text.length;
}

export function pastDouble(text: Bytes, open: number): number {
  for (let at = open + 1; at < text.length;) {
    if (text[at] === '"') return at + 1;
    at = text[at] === '\\' ? at + 2 : pastDollarOr(text, at);
  }
  return text.length;
}

export function pastBacktick(text: Bytes, open: number): number {
  for (let at = open + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') return at + 1;
  }
  return text.length;
}

/** Inside double quotes only these have an inside of their own. */
function pastDollarOr(text: Bytes, at: number): number {
  if (text[at] === '`') return pastBacktick(text, at);
  if (text[at] !== '$') return at + 1;
  if (text[at + 1] === '(') return pastCommand(text, at + 1);
  if (text[at + 1] === '{') return pastBraces(text, at + 1, 'double');
  return at + 1;
}

/** One piece of a plain word. */
export function pastPiece(text: Bytes, at: number): number {
  switch (text[at]) {
    case '\\':
      return Math.min(at + 2, text.length);
    case "'":
      return pastSingle(text, at);
    case '"':
      return pastDouble(text, at);
    case '$':
      if (text[at + 1] === "'") return pastAnsi(text, at);
      if (text[at + 1] === '"') return pastDouble(text, at + 1);
      return pastDollarOr(text, at);
    case '<':
    case '>':
      return text[at + 1] === '(' ? pastCommand(text, at + 1) : at + 1;
    default:
      return text[at] === '`' ? pastBacktick(text, at) : at + 1;
  }
}

/** `{…}` after a dollar; in double quotes a single quote is only itself. */
export function pastBraces(text: Bytes, open: number, quotes: 'plain' | 'double'): number {
  for (let at = open + 1; at < text.length;) {
    if (text[at] === '}') return at + 1;
    at = text[at] === "'" && quotes === 'double' ? at + 1 : pastPiece(text, at);
  }
  return text.length;
}

/** `(…)` with commands in it. What a simple look cannot tell, the parser is asked. */
export function pastCommand(text: Bytes, open: number): number {
  let depth = 0;
  for (let at = open; at < text.length;) {
    const byte = text[at];
    if (byte === '(') depth += 1;
    if (byte === ')') depth -= 1;
    if (depth === 0) return needsParser(text.slice(open, at)) ? pastParsed(text, open) : at + 1;
    if (byte === '#' && /[\s;(]/.test(text[at - 1] ?? ' ')) return pastParsed(text, open);
    at = pastPiece(text, at);
  }
  return pastParsed(text, open);
}

function needsParser(text: Bytes): boolean {
  return text.includes('<<') || /\bcase\b/.test(text);
}

function pastParsed(text: Bytes, open: number): number {
  const [first] = parse(`$${text.slice(open)}`).commands;
  const word = first === undefined ? undefined : nameOf(first);
  const part = word?.parts?.[0];
  return part?.type === 'CommandExpansion' ? open - 1 + part.end : text.length;
}

function nameOf(statement: Statement): Command['name'] {
  const { command } = statement;
  if (command.type === 'Command') return command.name;
  const inner = command.type === 'AndOr' || command.type === 'Pipeline' ? command.commands[0] : undefined;
  return inner?.type === 'Command' ? inner.name : undefined;
}

/** The `))` that closes an arithmetic expansion whose inside begins here; -1: it is none. */
export function arithmeticEnd(text: Bytes, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length;) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') {
      if (depth === 0) return text[at + 1] === ')' ? at : -1;
      depth -= 1;
    }
    at = pastPiece(text, at);
  }
  return -1;
}
