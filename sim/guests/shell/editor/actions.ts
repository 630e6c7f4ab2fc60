import { textOf } from '../../bytes.ts';
import type { Editing } from './edit.ts';
import {
  blankWordStart,
  end,
  erase,
  home,
  insert,
  left,
  lineAtEnd,
  right,
  rub,
  swap,
  textOfLine,
  wordLeft,
  wordRight,
  type Line,
} from './line.ts';

type Action = (editing: Editing) => Line;

const move =
  (to: (line: Line) => Line): Action =>
  (editing) =>
    to(editing.line);

/** What goes is kept for Ctrl-Y; several in a row are one. */
function kill(
  editing: Editing,
  parts: { readonly rest: Line; readonly text: string; readonly side: 'before' | 'after' },
): Line {
  const goesOn = /^(ctrl-[kuw]|alt-.*|delete-word)$/.test(editing.lastKey);
  const earlier = goesOn ? editing.killed : '';
  if (parts.text !== '')
    editing.killed = parts.side === 'before' ? parts.text + earlier : earlier + parts.text;
  return parts.rest;
}

const killTo =
  (to: (line: Line) => Line): Action =>
  (editing) => {
    const { before, after } = editing.line;
    const goal = to(editing.line);
    if (goal.before.length < before.length)
      return kill(editing, {
        rest: { before: goal.before, after },
        text: before.slice(goal.before.length),
        side: 'before',
      });
    return kill(editing, {
      rest: { before, after: goal.after },
      text: after.slice(0, after.length - goal.after.length),
      side: 'after',
    });
  };

function show(editing: Editing, place: number): Line {
  const { history } = editing.reader.shell;
  if (place < 0 || place > history.length) return editing.line;
  if (editing.place === history.length) editing.draft = textOfLine(editing.line);
  editing.place = place;
  return lineAtEnd(place === history.length ? editing.draft : textOf(history[place] ?? ''));
}

const earlier: Action = (editing) => show(editing, editing.place - 1);
const later: Action = (editing) => show(editing, editing.place + 1);

/** Alt-. : the last word of the line before. */
function lastWord(editing: Editing): Line {
  const last = textOf(editing.reader.shell.history.at(-1) ?? '');
  return insert(editing.line, last.trim().split(/\s+/).at(-1) ?? '');
}

const cased =
  (change: (word: string) => string): Action =>
  ({ line }) => {
    const goal = wordRight(line);
    return { before: line.before + change(goal.before.slice(line.before.length)), after: goal.after };
  };

const blankWord = (line: Line): Line => {
  const at = blankWordStart(line.before);
  return { before: line.before.slice(0, at), after: line.before.slice(at) + line.after };
};

export const actions: Readonly<Record<string, Action>> = {
  left: move(left),
  'ctrl-b': move(left),
  right: move(right),
  'ctrl-f': move(right),
  home: move(home),
  'ctrl-a': move(home),
  end: move(end),
  'ctrl-e': move(end),
  'word-left': move(wordLeft),
  'alt-b': move(wordLeft),
  'word-right': move(wordRight),
  'alt-f': move(wordRight),
  backspace: move(rub),
  'ctrl-h': move(rub),
  delete: move(erase),
  'ctrl-t': move(swap),
  'ctrl-k': killTo(end),
  'ctrl-u': killTo(home),
  'ctrl-w': killTo(blankWord),
  'alt-d': killTo(wordRight),
  'alt-backspace': killTo(wordLeft),
  'delete-word': killTo(wordRight),
  'ctrl-y': (editing) => insert(editing.line, editing.killed),
  up: earlier,
  'ctrl-p': earlier,
  down: later,
  'ctrl-n': later,
  'page-up': (editing) => show(editing, 0),
  'page-down': (editing) => show(editing, editing.reader.shell.history.length),
  'alt-<': (editing) => show(editing, 0),
  'alt->': (editing) => show(editing, editing.reader.shell.history.length),
  'alt-.': lastWord,
  'alt-_': lastWord,
  'alt-u': cased((word) => word.toUpperCase()),
  'alt-l': cased((word) => word.toLowerCase()),
  'alt-c': cased((word) => word.replace(/\p{L}/u, (letter) => letter.toUpperCase())),
};
