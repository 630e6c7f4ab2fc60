import { bytesOf, textOf, type Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { eachSource, plainTexts } from './files.ts';
import { has, valueOf } from './options.ts';
import { awaitLine, takeLine } from './source.ts';
import { breathe, complain, coreForm, isDue, marked, put, tool, type Tool } from './tool.ts';

const utilLinux = (short: string, long: Readonly<Record<string, string>>) => ({
  short,
  long,
  usage: '[options] [file ...]',
  version: 'util-linux 2.38.1',
});

export const rev = tool({ ...utilLinux('', {}), version: 'util-linux) 2.38.1' }, function* (self, given) {
  const texts = {
    open: (name: Bytes, errno: Parameters<typeof plainTexts.open>[1]) =>
      `cannot open ${plainTexts.open(name, errno)}`,
    read: plainTexts.read,
  };
  yield* eachSource(self, { names: given.operands, texts }, function* (source) {
    for (;;) {
      const line = takeLine(source, '\n') ?? (yield* awaitLine(self, source, '\n'));
      if (line === null) return;
      put(self, bytesOf(Array.from(textOf(line)).toReversed().join('')) + (source.lacksEnd ? '' : '\n'));
      if (isDue(self)) yield* breathe(self);
    }
  });
});

export const fold = tool(
  {
    ...coreForm('bsw:', { bytes: 'b', spaces: 's', width: 'w' }, '[OPTION]... [FILE]...'),
    rewrite: (words) => words.map((word) => word.replace(/^-(\d+)$/, '-w$1')),
  },
  function* (self, given) {
    const text = valueOf(given, 'w') ?? '80';
    const width = Number(text);
    if (!/^\d+$/.test(text) || width === 0) {
      yield* complain(
        self,
        `invalid number of columns: ${marked(text)}${text === '0' ? ': Numerical result out of range' : ''}`,
      );
      return 1;
    }
    const isSpaced = has(given, 's');
    yield* eachSource(self, { names: given.operands, texts: plainTexts }, function* (source) {
      for (;;) {
        const line = takeLine(source, '\n') ?? (yield* awaitLine(self, source, '\n'));
        if (line === null) return;
        put(self, folded(line, width, isSpaced ? 'spaces' : 'anywhere') + (source.lacksEnd ? '' : '\n'));
        if (isDue(self)) yield* breathe(self);
      }
    });
    return 0;
  },
);

function folded(line: Bytes, width: number, breaks: 'spaces' | 'anywhere'): Bytes {
  let rest = line;
  let result = '';
  for (let size = fitting(rest, width); size < rest.length; size = fitting(rest, width)) {
    const blank =
      breaks === 'spaces' ? Math.max(rest.lastIndexOf(' ', size - 1), rest.lastIndexOf('\t', size - 1)) : -1;
    const cut = blank < 0 ? size : blank + 1;
    result += `${rest.slice(0, cut)}\n`;
    rest = rest.slice(cut);
  }
  return result + rest;
}

/** How many bytes stay within the width. */
function fitting(line: Bytes, width: number): number {
  let column = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '\t') column += 8 - (column % 8);
    else if (line[at] === '\b') column = Math.max(0, column - 1);
    else if (line[at] === '\r') column = 0;
    else column += 1;
    if (column > width) return Math.max(at, 1);
  }
  return line.length;
}

