import { bytesOf, textOf, type Bytes } from '../../bytes.ts';
import type { Step } from '../../kernel/program.ts';
import type { TerminalModes } from '../../kernel/terminal-facts.ts';
import type { Resting, Way } from '../../kernel/resting.ts';
import type { Shell } from '../shell.ts';
import { columnsOf, commonStart, completionOf } from './complete.ts';
import { readKey, readKeyAgain, type Key, type KeyReader } from './keys.ts';
import { actions } from './actions.ts';
import { emptyLine, end, insert, lineAtEnd, textOfLine, type Line } from './line.ts';
import { draw, lastLineOf, notShown, withoutMarks, type Shown } from './screen.ts';

export type Editing = {
  readonly reader: KeyReader;
  readonly prompt: Bytes;
  line: Line;
  shown: Shown;
  /** Which entry of the history is shown; its length: the new line. */
  place: number;
  draft: string;
  killed: string;
  lastKey: string;
  isPasting: boolean;
  readonly undo: Line[];
  /** How it goes on where the shell is put away meanwhile; null: it cannot be. */
  readonly way: Way | null;
};

export type Edit = { readonly editing: Editing; readonly modes: TerminalModes };

export type Edited =
  | { readonly kind: 'line'; readonly text: Bytes }
  | { readonly kind: 'end' }
  | { readonly kind: 'interrupt' };

/** Shows the prompt and lets a line be edited, until Return. */
export function* editLine(reader: KeyReader, prompt: Bytes, way: Way | null): Step<Edited> {
  const { shell } = reader;
  const editing: Editing = {
    reader,
    prompt: lastLineOf(prompt),
    line: emptyLine,
    shown: notShown,
    place: shell.history.length,
    draft: '',
    killed: '',
    lastKey: '',
    isPasting: false,
    undo: [],
    way,
  };
  const { terminal } = shell.system;
  const modes = terminal.modes();
  terminal.changeModes({ ...modes, isCooked: false, echo: false, returnIsNewline: false, signals: true });
  yield* write(shell, `\u001b[?2004h${withoutMarks(prompt)}`);
  return yield* untilDone({ editing, modes });
}

/** Goes on with a line where it was. */
export function* editAgain(edit: Edit): Step<Edited> {
  const { editing } = edit;
  const resting = restOf(edit);
  const key = resting === null ? null : yield* readKeyAgain(editing.reader, resting);
  const edited = yield* take(editing, key);
  return edited === null ? yield* untilDone(edit) : yield* close(edit, edited);
}

function restOf(edit: Edit): Resting | null {
  const { way, reader } = edit.editing;
  const { functions, caches } = reader.shell;
  return way === null ? null : { way, state: edit, shared: [caches, ...functions.values()] };
}

function* close({ editing, modes }: Edit, edited: Edited): Step<Edited> {
  const { shell } = editing.reader;
  yield* write(shell, '\u001b[?2004l');
  shell.system.terminal.changeModes({
    ...modes,
    isCooked: true,
    echo: true,
    returnIsNewline: true,
    signals: true,
  });
  return edited;
}

function* write(shell: Shell, bytes: Bytes): Step<void> {
  yield* shell.system.descriptors.write(2, bytes);
}

function* untilDone(edit: Edit): Step<Edited> {
  const { editing } = edit;
  for (;;) {
    const edited = yield* take(editing, yield* readKey(editing.reader, restOf(edit)));
    if (edited !== null) return yield* close(edit, edited);
  }
}

function* take(editing: Editing, key: Key | 'interrupt' | null): Step<Edited | null> {
  if (key === null) return { kind: 'end' };
  if (key === 'interrupt') return yield* interrupted(editing);
  const edited = yield* press(editing, key);
  editing.lastKey = key.name;
  if (edited === null && editing.reader.ahead === '') yield* redraw(editing);
  return edited;
}

/** Ctrl-C gives the line up; a new size of the window draws it anew. */
function* interrupted(editing: Editing): Step<Edited | null> {
  const { shell } = editing.reader;
  const signals = shell.pendingSignals.splice(0);
  shell.pendingSignals.push(...signals.filter((signal) => signal !== 'INT' && signal !== 'WINCH'));
  if (signals.includes('WINCH')) yield* redraw(editing);
  if (signals.includes('HUP')) return { kind: 'end' };
  if (!signals.includes('INT')) return shell.pendingSignals.length > 0 ? { kind: 'interrupt' } : null;
  editing.line = end(editing.line);
  yield* redraw(editing);
  yield* write(shell, '^C\n');
  return { kind: 'interrupt' };
}

