import { bytesOf, textOf } from '../../bytes.ts';
import type { Program, Step, System } from '../../kernel/program.ts';
import type { Document } from './document.ts';
import {
  breakLine,
  clampCursor,
  eraseAt,
  eraseBefore,
  insertText,
  lineAt,
  openDocument,
  saveDocument,
} from './document.ts';
import type { Screen } from './screen.ts';
import { clipped, columnOf, openScreen } from './screen.ts';
import { isCharacter } from './keys.ts';
import { moves } from './nano-moves.ts';

type Nano = {
  readonly system: System;
  readonly screen: Screen;
  readonly document: Document;
  top: number;
  message: string;
  cut: string[];
  /** Lines cut one after the other gather. */
  isCutting: boolean;
  sought: string;
  isOver: boolean;
};

const version = ' GNU nano, version 7.2\n';

export const nano: Program = function* (system) {
  const words = system.arguments.slice(1);
  if (words.includes('--version') || words.includes('-V')) {
    yield* system.descriptors.write(1, version);
    return 0;
  }
  if (!system.descriptors.isTerminal(0) || !system.descriptors.isTerminal(1)) {
    yield* system.descriptors.write(2, 'Standard input is not a terminal\n');
    return 1;
  }
  const path = words.find((word) => !/^[-+]/.test(word)) ?? null;
  const { document, trouble } = openDocument(system, path);
  const start = Number(words.find((word) => /^\+\d+$/.test(word))?.slice(1) ?? '1');
  document.row = Math.min(start, document.lines.length) - 1;
  const screen = yield* openScreen(system, 0);
  const nanoNow: Nano = {
    system,
    screen,
    document,
    top: 0,
    message: openingSaid(document, trouble),
    cut: [],
    isCutting: false,
    sought: '',
    isOver: false,
  };
  while (!nanoNow.isOver) {
    yield* show(nanoNow, null);
    const key = yield* screen.key(null);
    if (key === null) break;
    yield* press(nanoNow, key);
  }
  yield* screen.close();
  return 0;
};

function openingSaid({ path, isNew, lines }: Document, trouble: string | null): string {
  if (trouble !== null) return `[ Error reading ${textOf(path ?? '')}: ${trouble} ]`;
  if (isNew) return path === null ? '' : '[ New File ]';
  return `[ Read ${lines.length} line${lines.length === 1 ? '' : 's'} ]`;
}

const bold = (text: string): string => `\x1b[7m${text}\x1b[0m`;

const help = [
  ['^O Write Out', '^W Where Is', '^K Cut', '^C Location'],
  ['^X Exit', '^U Paste', '^/ Go To Line'],
];
const helpColumns = Math.max(...help.map(({ length }) => length));

type Prompt = { readonly text: string; readonly answer: string };

function* show(nanoNow: Nano, prompt: Prompt | null): Step<void> {
  const { screen, document } = nanoNow;
  const { columns, rows } = screen.size();
  const height = rows - 4;
  clampCursor(document, 1);
  if (document.row < nanoNow.top || document.row >= nanoNow.top + height)
    nanoNow.top = Math.max(0, document.row - Math.floor(height / 2));
  const name = document.path === null ? 'New Buffer' : textOf(document.path);
  const title = `  GNU nano 7.2${name.padStart(Math.floor((columns + name.length) / 2) - 14)}`;
  const flag = document.isChanged ? 'Modified  ' : '';
  const cursorColumn = columnOf(lineAt(document), document.column);
  const left = cursorColumn >= columns - 1 ? cursorColumn - Math.floor(columns / 2) : 0;
  const body = Array.from({ length: height }, (_, at) => {
    const line = document.lines[nanoNow.top + at] ?? '';
    return clipped(line, nanoNow.top + at === document.row ? left : 0, columns);
  });
  const asked = prompt === null ? '' : `${prompt.text}: ${prompt.answer}`;
  const middle = Math.max(0, Math.floor((columns - nanoNow.message.length) / 2));
  const status =
    prompt === null
      ? nanoNow.message === ''
        ? ''
        : ' '.repeat(middle) + bold(nanoNow.message)
      : bold(asked.padEnd(columns).slice(0, columns));
  const width = Math.floor(columns / helpColumns);
  const keys = help.map((row) =>
    row
      .map((one) => `${bold(one.slice(0, 2))}${one.slice(2, width).padEnd(width - 2)}`)
      .join('')
      .trimEnd(),
  );
  const cursor =
    prompt === null
      ? { row: document.row - nanoNow.top + 1, column: cursorColumn - left }
      : { row: rows - 3, column: Math.min(asked.length, columns - 1) };
  yield* screen.draw(
    [
      bold(title.padEnd(columns - flag.length).slice(0, columns - flag.length) + flag),
      ...body,
      status,
      ...keys,
    ],
    cursor,
  );
}

/** What was typed; null: it was called off. */
function* ask(nanoNow: Nano, text: string, suggestion: string): Step<string | null> {
  let answer = suggestion;
  for (;;) {
    yield* show(nanoNow, { text, answer });
    const key = yield* nanoNow.screen.key(null);
    if (key === null || key === '^C' || key === 'escape') {
      nanoNow.message = '[ Cancelled ]';
      return null;
    }
    if (key === 'enter') return answer;
    if (key === 'backspace') answer = answer.slice(0, -1);
    else if (key === '^U' || key === '^K') answer = '';
    else if (isCharacter(key)) answer += key;
  }
}

