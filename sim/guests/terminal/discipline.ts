import type { Bytes } from '../bytes.ts';
import type { TerminalModes } from '../kernel/terminal-facts.ts';
import type { SignalName } from '../kernel/signals.table.ts';

/** Linux keeps no longer line than this; what is typed beyond is lost but for its end. */
const longestLine = 4095;
const mostWaiting = 65_536;

/** What is typed, on its way to whoever reads. '' among the finished is an end of file. */
export type Discipline = {
  modes: TerminalModes;
  line: Bytes;
  finished: Bytes[];
  isLiteral: boolean;
  isPaused: boolean;
  /** Where the echo of this line began and is: tabs are as wide as their column says. */
  column: number;
};

/** What a typed byte leads to besides. */
export type Effects = {
  readonly echo: (bytes: Bytes) => void;
  readonly signal: (signal: SignalName) => void;
  readonly changed: () => void;
};

export const usualModes: TerminalModes = {
  isCooked: true,
  echo: true,
  signals: true,
  returnIsNewline: true,
  newlineIsBoth: true,
};

export const createDiscipline = (): Discipline => ({
  modes: usualModes,
  line: '',
  finished: [],
  isLiteral: false,
  isPaused: false,
  column: 0,
});

const signalKeys: Readonly<Record<string, SignalName>> = { '\x03': 'INT', '\x1c': 'QUIT', '\x1a': 'TSTP' };

export function type(state: Discipline, bytes: Bytes, effects: Effects): void {
  const { modes } = state;
  // A paste into a program that reads raw: nothing to look at.
  if (!modes.isCooked && !modes.signals && !modes.echo && !modes.returnIsNewline)
    return hand(state, bytes, effects);
  for (const byte of bytes) typeOne(state, byte, effects);
}

function typeOne(state: Discipline, typed: string, effects: Effects): void {
  if (state.isLiteral) {
    state.isLiteral = false;
    return add(state, typed, effects);
  }
  const { modes } = state;
  const byte = modes.returnIsNewline && typed === '\r' ? '\n' : typed;
  if (isFlow(state, byte, effects)) return;
  const signal = modes.signals ? signalKeys[byte] : undefined;
  if (signal !== undefined) {
    state.line = '';
    state.finished = [];
    echo(state, byte, effects);
    state.column = 0;
    effects.signal(signal);
    return effects.changed();
  }
  if (!modes.isCooked) {
    echo(state, byte, effects);
    return hand(state, byte, effects);
  }
  edit(state, byte, effects);
}

/** Ctrl-S holds the output back, Ctrl-Q, and any key, lets it go. */
function isFlow(state: Discipline, byte: string, effects: Effects): boolean {
  if (!state.modes.isCooked) return false;
  if (byte === '\x13') {
    state.isPaused = true;
    return true;
  }
  if (!state.isPaused && byte !== '\x11') return false;
  state.isPaused = false;
  effects.changed();
  return byte === '\x11';
}

function edit(state: Discipline, byte: string, effects: Effects): void {
  switch (byte) {
    case '\n':
      echo(state, byte, effects);
      return finish(state, `${state.line}\n`, effects);
    case '\x04':
      return finish(state, state.line, effects);
    case '\x7f':
    case '\b':
      return erase(state, 1, effects);
    case '\x15':
      return erase(state, state.line.length, effects);
    case '\x17':
      return erase(state, wordLength(state.line), effects);
    case '\x12':
      effects.echo('^R\r\n');
      state.column = 0;
      for (const shown of state.line) echo(state, shown, effects);
      return;
    case '\x16':
      state.isLiteral = true;
      if (state.modes.echo) effects.echo('^\b');
      return;
    default:
      return add(state, byte, effects);
  }
}

function add(state: Discipline, byte: string, effects: Effects): void {
  if (!state.modes.isCooked) return hand(state, byte, effects);
  if (state.line.length >= longestLine) return effects.echo('\x07');
  state.line += byte;
  echo(state, byte, effects);
}

function finish(state: Discipline, line: Bytes, effects: Effects): void {
  state.line = '';
  state.column = 0;
  state.finished.push(line);
  effects.changed();
}

function hand(state: Discipline, bytes: Bytes, effects: Effects): void {
  let waiting = 0;
  for (const { length } of state.finished) waiting += length;
  if (waiting + bytes.length > mostWaiting) return;
  state.finished.push(bytes);
  effects.changed();
}

const wordLength = (line: Bytes): number => line.length - line.replace(/[^ \t]*[ \t]*$/, '').length;

/** Whole characters: the bytes that follow a first one go with it. */
function erase(state: Discipline, count: number, effects: Effects): void {
  const goal = Math.max(0, state.line.length - count);
  while (state.line.length > goal) {
    let start = state.line.length - 1;
    while (start > 0 && (state.line.charCodeAt(start) & 0xc0) === 0x80) start -= 1;
    const character = state.line.slice(start);
    state.line = state.line.slice(0, start);
    rubOut(state, character, effects);
  }
}

function rubOut(state: Discipline, character: Bytes, effects: Effects): void {
  if (!state.modes.echo) return;
  const before = state.column;
  state.column = widthOf(state.line);
  const width = before - state.column;
  if (character === '\t') effects.echo('\b'.repeat(width));
  else effects.echo('\b \b'.repeat(width));
}

function widthOf(line: Bytes): number {
  let column = 0;
  for (const byte of line) column += shownWidth(byte, column);
  return column;
}

function shownWidth(byte: string, column: number): number {
  const code = byte.charCodeAt(0);
  if (byte === '\t') return 8 - (column % 8);
  if (code < 32 || code === 127) return 2;
  return (code & 0xc0) === 0x80 ? 0 : 1;
}

function echo(state: Discipline, byte: string, effects: Effects): void {
  if (!state.modes.echo) return;
  const code = byte.charCodeAt(0);
  state.column += shownWidth(byte, state.column);
  if (byte === '\n') effects.echo(state.modes.newlineIsBoth ? '\r\n' : '\n');
  else if (byte === '\t' || (code >= 32 && code !== 127)) effects.echo(byte);
  else effects.echo(`^${String.fromCharCode(code ^ 64)}`);
}

/** What one `read` gets: a line at most, or what has come; null: nothing yet. */
export function take(state: Discipline, most: number): Bytes | null {
  const first = state.finished[0];
  if (first === undefined) return null;
  if (first.length > most) {
    state.finished[0] = first.slice(most);
    return first.slice(0, most);
  }
  state.finished.shift();
  if (state.modes.isCooked) return first;
  let bytes = first;
  for (;;) {
    const next = state.finished[0];
    if (next === undefined || bytes.length + next.length > most) return bytes;
    bytes += next;
    state.finished.shift();
  }
}

/** A line that is half typed when the editing ends belongs to whoever reads raw. */
export function changeModes(state: Discipline, modes: TerminalModes): void {
  if (state.modes.isCooked && !modes.isCooked && state.line !== '') {
    state.finished.push(state.line);
    state.line = '';
  }
  state.modes = modes;
}
