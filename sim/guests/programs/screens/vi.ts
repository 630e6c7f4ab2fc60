import type { Bytes } from '../../bytes.ts';
import { textOf } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import type { Document } from './document.ts';
import { clampCursor, lineAt, openDocument } from './document.ts';
import { clipped, columnOf, openScreen } from './screen.ts';
import { sizeSaid } from './vi-ex.ts';
import { command } from './vi-keys.ts';
import type { Vi } from './vi-state.ts';
import { firstLetter } from './vi-state.ts';

export const vi: Program = function* (system) {
  const words = system.arguments.slice(1);
  if (words[0] === '--version') {
    yield* system.descriptors.write(1, 'VIM - Vi IMproved 9.0 (2022 Jun 28)\n');
    return 0;
  }
  if (!system.descriptors.isTerminal(0) || !system.descriptors.isTerminal(1)) {
    yield* system.descriptors.write(
      2,
      'Vim: Warning: Input is not from a terminal\nVim: Error reading input, exiting...\n',
    );
    return 1;
  }
  const state = yield* opened(system, words);
  while (state.status === null) yield* command(state);
  yield* state.screen.close();
  return state.status;
};

function* opened(system: System, words: readonly Bytes[]): Step<Vi> {
  const path = words.find((word) => !/^[-+]/.test(word)) ?? null;
  const { document, trouble } = openDocument(system, path);
  const screen = yield* openScreen(system, 0);
  const state: Vi = {
    system,
    screen,
    document,
    mode: 'normal',
    top: 0,
    message: '',
    register: { lines: [], isLines: false },
    undone: [],
    done: [],
    pressed: [],
    last: [],
    replay: [],
    sought: null,
    found: null,
    anchor: { row: 0, column: 0 },
    hasNumbers: false,
    isReadOnly: isAskedReadOnly(system) || isProtected(system, document),
    status: null,
    prompt: null,
    show: () => show(state),
  };
  if (path !== null)
    state.message = `"${textOf(path)}" ${trouble === null ? fileSaid(state) : `[${trouble}]`}`;
  const start = words.find((word) => word.startsWith('+'))?.slice(1);
  if (start !== undefined) startAt(document, start);
  return state;
}

const isAskedReadOnly = ({ arguments: [name, ...words] }: System): boolean =>
  words.includes('-R') || name?.endsWith('view') === true;

const isProtected = (system: System, { path, isNew }: Document): boolean =>
  path !== null && !isNew && !system.files.mayAccess(path, 'write');

const fileSaid = (state: Vi): string =>
  state.document.isNew ? '[New]' : `${state.isReadOnly ? '[readonly] ' : ''}${sizeSaid(state)}`;

/** `+12`, or the last line after a bare `+`. */
function startAt(document: Document, start: Bytes): void {
  document.row = /^\d+$/.test(start) ? Number(start) - 1 : document.lines.length - 1;
  clampCursor(document, 0);
  document.column = firstLetter(lineAt(document));
}

const modeNames = {
  normal: '',
  insert: '-- INSERT --',
  replace: '-- REPLACE --',
  visual: '-- VISUAL --',
  'visual lines': '-- VISUAL LINE --',
} as const;

function* show(state: Vi): Step<void> {
  const { screen, document, prompt } = state;
  const { columns, rows } = screen.size();
  const height = rows - 1;
  clampCursor(document, state.mode === 'normal' ? 0 : 1);
  if (document.row < state.top) state.top = document.row;
  if (document.row >= state.top + height) state.top = document.row - height + 1;
  const margin = state.hasNumbers ? Math.max(4, String(document.lines.length).length + 1) : 0;
  const cursorColumn = columnOf(lineAt(document), document.column);
  const width = columns - margin;
  // A long line is moved sideways while one is in it.
  const left = cursorColumn >= width ? cursorColumn - Math.floor(width / 2) : 0;
  const body = Array.from({ length: height }, (_, at) => {
    const row = state.top + at;
    const line = document.lines[row];
    if (line === undefined) return '~';
    const number = state.hasNumbers ? `${String(row + 1).padStart(margin - 1)} ` : '';
    return number + painted(state, row, clipped(line, row === document.row ? left : 0, width));
  });
  const cursor =
    prompt === null
      ? { row: document.row - state.top, column: margin + cursorColumn - left }
      : { row: rows - 1, column: Math.min(widthIn(prompt), columns - 1) };
  yield* screen.draw([...body, statusLine(state, columns)], cursor);
}

const widthIn = (text: string): number => columnOf(text, text.length);

function painted({ mode, anchor, document }: Vi, row: number, text: string): string {
  const isIn = row >= Math.min(anchor.row, document.row) && row <= Math.max(anchor.row, document.row);
  if (!mode.startsWith('visual') || !isIn) return text;
  if (mode === 'visual lines' || anchor.row !== document.row)
    return `\x1b[7m${text === '' ? ' ' : text}\x1b[0m`;
  const from = Math.min(anchor.column, document.column);
  const to = Math.max(anchor.column, document.column) + 1;
  return `${text.slice(0, from)}\x1b[7m${text.slice(from, to)}\x1b[0m${text.slice(to)}`;
}

function statusLine(state: Vi, columns: number): string {
  const { document, prompt, mode, message, top, screen } = state;
  if (prompt !== null) return clipped(prompt, 0, columns);
  const said = mode === 'normal' ? message : modeNames[mode];
  const height = screen.size().rows - 1;
  const count = document.lines.length;
  const where =
    count <= height
      ? 'All'
      : top === 0
        ? 'Top'
        : top + height >= count
          ? 'Bot'
          : `${Math.floor((top * 100) / (count - height))}%`;
  const ruler =
    `${document.row + 1},${document.column + (lineAt(document) === '' ? 0 : 1)}`.padEnd(14) + where;
  const room = Math.max(0, columns - 18);
  return `${said.length > room ? said.slice(0, Math.max(room, columns - 19)) : said.padEnd(room)}${ruler}`.slice(
    0,
    columns,
  );
}