export const nl = tool(
  coreForm(
    'b:d:f:h:i:l:n:ps:v:w:',
    {
      'body-numbering': 'b',
      'section-delimiter': 'd',
      'footer-numbering': 'f',
      'header-numbering': 'h',
      'line-increment': 'i',
      'join-blank-lines': 'l',
      'number-format': 'n',
      'no-renumber': 'p',
      'number-separator': 's',
      'starting-line-number': 'v',
      'number-width': 'w',
    },
    '[OPTION]... [FILE]...',
  ),
  function* (self, given) {
    const style = valueOf(given, 'b') ?? 't';
    if (!['a', 't', 'n'].includes(style)) {
      yield* complain(self, `invalid body numbering style: ${marked(style)}`);
      return 1;
    }
    const width = Number(valueOf(given, 'w') ?? '6');
    const format = valueOf(given, 'n') ?? 'rn';
    const separator = valueOf(given, 's') ?? '\t';
    let number = Number(valueOf(given, 'v') ?? '1');
    const shown = (): Bytes =>
      format === 'ln'
        ? String(number).padEnd(width)
        : String(number).padStart(width, format === 'rz' ? '0' : ' ');
    yield* eachSource(self, { names: given.operands, texts: plainTexts }, function* (source) {
      for (;;) {
        const line = takeLine(source, '\n') ?? (yield* awaitLine(self, source, '\n'));
        if (line === null) return;
        if (style === 'a' || (style === 't' && line !== '')) {
          put(self, `${shown()}${separator}${line}\n`);
          number += Number(valueOf(given, 'i') ?? '1');
        } else put(self, `${' '.repeat(width + separator.length)}${line}\n`);
        if (isDue(self)) yield* breathe(self);
      }
    });
    return 0;
  },
);

export const paste = tool(
  coreForm('d:sz', { delimiters: 'd', serial: 's', 'zero-terminated': 'z' }, '[OPTION]... [FILE]...'),
  function* (self, given) {
    const marks = delimitersOf(valueOf(given, 'd') ?? '\t');
    const end = has(given, 'z') ? '\0' : '\n';
    const names = given.operands.length === 0 ? ['-'] : given.operands;
    const columns = yield* columnsOf(self, names, end);
    if (columns === null) return self.status;
    for (const row of has(given, 's') ? columns : rowsOf(names, columns)) put(self, joined(row, marks) + end);
    return 0;
  },
);

/** The lines of every file, the one input's for each `-`. Null: told. */
function* columnsOf(self: Tool, names: readonly Bytes[], end: Bytes): Step<readonly Bytes[][] | null> {
  const columns: Bytes[][] = [];
  for (const [at, name] of names.entries()) {
    const same = name === '-' ? names.indexOf('-') : at;
    columns.push(columns[same] ?? (yield* linesFrom(self, name, end)));
    if (self.status > 0) return null;
  }
  return columns;
}

function* linesFrom(self: Tool, name: Bytes, end: Bytes): Step<Bytes[]> {
  const lines: Bytes[] = [];
  yield* eachSource(self, { names: [name], texts: plainTexts }, function* (source) {
    for (;;) {
      const line = takeLine(source, end) ?? (yield* awaitLine(self, source, end));
      if (line === null) return;
      lines.push(line);
      if (isDue(self)) yield* breathe(self);
    }
  });
  return lines;
}

/** Line beside line: every `-` takes the next one of the one input. */
function rowsOf(names: readonly Bytes[], columns: readonly Bytes[][]): Bytes[][] {
  const inputs = names.filter((name) => name === '-').length;
  const beside = columns.map((lines, at) => {
    if (names[at] !== '-') return lines;
    return everyNth(lines, names.slice(0, at).filter((name) => name === '-').length, inputs);
  });
  const height = Math.max(...beside.map((lines) => lines.length));
  return Array.from({ length: height }, (_, row) => beside.map((lines) => lines[row] ?? ''));
}

const everyNth = (lines: readonly Bytes[], first: number, step: number): Bytes[] =>
  lines.filter((_, at) => at % step === first);

function joined(parts: readonly Bytes[], marks: readonly Bytes[]): Bytes {
  return parts.map((part, at) => (at === 0 ? part : (marks[(at - 1) % marks.length] ?? '') + part)).join('');
}

function delimitersOf(text: Bytes): readonly Bytes[] {
  const named: Readonly<Record<string, string>> = { n: '\n', t: '\t', '0': '', '\\': '\\' };
  const found = [...text.matchAll(/\\(.)|[^\\]/gs)].map(([all, letter]) =>
    letter === undefined ? all : (named[letter] ?? letter),
  );
  return found.length === 0 ? [''] : found;
}