function* redraw(editing: Editing): Step<void> {
  const { shell } = editing.reader;
  const { bytes, shown } = draw({
    prompt: editing.prompt,
    line: editing.line,
    columns: shell.system.terminal.size().columns,
    shown: editing.shown,
  });
  editing.shown = shown;
  yield* write(shell, bytes);
}

function* press(editing: Editing, key: Key): Step<Edited | null> {
  const { shell } = editing.reader;
  if (key.name === 'paste-start' || key.name === 'paste-end') {
    editing.isPasting = key.name === 'paste-start';
    return null;
  }
  if (editing.isPasting || key.name === 'text') {
    const text = key.name === 'ctrl-m' ? '\n' : textOf(key.bytes);
    editing.line = insert(editing.line, text);
    return null;
  }
  switch (key.name) {
    case 'ctrl-m':
    case 'ctrl-j':
      return yield* finish(editing);
    case 'ctrl-d':
      if (textOfLine(editing.line) === '') return { kind: 'end' };
      editing.line = actions['delete']?.(editing) ?? editing.line;
      return null;
    case 'ctrl-i':
      yield* complete(editing);
      return null;
    case 'ctrl-r':
      return yield* search(editing);
    case 'ctrl-l':
      yield* write(shell, '\u001b[H\u001b[2J');
      editing.shown = notShown;
      return null;
    default:
      editing.line = actions[key.name]?.(editing) ?? editing.line;
      return null;
  }
}

function* finish(editing: Editing): Step<Edited> {
  editing.line = end(editing.line);
  yield* redraw(editing);
  yield* write(editing.reader.shell, '\n');
  return { kind: 'line', text: bytesOf(textOfLine(editing.line)) };
}

/** Once: as far as it is clear; twice: what could follow. */
function* complete(editing: Editing): Step<void> {
  const { shell } = editing.reader;
  const before = bytesOf(editing.line.before);
  const { from, choices } = completionOf(shell, before);
  const [only] = choices;
  if (only === undefined) return;
  const common = commonStart(choices);
  const word = before.slice(from);
  const text = choices.length === 1 ? only.text + only.ends : common;
  if (text.length > word.length || choices.length === 1) {
    editing.line = { before: textOf(before.slice(0, from) + text), after: editing.line.after };
    return;
  }
  if (editing.lastKey !== 'ctrl-i') {
    yield* write(shell, '\u0007');
    return;
  }
  const { columns } = shell.system.terminal.size();
  yield* write(shell, `\n${columnsOf(choices, columns)}`);
  editing.shown = notShown;
}

/** Ctrl-R: backwards through the history as one types. */
function* search(editing: Editing): Step<Edited | null> {
  const { shell } = editing.reader;
  const { history } = shell;
  let wanted = '';
  let place = history.length;
  const find = (from: number): void => {
    for (let at = Math.min(from, history.length - 1); at >= 0; at -= 1)
      if (wanted !== '' && (history[at] ?? '').includes(wanted)) {
        place = at;
        return;
      }
  };
  for (;;) {
    const found = textOf(history[place] ?? '');
    const line = lineAtEnd(found);
    const prompt = `(reverse-i-search)\`${wanted}': `;
    const drawn = draw({ prompt, line, columns: shell.system.terminal.size().columns, shown: editing.shown });
    editing.shown = drawn.shown;
    yield* write(shell, drawn.bytes);
    const key = yield* readKey(editing.reader, null);
    if (key === null) return { kind: 'end' };
    if (key === 'interrupt') return yield* interrupted(editing);
    if (key.name === 'text') {
      wanted += key.bytes;
      find(place);
    } else if (key.name === 'ctrl-r') find(place - 1);
    else if (key.name === 'backspace') {
      wanted = wanted.slice(0, -1);
      place = history.length;
      find(place);
    } else if (key.name === 'ctrl-g') return null;
    else {
      editing.line = line;
      editing.place = place;
      return key.name === 'alt-\u001b' ? null : yield* press(editing, key);
    }
  }
}
