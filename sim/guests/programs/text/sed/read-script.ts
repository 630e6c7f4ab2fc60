import type { Bytes } from '../../../bytes.ts';
import { readAddress } from './read-address.ts';
import { escapeAt } from './read-pattern.ts';
import { readSubstitution, readTranslation, restOfLine } from './read-substitution.ts';
import { refuse, type Action, type Address, type Command, type Dialect, type Reader } from './script.ts';

export type Script =
  | { readonly ok: true; readonly commands: readonly Command[]; readonly isQuiet: boolean }
  /** Where it is null, it is wrong as a whole. */
  | { readonly ok: false; readonly message: Bytes; readonly at: number | null };

export function readScript(text: Bytes, dialect: Dialect): Script {
  const reader: Reader = { text, dialect, at: 0, wrong: null };
  const commands: Command[] = [];
  const opened: number[] = [];
  const isQuiet = /^#n(\n|$)/.test(text);
  while (reader.wrong === null) {
    skip(reader, ' \t\n;\r');
    if (reader.at >= text.length) break;
    if (text[reader.at] === '#') {
      restOfLine(reader);
      continue;
    }
    const command = readCommand(reader, opened.length > 0);
    if (command === null) break;
    nest(commands, opened, command);
    commands.push(command);
  }
  if (reader.wrong !== null) return { ok: false, ...reader.wrong };
  if (opened.length > 0) return { ok: false, message: "unmatched `{'", at: 0 };
  return resolved(commands, isQuiet);
}

/** Where a block opens is kept until it closes: then it knows its end. */
function nest(commands: readonly Command[], opened: number[], { action }: Command): void {
  if (action.kind === 'open') opened.push(commands.length);
  if (action.kind !== 'close') return;
  const opening = commands[opened.pop() ?? -1]?.action;
  if (opening?.kind === 'open') opening.to = commands.length;
}

function resolved(commands: readonly Command[], isQuiet: boolean): Script {
  const labels = new Map<Bytes, number>();
  for (const [at, { action }] of commands.entries())
    if (action.kind === 'label') labels.set(action.label, at);
  for (const { action } of commands) {
    if (action.kind !== 'jump') continue;
    const to = action.label === '' ? commands.length : labels.get(action.label);
    if (to === undefined)
      return { ok: false, message: `can't find label for jump to \`${action.label}'`, at: null };
    action.to = to;
  }
  return { ok: true, commands, isQuiet };
}

function skip(reader: Reader, bytes: string): void {
  while (reader.at < reader.text.length && bytes.includes(reader.text[reader.at] ?? '')) reader.at += 1;
}

function readCommand(reader: Reader, isInside: boolean): Command | null {
  const addresses = readAddresses(reader);
  if (addresses === null) return null;
  const isInverted = readInversion(reader);
  const letter = reader.text[reader.at] ?? '';
  if (letter === '' || letter === '\n') return refuse(reader, 'missing command');
  if (reader.wrong !== null) return null;
  reader.at += 1;
  const action = readAction(reader, letter, { isInside, addresses: countOf(addresses) });
  return action === null ? null : { ...addresses, isInverted, action };
}

type Addresses = Pick<Command, 'first' | 'second'>;

function countOf({ first, second }: Addresses): 0 | 1 | 2 {
  if (second !== null) return 2;
  return first === null ? 0 : 1;
}

function readAddresses(reader: Reader): Addresses | null {
  const first = readAddress(reader, 'first');
  let second: Address | null = null;
  skip(reader, ' \t');
  if (first !== null && reader.text[reader.at] === ',') {
    reader.at += 1;
    skip(reader, ' \t');
    second = readAddress(reader, 'second');
    if (second === null) return refuseAfter(reader, "unexpected `,'");
  }
  if (reader.wrong !== null) return null;
  if (first?.kind === 'line' && first.number === 0 && second?.kind !== 'pattern')
    return refuseAfter(reader, 'invalid usage of line address 0');
  return { first, second };
}

function readInversion(reader: Reader): boolean {
  skip(reader, ' \t');
  if (reader.text[reader.at] !== '!') return false;
  reader.at += 1;
  skip(reader, ' \t');
  if (reader.text[reader.at] === '!') refuseAfter(reader, "multiple `!'s");
  return true;
}

/** Told of the byte that is read next. */
function refuseAfter(reader: Reader, message: Bytes): null {
  reader.at += 1;
  return refuse(reader, message);
}

type Around = { readonly isInside: boolean; readonly addresses: 0 | 1 | 2 };

type ActionReader = (reader: Reader, around: Around) => Action | null;

const text =
  (letter: 'a' | 'i' | 'c'): ActionReader =>
  (reader) =>
    readText(reader, letter);

