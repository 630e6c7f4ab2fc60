import type { Program } from '../../kernel/program.ts';
import type { Bench } from '../../machine.fixture.ts';
import { ask, createBench, rootUser } from '../../machine.fixture.ts';
import { textOf } from '../../bytes.ts';

type Sitting = {
  readonly bench: Bench;
  readonly type: (keys: string) => void;
  readonly resize: (columns: number, rows: number) => void;
  /** What stands on the screen, line by line, without spaces at the ends. */
  readonly rows: () => readonly string[];
  readonly cursor: () => readonly [row: number, column: number];
  /** Bytes sent since it was asked last. */
  readonly sent: () => number;
  readonly status: () => number | null;
  readonly read: (path: string) => string | null;
};

type Grid = { cells: string[][]; row: number; column: number };

const sequence = /^\x1b(?:\[([?>]?)([0-9;]*)([A-Za-z])|[()][A-Z0-9]|[=>c7-8])/;

/** Enough of a terminal to see what a full-screen program shows. */
function interpret(grid: Grid, text: string, columns: number): void {
  for (let at = 0; at < text.length;) {
    const found = sequence.exec(text.slice(at, at + 32));
    if (found !== null) {
      at += found[0].length;
      if (found[1] === '') control(grid, found[3] ?? '', found[2] ?? '');
      continue;
    }
    const character = text[at] ?? '';
    at += 1;
    if (character === '\r') grid.column = 0;
    else if (character === '\n') grid.row += 1;
    else if (character >= ' ') {
      const row = (grid.cells[grid.row] ??= []);
      if (grid.column < columns) row[grid.column] = character;
      grid.column += 1;
    }
  }
}

function control(grid: Grid, letter: string, said: string): void {
  const [first = 0, second = 0] = said.split(';').map(Number);
  if (letter === 'H') {
    grid.row = Math.max(1, first) - 1;
    grid.column = Math.max(1, second) - 1;
  } else if (letter === 'J') grid.cells = [];
  else if (letter === 'K') grid.cells[grid.row]?.splice(grid.column);
}

type Seat = {
  readonly program: Program;
  readonly words: readonly string[];
  readonly files?: Readonly<Record<string, string>>;
  readonly columns?: number;
  readonly rows?: number;
};

export function sitAt({ program, words, files, columns, rows }: Seat): Sitting {
  const entries = Object.entries(files ?? {}).map(([path, content]) => ({
    path,
    content,
    kind: 'file' as const,
    mode: 0o644,
    uid: 0,
    gid: 0,
    modifiedAt: 0,
  }));
  const bench = createBench({ entries });
  const grid: Grid = { cells: [], row: 0, column: 0 };
  let sent = 0;
  let wide = columns ?? 80;
  const terminal = bench.machine.openTerminal({
    columns: wide,
    rows: rows ?? 24,
    send: (bytes) => {
      sent += bytes.length;
      interpret(grid, textOf(bytes), wide);
    },
  });
  let status: number | null = null;
  const started = bench.machine.start({
    file: `/bin/${words[0] ?? ''}`,
    arguments: words,
    environment: new Map(),
    who: rootUser,
    directory: '/',
    lines: { kind: 'terminal', terminal },
    program,
    isFirst: false,
  });
  bench.machine.onExit((pid, change) => {
    if (started.ok && pid === started.value) status = change.how === 'exited' ? change.status : 128;
  });
  bench.settle();
  return {
    bench,
    type: (keys) => {
      terminal.input(keys);
      bench.settle();
      bench.pass(100);
    },
    resize: (toColumns, toRows) => {
      wide = toColumns;
      grid.cells = [];
      terminal.resize(toColumns, toRows);
      bench.settle();
    },
    rows: () =>
      Array.from({ length: 24 }, (_, row) =>
        Array.from(grid.cells[row] ?? [], (cell) => cell ?? ' ')
          .join('')
          .trimEnd(),
      ),
    cursor: () => [grid.row, grid.column],
    sent: () => {
      const count = sent;
      sent = 0;
      return count;
    },
    status: () => status,
    read: (path) =>
      ask(bench, (system) => {
        const file = system.files.readFile(path);
        return { text: file.ok ? textOf(file.value) : null };
      }).text,
  };
}