/** null: called off. */
function* yesOrNo(nanoNow: Nano, text: string): Step<boolean | null> {
  for (;;) {
    yield* show(nanoNow, { text: `${text} (Y/N, ^C)`, answer: '' });
    const key = yield* nanoNow.screen.key(null);
    if (key === null || key === '^C' || key === 'escape') return null;
    if (/^[yY]$/.test(key)) return true;
    if (/^[nN]$/.test(key)) return false;
  }
}

function* press(nanoNow: Nano, key: string): Step<void> {
  const { document } = nanoNow;
  nanoNow.message = '';
  if (key !== '^K') nanoNow.isCutting = false;
  const command = commands[key];
  if (command !== undefined) yield* command(nanoNow);
  else if (moves[key] !== undefined) moves[key](document, nanoNow.screen.size().rows - 4);
  else if (key === 'enter') breakLine(document, '');
  else if (key === 'backspace' || key === '^H') eraseBefore(document);
  else if (key === 'delete' || key === '^D') eraseAt(document);
  else if (isCharacter(key)) insertText(document, key);
}

const commands: Readonly<Record<string, (nanoNow: Nano) => Step<void>>> = {
  '^O': function* (nanoNow) {
    yield* writeOut(nanoNow);
  },
  '^S': function* (nanoNow) {
    if (nanoNow.document.path === null) yield* writeOut(nanoNow);
    else save(nanoNow, textOf(nanoNow.document.path));
  },
  '^X': function* (nanoNow) {
    if (!nanoNow.document.isChanged) {
      nanoNow.isOver = true;
      return;
    }
    const isWanted = yield* yesOrNo(nanoNow, 'Save modified buffer?');
    if (isWanted === false) nanoNow.isOver = true;
    if (isWanted === true) nanoNow.isOver = yield* writeOut(nanoNow);
  },
  '^K': cutLine,
  '^U': paste,
  '^W': whereIs,
  '^C': location,
  '^_': goTo,
};

function* writeOut(nanoNow: Nano): Step<boolean> {
  const { document } = nanoNow;
  const name = yield* ask(nanoNow, 'File Name to Write', document.path === null ? '' : textOf(document.path));
  return name !== null && name !== '' && save(nanoNow, name);
}

function save(nanoNow: Nano, name: string): boolean {
  const { document, system } = nanoNow;
  const trouble = saveDocument(system, document, bytesOf(name));
  const count = document.lines.length;
  nanoNow.message =
    trouble === null
      ? `[ Wrote ${count} line${count === 1 ? '' : 's'} ]`
      : `[ Error writing ${name}: ${trouble} ]`;
  if (trouble === null) document.path = bytesOf(name);
  return trouble === null;
}

function* cutLine(nanoNow: Nano): Step<void> {
  const { document } = nanoNow;
  if (!nanoNow.isCutting) nanoNow.cut = [];
  nanoNow.isCutting = true;
  nanoNow.cut.push(lineAt(document));
  document.lines.splice(document.row, 1);
  if (document.lines.length === 0) document.lines = [''];
  document.column = 0;
  document.isChanged = true;
  yield* show(nanoNow, null);
}

function* paste(nanoNow: Nano): Step<void> {
  const { document, cut } = nanoNow;
  document.lines.splice(document.row, 0, ...cut);
  document.row += cut.length;
  document.column = 0;
  if (cut.length > 0) document.isChanged = true;
  yield* show(nanoNow, null);
}

function* whereIs(nanoNow: Nano): Step<void> {
  const { document } = nanoNow;
  const hint = nanoNow.sought === '' ? '' : ` [${nanoNow.sought}]`;
  const said = yield* ask(nanoNow, `Search${hint}`, '');
  if (said === null) return;
  if (said !== '') nanoNow.sought = said;
  const wanted = nanoNow.sought.toLowerCase();
  if (wanted === '') return;
  for (let step = 0; step <= document.lines.length; step += 1) {
    const row = (document.row + step) % document.lines.length;
    const from = step === 0 ? document.column + 1 : 0;
    const column = (document.lines[row] ?? '').toLowerCase().indexOf(wanted, from);
    if (column < 0) continue;
    if (row < document.row || step === document.lines.length) nanoNow.message = '[ Search Wrapped ]';
    document.row = row;
    document.column = column;
    return;
  }
  nanoNow.message = `[ "${nanoNow.sought}" not found ]`;
}

function* location(nanoNow: Nano): Step<void> {
  const { document } = nanoNow;
  const { length } = document.lines;
  const share = Math.floor(((document.row + 1) * 100) / length);
  nanoNow.message = `[ line ${document.row + 1}/${length} (${share}%), col ${document.column + 1}/${lineAt(document).length + 1} ]`;
  yield* show(nanoNow, null);
}

function* goTo(nanoNow: Nano): Step<void> {
  const said = yield* ask(nanoNow, 'Enter line number, column number', '');
  const [row = '', column = '1'] = (said ?? '').split(/[ ,]+/);
  if (!/^\d+$/.test(row)) return;
  nanoNow.document.row = Number(row) - 1;
  nanoNow.document.column = Number(column) - 1;
}