const jump =
  (letter: 'b' | 't' | 'T'): ActionReader =>
  (reader) =>
    ended(reader, { kind: 'jump', letter, label: nameAt(reader), to: 0 });

const file =
  (letter: 'r' | 'R' | 'w' | 'W'): ActionReader =>
  (reader) => {
    const file = restOfLine(reader).trimStart();
    return file === ''
      ? refuse(reader, 'missing filename in r/R/w/W commands')
      : { kind: 'file', letter, file };
  };

const number =
  (letter: 'q' | 'Q' | 'l' | 'L', most: 1 | 2): ActionReader =>
  (reader, { addresses }) => {
    if (addresses > most) return refuse(reader, 'command only uses one address');
    skip(reader, ' \t');
    const digits = /^\d+/.exec(reader.text.slice(reader.at, reader.at + 9))?.[0] ?? '';
    reader.at += digits.length;
    return ended(reader, { kind: 'number', letter, number: digits === '' ? null : Number(digits) });
  };

const thenEnded =
  (read: (reader: Reader) => Action | null): ActionReader =>
  (reader) => {
    const action = read(reader);
    return action === null ? null : ended(reader, action);
  };

/** How each command that is more than its letter goes on. */
const actionReaders: Readonly<Record<string, ActionReader>> = {
  '{': () => ({ kind: 'open', to: 0 }),
  '}': readClose,
  ':': (reader, { addresses }) =>
    addresses > 0 ? refuse(reader, ": doesn't want any addresses") : readLabel(reader),
  a: text('a'),
  i: text('i'),
  c: text('c'),
  b: jump('b'),
  t: jump('t'),
  T: jump('T'),
  r: file('r'),
  R: file('R'),
  w: file('w'),
  W: file('W'),
  s: thenEnded(readSubstitution),
  y: thenEnded(readTranslation),
  q: number('q', 1),
  Q: number('Q', 1),
  l: number('l', 2),
  L: number('L', 2),
};

function readAction(reader: Reader, letter: string, around: Around): Action | null {
  const read = actionReaders[letter];
  if (read !== undefined) return read(reader, around);
  if (!'=dDgGhHnNpPxzF'.includes(letter)) return refuse(reader, `unknown command: \`${letter}'`);
  return ended(reader, { kind: 'plain', letter });
}

function readClose(reader: Reader, { isInside, addresses }: Around): Action | null {
  if (!isInside) return refuse(reader, "unexpected `}'");
  if (addresses > 0) return refuse(reader, "} doesn't want any addresses");
  return ended(reader, { kind: 'close' });
}

function ended(reader: Reader, action: Action): Action | null {
  skip(reader, ' \t\r');
  const byte = reader.text[reader.at] ?? '';
  if (byte === '' || byte === '\n' || byte === ';') {
    reader.at += 1;
    return action;
  }
  if (byte === '}' || byte === '#') return action;
  return refuseAfter(reader, 'extra characters after command');
}

function readLabel(reader: Reader): Action | null {
  skip(reader, ' \t');
  const found = /^[^\s;]*/.exec(reader.text.slice(reader.at))?.[0] ?? '';
  reader.at += found.length;
  return found === '' ? refuse(reader, '":" lacks a label') : { kind: 'label', label: found };
}

function nameAt(reader: Reader): Bytes {
  skip(reader, ' \t');
  const found = /^[^\s;}]*/.exec(reader.text.slice(reader.at))?.[0] ?? '';
  reader.at += found.length;
  return found;
}

/** What `a`, `i` and `c` put out: the rest of the line, or the lines after a backslash. */
function readText(reader: Reader, letter: 'a' | 'i' | 'c'): Action | null {
  skip(reader, ' \t');
  if (!startsText(reader)) return refuse(reader, "expected \\ after `a', `c' or `i'");
  return { kind: 'text', letter, text: `${takeText(reader)}\n` };
}

/** Past the backslash and the end of its line; false: nothing comes. */
function startsText(reader: Reader): boolean {
  if (reader.text[reader.at] !== '\\') return reader.at < reader.text.length;
  reader.at += 1;
  const gap = /^[ \t]*\n/.exec(reader.text.slice(reader.at, reader.at + 200))?.[0];
  reader.at += gap?.length ?? 0;
  return gap !== undefined || reader.at < reader.text.length;
}

function takeText(reader: Reader): Bytes {
  let text = '';
  while (reader.at < reader.text.length) {
    const byte = reader.text[reader.at] ?? '';
    reader.at += 1;
    if (byte === '\n') break;
    if (byte === '\\') {
      const escape = escapeAt(reader.text, reader.at - 1);
      text += escape?.byte ?? reader.text[reader.at] ?? '';
      reader.at += (escape?.size ?? 2) - 1;
    } else text += byte;
  }
  return text;
}
