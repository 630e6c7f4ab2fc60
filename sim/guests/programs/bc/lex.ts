export type Token = {
  readonly kind: 'number' | 'name' | 'word' | 'string' | 'mark' | 'newline' | 'end' | 'bad';
  readonly text: string;
  /** Of its line; an end of line is of the next. */
  readonly line: number;
};

const words: ReadonlySet<string> = new Set([
  'auto',
  'break',
  'continue',
  'define',
  'else',
  'for',
  'halt',
  'ibase',
  'if',
  'last',
  'length',
  'limits',
  'obase',
  'print',
  'quit',
  'random',
  'read',
  'return',
  'scale',
  'sqrt',
  'void',
  'warranty',
  'while',
]);

const shapes: readonly (readonly [Token['kind'] | 'skip', RegExp])[] = [
  ['skip', /(?:[ \t\r\f]+|\\\n|#[^\n]*|\/\*[^]*?\*\/)/y],
  ['newline', /\n/y],
  ['number', /(?:[0-9A-F](?:\\\n)?)+(?:\.(?:(?:\\\n)?[0-9A-F])*)?|\.(?:(?:\\\n)?[0-9A-F])+/y],
  ['name', /[a-z][a-z0-9_]*/y],
  ['string', /"[^"]*"/y],
  ['mark', /(?:\+\+|--|\|\||&&|[-+*/%^=!<>]=|[-+*/%^=!<>()[\]{},;.])/y],
];

export type Reach = { readonly firstLine: number; /** Nothing more comes. */ readonly isAll: boolean };

/** Null: a remark or a text goes on behind what is there. */
export function lex(text: string, { firstLine, isAll }: Reach): readonly Token[] | null {
  const tokens: Token[] = [];
  let line = firstLine;
  for (let at = 0; at < text.length;) {
    if (!isAll && goesOn(text, at)) return null;
    const found = shapeAt(text, at);
    const cut = found?.text ?? text[at] ?? '';
    at += cut.length;
    line += cut.split('\n').length - 1;
    if (found?.kind !== 'skip') tokens.push({ ...tokenOf(found?.kind ?? 'bad', cut), line });
  }
  return [...tokens, { kind: 'end', text: '', line }];
}

function goesOn(text: string, at: number): boolean {
  if (text.startsWith('/*', at)) return !text.includes('*/', at + 2);
  if (text[at] === '"') return !text.includes('"', at + 1);
  return text[at] === '\\' && at === text.length - 2 && text.endsWith('\n');
}

function tokenOf(kind: Token['kind'], text: string): Omit<Token, 'line'> {
  if (kind === 'number') return { kind, text: text.replaceAll('\\\n', '') };
  if (kind === 'string') return { kind, text: text.slice(1, -1) };
  return { kind: kind === 'name' && words.has(text) ? 'word' : kind, text };
}

function shapeAt(
  text: string,
  at: number,
): { readonly kind: Token['kind'] | 'skip'; readonly text: string } | null {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = at;
    const found = shape.exec(text);
    if (found !== null) return { kind, text: found[0] };
  }
  return null;
}
