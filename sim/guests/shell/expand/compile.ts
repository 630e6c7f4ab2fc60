import { textOfAnsi } from './ansi.ts';
import { parameterAt } from './compile-parameter.ts';
import type { CompiledWord, Parameter, Part, ScanMode } from './parts.ts';
import { arithmeticEnd, pastAnsi, pastBacktick, pastCommand, pastDouble, pastSingle } from './skip.ts';
import type { Bytes } from '../../bytes.ts';

const special = /[\\'"$`~<>*?[{]|[@+!]\(/;

/** What a word says, for expansion. */
export function compileWord(text: Bytes): CompiledWord {
  if (!special.test(text)) return plainWord(text);
  return compileText(text, 'plain');
}

function plainWord(text: Bytes): CompiledWord {
  return { parts: [{ kind: 'text', text, quoted: false }], isSimple: true, literal: text };
}

export function compileText(text: Bytes, mode: ScanMode): CompiledWord {
  const parts: Part[] = [];
  let from = 0;
  if (mode === 'plain') {
    const tilde = tildeAt(text, 0, /[/\s]/);
    if (tilde !== null) {
      parts.push(tilde);
      from = tilde.text.length;
    }
  }
  scan({ text, mode, parts, literal: '' }, from);
  return { parts, isSimple: parts.every(isSimplePart), literal: null };
}

/** An assignment's value: a tilde counts after each colon too. */
export function compileAssigned(text: Bytes): CompiledWord {
  if (!text.includes('~') || !text.includes(':')) return compileWord(text);
  const word = compileWord(text);
  const parts = word.parts.flatMap(withTildes);
  return { parts, isSimple: parts.every(isSimplePart), literal: null };
}

function withTildes(part: Part): readonly Part[] {
  if (part.kind !== 'text' || part.quoted || !part.text.includes(':~')) return [part];
  const parts: Part[] = [];
  let start = 0;
  for (let at = part.text.indexOf(':~'); at >= 0; at = part.text.indexOf(':~', at + 1)) {
    const tilde = tildeAt(part.text, at + 1, /[/:]/);
    if (tilde === null) continue;
    parts.push({ kind: 'text', text: part.text.slice(start, at + 1), quoted: false }, tilde);
    start = at + 1 + tilde.text.length;
  }
  return [...parts, { kind: 'text', text: part.text.slice(start), quoted: false }];
}

function tildeAt(text: Bytes, at: number, ends: RegExp): Extract<Part, { kind: 'tilde' }> | null {
  if (text[at] !== '~') return null;
  let end = at + 1;
  while (end < text.length && !ends.test(text[end] ?? '') && text[end] !== ':') end += 1;
  const name = text.slice(at + 1, end);
  return /[^\w.+-]/.test(name) ? null : { kind: 'tilde', name, text: text.slice(at, end) };
}

function isSimplePart(part: Part): boolean {
  switch (part.kind) {
    case 'text':
      return true;
    case 'quotes':
    case 'arithmetic':
      return part.word.isSimple;
    case 'parameter':
      return isSimpleParameter(part.parameter);
    default:
      return false;
  }
}

/** One value, as it is: not `$@`, no operator, no element. */
function isSimpleParameter({ name, prefix, index, operation }: Parameter): boolean {
  return prefix === null && index === null && operation === null && name !== '@' && name !== '*';
}

type Scan = { readonly text: Bytes; readonly mode: ScanMode; readonly parts: Part[]; literal: Bytes };

function scan(state: Scan, from: number): void {
  const { text } = state;
  for (let at = from; at < text.length;) {
    const end = specialEnd(state, at);
    if (end > at) {
      at = end;
    } else {
      state.literal += text[at] ?? '';
      at += 1;
    }
  }
  close(state);
}

const isQuotedMode = (mode: ScanMode): boolean => mode !== 'plain';

function close(state: Scan): void {
  if (state.literal === '') return;
  state.parts.push({ kind: 'text', text: state.literal, quoted: isQuotedMode(state.mode) });
  state.literal = '';
}

function push(state: Scan, part: Part): void {
  close(state);
  state.parts.push(part);
}

/** Past the special thing here, which is then a part; `at` itself where nothing is special. */
function specialEnd(state: Scan, at: number): number {
  const { text, mode } = state;
  switch (text[at]) {
    case '\\':
      return backslash(state, at);
    case '$':
      return dollar(state, at);
    case '`':
      return backtick(state, at);
    case "'":
      return mode === 'plain' ? single(state, at) : at;
    case '"':
      return mode === 'plain' || mode === 'operand' ? double(state, at) : at;
    case '<':
    case '>':
      return mode === 'plain' && text[at + 1] === '(' ? process(state, at) : at;
    default:
      return at;
  }
}

function backslash(state: Scan, at: number): number {
  const next = state.text[at + 1];
  if (next === '\n') return at + 2;
  if (state.mode === 'plain') {
    push(state, { kind: 'text', text: next ?? '\\', quoted: true });
    return at + 2;
  }
  const protects =
    next === '$' ||
    next === '`' ||
    next === '\\' ||
    (next === '"' && state.mode !== 'here') ||
    (next === '}' && state.mode === 'operand');
  state.literal += protects ? next : `\\${next ?? ''}`;
  return at + 2;
}

function single(state: Scan, at: number): number {
  const end = pastSingle(state.text, at);
  push(state, { kind: 'text', text: state.text.slice(at + 1, end - 1), quoted: true });
  return end;
}

function double(state: Scan, at: number): number {
  const end = pastDouble(state.text, at);
  push(state, { kind: 'quotes', word: compileText(state.text.slice(at + 1, end - 1), 'double') });
  return end;
}

function backtick(state: Scan, at: number): number {
  const end = pastBacktick(state.text, at);
  const inside = state.text.slice(at + 1, end - 1);
  const script = inside.replace(state.mode === 'double' ? /\\([$`\\"])/g : /\\([$`\\])/g, '$1');
  push(state, { kind: 'command', script, quoted: isQuotedMode(state.mode) });
  return end;
}

function process(state: Scan, at: number): number {
  const end = pastCommand(state.text, at + 1);
  push(state, {
    kind: 'process',
    operator: state.text[at] === '<' ? '<' : '>',
    script: state.text.slice(at + 2, end - 1),
  });
  return end;
}

function dollar(state: Scan, at: number): number {
  const { text, mode } = state;
  const next = text[at + 1];
  if (next === '(') return parenthesis(state, at);
  if (next === '[') return oldArithmetic(state, at);
  if (next === "'" && mode === 'plain') {
    const end = pastAnsi(text, at);
    push(state, { kind: 'text', text: textOfAnsi(text.slice(at + 2, end - 1)), quoted: true });
    return end;
  }
  if (next === '"' && mode === 'plain') return double(state, at + 1);
  const found = parameterAt(text, at, mode);
  if (found === null) return at;
  push(state, { kind: 'parameter', parameter: found.parameter, quoted: isQuotedMode(mode) });
  return found.end;
}

function parenthesis(state: Scan, at: number): number {
  const { text } = state;
  const quoted = isQuotedMode(state.mode);
  const close = text[at + 2] === '(' ? arithmeticEnd(text, at + 3) : -1;
  if (close >= 0) {
    push(state, { kind: 'arithmetic', word: compileText(text.slice(at + 3, close), 'operand'), quoted });
    return close + 2;
  }
  const end = pastCommand(text, at + 1);
  push(state, { kind: 'command', script: text.slice(at + 2, end - 1), quoted });
  return end;
}

/** `$[1+2]`, which bash still takes. */
function oldArithmetic(state: Scan, at: number): number {
  const close = state.text.indexOf(']', at);
  if (close < 0) return at;
  const word = compileText(state.text.slice(at + 2, close), 'operand');
  push(state, { kind: 'arithmetic', word, quoted: isQuotedMode(state.mode) });
  return close + 1;
}
