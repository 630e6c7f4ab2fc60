export type Token =
  | { readonly kind: 'number' | 'name' | 'field' | 'variable' | 'format' | 'sign'; readonly text: string }
  | { readonly kind: 'text'; readonly parts: readonly (string | readonly Token[])[] };

export type Lexed = { readonly ok: true; readonly tokens: readonly Token[] } | { readonly ok: false };

type Reading = { readonly source: string; at: number };

const space = /(?:\s|#[^\n]*)*/y;
const shapes = [
  ['number', /\d+(?:\.\d*)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?/y],
  ['name', /[A-Za-z_]\w*(?:::\w+)*/y],
  ['field', /\.[A-Za-z_]\w*/y],
  ['variable', /\$(?:__loc__|[A-Za-z_]\w*)/y],
  ['format', /@[A-Za-z0-9]+/y],
  ['sign', /\?\/\/=?|\/\/=|\|=|\+=|-=|\*=|\/=|%=|==|!=|<=|>=|\/\/|\.\.|[.,|:;()[\]{}?=<>+\-*/%]/y],
] as const;

/** The words of a filter; what is in a text's brackets has its own. */
export function lex(source: string): Lexed {
  const reading = { source, at: 0 };
  const tokens = tokensIn(reading, null);
  return tokens === null ? { ok: false } : { ok: true, tokens };
}

/** Up to the bracket that closes, where one is to; null: it is none of the language. */
function tokensIn(reading: Reading, end: ')' | null): Token[] | null {
  const tokens: Token[] = [];
  for (let depth = 0; ;) {
    take(reading, space);
    const sign = reading.source[reading.at];
    if (sign === undefined) return end === null ? tokens : null;
    if (sign === ')' && end !== null && depth === 0) {
      reading.at += 1;
      return tokens;
    }
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    const token = sign === '"' ? textToken(reading) : plainToken(reading);
    if (token === null) return null;
    tokens.push(token);
  }
}

function take(reading: Reading, shape: RegExp): string | null {
  shape.lastIndex = reading.at;
  const found = shape.exec(reading.source);
  if (found === null) return null;
  reading.at += found[0].length;
  return found[0];
}

function plainToken(reading: Reading): Token | null {
  for (const [kind, shape] of shapes) {
    const text = take(reading, shape);
    if (text !== null)
      return {
        kind,
        text: kind === 'field' || kind === 'variable' || kind === 'format' ? text.slice(1) : text,
      };
  }
  return null;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '/': '/',
  '\\': '\\',
  '"': '"',
};

function textToken(reading: Reading): Token | null {
  const parts: (string | readonly Token[])[] = [];
  let text = '';
  reading.at += 1;
  for (;;) {
    const letter = reading.source[reading.at];
    reading.at += 1;
    if (letter === undefined) return null;
    if (letter === '"') return { kind: 'text', parts: [...parts, text] };
    if (letter !== '\\') {
      text += letter;
      continue;
    }
    const piece = escaped(reading);
    if (piece === null) return null;
    if (typeof piece === 'string') text += piece;
    else {
      parts.push(text, piece);
      text = '';
    }
  }
}

function escaped(reading: Reading): string | readonly Token[] | null {
  const letter = reading.source[reading.at] ?? '';
  reading.at += 1;
  if (letter === '(') return tokensIn(reading, ')');
  if (letter !== 'u') return escapes[letter] ?? null;
  const code = take(reading, /[0-9a-fA-F]{4}/y);
  return code === null ? null : String.fromCharCode(Number.parseInt(code, 16));
}
