import { textOf, type Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import { linesOf, wholeFile } from './files.ts';
import { has, valueOf, type Given } from './options.ts';
import { complain, put, tool, type Tool } from './tool.ts';

const form = {
  short: 'c:eH:JLN:no:R:s:txT:',
  long: {
    'output-width': 'c',
    columns: 'c',
    'keep-empty-lines': 'L',
    'table-columns': 'N',
    'output-separator': 'o',
    'table-right': 'R',
    separator: 's',
    table: 't',
    fillrows: 'x',
    'table-hide': 'H',
  },
  usage: '[options] [<file>...]',
  version: 'util-linux) 2.38.1',
} as const;

const widthOf = (text: Bytes): number => Array.from(textOf(text)).length;
const padded = (text: Bytes, to: number): Bytes => text + ' '.repeat(Math.max(0, to - widthOf(text)));
const texts = {
  open: (name: Bytes): Bytes => `${name}: No such file or directory`,
  read: (name: Bytes): Bytes => `${name}: Is a directory`,
};

/** Lines as a table, or as many beside each other as fit. */
export const column = tool(form, function* (self, given) {
  const lines = yield* linesIn(self, given);
  if (has(given, 't')) return table(self, given, lines);
  const width = Number(valueOf(given, 'c') ?? self.system.environment.get('COLUMNS') ?? '80');
  if (!Number.isInteger(width) || width < 1) {
    yield* complain(self, 'invalid columns argument');
    return 1;
  }
  fill(self, { lines, width, isByRow: has(given, 'x') });
  return self.status;
});

function* linesIn(self: Tool, given: Given): Step<readonly Bytes[]> {
  const lines: Bytes[] = [];
  for (const name of given.operands.length === 0 ? ['-'] : given.operands)
    lines.push(...linesOf((yield* wholeFile(self, name, texts)) ?? '', '\n'));
  return has(given, 'L') ? lines : lines.filter((line) => line.trim() !== '');
}

type Filling = { readonly lines: readonly Bytes[]; readonly width: number; readonly isByRow: boolean };

function fill(self: Tool, { lines, width, isByRow }: Filling): void {
  const longest = Math.max(0, ...lines.map(widthOf));
  const step = longest + 8 - (longest % 8);
  const columns = Math.max(1, Math.floor(width / step));
  if (longest >= width || columns === 1) {
    put(self, lines.map((line) => `${line}\n`).join(''));
    return;
  }
  const rows = Math.ceil(lines.length / columns);
  for (let row = 0; row < rows; row += 1) {
    const cells = Array.from(
      { length: columns },
      (_, at) => lines[isByRow ? row * columns + at : at * rows + row],
    );
    put(
      self,
      `${tabbed(
        cells.filter((cell) => cell !== undefined),
        step,
      )}\n`,
    );
  }
}

/** Columns are reached by tabs, as many as it takes. */
const tabbed = (cells: readonly Bytes[], step: number): Bytes =>
  cells
    .map((cell, at) =>
      at === cells.length - 1 ? cell : cell + '\t'.repeat(Math.ceil((step - widthOf(cell)) / 8)),
    )
    .join('');

function table(self: Tool, given: Given, lines: readonly Bytes[]): number {
  const separators = valueOf(given, 's');
  const between = valueOf(given, 'o') ?? '  ';
  const names = valueOf(given, 'N')?.split(',') ?? [];
  const rows = lines.map((line) => cellsOf(line, separators));
  const all = names.length === 0 ? rows : [names, ...rows];
  const count = Math.max(0, ...all.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, at) =>
    Math.max(0, ...all.map((row) => widthOf(row[at] ?? ''))),
  );
  const right = new Set(
    (valueOf(given, 'R') ?? '')
      .split(',')
      .map((word) => (names.includes(word) ? names.indexOf(word) : Number(word) - 1)),
  );
  for (const row of all) {
    const cells = widths.map((width, at) => {
      const cell = row[at] ?? '';
      if (right.has(at)) return ' '.repeat(Math.max(0, width - widthOf(cell))) + cell;
      return at === count - 1 ? cell : padded(cell, width);
    });
    put(self, `${row.length === 0 ? '' : cells.join(between)}\n`);
  }
  return self.status;
}

function cellsOf(line: Bytes, separators: Bytes | null): readonly Bytes[] {
  if (separators === null) return line.split(/[ \t]+/).filter((word) => word !== '');
  const cells: Bytes[] = [''];
  for (const letter of line)
    if (separators.includes(letter)) cells.push('');
    else cells.push((cells.pop() ?? '') + letter);
  return cells;
}
