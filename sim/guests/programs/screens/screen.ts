import type { Bytes } from '../../bytes.ts';
import { bytesOf, textOf } from '../../bytes.ts';
import type { Step, System } from '../../kernel/program.ts';
import type { TerminalModes } from '../../kernel/terminal-facts.ts';
import { characterWidth } from '../files/width.ts';
import { createKeys } from './keys.ts';

type Key = string;

/** A terminal in raw mode that a program draws on line by line; only lines that changed are sent. */
export type Screen = {
  readonly size: () => { readonly columns: number; readonly rows: number };
  /** Every row, and where the cursor shall stand. */
  readonly draw: (rows: readonly string[], cursor: Place) => Step<void>;
  /** The next key, `resize`, or `timeout`; null: the terminal is gone. */
  readonly key: (most: number | null) => Step<Key | null>;
  readonly close: () => Step<void>;
};
export type Place = { readonly row: number; readonly column: number };

const raw: TerminalModes = {
  isCooked: false,
  echo: false,
  signals: false,
  returnIsNewline: false,
  newlineIsBoth: false,
};

export function* openScreen(system: System, input: number): Step<Screen> {
  const before = system.terminal.modes();
  let shown: readonly string[] = [];
  let isResized = false;
  system.terminal.changeModes(raw);
  system.processes.onSignal('WINCH', () => {
    isResized = true;
    shown = [];
  });
  const keys = createKeys();
  yield* system.descriptors.write(1, '\x1b[?1049h\x1b[H\x1b[2J');
  return {
    size: () => {
      const { columns, rows } = system.terminal.size();
      return { columns: Math.max(columns, 20), rows: Math.max(rows, 4) };
    },
    draw: function* (rows, cursor) {
      const isWhole = shown.length !== rows.length;
      const changes = rows.map((row, at) =>
        row === shown[at] ? '' : `\x1b[${at + 1};1H${bytesOf(row)}\x1b[0m\x1b[K`,
      );
      shown = rows;
      const place = `\x1b[${cursor.row + 1};${cursor.column + 1}H`;
      yield* system.descriptors.write(
        1,
        `\x1b[?25l${isWhole ? '\x1b[2J' : ''}${changes.join('')}${place}\x1b[?25h`,
      );
    },
    key: function* (most) {
      for (;;) {
        const key = keys.next();
        if (key !== null) return key;
        if (isResized) {
          isResized = false;
          return 'resize';
        }
        // A lone escape is one when nothing follows it soon.
        const wait = keys.isUnfinished() ? 50 : most;
        const ready = yield* system.descriptors.poll([input], wait);
        if (!ready.ok) continue;
        if (ready.value.length === 0) {
          if (keys.isUnfinished()) keys.finish();
          else return 'timeout';
          continue;
        }
        const read = yield* system.descriptors.read(input, 4096);
        if (!read.ok && read.errno === 'EINTR') continue;
        if (!read.ok || read.value === '') return null;
        keys.push(read.value);
      }
    },
    close: function* () {
      system.processes.onSignal('WINCH', 'default');
      const { rows } = system.terminal.size();
      yield* system.descriptors.write(1, `\x1b[${rows};1H\x1b[0m\x1b[?1049l\x1b[?25h`);
      system.terminal.changeModes(before);
    },
  };
}

/** As much of a text as fits into so many columns from one on; tabs reach to the next eighth. */
export function clipped(text: string, from: number, columns: number): string {
  let said = '';
  let at = 0;
  for (const piece of spread(text)) {
    const width = characterWidth(piece);
    if (at >= from && at + width <= from + columns) said += piece;
    else if (at < from && at + width > from) said += ' ';
    at += width;
    if (at >= from + columns) break;
  }
  return said;
}

/** What cannot be shown as it is: tabs as spaces, controls as `^X`. */
function* spread(text: string): Generator<string, void, void> {
  let at = 0;
  for (const character of text) {
    const pieces = character === '\t' ? ' '.repeat(8 - (at % 8)) : visible(character);
    for (const piece of pieces) {
      yield piece;
      at += characterWidth(piece);
    }
  }
}

const visible = (character: string): string =>
  character < ' '
    ? `^${String.fromCharCode(character.charCodeAt(0) + 64)}`
    : character === '\x7f'
      ? '^?'
      : character;

/** Columns that the first so many characters take. */
export function columnOf(text: string, count: number): number {
  let columns = 0;
  for (const piece of spread(text.slice(0, count))) columns += characterWidth(piece);
  return columns;
}

export const linesOf = (bytes: Bytes): string[] => {
  const lines = textOf(bytes).split('\n');
  if (lines.at(-1) === '' && lines.length > 1) lines.pop();
  return lines;
};
